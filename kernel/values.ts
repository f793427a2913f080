import { at, DASH, HASH, isBlank, isDigit, isLetter, PLUS, POINT, SEMICOLON } from './bytes'

/** `-?digits[.digits]`. */
export function isDecimal(from: usize, to: usize): bool {
  const whole = at(from) == DASH ? from + 1 : from
  const length = to - whole
  if (length > 16) return isLongDecimal(whole, to)
  // All bytes at once: a loop's end would be foreseen wrongly every time.
  const digits = i8x16.lt_u(i8x16.sub(v128.load(whole), i8x16.splat(0x30)), i8x16.splat(10))
  const others = ~i8x16.bitmask(digits) & ((1 << (<i32>length)) - 1)
  if (others == 0) return length > 0
  const point = <usize>ctz(others)
  return (others & (others - 1)) == 0 && at(whole + point) == POINT && point > 0 && point < length - 1
}

function isLongDecimal(whole: usize, to: usize): bool {
  let place = whole
  while (place < to && isDigit(at(place))) place++
  if (place == whole) return false
  if (place == to) return true
  if (at(place) != POINT || place + 1 == to) return false
  for (place++; place < to; place++) if (!isDigit(at(place))) return false
  return true
}

export function isCurrency(from: usize, to: usize): bool {
  return to - from == 3 && isLetter(at(from)) && isLetter(at(from + 1)) && isLetter(at(from + 2))
}

/** 2, 4, … 12 digits, points between them left out. */
export function isHsCode(from: usize, to: usize): bool {
  let digits = 0
  for (let place = from; place < to; place++) {
    if (isDigit(at(place))) digits++
    else if (at(place) != POINT) return false
  }
  return digits >= 2 && digits <= 12 && digits % 2 == 0
}

function hasPlainSign(from: usize, to: usize): bool {
  for (let place = from; place < to; place++) if (isLetter(at(place)) || isDigit(at(place))) return true
  return false
}

/** Whether it may be an error of a spreadsheet, or a number that it shortened. */
function mayBeSpoilt(from: usize, to: usize): bool {
  if (!isDigit(at(from))) return at(from) == HASH
  for (let place = from + 1; place < to; place++) if (at(place) == PLUS) return true
  return false
}

export function isPlainName(from: usize, to: usize): bool {
  return isLetter(at(from)) || (hasPlainSign(from, to) && !mayBeSpoilt(from, to))
}

/** The same, with letters of other scripts. */
export function isSureName(from: usize, to: usize): bool {
  return isLetter(at(from)) || (hasSureLetter(from, to) && !mayBeSpoilt(from, to))
}

function hasSureLetter(from: usize, to: usize): bool {
  for (let place = from; place < to; place++) {
    if (isLetter(at(place)) || isDigit(at(place)) || beginsSureLetter(place)) return true
  }
  return false
}

/** Whether a letter of another script stands there for sure: U+00C0 to U+00FF but for the two signs of arithmetic, U+0400 to U+047F, U+5000 to U+8FFF. */
export function beginsSureLetter(place: usize): bool {
  const lead = at(place)
  if (lead == 0xc3) return at(place + 1) != 0x97 && at(place + 1) != 0xb7
  return lead == 0xd0 || lead == 0xd1 || lead - 0xe5 <= 3
}

/** A letter or digit of ASCII, no error of a spreadsheet, and not `same as consignee`. */
function isPlainHandler(from: usize, to: usize): bool {
  if (at(from) == HASH) return false
  const maySay = (at(from) | 0x20) == 0x73 && (at(from + 1) | 0x20) == 0x61 && (at(from + 2) | 0x20) == 0x6d
  return !maySay && hasPlainSign(from, to)
}

/** Handlers parted by semicolons, with no blank around each but those of ASCII. */
export function arePlainHandlers(from: usize, to: usize): bool {
  let place = from
  while (place < to) {
    let stop = place
    while (stop < to && at(stop) != SEMICOLON) stop++
    let a = place
    let b = stop
    while (a < b && isBlank(at(a))) a++
    while (a < b && isBlank(at(b - 1))) b--
    if (a < b && (mayHaveWideBlanks(a, b) || !isPlainHandler(a, b))) return false
    place = stop + 1
  }
  return true
}

/** Whether a blank of another script may stand at either end, which a trim would take; a false alarm costs only time. */
export function mayHaveWideBlanks(from: usize, to: usize): bool {
  if (at(from) >= 0x80 && isWideBlank(from)) return true
  return at(to - 1) >= 0x80 && (isWideBlank(to - 3) || isWideBlank(to - 2))
}

function isWideBlank(place: usize): bool {
  const lead = at(place)
  const second = at(place + 1)
  if (lead == 0xc2) return second == 0xa0
  if (lead == 0xe1) return second == 0x9a
  if (lead == 0xe2) return second == 0x80 || second == 0x81
  if (lead == 0xe3) return second == 0x80
  return lead == 0xef && second == 0xbb
}
