/** What stands in a cell, told from its bytes alone: whether it is trivially fine. All else is for the reader of texts to judge. */

const POINT = 0x2e
const DASH = 0x2d

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/** The blanks of ASCII that `String.prototype.trim` takes away. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

/**
 * Whether a cell without blanks of ASCII around it may begin or end in one of another script, which a trim would take: U+00A0, U+1680,
 * U+2000 to U+206F, U+3000, U+FEFF, and more than those, since a false alarm costs only time.
 */
export function mayHaveWideBlanks(bytes: Uint8Array, start: number, end: number): boolean {
  if ((bytes[start] ?? 0) >= 0x80 && isWideBlank(bytes, start)) return true
  return (bytes[end - 1] ?? 0) >= 0x80 && (isWideBlank(bytes, end - 3) || isWideBlank(bytes, end - 2))
}

function isWideBlank(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0
  switch (bytes[at] ?? 0) {
    case 0xc2:
      return second === 0xa0
    case 0xe1:
      return second === 0x9a
    case 0xe2:
      return second === 0x80 || second === 0x81
    case 0xe3:
      return second === 0x80
    case 0xef:
      return second === 0xbb
    default:
      return false
  }
}

/** `-?digits[.digits]`. */
export function isDecimal(bytes: Uint8Array, start: number, end: number): boolean {
  let at = bytes[start] === DASH ? start + 1 : start
  const whole = at
  while (at < end && isDigit(bytes[at] ?? 0)) at++
  if (at === whole) return false
  if (at === end) return true
  if (bytes[at] !== POINT || at + 1 === end) return false
  for (at++; at < end; at++) if (!isDigit(bytes[at] ?? 0)) return false
  return true
}

export function isCurrency(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    isLetter(bytes[start] ?? 0) &&
    isLetter(bytes[start + 1] ?? 0) &&
    isLetter(bytes[start + 2] ?? 0)
  )
}

/** 2, 4, … 12 digits, points between them left out. */
export function isHsCode(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0
  for (let at = start; at < end; at++) {
    if (isDigit(bytes[at] ?? 0)) digits++
    else if (bytes[at] !== POINT) return false
  }
  return digits >= 2 && digits <= 12 && digits % 2 === 0
}

/** The day number of a civil date, by the count of days in eras of 400 years that begin in March. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** By year and month, from January of the year 0: the day before each month begins, and how long it is. */
const MONTHS = 10_000 * 12
let before: Int32Array | undefined
let lengths: Uint8Array | undefined

function calendar(): { readonly before: Int32Array; readonly lengths: Uint8Array } {
  if (before === undefined || lengths === undefined) {
    before = new Int32Array(MONTHS)
    lengths = new Uint8Array(MONTHS)
    let day = dayNumber(0, 1, 1) - 1
    for (let month = 0; month < MONTHS; month++) {
      const length = month % 12 === 1 && isLeap(Math.floor(month / 12)) ? 29 : (MONTH_LENGTHS[month % 12] ?? 0)
      before[month] = day
      lengths[month] = length
      day += length
    }
  }
  return { before, lengths }
}

export interface DateReader {
  /** Of the date that was read last: days since 1970-01-01, both included. */
  first: number
  last: number
  /** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that exists. */
  read(bytes: Uint8Array, start: number, end: number): boolean
}

export function createDateReader(): DateReader {
  const { before: dayBefore, lengths: lengthOf } = calendar()
  const two = (bytes: Uint8Array, at: number): number => {
    const [tens, ones] = [(bytes[at] ?? 0) - 0x30, (bytes[at + 1] ?? 0) - 0x30]
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
  }
  const reader: DateReader = {
    first: 0,
    last: 0,
    read(bytes, start, end) {
      const length = end - start
      if (length !== 10 && length !== 7 && length !== 4) return false
      const [century, ofCentury] = [two(bytes, start), two(bytes, start + 2)]
      const year = century * 100 + ofCentury
      if (century < 0 || ofCentury < 0 || year === 0) return false
      if (length === 4) {
        reader.first = (dayBefore[year * 12] ?? 0) + 1
        reader.last = (dayBefore[year * 12 + 11] ?? 0) + 31
        return true
      }
      const month = two(bytes, start + 5)
      if (bytes[start + 4] !== DASH || month < 1 || month > 12) return false
      const place = year * 12 + month - 1
      if (length === 7) {
        reader.first = (dayBefore[place] ?? 0) + 1
        reader.last = (dayBefore[place] ?? 0) + (lengthOf[place] ?? 0)
        return true
      }
      const day = two(bytes, start + 8)
      if (bytes[start + 7] !== DASH || day < 1 || day > (lengthOf[place] ?? 0)) return false
      reader.first = (dayBefore[place] ?? 0) + day
      reader.last = reader.first
      return true
    },
  }
  return reader
}
