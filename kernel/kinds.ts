import { at, DASH, keptBytes, SPACE, UNDERSCORE } from './bytes'
import { KIND_BYTES, KIND_LENGTHS, KINDS, MET_KIND_BYTES, MET_KINDS } from './memory'

/** How many words there are. */
let kinds: i32 = 0

export function setKinds(count: i32): void {
  kinds = count
}

/**
 * A kind's code, in any case, with `_` or one blank for `-`; -1 for other words. Looked for once by its bytes, of which none is 0: rows of several kinds
 * come without order.
 */
export function kindOf(from: usize, to: usize): i32 {
  const length = to - from
  if (length > <usize>KIND_BYTES) return -1
  const low = keptBytes(load<u64>(from), length)
  const high = length > 8 ? keptBytes(load<u64>(from + 8), length - 8) : 0
  const slot = MET_KINDS + <usize>(((low ^ high) * 0x9e3779b97f4a7c15) >> 58) * MET_KIND_BYTES
  if (load<u64>(slot) == low && load<u64>(slot + 8) == high) return load<i32>(slot + 16)
  const kind = searchKind(from, length)
  store<u64>(slot, low)
  store<u64>(slot + 8, high)
  store<i32>(slot + 16, kind)
  return kind
}

function searchKind(from: usize, length: usize): i32 {
  for (let kind = 0; kind < kinds; kind++) {
    if (at(KIND_LENGTHS + kind) != <u32>length) continue
    const word = KINDS + kind * KIND_BYTES
    let place: usize = 0
    while (place < length && folded(at(from + place)) == at(word + place)) place++
    if (place == length) return kind
  }
  return -1
}

function folded(byte: u32): u32 {
  if (byte - 0x41 <= 25) return byte | 0x20
  return byte == UNDERSCORE || byte == SPACE ? DASH : byte
}
