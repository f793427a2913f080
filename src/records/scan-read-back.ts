import { isUtf8 } from 'node:buffer'
import type { Problem } from '../model/problem.js'
import type { LinkRecord } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { isSameFile, readAt, storedFile, withFile } from '../sources/scan/stored.js'
import { createCsvTable } from './csv-table.js'
import { fileChanged, linkReader } from './links.js'
import type { ScannedFile } from './scan-links.js'
import { createTally } from './tally.js'

/** A record to read again: where it begins, and what the first reading knew of it. */
export interface WantedRecord {
  readonly offset: number
  readonly line: number
}

/** Most records are shorter; of a longer one more is read. */
const FIRST_READ = 1 << 9
/** Records nearer to each other than this are read in one. */
const NEAR = 1 << 13
const WINDOW = 1 << 18
const LF = 0x0a

/**
 * Reads records of a scanned file again, each at its place, in ascending order. The problem says that the file is no longer what it was:
 * its size or day of change, or a record that does not begin or does not end where it did.
 *
 * @param onRecord takes the record and its place in `wanted`; gives whether it is the one that was read.
 */
export function readBackScanned(
  scanned: ScannedFile,
  wanted: readonly WantedRecord[],
  onRecord: (record: LinkRecord, at: number) => boolean,
): Problem | undefined {
  if (wanted.length === 0) return undefined
  const changed = fileChanged(scanned.plan.path)
  if (!isSameFile(scanned.stored, storedFile(scanned.location))) return changed
  try {
    const found = withFile(scanned.location, (file) => readAll(file, scanned, wanted, onRecord))
    return found && isSameFile(scanned.stored, storedFile(scanned.location)) ? undefined : changed
  } catch {
    // It was there a moment ago.
    return changed
  }
}

function readAll(
  file: number,
  scanned: ScannedFile,
  wanted: readonly WantedRecord[],
  onRecord: (record: LinkRecord, at: number) => boolean,
): boolean {
  const recordOf = createRecordReader(scanned)
  const end = scanned.stored.bytes
  let window: Buffer = Buffer.alloc(0)
  let start = 0
  for (const [at, { offset, line }] of wanted.entries()) {
    let record: LinkRecord | 'open' | undefined = 'open'
    for (let size = FIRST_READ; record === 'open'; size *= 4) {
      const stop = Math.min(offset + size, end)
      if (offset < start || stop > start + window.length) {
        start = offset
        window = readAt(file, offset, Math.min(Math.max(size, isNear(wanted, at) ? WINDOW : 0), end - offset))
      }
      const bytes = window.subarray(offset - start, Math.max(stop - start, 0))
      record = recordOf(bytes, line, stop === end)
      if (stop === end && record === 'open') record = undefined
    }
    if (record === undefined || !onRecord(record, at)) return false
  }
  return true
}

function isNear(wanted: readonly WantedRecord[], at: number): boolean {
  return (wanted[at + 1]?.offset ?? Infinity) - (wanted[at]?.offset ?? 0) < NEAR
}

/** Reads the first record of some bytes; `open` where they end before it does. */
function createRecordReader({ plan }: ScannedFile) {
  return (bytes: Buffer, line: number, isLast: boolean): LinkRecord | 'open' | undefined => {
    const found: LinkRecord[] = []
    const sink = { link: (link: LinkRecord) => void found.push(link), rejectedNames: () => {} }
    const reader = linkReader(
      plan.path,
      'transactions',
      plan.self === undefined ? {} : { self: plan.self },
      sink,
      () => {},
    )
    const table = createCsvTable(plan.path, reader, createTally('transactions', plan.path), () => {}, plan.layout)
    const lines = createCsvLines({ delimiter: plan.delimiter, ...table })
    let at = 0
    for (let number = line; ; number++) {
      let end = bytes.indexOf(LF, at)
      if (end === -1 && isLast && at < bytes.length) end = bytes.length
      if (end === -1) return 'open'
      const text = bytes.subarray(at, end)
      if (!isUtf8(text)) return undefined
      lines.line(text.toString('utf8'), number)
      if (lines.isOpen() && (!isLast || end < bytes.length)) {
        at = end + 1
        continue
      }
      lines.end()
      return found[0]
    }
  }
}
