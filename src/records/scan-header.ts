import { isUtf8 } from 'node:buffer'
import { createCsvLines } from '../sources/csv.js'
import { readAt, withFile } from '../sources/scan/stored.js'
import type { Layout } from './layout.js'
import { MOST_COLUMNS } from './table-rows.js'

const HEAD = 1 << 16
const LF = 0x0a
const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** The beginning of a file on disk, as far as its lines are whole. */
export interface ScannedHead {
  /** Without a BOM. */
  readonly text: string
  readonly bytes: Buffer
  readonly bom: boolean
}

/** `undefined` where it is no UTF-8. */
export function readScannedHead(location: string): ScannedHead | undefined {
  const head = withFile(location, (file) => readAt(file, 0, HEAD))
  const bom = head.subarray(0, 3).equals(BOM)
  const bytes = head.subarray(bom ? 3 : 0, head.lastIndexOf(LF) + 1)
  return isUtf8(bytes) ? { text: bytes.toString('utf8'), bytes, bom } : undefined
}

/** What the layout of a file says that a scanner can read: whatever else it may say, of columns that are joined or refused, is not for it. */
const PLAIN: ReadonlySet<string> = new Set<keyof Layout>(['headers', 'at', 'identifiers', 'implied', 'torn', 'unknown'])

export function isPlainLayout(layout: Layout): boolean {
  return Object.keys(layout).every((key) => PLAIN.has(key))
}

/** The header of a file that is scanned. */
export interface ScannedHeader {
  readonly cells: readonly string[]
  readonly line: number
  /** Where the record after it begins, in bytes of the head, and how many lines come before it. */
  readonly end: number
  readonly lines: number
}

/** The first record of the head, as the reader of texts finds it; `undefined` where that would refuse it. */
export function findHeader(head: string, delimiter: string): ScannedHeader | undefined {
  let found: { readonly cells: readonly string[]; readonly line: number } | undefined
  let broken = false
  const lines = createCsvLines({
    delimiter,
    onRow: (cells, line) => (found ??= { cells, line }),
    onBroken: () => (broken = true),
  })
  let at = 0
  for (let line = 1; ; line++) {
    const end = head.indexOf('\n', at)
    if (end === -1) return undefined
    lines.line(head.slice(at, end), line)
    at = end + 1
    if (lines.isOpen()) continue
    if (broken || (found !== undefined && found.cells.length > MOST_COLUMNS)) return undefined
    if (found !== undefined) return { ...found, end: Buffer.byteLength(head.slice(0, at)), lines: line }
  }
}
