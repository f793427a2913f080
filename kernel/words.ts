import { keptBytes } from './bytes'
import { BLOCK, MET_BYTES, MET_COUNTRIES, MET_TYPES, MOST_MET } from './memory'

const LONGEST: usize = 16

/** Where a word is remembered: its bytes, of which none is 0, and what it is and one. Of two that belong there the later is. */
function placeOf(met: usize, low: u64, high: u64): usize {
  return met + (<usize>(((low ^ (high * 31)) * 0x9e3779b97f4a7c15) >> 32) & (MOST_MET - 1)) * MET_BYTES
}

function highOf(from: usize, to: usize): u64 {
  return to - from > 8 ? keptBytes(load<u64>(from + 8), to - from - 8) : 0
}

/** What a word is; -1 where that is not known. */
export function wordOf(met: usize, from: usize, to: usize): i32 {
  if (to - from > LONGEST) return -1
  const low = keptBytes(load<u64>(from), to - from)
  const high = highOf(from, to)
  const place = placeOf(met, low, high)
  return load<u64>(place) == low && load<u64>(place + 8) == high ? load<i32>(place + 16) - 1 : -1
}

function note(met: usize, start: i32, end: i32, its: i32): void {
  const from = BLOCK + start
  const to = BLOCK + end
  if (to - from > LONGEST) return
  const low = keptBytes(load<u64>(from), to - from)
  const high = highOf(from, to)
  const place = placeOf(met, low, high)
  store<u64>(place, low)
  store<u64>(place + 8, high)
  store<i32>(place + 16, its + 1)
}

/** Remembers what the word between two places of the block is. */
export function noteType(start: i32, end: i32, its: i32): void {
  note(MET_TYPES, start, end, its)
}

export function noteCountry(start: i32, end: i32, its: i32): void {
  note(MET_COUNTRIES, start, end, its)
}
