import { isAscii } from 'node:buffer'
import { BEGINNING, END } from '../model/date.js'
import type { Place, Problem } from '../model/problem.js'
import { LINK_KINDS, type LinkKind, type LinkRecord } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import {
  createDateReader,
  isBlank,
  isCurrency,
  isDecimal,
  isHsCode,
  isPlainHandler,
  isPlainName,
  mayHaveWideBlanks,
} from '../sources/scan/byte-values.js'
import type { IdTable } from '../columns/id-table.js'
import { createSteps } from '../columns/steps.js'
import { createCsvTable } from './csv-table.js'
import { createHeaderWordCheck } from './header-again.js'
import { linkReader } from './links.js'
import type { Declined, ScannedPart } from './scan-part.js'
import { CELL, type ScanPlan } from './scan-plan.js'
import type { RowRef } from './tally.js'
import { createTally } from './tally.js'

/** Columns of links that a scan fills from place 0 on; all are of one length. */
export interface LinkColumns {
  /** Ids of the part's own table. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index in LINK_KINDS. */
  readonly kind: Uint8Array
  readonly first: Int32Array
  readonly last: Int32Array
  /** `plan.laterFlag` for a link that is later than the day of the screening, else 0. */
  readonly flags: Uint8Array
  /** Where the record begins: the lower 32 bits. */
  readonly offset: Uint32Array
}

export interface PartRows {
  /** Takes the whole lines of `bytes[0..until)`; `base` is where the block begins in the file. */
  take(bytes: Uint8Array, until: number, base: number): Declined['why'] | undefined
  finish(last: boolean): ScannedPart | Declined
}

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const SEMICOLON = 0x3b
/** Rows whose ends are looked up together: the look-ups of independent rows overlap, and their misses of the cache with them. */
const BATCH = 2048
/** So many odd lines are read as texts for sure; beyond that the file is left to the reader of texts where they are more than one in twenty. */
const FREE_ODD_LINES = 2000
const MOST_ODD_LINES = 400_000

/** Kinds by the length of their word. */
const KINDS_BY_LENGTH: readonly (readonly { readonly code: number; readonly bytes: Uint8Array }[])[] = Array.from(
  { length: 16 },
  (_, length) =>
    LINK_KINDS.flatMap((kind, code) => (kind.length === length ? [{ code, bytes: Buffer.from(kind) }] : [])),
)

/** A kind's code, in any case, with `_` or one blank for `-`; -1 for other words. */
function kindCode(bytes: Uint8Array, start: number, end: number): number {
  for (const kind of KINDS_BY_LENGTH[end - start] ?? []) {
    let at = 0
    for (; at < kind.bytes.length; at++) {
      const byte = bytes[start + at] ?? 0
      const folded = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte === 0x5f || byte === 0x20 ? 0x2d : byte
      if (folded !== kind.bytes[at]) break
    }
    if (at === kind.bytes.length) return kind.code
  }
  return -1
}

/** What became of a row, or how the scanning of a block stopped. */
const TAKEN = 0
const ODD = 1
const BLANK = 2

/**
 * Scans the rows of a part. What is trivially fine goes into the columns straight from its bytes; any other line goes to the reader of texts,
 * so that what is wrong with a row is decided and said in one place only.
 */
