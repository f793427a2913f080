// The inner loop of the scan of transactions, in AssemblyScript: ten million rows of 73 bytes took 3.6 s of CPU in JavaScript and take 0.9 s here,
// since delimiters are found sixteen bytes at a time. `npm run kernel` compiles it into src/records/row-kernel.ts; src/records/row-scanner.ts calls it.
//
// A row is taken where every cell is trivially fine; at any other the scan stops, and the row goes to the reader of texts. So nothing is decided
// here that is not decided there too, and the differential tests hold the two equal.

import { at, CR, isBlank, isInk, LF, QUOTE } from './bytes'
import { first, last, readDate, setDays } from './dates'
import { mayBeHeader } from './header'
import { kindOf, setKinds } from './kinds'
import { findMarks, nextMark, passMarks, setNextMark } from './marks'
import { ALLOWED, BLOCK, BOUNDS, CELLS, FIRST_DAYS, FLAGS, LAST_DAYS, OFFSETS, ROW_KINDS } from './memory'
import { knowEnds } from './numbers'
import { arePlainHandlers, isCurrency, isDecimal, isHsCode, isPlainName, mayHaveWideBlanks } from './values'

export * from './memory'
export { setUpHeader } from './header'
export { numberOf, setUpForm } from './numbers'

// Roles of cells (`CELL` in scan-plan.ts).
const SKIPPED: u32 = 0
const KIND: u32 = 1
const FROM: u32 = 2
const TO: u32 = 3
const DATE: u32 = 4
const AMOUNT: u32 = 5
const CURRENCY: u32 = 6
const HS_CODE: u32 = 7
const VIA: u32 = 8

/** Why a scan stopped: at the end of the block or with as many rows as one call takes; at a row for the reader of texts; at an empty line; after a row with handlers. */
export const DONE: i32 = 0
export const ODD: i32 = 1
export const BLANK: i32 = 2
export const HANDLED: i32 = 3

/** Of the last scan: where it stopped, and the cell of the handlers. */
export let next: i32 = 0
export let viaStart: i32 = 0
export let viaEnd: i32 = 0
export let stopped: i32 = 0
/** How many ends are not known, and how many rows are later than the day of the screening. */
export let unknown: i32 = 0
export let later: i32 = 0

let bytes: i32 = 0
let width: i32 = 0
let delimiter: i32 = 0
let implied: i32 = 0
let beginning: i32 = 0
let end: i32 = 0
let asOf: i32 = 0
let laterFlag: i32 = 0

export function setUp(itsWidth: i32, itsDelimiter: i32, impliedKind: i32, kindCount: i32): void {
  width = itsWidth
  delimiter = itsDelimiter
  implied = impliedKind
  setKinds(kindCount)
}

/** The days of a link without a date, the day of the screening, and the flag of a link that is later. */
export function setUpDays(firstDay: i32, lastDay: i32, day: i32, flag: i32): void {
  beginning = firstDay
  end = lastDay
  asOf = day
  laterFlag = flag
}

let kind: i32 = 0
let fromStart: usize = 0
let fromEnd: usize = 0
let toStart: usize = 0
let toEnd: usize = 0
let handlersStart: usize = 0
let handlersEnd: usize = 0

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
    default: {
      // The day on which it was known: checked, and read by nobody.
      const before = first
      const after = last
      const isDate = readDate(from, to)
      setDays(before, after)
      return isDate
    }
  }
}

/** Reads the row that begins at a place to its line end, and gives the place after that; 0 where it is for the reader of texts. */
function row(start: usize): usize {
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
    if (cell != width - 1 || fromEnd == fromStart || toEnd == toStart || kind < 0) return 0
    setNextMark(mark)
    return at(ALLOWED + kind) == 1 ? place : 0
  }
  return 0
}

/** Begins a block, of which so many bytes are lines. */
export function open(itsBytes: i32): void {
  bytes = itsBytes
  findMarks(bytes, delimiter)
}

/**
 * Takes rows of the block from `start` on, no further back than before; `base` is where the block begins in the file. Gives how many, and says in
 * `stopped` why no more.
 */
export function scan(start: i32, most: i32, base: u32): i32 {
  const stop = BLOCK + bytes
  let place = BLOCK + start
  passMarks(place)
  stopped = DONE
  later = 0
  let rows = 0
  while (place < stop && rows < most) {
    if (at(place) == LF || (at(place) == CR && at(place + 1) == LF)) {
      stopped = BLANK
      break
    }
    const after = row(place)
    if (after == 0) {
      stopped = ODD
      break
    }
    const bounds = BOUNDS + rows * 16
    store<u32>(bounds, <u32>(fromStart - BLOCK))
    store<u32>(bounds + 4, <u32>(fromEnd - BLOCK))
    store<u32>(bounds + 8, <u32>(toStart - BLOCK))
    store<u32>(bounds + 12, <u32>(toEnd - BLOCK))
    store<i32>(FIRST_DAYS + rows * 4, first)
    store<i32>(LAST_DAYS + rows * 4, last)
    store<u32>(OFFSETS + rows * 4, base + <u32>(place - BLOCK))
    store<u8>(ROW_KINDS + rows, <u8>kind)
    store<u8>(FLAGS + rows, <u8>(first > asOf ? laterFlag : 0))
    if (first > asOf) later++
    rows++
    place = after
    if (handlersEnd > handlersStart) {
      stopped = HANDLED
      viaStart = <i32>(handlersStart - BLOCK)
      viaEnd = <i32>(handlersEnd - BLOCK)
      break
    }
  }
  next = <i32>(place - BLOCK)
  unknown = knowEnds(rows)
  return rows
}
