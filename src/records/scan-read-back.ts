import { isAscii, isUtf8 } from 'node:buffer'
import type { Problem } from '../model/problem.js'
import type { LinkRecord, ToldLink } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { isSameFile, readAt, storedFile, withFile } from '../sources/scan/stored.js'
import { createCsvTable } from './csv-table.js'
import { createKeptLinks } from './kept-links.js'
import { readLinkRow } from './link-row.js'
import { fileChanged, linkReader } from './links.js'
import { createPlainLinks } from './plain-link.js'
import { createRowCheck } from './row-check.js'
import type { ScannedFile } from './scan-links.js'
import { createTally } from './tally.js'

/** Records to read again, by their places in ascending order, and what the first reading knew of them. */
export interface WantedRecords {
  readonly length: number
  offsetOf(at: number): number
  lineOf(at: number): number
}

/** Records that were read again, each read from its bytes when it is asked for: of a million only these are kept. */
export interface KeptRecords {
  recordOf(at: number): ToldLink | undefined
}

/** Most records are shorter; of a longer one more is read. */
const FIRST_READ = 1 << 9
/** Records nearer to each other than this are read in one: a call takes as long as so many bytes. */
const NEAR = 1 << 11
const WINDOW = 1 << 18
const LF = 0x0a

/**
 * Reads records of a scanned file again, each at its place. The problem says that the file is no longer what it was: its size or day of change, or a
 * record that does not begin or does not end where it did.
 *
 * @param isSame whether the record, by its place in `wanted`, is the one that was read.
 */
export function readBackScanned(
  scanned: ScannedFile,
  wanted: WantedRecords,
  isSame: (record: LinkRecord, at: number) => boolean,
): KeptRecords | Problem {
  const changed = fileChanged(scanned.plan.path)
  if (!isSameFile(scanned.stored, storedFile(scanned.location))) return changed
  try {
    const kept = withFile(scanned.location, (file) => readAll(file, scanned, wanted, isSame))
    return kept !== undefined && isSameFile(scanned.stored, storedFile(scanned.location)) ? kept : changed
  } catch {
    // It was there a moment ago.
    return changed
  }
}

function readAll(
  file: number,
  scanned: ScannedFile,
  wanted: WantedRecords,
  isSame: (record: LinkRecord, at: number) => boolean,
): KeptRecords | undefined {
  const read = createRecordReader(scanned)
  const kept = createKeptLinks(wanted.length)
  const end = scanned.stored.bytes
  const room = Buffer.allocUnsafe(WINDOW)
  let window: Buffer = Buffer.alloc(0)
  let start = 0
  for (let at = 0; at < wanted.length; at++) {
    const offset = wanted.offsetOf(at)
    let found: ReadRecord | 'open' | undefined = 'open'
    for (let size = FIRST_READ; found === 'open'; size *= 4) {
      const stop = Math.min(offset + size, end)
      if (offset < start || stop > start + window.length) {
        start = offset
        window = readAt(file, offset, Math.min(Math.max(stop, stopOf(wanted, at)), end) - offset, room)
      }
      const bytes = window.subarray(offset - start, Math.max(stop - start, 0))
      found = read(bytes, wanted.lineOf(at), stop === end)
      if (stop === end && found === 'open') found = undefined
    }
    if (found === undefined || !isSame(found.record, at)) return undefined
    if (found.isPlain && kept.addPlain(found.record)) continue
    kept.addBytes(window.subarray(offset - start, offset - start + found.size))
  }
  return {
    recordOf(at) {
      const line = wanted.lineOf(at)
      const plain = kept.plainAt(at, scanned.plan.path, line)
      if (plain !== undefined) return plain
      const found = read(kept.bytesAt(at), line, true)
      return found === 'open' ? undefined : found?.record
    },
  }
}

