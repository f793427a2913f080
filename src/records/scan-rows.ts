import { isAscii } from 'node:buffer'
import { BEGINNING, END } from '../model/date.js'
import type { Place, Problem } from '../model/problem.js'
import { LINK_KINDS, type LinkKind, type LinkRecord } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { isBlank } from '../sources/scan/byte-values.js'
import type { IdTable } from '../columns/id-table.js'
import { createSteps } from '../columns/steps.js'
import { createCsvTable } from './csv-table.js'
import { linkReader } from './links.js'
import type { Declined, ScannedPart } from './scan-part.js'
import { commonForm } from './numbered-ids.js'
import { createRowScanner } from './row-scanner.js'
import type { ScanPlan } from './scan-plan.js'
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
  /** Where the bytes have to stand. */
  readonly block: Uint8Array<ArrayBuffer>
  /** Takes the whole lines of `block[0..until)`; `base` is where it begins in the file. */
  take(until: number, base: number): Declined['why'] | undefined
  finish(last: boolean): ScannedPart | Declined
}

const LF = 0x0a
const CR = 0x0d
const SEMICOLON = 0x3b
/** So many odd lines are read as texts for sure; beyond that the file is left to the reader of texts where they are more than one in twenty. */
const FREE_ODD_LINES = 2000
const MOST_ODD_LINES = 400_000

/**
 * Scans the rows of a part. What is trivially fine goes into the columns straight from its bytes; any other line goes to the reader of texts,
 * so that what is wrong with a row is decided and said in one place only.
 */
export function createPartRows(plan: ScanPlan, columns: LinkColumns, ids: IdTable, linesBefore: number): PartRows {
  const { asOf } = plan
  const scanner = createRowScanner(plan)
  const { block: bytes } = scanner
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const capacity = columns.from.length
  const rowSteps = createSteps(1)
  const lineSteps = createSteps(1)

  let links = 0
  let rows = 0
  let line = linesBefore
  let leftOut = 0
  let odd = 0
  /** Where the block at hand begins in the file. */
  let base = 0
  const { mostRows, mostDigits } = scanner
  const unknownBounds = new Int32Array(mostRows * 4)
  const found = new Int32Array(mostRows * 2)
  let isFormSought = true

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

  /** Puts the rows that the scanner just took into the columns; their lines follow each other. */
  function keepRows(count: number): void {
    const firstLink = links
    const { unknown } = scanner
    if (unknown.length > 0) findUnknown(unknown)
    columns.from.set(scanner.from.subarray(0, count), firstLink)
    columns.to.set(scanner.to.subarray(0, count), firstLink)
    columns.kind.set(scanner.kinds.subarray(0, count), firstLink)
    columns.first.set(scanner.first.subarray(0, count), firstLink)
    columns.last.set(scanner.last.subarray(0, count), firstLink)
    columns.flags.set(scanner.flags.subarray(0, count), firstLink)
    columns.offset.set(scanner.offsets.subarray(0, count), firstLink)
    rowSteps.put(firstLink, rows)
    lineSteps.put(firstLink, line + 1)
    leftOut += scanner.later
    links += count
    rows += count
    line += count
  }

  /** Looks up the ends that the scanner does not know, in the order of the rows. */
  function findUnknown(unknown: Int32Array): void {
    const { bounds, from, to } = scanner
    for (let at = 0; at < unknown.length; at++) {
      const place = (unknown[at] ?? 0) * 2
      unknownBounds[at * 2] = bounds[place] ?? 0
      unknownBounds[at * 2 + 1] = bounds[place + 1] ?? 0
    }
    ids.internAll(bytes, view, unknownBounds, unknown.length, found)
    for (let at = 0; at < unknown.length; at++) {
      const place = unknown[at] ?? 0
      const id = noteEnd(found[at] ?? 0, line + 1 + (place >> 1))
      if ((place & 1) === 0) from[place >> 1] = id
      else to[place >> 1] = id
      if (!isFormSought) scanner.note(unknownBounds[at * 2] ?? 0, unknownBounds[at * 2 + 1] ?? 0, id)
    }
  }

  function keepVia(link: number, start: number, end: number): void {
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

  /** Gives a line to the reader of texts; the row that it ends goes to the columns at once. Gives where the next line begins. */
  function takeOdd(start: number): number {
    const end = bytes.indexOf(LF, start)
    const text = bytes.subarray(start, end)
    line++
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
    return end + 1
  }

  /** From the first rows that are many enough: ids that are numbers are found quicker. */
  function seekForm(count: number): void {
    const form = commonForm(bytes, scanner.bounds, count * 2, mostDigits)
    if (form !== undefined) scanner.useForm(form)
    isFormSought = form === undefined && rows < mostRows
  }

  /** Takes what stands at a place up to the first line that is no plain row, and that one; gives where the next begins. */
  function takeSome(start: number, until: number): number {
    if (oddLines.isOpen()) return takeOdd(start)
    const count = scanner.scan(start, Math.min(mostRows, capacity - links), base)
    if (count > 0) keepRows(count)
    if (isFormSought) seekForm(count)
    const { next } = scanner
    switch (scanner.stopped) {
      case 'odd':
        return takeOdd(next)
      case 'blank':
        line++
        return bytes[next] === CR ? next + 2 : next + 1
      case 'handled':
        keepVia(links - 1, ...scanner.via)
        return next
      case 'done':
        full = next < until && links >= capacity
        return next
    }
  }

  return {
    block: bytes,
    take(until, at) {
      base = at
      scanner.open(until)
      for (let start = 0; start < until && !full;) start = takeSome(start, until)
      if (full) return 'no-room'
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
