import { isAscii } from 'node:buffer'
import type { PackableIdTable } from '../columns/id-table.js'
import { commonForm } from './numbered-ids.js'
import { createOddLines } from './odd-lines.js'
import { createPartLinks } from './part-links.js'
import { createRowScanner } from './row-scanner.js'
import type { LinkColumns } from './scan-columns.js'
import type { Declined, ScannedPart } from './scan-part.js'
import type { ScanPlan } from './scan-plan.js'

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
export function createPartRows(
  plan: ScanPlan,
  columns: LinkColumns,
  ids: PackableIdTable,
  linesBefore: number,
): PartRows {
  const scanner = createRowScanner(plan)
  const { block: bytes } = scanner
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const capacity = columns.from.length
  const links = createPartLinks(plan, columns, ids)
  const odd = createOddLines(plan, links, ids)

  let line = linesBefore
  /** Where the block at hand begins in the file. */
  let base = 0
  const { mostRows, mostDigits } = scanner
  const unknownBounds = new Int32Array(mostRows * 4)
  const found = new Int32Array(mostRows * 2)
  let isFormSought = true
  let isFull = false

  /** Puts the rows that the scanner just took into the columns; their lines follow each other. */
  function keepRows(count: number): void {
    const { unknown } = scanner
    if (unknown.length > 0) findUnknown(unknown)
    links.addRows(scanner, count, odd.passRows(count), line + 1)
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
      const id = links.noteEnd(found[at] ?? 0, line + 1 + (place >> 1))
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
      if (from < to) links.addVia(link, links.noteEnd(ids.intern(bytes, view, from, to), line))
      at = stop + 1
    }
  }

  /** Gives a line to the reader of texts. Gives where the next line begins. */
  function takeOdd(start: number): number {
    const end = bytes.indexOf(LF, start)
    const text = bytes.subarray(start, end)
    const encoding = isAscii(text) ? 'latin1' : 'utf8'
    line++
    odd.take(Buffer.from(text.buffer, text.byteOffset, text.length).toString(encoding), line, base + start)
    return end + 1
  }

  /** From the first rows that are many enough: ids that are numbers are found quicker. */
  function seekForm(count: number): void {
    const form = commonForm(bytes, scanner.bounds, count * 2, mostDigits)
    if (form !== undefined) scanner.useForm(form)
    isFormSought = form === undefined && links.count < mostRows
  }

  /** Takes what stands at a place up to the first line that is no plain row, and that one; gives where the next begins. */
  function takeSome(start: number, until: number): number {
    if (odd.isOpen()) return takeOdd(start)
    const count = scanner.scan(start, Math.min(mostRows, capacity - links.count), base)
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
        keepVia(links.count - 1, ...scanner.via)
        return next
      case 'done':
        isFull = next < until && links.count >= capacity
        return next
    }
  }

  return {
    block: bytes,
    take(until, at) {
      base = at
      scanner.open(until)
      for (let start = 0; start < until && !isFull && !links.isFull;) start = takeSome(start, until)
      if (isFull || links.isFull) return 'no-room'
      const isMost = odd.count > FREE_ODD_LINES && odd.count * 20 > line - linesBefore
      return isMost || odd.count > MOST_ODD_LINES ? 'many-odd-rows' : undefined
    },
    finish(isLast) {
      if (!isLast && odd.isOpen()) return { kind: 'declined', why: 'cut-in-record' }
      odd.end()
      if (links.isFull) return { kind: 'declined', why: 'no-room' }
      return { kind: 'scanned', lines: line - linesBefore, ...odd.packed(), ...links.packed() }
    },
  }
}

/** The blanks of ASCII that `String.prototype.trim` takes away. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= CR)
}
