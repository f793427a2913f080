import { availableParallelism } from 'node:os'
import type { Problem } from '../model/problem.js'
import type { FileFacts } from '../sources/outcome.js'
import { scannable, type Scannable } from '../sources/scan/scannable.js'
import type { Spool } from '../sources/scan/spool.js'
import {
  isSameFile,
  readAt,
  sha256Of,
  storedFile,
  unlessLost,
  withFile,
  type StoredFile,
} from '../sources/scan/stored.js'
import type { Source } from '../sources/source.js'
import { columnsIfRoom, partOfColumns, type LinkColumns } from './scan-columns.js'
import { readScannedHead } from './scan-header.js'
import { scanPart, type PartRequest, type ScannedPart } from './scan-part.js'
import { planScan, type ScanPlan } from './scan-plan.js'
import { hashInThread, scanPartInThread } from './scan-thread.js'

export interface ScanOptions {
  readonly self?: string
  /** The day of the screening, and the flag that marks a later link. */
  readonly asOf: number
  readonly laterFlag: number
  /** Into so many parts, all in this thread; by itself as the file and the machine have it. */
  readonly parts?: number
  /** Bytes of entities that this thread reads and looks up meanwhile. */
  readonly beside?: number
}

/** What is needed to read records of a scanned file again. */
export interface ScannedFile {
  readonly plan: ScanPlan
  readonly location: string
  readonly stored: StoredFile
  /** Of a packed file: held as long as its records may be read again. */
  readonly spooled?: object
}

/** A file of transactions as columns. */
export interface ScannedLinks extends ScannedFile {
  readonly facts: FileFacts
  /** What there is to say of the header. */
  readonly headerProblem?: Problem
  readonly columns: LinkColumns
  /** In the order of the file, each with the place in the columns of its first link. */
  readonly parts: readonly { readonly at: number; readonly part: ScannedPart }[]
}

const HEAD = 1 << 16
/** Bytes of a row, where the head of a file has none that is whole. */
const SHORT_ROW = 16
/** Under this a thread takes longer to start than the scan. */
const WORTH_A_THREAD = 8 << 20
const MOST_THREADS = 2
/** A byte of an entity takes this thread as long as so many of transactions take another: it is looked up in the lists as well. */
const AS_LONG_AS = 25
const LF = 0x0a

/**
 * Scans a file of transactions, by a thread for each part where that is worth it. `undefined` where it is not for the scanner: no regular
 * file, packed, no CSV, no clean UTF-8, a header that is not understood, too many rows that are not trivially fine. Then it is read as text,
 * which gives the same.
 */
export async function scanLinks(source: Source, options: ScanOptions): Promise<ScannedLinks | undefined> {
  const found = await scannable(source)
  if (found === undefined) return undefined
  const links = await unlessLost(() => scanFound(source.path, found, options))
  if (links === undefined) found.unpacked?.spool.close()
  return links
}

async function scanFound(path: string, found: Scannable, options: ScanOptions): Promise<ScannedLinks | undefined> {
  const { location, stored, unpacked } = found
  const planned = planFor(path, location, found.delimiter, options)
  if (planned === undefined) return undefined
  const { plan, average } = planned
  const scanned = await scanFile(plan, location, stored.bytes, average, {
    parts: options.parts,
    isBusy: (options.beside ?? 0) * AS_LONG_AS >= stored.bytes,
    isHashed: unpacked === undefined,
  })
  if (scanned === undefined || !isSameFile(stored, storedFile(location))) return undefined
  const spooled = unpacked === undefined ? {} : { spooled: heldOpen(unpacked.spool) }
  return {
    plan,
    location,
    stored,
    ...spooled,
    facts: unpacked?.facts ?? { sha256: scanned.sha256, bytes: stored.bytes, compression: 'none' },
    ...(planned.problem === undefined ? {} : { headerProblem: planned.problem }),
    columns: scanned.columns,
    parts: scanned.parts,
  }
}

/** A program that screens again and again must not run out of open files. */
const closing = new FinalizationRegistry<Spool>((spool) => spool.close())

