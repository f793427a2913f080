import { at, CR, isBlank, isInk, LF, QUOTE } from './bytes'
import { first, last, readDate, setDays } from './dates'
import { takeEntityCell } from './entities'
import { mayBeHeader } from './header'
import { kindOf } from './kinds'
import { nextMark, setNextMark } from './marks'
import { CELLS } from './memory'
import { arePlainHandlers, isCurrency, isDecimal, isHsCode, isPlainName, mayHaveWideBlanks } from './values'

// Roles of cells (`CELL` in scan-plan.ts); those of entities come after them.
const SKIPPED: u32 = 0
const KIND: u32 = 1
const FROM: u32 = 2
const TO: u32 = 3
const DATE: u32 = 4
const AMOUNT: u32 = 5
const CURRENCY: u32 = 6
const HS_CODE: u32 = 7
const VIA: u32 = 8
const KNOWN_ON: u32 = 9

let width: i32 = 0
let delimiter: i32 = 0
let implied: i32 = 0
let beginning: i32 = 0
let end: i32 = 0

/** How many cells a row has, what parts them, and the kind that a row is of which says none. */
export function setUpRow(itsWidth: i32, itsDelimiter: i32, impliedKind: i32): void {
  width = itsWidth
  delimiter = itsDelimiter
  implied = impliedKind
}

/** The days of a link without a date. */
export function setUpRowDays(firstDay: i32, lastDay: i32): void {
  beginning = firstDay
  end = lastDay
}

// Of the row that was read last, as far as it has them; its days are those of the date that was read last.
export let kind: i32 = 0
export let fromStart: usize = 0
export let fromEnd: usize = 0
export let toStart: usize = 0
export let toEnd: usize = 0
export let handlersStart: usize = 0
export let handlersEnd: usize = 0

/** Notes one cell of the row at hand; whether it is trivially fine. */
function take(role: u32, cellStart: usize, cellEnd: usize): bool {
  let from = cellStart
  let to = cellEnd
  if (from == to || !isInk(at(from)) || !isInk(at(to - 1))) {
    while (from < to && isBlank(at(from))) from++
    while (from < to && isBlank(at(to - 1))) to--
    if (from == to) return role != FROM && role != TO
    if (mayHaveWideBlanks(from, to)) return false
  }
  switch (role) {
    case FROM:
      fromStart = from
      fromEnd = to
      return isPlainName(from, to) && !mayBeHeader(from, to)
    case TO:
      toStart = from
      toEnd = to
      return isPlainName(from, to)
    case KIND:
      kind = kindOf(from, to)
      return kind >= 0
    case DATE:
      return readDate(from, to)
    case AMOUNT:
      return isDecimal(from, to)
    case CURRENCY:
      return isCurrency(from, to)
    case HS_CODE:
      return isHsCode(from, to)
    case VIA:
      handlersStart = from
      handlersEnd = to
      return arePlainHandlers(from, to)
    case KNOWN_ON: {
      // The day on which it was known: checked, and read by nobody.
      const before = first
      const after = last
      const isDate = readDate(from, to)
      setDays(before, after)
      return isDate
    }
    default:
      return takeEntityCell(role, from, to)
  }
}

/** Reads the row that begins at a place to its line end, and gives the place after that; 0 where a cell is for the reader of texts. */
export function row(start: usize): usize {
  kind = implied
  setDays(beginning, end)
  fromStart = fromEnd = toStart = toEnd = handlersStart = handlersEnd = 0
  let place = start
  let mark = nextMark
  for (let cell = 0; cell < width; cell++) {
    let from = place
    let to: usize = load<u32>(mark)
    mark += 4
    let byte = at(to)
    let isDoubled = false
    if (byte == QUOTE) {
      if (to != from) return 0
      from++
      for (;;) {
        do {
          to = load<u32>(mark)
          mark += 4
          byte = at(to)
        } while (byte != QUOTE && byte != LF)
        if (byte == LF) return 0
        if (at(to + 1) != QUOTE) break
        isDoubled = true
        mark += 4
      }
      let after = to + 1
      if (at(after) == CR && at(after + 1) == LF) after++
      byte = at(after)
      if (byte != LF && byte != <u32>delimiter) return 0
      mark += 4
      place = after + 1
    } else place = to + 1
    const role = at(CELLS + cell)
    if (role != SKIPPED && (isDoubled || !take(role, from, to))) return 0
    if (byte != LF) continue
    if (cell != width - 1) return 0
    setNextMark(mark)
    return place
  }
  return 0
}