export function createPartRows(plan: ScanPlan, columns: LinkColumns, ids: IdTable, linesBefore: number): PartRows {
  const { cells, implied, allowed, asOf } = plan
  const width = cells.length
  const delimiter = plan.delimiter.charCodeAt(0)
  const special = new Uint8Array(256)
  for (const byte of [delimiter, LF, QUOTE]) special[byte] = 1
  const date = createDateReader()
  const knownOn = createDateReader()
  const mayBeHeader = createHeaderWordCheck(plan.layout.headers)
  const capacity = columns.from.length
  const rowSteps = createSteps(1)
  const lineSteps = createSteps(1)

  let links = 0
  let rows = 0
  let line = linesBefore
  let leftOut = 0
  let odd = 0
  // The block at hand.
  let bytes: Uint8Array = new Uint8Array(0)
  let view: DataView = new DataView(bytes.buffer)
  let base = 0
  // The row at hand: where its cells stand, and where the next row begins.
  let next = 0
  let kind = -1
  let fromStart = 0
  let fromEnd = 0
  let toStart = 0
  let toEnd = 0
  let viaStart = 0
  let viaEnd = 0
  let first = BEGINNING
  let last = END

  // Rows whose ends are not looked up yet.
  const pending = new Int32Array(BATCH * 4)
  const pendingLines = new Uint32Array(BATCH)
  const found = new Int32Array(BATCH * 2)
  let waiting = 0

  const rejected: { count: number } = { count: 0 }
  const degraded: number[] = []
  const problems: Problem[] = []
  const sameAs: (readonly [number, number])[] = []
  const viaLinks: number[] = []
  const viaEnds: number[] = []
  const endLines: number[] = []

  function noteEnd(end: number, at: number): number {
    if (end === endLines.length) endLines.push(at)
    return end
  }

  const oddLines = readerOfTexts()

  /** The existing reader, for rows that the scanner does not judge. */
  function readerOfTexts() {
    const tally = {
      ...createTally('transactions', plan.path),
      accept(isDegraded: boolean): RowRef {
        const row = rows++
        if (isDegraded) degraded.push(row)
        return { row, degraded: isDegraded }
      },
      reject(): void {
        rows++
        rejected.count++
      },
    }
    const say = (problem: Problem): void => void problems.push(problem)
    const rejectedNames = (names: readonly string[], place: Place): void => {
      for (const name of names) noteEnd(ids.internText(name), place.line)
    }
    const options = plan.self === undefined ? {} : { self: plan.self }
    const reader = linkReader(plan.path, 'transactions', options, { link: takeRecord, rejectedNames }, say)
    return createCsvLines({ delimiter: plan.delimiter, ...createCsvTable(plan.path, reader, tally, say, plan.layout) })
  }

  /** Of the lines of a record whose quote is open: the line that opened it, and where each begins. A broken quote gives them back as records. */
  let openLine = 0
  let openOffsets: number[] = []
  let full = false

  function takeRecord(its: LinkRecord, { row }: RowRef): void {
    if (links >= capacity) {
      full = true
      return
    }
    const at = its.place.line
    const link = links++
    columns.from[link] = noteEnd(ids.internText(its.from), at)
    columns.to[link] = noteEnd(ids.internText(its.to), at)
    columns.kind[link] = codeOf(its.kind)
    columns.first[link] = its.date?.first ?? BEGINNING
    columns.last[link] = its.date?.last ?? END
    rowSteps.put(link, row)
    lineSteps.put(link, at)
    columns.offset[link] = openOffsets[at - openLine] ?? 0
    const isLater = its.date !== undefined && its.date.first > asOf
    columns.flags[link] = isLater ? plan.laterFlag : 0
    if (isLater) leftOut++
    else if (its.kind === 'same-as') sameAs.push([columns.from[link] ?? 0, columns.to[link] ?? 0])
    for (const handler of its.via) noteVia(link, noteEnd(ids.internText(handler), at))
  }

  function noteVia(link: number, end: number): void {
    viaLinks.push(link)
    viaEnds.push(end)
  }

  /** Looks up the ends of the rows that wait, in the order of the rows. */
  function settle(): void {
    if (waiting === 0) return
    const firstLink = links - waiting
    ids.internAll(bytes, view, pending, waiting * 2, found)
    for (let at = 0; at < waiting; at++) {
      const from = found[at * 2] ?? 0
      const to = found[at * 2 + 1] ?? 0
      noteEnd(from, pendingLines[at] ?? 0)
      noteEnd(to, pendingLines[at] ?? 0)
      columns.from[firstLink + at] = from
      columns.to[firstLink + at] = to
    }
    waiting = 0
  }

  function settleVia(link: number, start: number, end: number): void {
    for (let at = start; at < end;) {
      let stop = at
      while (stop < end && bytes[stop] !== SEMICOLON) stop++
      let [from, to] = [at, stop]
      while (from < to && isBlank(bytes[from] ?? 0)) from++
      while (from < to && isBlank(bytes[to - 1] ?? 0)) to--
      if (from < to) noteVia(link, noteEnd(ids.intern(bytes, view, from, to), line))
      at = stop + 1
    }
  }

  /** Whether each handler is plain, with no blank around it but those of ASCII. */
  function isPlainVia(start: number, end: number): boolean {
    for (let at = start; at < end;) {
      let stop = at
      while (stop < end && bytes[stop] !== SEMICOLON) stop++
      let [from, to] = [at, stop]
      while (from < to && isBlank(bytes[from] ?? 0)) from++
      while (from < to && isBlank(bytes[to - 1] ?? 0)) to--
      if (from < to && (mayHaveWideBlanks(bytes, from, to) || !isPlainHandler(bytes, from, to))) return false
      at = stop + 1
    }
    return true
  }

  /** Notes one cell of the row at hand; whether it is trivially fine. */
  function takeCell(role: number, cellStart: number, cellEnd: number): boolean {
    let start = cellStart
    let end = cellEnd
    while (start < end && isBlank(bytes[start] ?? 0)) start++
    while (start < end && isBlank(bytes[end - 1] ?? 0)) end--
    if (start === end) return role !== CELL.from && role !== CELL.to
    if (((bytes[start] ?? 0) | (bytes[end - 1] ?? 0)) >= 0x80 && mayHaveWideBlanks(bytes, start, end)) return false
    switch (role) {
      case CELL.kind:
        kind = kindCode(bytes, start, end)
        return kind >= 0
      case CELL.from:
        fromStart = start
        fromEnd = end
        // The header once more is told by the whole row, which is for the reader of texts.
        return isPlainName(bytes, start, end) && !mayBeHeader(bytes, start, end)
      case CELL.to:
        toStart = start
        toEnd = end
        return isPlainName(bytes, start, end)
      case CELL.date:
        if (!date.read(bytes, start, end)) return false
        first = date.first
        last = date.last
        return true
      case CELL.amount:
        return isDecimal(bytes, start, end)
      case CELL.currency:
        return isCurrency(bytes, start, end)
      case CELL.hsCode:
        return isHsCode(bytes, start, end)
      case CELL.knownOn:
        return knownOn.read(bytes, start, end)
      default:
        viaStart = start
        viaEnd = end
        return isPlainVia(start, end)
    }
  }

  /** Finds the cells of the row at `start`, whose line ends before `until`. */
  function scanRow(start: number): number {
    const block = bytes
    let at = start
    if (block[at] === LF || (block[at] === CR && block[at + 1] === LF)) {
      next = block[at] === LF ? at + 1 : at + 2
      return BLANK
    }
    kind = implied
    first = BEGINNING
    last = END
    fromEnd = fromStart = toEnd = toStart = viaEnd = viaStart = 0
    for (let cell = 0; ; cell++) {
      let from = at
      let to = 0
      let isDoubled = false
      let byte = block[at] ?? LF
      if (byte === QUOTE) {
        from = ++at
        for (;;) {
          byte = block[at] ?? LF
          while (byte !== QUOTE && byte !== LF) byte = block[++at] ?? LF
          if (byte === LF) return ODD
          if (block[at + 1] !== QUOTE) break
          isDoubled = true
          at += 2
        }
        to = at
        byte = block[++at] ?? LF
        if (byte === CR && block[at + 1] === LF) byte = block[++at] ?? LF
        if (byte !== delimiter && byte !== LF) return ODD
      } else {
        while (special[byte] === 0) byte = block[++at] ?? LF
        if (byte === QUOTE) return ODD
        to = at
      }
      if (cell >= width) return ODD
      const role = cells[cell] ?? 0
      if (role !== 0 && (isDoubled || !takeCell(role, from, to))) return ODD
      at++
      if (byte === LF) {
        next = at
        return cell === width - 1 && fromEnd > fromStart && toEnd > toStart && allowed[kind] === 1 ? TAKEN : ODD
      }
    }
  }

  function keepRow(start: number): void {
    const link = links++
    columns.kind[link] = kind
    columns.first[link] = first
    columns.last[link] = last
    rowSteps.put(link, rows++)
    lineSteps.put(link, line)
    pendingLines[waiting] = line
    columns.offset[link] = base + start
    if (first > asOf) {
      columns.flags[link] = plan.laterFlag
      leftOut++
    } else columns.flags[link] = 0
    const place = waiting * 4
    pending[place] = fromStart
    pending[place + 1] = fromEnd
    pending[place + 2] = toStart
    pending[place + 3] = toEnd
    waiting++
    if (viaEnd > viaStart) {
      // Handlers come after the ends of their own link and before those of the next.
      settle()
      settleVia(link, viaStart, viaEnd)
    } else if (waiting === BATCH) settle()
  }

  /** Gives a line to the reader of texts; the row that it ends goes to the columns at once. */
  function takeOdd(start: number): void {
    const end = bytes.indexOf(LF, start)
    const text = bytes.subarray(start, end)
    settle()
    if (!oddLines.isOpen()) {
      openLine = line
      openOffsets = []
    }
    openOffsets.push(base + start)
    oddLines.line(
      Buffer.from(text.buffer, text.byteOffset, text.length).toString(isAscii(text) ? 'latin1' : 'utf8'),
      line,
    )
    odd++
    next = end + 1
  }

  return {
    take(block, until, at) {
      bytes = block
      view = new DataView(block.buffer, block.byteOffset, block.byteLength)
      base = at
      for (let start = 0; start < until; start = next) {
        line++
        const outcome = oddLines.isOpen() ? ODD : scanRow(start)
        if (outcome === TAKEN) {
          if (links >= capacity) return 'no-room'
          keepRow(start)
        } else if (outcome === ODD) takeOdd(start)
        if (full) return 'no-room'
      }
      settle()
      if (odd > MOST_ODD_LINES || (odd > FREE_ODD_LINES && odd * 20 > line - linesBefore)) return 'many-odd-rows'
      return undefined
    },
    finish(isLast) {
      if (!isLast && oddLines.isOpen()) return { kind: 'declined', why: 'cut-in-record' }
      oddLines.end()
      if (full) return { kind: 'declined', why: 'no-room' }
      return {
        kind: 'scanned',
        links,
        rows,
        rejected: rejected.count,
        degraded,
        leftOut,
        lines: line - linesBefore,
        problems,
        sameAs,
        viaLinks: Int32Array.from(viaLinks),
        viaEnds: Int32Array.from(viaEnds),
        ends: ids.packed(),
        endLines: Uint32Array.from(endLines),
        rowSteps: rowSteps.packed(),
        lineSteps: lineSteps.packed(),
      }
    },
  }
}

const CODES = new Map<LinkKind, number>(LINK_KINDS.map((kind, code) => [kind, code]))

function codeOf(kind: LinkKind): number {
  return CODES.get(kind) ?? -1
}
