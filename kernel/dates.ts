import { at, DASH } from './bytes'

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

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that exists. */
export function readDate(from: usize, to: usize): bool {
  const length = to - from
  if (length != 10 && length != 7 && length != 4) return false
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
  const before = dayBefore(year, month)
  if (length == 7) {
    first = before + 1
    last = before + lengthOf(year, month)
    return true
  }
  const day = two(from + 8)
  if (at(from + 7) != DASH || day < 1 || day > lengthOf(year, month)) return false
  first = before + day
  last = first
  return true
}