/** Up to where to read from a record on: over those after it as long as each is near the one before, within a window. */
function stopOf(wanted: WantedRecords, at: number): number {
  const start = wanted.offsetOf(at)
  let stop = start + FIRST_READ
  for (let next = at + 1; next < wanted.length; next++) {
    const offset = wanted.offsetOf(next)
    if (offset - stop > NEAR || offset + FIRST_READ - start > WINDOW) break
    stop = offset + FIRST_READ
  }
  return stop
}

interface ReadRecord {
  readonly record: LinkRecord
  /** Whether it says what `createPlainLinks` reads, in ASCII. */
  readonly isPlain: boolean
  /** Bytes, with the end of its line. */
  readonly size: number
}

/** Reads the first record of some bytes; `open` where they end before it does. */
function createRecordReader({ plan }: ScannedFile) {
  let found: LinkRecord | undefined
  const sink = { link: (link: LinkRecord) => void (found ??= link), rejectedNames: () => {} }
  const options = plan.self === undefined ? {} : { self: plan.self }
  const reader = linkReader(plan.path, 'transactions', options, sink, () => {})
  const rowRef = { row: 0, degraded: false }
  const tally = { ...createTally('transactions', plan.path), accept: () => rowRef, reject: () => {} }
  const table = createCsvTable(plan.path, reader, tally, () => {}, plan.layout)
  const nextRow = createRowCheck(plan.path, () => {})
  const { layout } = plan
  const readPlain = createPlainLinks(layout, plan.path)
  const read = (size: number): ReadRecord | undefined =>
    found === undefined ? undefined : { record: found, isPlain: false, size }

  /** Line by line, where a quote may hold a line end. */
  function readLines(bytes: Buffer, line: number, isLast: boolean): ReadRecord | 'open' | undefined {
    const lines = createCsvLines({ delimiter: plan.delimiter, ...table })
    let at = 0
    for (let number = line; ; number++) {
      const end = lineEnd(bytes, at, isLast)
      if (end === undefined) return 'open'
      const text = bytes.subarray(at, end)
      if (!isUtf8(text)) return undefined
      lines.line(text.toString('utf8'), number)
      at = end + 1
      if (lines.isOpen() && (!isLast || at < bytes.length)) continue
      lines.end()
      return read(Math.min(at, bytes.length))
    }
  }

  return (bytes: Buffer, line: number, isLast: boolean): ReadRecord | 'open' | undefined => {
    found = undefined
    const end = lineEnd(bytes, 0, isLast)
    if (end === undefined) return 'open'
    const text = bytes.subarray(0, end)
    const cells = isAscii(text) ? plainCells(text.toString('latin1'), plan.delimiter) : undefined
    if (cells?.length !== layout.headers.length) return readLines(bytes, line, isLast)
    // It was taken for a record once, so that only what it says is asked for.
    const size = Math.min(end + 1, bytes.length)
    const plain = readPlain(cells, line)
    if (plain !== undefined) return { record: plain, isPlain: true, size }
    found = readLinkRow(nextRow({ cells, layout, line }), 'transactions', plan.self)
    return read(size)
  }
}

function lineEnd(bytes: Buffer, from: number, isLast: boolean): number | undefined {
  const end = bytes.indexOf(LF, from)
  if (end !== -1) return end
  return isLast && from < bytes.length ? bytes.length : undefined
}

/** The cells of a line of which each is bare, or wholly in quotes that hold none; `undefined` where there is more to its quotes. */
function plainCells(line: string, delimiter: string): readonly string[] | undefined {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  if (!text.includes('"')) return text.split(delimiter)
  if (text.includes('\n')) return undefined
  const cells: string[] = []
  for (let at = 0; ; at++) {
    const isQuoted = text[at] === '"'
    const close = isQuoted ? text.indexOf('"', at + 1) : at
    if (close === -1) return undefined
    const next = text.indexOf(delimiter, close)
    const end = next === -1 ? text.length : next
    const cell = text.slice(at, end)
    if (isQuoted ? close !== end - 1 : cell.includes('"')) return undefined
    cells.push(isQuoted ? cell.slice(1, -1) : cell)
    if (next === -1) return cells
    at = next
  }
}
