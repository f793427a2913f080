import { at, DASH, keptBytes, SPACE, UNDERSCORE } from './bytes'
import { KIND_BYTES, KIND_LENGTHS, KINDS } from './memory'

/** How many words there are. */
let kinds: i32 = 0

export function setKinds(count: i32): void {
  kinds = count
}

// The kind of the row before, by the bytes of its word: most rows say the same again.
let knownLow: u64 = 0
let knownHigh: u64 = 0
let knownLength: usize = 0
let knownKind: i32 = -1

/** A kind's code, in any case, with `_` or one blank for `-`; -1 for other words. */
export function kindOf(from: usize, to: usize): i32 {
  const length = to - from
  if (length > <usize>KIND_BYTES) return -1
  const low = keptBytes(load<u64>(from), length)
  const high = length > 8 ? keptBytes(load<u64>(from + 8), length - 8) : 0
  if (low == knownLow && high == knownHigh && length == knownLength) return knownKind
  knownLow = low
  knownHigh = high
  knownLength = length
  knownKind = -1
  for (let kind = 0; kind < kinds; kind++) {
    if (at(KIND_LENGTHS + kind) != <u32>length) continue
    const word = KINDS + kind * KIND_BYTES
    let place: usize = 0
    while (place < length && folded(at(from + place)) == at(word + place)) place++
    if (place == length) knownKind = kind
  }
  return knownKind
}

function folded(byte: u32): u32 {
  if (byte - 0x41 <= 25) return byte | 0x20
  return byte == UNDERSCORE || byte == SPACE ? DASH : byte
}
