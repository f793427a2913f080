// The inner loop of the scans of transactions and entities, in AssemblyScript: ten million rows of 73 bytes took 3.6 s of CPU in JavaScript and take 0.9 s
// here, since delimiters are found sixteen bytes at a time. `npm run kernel` compiles it into src/records/row-kernel.ts; row-scanner.ts and
// entity-row-scanner.ts there call it.
//
// A row is taken where every cell is trivially fine; at any other the scan stops, and the row goes to the reader of texts. So nothing is decided
// here that is not decided there too, and the differential tests hold the two equal.

import { at, CR, LF } from './bytes'
import { first, last } from './dates'
import { beginEntity, isNamed } from './entities'
import { setKinds } from './kinds'
import { findMarks, passMarks } from './marks'
import { ALLOWED, BLOCK, BOUNDS, FIRST_DAYS, FLAGS, LAST_DAYS, OFFSETS, ROW_KINDS } from './memory'
import { knowEnds } from './numbers'
import {
  fromEnd,
  fromStart,
  handlersEnd,
  handlersStart,
  kind,
  row,
  setUpRow,
  setUpRowDays,
  toEnd,
  toStart,
} from './row'

export * from './memory'
export { setUpHeader } from './header'
export { numberOf, setUpForm } from './numbers'
export { noteCountry, noteType } from './words'

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
let delimiter: i32 = 0
let asOf: i32 = 0
let laterFlag: i32 = 0

export function setUp(itsWidth: i32, itsDelimiter: i32, impliedKind: i32, kindCount: i32): void {
  delimiter = itsDelimiter
  setUpRow(itsWidth, itsDelimiter, impliedKind)
  setKinds(kindCount)
}

/** The days of a link without a date, the day of the screening, and the flag of a link that is later. */
export function setUpDays(firstDay: i32, lastDay: i32, day: i32, flag: i32): void {
  setUpRowDays(firstDay, lastDay)
  asOf = day
  laterFlag = flag
}

/** Whether the row is a link: of a kind that is allowed, with both its ends. */
function isLink(): bool {
  return fromEnd != fromStart && toEnd != toStart && kind >= 0 && at(ALLOWED + kind) == 1
}

function isEmptyLine(place: usize): bool {
  return at(place) == LF || (at(place) == CR && at(place + 1) == LF)
}

/** Begins a block, of which so many bytes are lines. */
export function open(itsBytes: i32): void {
  bytes = itsBytes
  findMarks(bytes, delimiter)
}

/**
 * Takes rows of transactions of the block from `start` on, no further back than before; `base` is where the block begins in the file. Gives how many, and says in
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
    if (isEmptyLine(place)) {
      stopped = BLANK
      break
    }
    const after = row(place)
    if (after == 0 || !isLink()) {
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

/** The same of rows of entities. */
export function scanEntities(start: i32, most: i32): i32 {
  const stop = BLOCK + bytes
  let place = BLOCK + start
  passMarks(place)
  stopped = DONE
  let rows = 0
  while (place < stop && rows < most) {
    if (isEmptyLine(place)) {
      stopped = BLANK
      break
    }
    beginEntity(rows)
    const after = row(place)
    if (after == 0 || !isNamed()) {
      stopped = ODD
      break
    }
    store<u32>(OFFSETS + rows * 4, <u32>(place - BLOCK))
    rows++
    place = after
  }
  next = <i32>(place - BLOCK)
  return rows
}