function heldOpen(spool: Spool): object {
  const held = {}
  closing.register(held, spool)
  return held
}

function planFor(path: string, location: string, delimiter: string, options: ScanOptions) {
  const head = readScannedHead(location)
  if (head === undefined) return undefined
  const { text, bytes, bom } = head
  const planned = planScan({
    path,
    delimiter,
    head: text,
    bom,
    asOf: options.asOf,
    laterFlag: options.laterFlag,
    ...(options.self === undefined ? {} : { self: options.self }),
  })
  if (planned === undefined) return undefined
  const rows = bytes.subarray(planned.plan.begin - (bom ? 3 : 0))
  const lines = rows.reduce((sum, byte) => (byte === LF ? sum + 1 : sum), 0)
  return { ...planned, average: lines === 0 ? SHORT_ROW : rows.length / lines }
}

type Scanned = Pick<ScannedLinks, 'columns' | 'parts'> & { readonly sha256: string }

/** The file from its first row on in one or more parts; in one where a cut turns out to be inside a record. */
async function scanFile(
  plan: ScanPlan,
  location: string,
  bytes: number,
  average: number,
  how: { readonly parts: number | undefined; readonly isBusy: boolean; readonly isHashed: boolean },
): Promise<Scanned | undefined> {
  const { parts: wanted } = how
  const cores = availableParallelism()
  const isApart = wanted === undefined && bytes >= WORTH_A_THREAD && cores > 1
  // A core for this thread, where it has work of its own.
  const threads = isApart ? Math.min(how.isBusy ? cores - 1 : cores, MOST_THREADS) : 1
  const cuts = cutsOf(location, plan.begin, bytes, wanted ?? threads)
  // Rows shorter than those of the head are as likely as longer ones: room costs nothing until it is used.
  const rowsIn = (size: number): number => Math.ceil((size / average) * 1.5) + 1024
  const sizes = cuts.slice(1).map((cut, at) => rowsIn(cut - (cuts[at] ?? 0)))
  const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  const columns = columnsIfRoom(sizes.reduce((sum, size) => sum + size, 0))
  if (columns === undefined) return undefined
  // One part hashes what it reads; of several none has all.
  const isWhole = cuts.length === 2
  const hash = how.isHashed && isApart && !isWhole ? hashInThread(location) : undefined
  const run = isApart ? scanPartInThread : async (request: PartRequest) => scanPart(request)
  const scanning = sizes.map((size, at) =>
    run({
      plan,
      location,
      start: cuts[at] ?? 0,
      end: cuts[at + 1] ?? bytes,
      linesBefore: at === 0 ? plan.lines : 0,
      last: at === sizes.length - 1,
      isHashed: how.isHashed && isWhole,
      columns: partOfColumns(columns, starts[at] ?? 0, (starts[at] ?? 0) + size),
    }),
  )
  const [inThread, ...outcomes] = await Promise.all([hash, ...scanning])
  const declined = outcomes.find((outcome) => outcome.kind === 'declined')
  if (declined?.kind === 'declined') {
    return declined.why === 'cut-in-record' ? scanFile(plan, location, bytes, average, { ...how, parts: 1 }) : undefined
  }
  const parts = outcomes.flatMap((part, at) => (part.kind === 'scanned' ? [{ at: starts[at] ?? 0, part }] : []))
  const sha256 = how.isHashed ? (parts[0]?.part.sha256 ?? inThread ?? sha256Of(location)) : ''
  return { sha256, columns, parts }
}

/** Where the parts begin, and where the last one ends: each at the beginning of a line. */
function cutsOf(location: string, begin: number, end: number, count: number): readonly number[] {
  const cuts = [begin]
  withFile(location, (file) => {
    for (let part = 1; part < count; part++) {
      const middle = begin + Math.floor(((end - begin) * part) / count)
      const found = readAt(file, middle, HEAD).indexOf(LF)
      const cut = middle + found + 1
      if (found !== -1 && cut < end && cut > (cuts.at(-1) ?? 0)) cuts.push(cut)
    }
  })
  return [...cuts, end]
}
