import { createHash } from 'node:crypto'
import { createIdTable, type PackedIds } from '../columns/id-table.js'
import type { PackedSteps } from '../columns/steps.js'
import type { Problem } from '../model/problem.js'
import { wholeLines, type Unscannable } from '../sources/scan/whole-lines.js'
import { readAt, withFile } from '../sources/scan/stored.js'
import type { LinkColumns } from './scan-columns.js'
import { createPartRows } from './scan-rows.js'
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
  /** Whether it is all of the file's rows, and to be hashed together with what comes before them. */
  readonly isHashed: boolean
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
  /** Of each link: the ordinal of its row, and the line on which it begins. */
  readonly rowSteps: PackedSteps
  readonly lineSteps: PackedSteps
  /** Of the whole file, in hex, where it was asked for. */
  readonly sha256?: string
}

/** Why a part is not for the scanner, in a word for whoever looks into it. */
export interface Declined {
  readonly kind: 'declined'
  readonly why: Unscannable | 'many-odd-rows' | 'no-room' | 'cut-in-record'
}

/** Of a file of ten rows a party, of eighty bytes each, about so many bytes come to a new id in each half. */
const BYTES_AN_ID = 400
const LEAST_IDS = 1 << 10
const MOST_IDS = 1 << 21

/** Reads a part of a file to its end, with no object and no string a row. */
export function scanPart(request: PartRequest): ScannedPart | Declined {
  const room = Math.min(Math.max(Math.ceil((request.end - request.start) / BYTES_AN_ID), LEAST_IDS), MOST_IDS)
  const ids = createIdTable({ room })
  const rows = createPartRows(request.plan, request.columns, ids, request.linesBefore)
  const hash = request.isHashed ? createHash('sha256') : undefined
  const declined = withFile(request.location, (file) => {
    hash?.update(readAt(file, 0, request.start))
    const taken = (read: Uint8Array): void => void hash?.update(read)
    for (const block of wholeLines(file, request.start, request.end, rows.block, taken)) {
      const why = block.kind === 'lines' ? rows.take(block.until, block.base) : block.why
      if (why !== undefined) return why
    }
    return undefined
  })
  if (declined !== undefined) return { kind: 'declined', why: declined }
  const part = rows.finish(request.last)
  return hash === undefined || part.kind === 'declined' ? part : { ...part, sha256: hash.digest('hex') }
}
