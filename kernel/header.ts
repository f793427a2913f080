import { at, isDigit, isLetter, PERCENT } from './bytes'
import { BEGINNINGS, FIRST_LETTERS } from './memory'
import { beginsSureLetter } from './values'

let beginnings: i32 = 0
let longest: i32 = 0

/** How many words of the header there are to know, and how many letters the longest has. */
export function setUpHeader(count: i32, longestWord: i32): void {
  beginnings = count
  longest = longestWord
}

const LETTERS: i32 = 3
/** What stands for a letter outside ASCII, which ends a beginning. */
const OTHER: u32 = 0x80

/**
 * Whether it may be a word of the header, of which the whole row then tells: in any case, with any signs. `headerWordsOf` says what is known of those; a
 * false alarm costs only time.
 */
export function mayBeHeader(from: usize, to: usize): bool {
  let its: u32 = 0
  let letters = 0
  let place = from
  for (; place < to && letters < LETTERS; place++) {
    const byte = at(place)
    if (byte >= 0x80 || byte == PERCENT) {
      if (!beginsSureLetter(place)) return isShort(from, to)
      its = its * 256 + OTHER
      return isBeginning(its) && isShort(from, to)
    }
    if (!isLetter(byte) && !isDigit(byte)) continue
    // What stands behind a letter may be a mark that makes another of it.
    if (letters == 0 && at(FIRST_LETTERS + byte) == 0 && at(place + 1) < 0x80) return false
    its = its * 256 + (byte | 0x20)
    letters++
  }
  return (isBeginning(its) || (place < to && at(place) >= 0x80)) && isShort(from, to)
}

function isBeginning(its: u32): bool {
  for (let word = 0; word < beginnings; word++) if (load<u32>(BEGINNINGS + word * 4) == its) return true
  return false
}

/** Whether it has no more letters and digits of ASCII than a word of the header has letters. */
function isShort(from: usize, to: usize): bool {
  let letters = 0
  for (let place = from; place < to; place++) if (isLetter(at(place)) || isDigit(at(place))) letters++
  return letters <= longest
}
