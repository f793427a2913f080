import type { Input, InputRole } from '../model/report.js'
import type { FileFacts } from '../sources/outcome.js'

/** A row that was accepted: what a later stage needs to find it again, or to reject it after all. */
export interface RowRef {
  /** From 0 among the file's rows, rejected ones counted. */
  readonly row: number
  readonly degraded: boolean
}

/** Facts of a file that could not even be opened. */
export const NO_FACTS: FileFacts = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  bytes: 0,
  compression: 'none',
}

/** Counts the rows of one input while it is read. `rows = accepted + rejected` holds at any time. */
export interface Tally {
  readonly role: InputRole
  readonly path: string
  /** As places in it name it: the path, with the sheet of a workbook. */
  readonly file: string
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly degraded: number
  readonly facts: FileFacts
  accept(degraded: boolean): RowRef
  reject(): void
  /** Rows that were counted elsewhere and follow those counted here; of the degraded ones the ordinals from 0. */
  addRows(counts: { readonly rows: number; readonly rejected: number; readonly degraded: readonly number[] }): void
  /** A later stage rejects a row that had been accepted. Saying so twice of one row counts once. */
  rejectLater(row: Pick<RowRef, 'row'>): void
  /** The records are those of this sheet of a workbook, as places name it. */
  readFrom(sheet: string): void
  /** What the file was: a format such as `csv` or `unknown`, without the compression, and its facts. */
  finish(format: string, facts: FileFacts): void
  /** The report's entry; of a list with its name, day and number of entries. */
  input(list?: Pick<Input, 'list' | 'publishedOn' | 'entries'>): Input
}

export function createTally(role: InputRole, path: string): Tally {
  let file = path
  let accepted = 0
  let rejected = 0
  const degraded = new Set<number>()
  const rejectedLater = new Set<number>()
  let format = 'unknown'
  let facts = NO_FACTS
  return {
    role,
    path,
    get file() {
      return file
    },
    get rows() {
      return accepted + rejected
    },
    get accepted() {
      return accepted
    },
    get rejected() {
      return rejected
    },
    get degraded() {
      return degraded.size
    },
    get facts() {
      return facts
    },
    accept(isDegraded) {
      const row = accepted + rejected
      accepted++
      if (isDegraded) degraded.add(row)
      return { row, degraded: isDegraded }
    },
    reject() {
      rejected++
    },
    addRows(counts) {
      const before = accepted + rejected
      for (const row of counts.degraded) degraded.add(before + row)
      accepted += counts.rows - counts.rejected
      rejected += counts.rejected
    },
    rejectLater({ row }) {
      if (rejectedLater.has(row)) return
      rejectedLater.add(row)
      degraded.delete(row)
      accepted--
      rejected++
    },
    readFrom(sheet) {
      file = sheet
    },
    finish(read, of) {
      format = of.compression === 'gzip' ? `${read}.gz` : read
      facts = of
    },
    input(list = {}) {
      const { sha256, bytes } = facts
      const counts = { rows: accepted + rejected, accepted, rejected, degraded: degraded.size }
      return { role, path, format, sha256, bytes, ...counts, ...list }
    },
  }
}
