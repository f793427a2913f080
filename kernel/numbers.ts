import { keptBytes } from './bytes'
import { BLOCK, BOUNDS, FROM_IDS, KNOWN, NUMBERS, TO_IDS, UNKNOWN } from './memory'

// Ids of one form: a beginning of up to eight bytes and a number of a fixed width.
let formLength: usize = 0
let formDigits: usize = 0
let formBeginning: u64 = 0

/** The form of ids that are known by their numbers from here on; its beginning stands at the beginning of the block. */
export function setUpForm(length: i32, digits: i32): void {
  formLength = length
  formDigits = digits
  formBeginning = keptBytes(load<u64>(BLOCK), formLength - formDigits)
}

/** The number of an id; -1 where it is not of the form. */
export function numberOf(start: i32, end: i32): i32 {
  return numberIn(BLOCK + start, BLOCK + end)
}

function numberIn(from: usize, to: usize): i32 {
  if (to - from != formLength || formLength == 0) return -1
  if (keptBytes(load<u64>(from), formLength - formDigits) != formBeginning) return -1
  const zeros: u64 = 0x3030303030303030
  const others: u64 = (<u64>8 - formDigits) * 8
  // The last eight bytes, those before the number as zeros.
  let digits = ((load<u64>(to - 8) >> others) << others) | (zeros & (((<u64>1) << others) - 1))
  if (
    ((digits & 0xf0f0f0f0f0f0f0f0) | (((digits + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0) >> 4)) !=
    0x3333333333333333
  )
    return -1
  // Pairs of digits, then of those, then of those.
  digits = (digits - zeros) * 10 + ((digits - zeros) >> 8)
  const pairs: u64 = 0x000000ff000000ff
  return <i32>(((digits & pairs) * 0x000f424000000064 + ((digits >> 16) & pairs) * 0x0000271000000001) >> 32)
}

/**
 * Writes the integers of both ends of so many rows, -1 where one is not known; gives how many are not, and lists their places. A loop that does nothing
 * but look up has many misses of the cache at once: within the loop over the rows a look-up took five times as long.
 */
export function knowEnds(rows: i32): i32 {
  for (let end = 0; end < rows * 2; end++) {
    const bounds = BOUNDS + end * 8
    store<i32>(NUMBERS + end * 4, numberOf(load<i32>(bounds), load<i32>(bounds + 4)))
  }
  let any = 0
  for (let row = 0; row < rows; row++) {
    const from = idOf(load<i32>(NUMBERS + row * 8))
    const to = idOf(load<i32>(NUMBERS + row * 8 + 4))
    store<i32>(FROM_IDS + row * 4, from)
    store<i32>(TO_IDS + row * 4, to)
    any |= from | to
  }
  return any < 0 ? listUnknown(rows) : 0
}

/** The place before the first is that of -1. */
function idOf(number: i32): i32 {
  return load<i32>(KNOWN + ((<usize>number) << 2)) - 1
}

function listUnknown(rows: i32): i32 {
  let unknown = 0
  for (let end = 0; end < rows * 2; end++) {
    const id = load<i32>(((end & 1) == 0 ? FROM_IDS : TO_IDS) + (end >> 1) * 4)
    store<i32>(UNKNOWN + unknown * 4, end)
    unknown += id == -1 ? 1 : 0
  }
  return unknown
}
