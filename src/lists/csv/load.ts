import type { PartialDate } from '../../model/date.js'
import type { ListEntry } from '../../model/entry.js'
import { compareCodePoints } from '../../model/order.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import type { RowRef } from '../../records/tally.js'
import { finishDraft, type EntryDraft } from '../draft.js'
import { beginList } from '../list-reading.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { watched, type TableSource } from './source.js'
import { readListTable, type TableFormat, type TableRow } from './table.js'

/** How one publisher's table, with one row or more for each entry, becomes entries. */
export interface CsvList extends Omit<TableFormat, 'onRow'> {
  /** The list's name, where its rows name none. */
  readonly list: string
  /** The key of the entry that a row is of, where it has one. */
  keyOf(row: TableRow): string
  /** Names the column of the key, for messages. */
  readonly keyColumn: string
  /** A draft of the entry that this row is the first of. */
  begin(row: TableRow, problems: ProblemSink): EntryDraft
  /** Adds what a row says; also called for the first. */
  add(draft: EntryDraft, row: TableRow): void
  /** After the last row of an entry. */
  complete?(draft: EntryDraft): void
  /** The day in the file, once all is read. */
  day?(): PartialDate | undefined
  /** What is to be said of the whole. */
  remarks?(): readonly Omit<Problem, 'file'>[]
}

interface Group {
  readonly draft: EntryDraft
  readonly rows: RowRef[]
}

/** Reads a list in rows. Rows of one key are one entry wherever they stand; an entry without a name is rejected with all its rows. */
export async function loadCsvList(
  file: ListFile,
  problems: ProblemSink,
  format: CsvList,
  table: TableSource = watched(file.source),
): Promise<LoadedList> {
  const groups = new Map<string, Group>()
  const reading = beginList(file, problems)
  const sink = reading.problems
  const { tally, whole } = await readListTable(
    table,
    {
      ...format,
      onRow(row, accept, reject) {
        const key = format.keyOf(row)
        if (key === '') {
          reject('bad-uid', `expected the list's own key of an entry, got none`, format.keyColumn)
          return
        }
        const group = groups.get(key) ?? { draft: format.begin(row, sink), rows: [] }
        groups.set(key, group)
        format.add(group.draft, row)
        group.rows.push(accept())
      },
    },
    sink,
  )

  const entries: ListEntry[] = []
  for (const { draft, rows } of groups.values()) {
    format.complete?.(draft)
    const entry = finishDraft(draft)
    if (entry.names.length > 0) {
      entries.push(entry)
      continue
    }
    for (const row of rows) tally.rejectLater(row)
    // One problem for each row, since each of them is lost.
    const message = `expected a name of the entry ${quote(draft.entryId)}, got none`
    for (const _ of rows) sink({ severity: 'error', code: 'no-name', message, ...draft.place })
  }
  if (whole && entries.length === 0 && reading.errors() === 0)
    sink({
      severity: 'error',
      code: 'list-empty',
      message: 'expected a list, got a header and no entries',
      file: file.path,
    })
  for (const problem of format.remarks?.() ?? []) sink({ ...problem, file: file.path })

  const name = [...new Set(entries.map((entry) => entry.list))].sort(compareCodePoints).join(', ') || format.list
  return reading.end({ name, day: format.day?.(), entries, whole }, tally)
}
