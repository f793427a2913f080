import { at } from './bytes'
import { BEGINNINGS, FIRST_BYTES } from './memory'

let beginnings: i32 = 0
let shortest: usize = 0
let longest: usize = 0

/** How many words of the header there are to know, and of what lengths in bytes. */
export function setUpHeader(count: i32, shortestWord: i32, longestWord: i32): void {
  beginnings = count
  shortest = shortestWord
  longest = longestWord
}

/** Whether it may be a word of the header, of which the whole row then tells: `createHeaderWordCheck` says the same. */
export function mayBeHeader(from: usize, to: usize): bool {
  if (at(FIRST_BYTES + at(from)) == 0 || to - from < shortest || to - from > longest) return false
  let its: u32 = 0
  for (let place = from; place < from + 3; place++) {
    const byte = place < to ? at(place) : 0
    its = its * 256 + (byte >= 0x80 ? 0x80 : byte | 0x20)
    if (byte >= 0x80) break
  }
  for (let word = 0; word < beginnings; word++) if (load<u32>(BEGINNINGS + word * 4) == its) return true
  return false
}
