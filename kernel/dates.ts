import { at, DASH } from './bytes'
import { MONTHS } from './memory'

/** The days of the date that was read last, from 1970-01-01, both included. */
export let first: i32 = 0
export let last: i32 = 0

export function setDays(from: i32, to: i32): void {
  first = from
  last = to
}

function two(place: usize): i32 {
  const tens = at(place) - 0x30
  const ones = at(place + 1) - 0x30
  return tens <= 9 && ones <= 9 ? <i32>(tens * 10 + ones) : -1
}

/** Days from 1970-01-01 to the last day before a month, by eras of 400 years that begin in March. */
function dayBefore(year: i32, month: i32): i32 {
  const shifted = month <= 2 ? year - 1 : year
  const era = shifted / 400
  const ofEra = shifted - era * 400
  const ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
  return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719469
}

function lengthOf(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
}

/** The day before a month times 32, and how long it is: worked out once, since what a month is cannot be foreseen by the processor. */
function monthOf(year: i32, month: i32): i32 {
  const place = MONTHS + <usize>(year * 12 + month - 1) * 4
  const known = load<i32>(place)
  if (known != 0) return known
  const found = dayBefore(year, month) * 32 + lengthOf(year, month)
  store<i32>(place, found)
  return found
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that exists. */
export function readDate(from: usize, to: usize): bool {
  return to - from == 10 ? readDay(from) : readPeriod(from, to)
}

/** `YYYY-MM-DD`, all of its digits at once. */
function readDay(from: usize): bool {
  const bytes = v128.load(from)
  const digits = i8x16.sub(bytes, i8x16.splat(0x30))
  if ((i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10))) & 0x3ff) != 0x36f) return false
  if (at(from + 4) != DASH || at(from + 7) != DASH) return false
  const eight = v128.extract_lane<u64>(
    v128.shuffle<i8>(digits, digits, 0, 1, 2, 3, 5, 6, 8, 9, 0, 1, 2, 3, 5, 6, 8, 9),
    0,
  )
  const pairs = eight * 10 + (eight >> 8)
  const year = <i32>(pairs & 0xff) * 100 + <i32>((pairs >> 16) & 0xff)
  const month = <i32>((pairs >> 32) & 0xff)
  const day = <i32>((pairs >> 48) & 0xff)
  if (year == 0 || month < 1 || month > 12 || day < 1) return false
  const its = monthOf(year, month)
  if (day > (its & 31)) return false
  first = (its >> 5) + day
  last = first
  return true
}

function readPeriod(from: usize, to: usize): bool {
  const length = to - from
  if (length != 7 && length != 4) return false
  const century = two(from)
  const ofCentury = two(from + 2)
  const year = century * 100 + ofCentury
  if (century < 0 || ofCentury < 0 || year == 0) return false
  if (length == 4) {
    first = dayBefore(year, 1) + 1
    last = dayBefore(year, 12) + 31
    return true
  }
  const month = two(from + 5)
  if (at(from + 4) != DASH || month < 1 || month > 12) return false
  const its = monthOf(year, month)
  first = (its >> 5) + 1
  last = (its >> 5) + (its & 31)
  return true
}
