import type { IdTable } from '../columns/id-table.js'
import type { Place, Problem } from '../model/problem.js'
import type { LinkRecord } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { createCsvTable } from './csv-table.js'
import { linkReader } from './links.js'
import type { PartLinks } from './part-links.js'
import type { ScannedPart } from './scan-part.js'
import type { ScanPlan } from './scan-plan.js'
import { createTally, type RowRef } from './tally.js'

/** Lines that the scanner does not judge, each given to the reader of texts; what it makes of them goes to the links at once. */
export interface OddLines {
  /** How many lines there were. */
  readonly count: number
  /** Whether a record goes on in the next line. */
  isOpen(): boolean
  /** @param offset where the line begins in the file. */
  take(text: string, line: number, offset: number): void
  end(): void
  /** Counts rows that others took; gives the ordinal of the first. */
  passRows(count: number): number
  packed(): Pick<ScannedPart, 'rows' | 'rejected' | 'degraded' | 'problems'>
}

export function createOddLines(plan: ScanPlan, links: PartLinks, ids: IdTable): OddLines {
  let count = 0
  let rows = 0
  let rejected = 0
  const degraded: number[] = []
  const problems: Problem[] = []
  // Of the lines of a record whose quote is open: the line that opened it, and where each begins. A broken quote gives them back as records.
  let openLine = 0
  let openOffsets: number[] = []

  const tally = {
    ...createTally('transactions', plan.path),
    accept(isDegraded: boolean): RowRef {
      const row = rows++
      if (isDegraded) degraded.push(row)
      return { row, degraded: isDegraded }
    },
    reject(): void {
      rows++
      rejected++
    },
  }
  const say = (problem: Problem): void => void problems.push(problem)
  const rejectedNames = (names: readonly string[], place: Place): void => {
    for (const name of names) links.noteEnd(ids.internText(name), place.line)
  }
  const link = (its: LinkRecord, { row }: RowRef): void =>
    links.addRecord(its, row, openOffsets[its.place.line - openLine] ?? 0)
  const options = plan.self === undefined ? {} : { self: plan.self }
  const reader = linkReader(plan.path, 'transactions', options, { link, rejectedNames }, say)
  const lines = createCsvLines({
    delimiter: plan.delimiter,
    ...createCsvTable(plan.path, reader, tally, say, plan.layout),
  })

  return {
    get count() {
      return count
    },
    isOpen: lines.isOpen,
    take(text, line, offset) {
      if (!lines.isOpen()) {
        openLine = line
        openOffsets = []
      }
      openOffsets.push(offset)
      lines.line(text, line)
      count++
    },
    end: lines.end,
    passRows(passed) {
      rows += passed
      return rows - passed
    },
    packed: () => ({ rows, rejected, degraded, problems }),
  }
}
