import { isAscii, isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Problem } from '../model/problem.js'
import { createIdTable, SPARE, type PackedIds } from '../sources/scan/id-table.js'
import { createPartRows, type LinkColumns, type PartRows } from './scan-rows.js'
import type { ScanPlan } from './scan-plan.js'

/** Bytes from one record's beginning up to another's, and the columns that its links go into. */
export interface PartRequest {
  readonly plan: ScanPlan
  /** Where the file is on disk; `plan.path` is what the user typed. */
  readonly location: string
  readonly start: number
  readonly end: number
  /** Lines before it, where that is known; else 0. */
  readonly linesBefore: number
  /** Whether the file ends here: then an open quote is broken, and not cut. */
  readonly last: boolean
  readonly columns: LinkColumns
}

/** What a part of a file held. Lines and rows count from its beginning, ends are its own. */
export interface ScannedPart {
  readonly kind: 'scanned'
  readonly links: number
  readonly rows: number
  readonly rejected: number
  /** Ordinals of rows. */
  readonly degraded: readonly number[]
  readonly leftOut: number
  /** Lines in the part. */
  readonly lines: number
  readonly problems: readonly Problem[]
  readonly sameAs: readonly (readonly [number, number])[]
  readonly viaLinks: Int32Array
  readonly viaEnds: Int32Array
  readonly ends: PackedIds
  /** Of each end: the line where it was first read. */
  readonly endLines: Uint32Array
}

/** Why a part is not for the scanner, in a word for whoever looks into it. */
export interface Declined {
  readonly kind: 'declined'
  readonly why: 'not-utf8' | 'long-record' | 'many-odd-rows' | 'no-room' | 'cut-in-record' | 'changed'
}

const BLOCK = 1 << 20
/** A longer record is more likely a quote that nobody closed. */
const LONGEST = 1 << 23
const LF = 0x0a

/** Reads a part of a file to its end, with no object and no string a row. */
export function scanPart(request: PartRequest): ScannedPart | Declined {
  const ids = createIdTable()
  const rows = createPartRows(request.plan, request.columns, ids, request.linesBefore)
  const file = openSync(request.location, 'r')
  try {
    const declined = readBlocks(file, request, rows)
    if (declined !== undefined) return { kind: 'declined', why: declined }
  } finally {
    closeSync(file)
  }
  return rows.finish(request.last)
}

function readBlocks(file: number, request: PartRequest, rows: PartRows): Declined['why'] | undefined {
  let bytes = new Uint8Array(BLOCK + SPARE)
  let held = 0
  let at = request.start
  while (at < request.end) {
    if (bytes.length - SPARE - held < BLOCK / 2) {
      if (bytes.length >= LONGEST) return 'long-record'
      const wider = new Uint8Array(bytes.length * 2)
      wider.set(bytes.subarray(0, held))
      bytes = wider
    }
    const wanted = Math.min(bytes.length - SPARE - held - 1, request.end - at)
    const got = readSync(file, bytes, held, wanted, at)
    if (got === 0) return 'changed'
    at += got
    let filled = held + got
    // The last line may lack its line end, which the scanner relies on.
    if (at === request.end && bytes[filled - 1] !== LF) bytes[filled++] = LF
    const until = Buffer.from(bytes.buffer, 0, filled).lastIndexOf(LF) + 1
    if (until > 0) {
      // The search of a Buffer is the C library's, that of a typed array is not.
      const block = Buffer.from(bytes.buffer, 0, until)
      if ((!isAscii(block) && !isUtf8(block)) || block.includes(0)) return 'not-utf8'
      const declined = rows.take(bytes, until, at - held - got)
      if (declined !== undefined) return declined
      bytes.copyWithin(0, until, filled)
    }
    held = filled - until
  }
  return undefined
}
