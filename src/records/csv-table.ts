import type { ProblemSink } from '../model/problem.js'
import { createCsvLines, readCsv } from '../sources/csv.js'
import type { CsvOptions } from '../sources/csv.js'
import { DELIMITERS } from '../sources/delimiter.js'
import type { ExaminedText } from '../sources/examine.js'
import type { ReadOutcome } from '../sources/outcome.js'
import { findHeaderRow, ROWS_BEFORE_TABLE, type FirstRow, type HeaderPlace } from './header-row.js'
import type { Layout } from './layout.js'
import type { Reading, TableReader } from './table-reader.js'
import { createTableRows } from './table-rows.js'
import type { Tally } from './tally.js'

/** Reads a CSV file with a header. A header that can't be taken refuses the file: then all its rows are rejected. */
export function readCsvTable(reading: Reading, text: ExaminedText): Promise<ReadOutcome> {
  const { source, reader, tally, problems } = reading
  const { delimiter, header } = dialectOf(text, reader)
  const rows = createTableRows({ file: source.path, reader, tally, problems, header })
  return readCsv(source, {
    delimiter,
    form: text.form,
    ...(reader.enough === undefined ? {} : { enough: reader.enough }),
    onRow: (cells, line) => rows.onRow(cells, line),
    onBroken: rows.onBroken,
  })
}

/** Takes the records of a CSV file after its header. */
export function createCsvTable(
  file: string,
  reader: TableReader,
  tally: Tally,
  problems: ProblemSink,
  known: Layout,
): Pick<CsvOptions, 'onRow' | 'onBroken' | 'hasBegun'> {
  const rows = createTableRows({ file, reader, tally, problems, known })
  return { onRow: (cells, line) => rows.onRow(cells, line), onBroken: rows.onBroken, hasBegun: true }
}

export interface Dialect {
  readonly delimiter: string
  /** Where the header was found; absent where no row is one. */
  readonly header?: HeaderPlace
}

/**
 * The delimiter that was told, else the first by which a row is the header of such a file: a title above it, or one
 * column alone, lets no delimiter be told from counts.
 */
export function dialectOf(text: ExaminedText, reader: TableReader): Dialect {
  const told = reader.said?.delimiter
  const others = told === undefined ? DELIMITERS.filter((delimiter) => delimiter !== text.delimiter) : []
  let lone: Dialect | undefined
  for (const delimiter of [text.delimiter, ...others]) {
    const header = findHeaderRow(firstRows(text, delimiter), reader)
    if (header !== undefined && header.columns > 1) return { delimiter, header }
    if (header !== undefined) lone ??= { delimiter, header }
  }
  return lone ?? { delimiter: text.delimiter }
}

function firstRows({ head, whole }: ExaminedText, delimiter: string): readonly FirstRow[] {
  const rows: FirstRow[] = []
  let broken = false
  const csv = createCsvLines({
    delimiter,
    onRow: (cells, line) => void (broken || rows.push({ cells, line })),
    onBroken: () => (broken = true),
  })
  const lines = head.split('\n', ROWS_BEFORE_TABLE * 10)
  // The last line may be cut, unless it is not the last of the head.
  const count = whole || lines.length === ROWS_BEFORE_TABLE * 10 || lines.length === 1 ? lines.length : lines.length - 1
  for (const [at, line] of lines.slice(0, count).entries()) {
    if (rows.length >= ROWS_BEFORE_TABLE || broken) break
    csv.line(line, at + 1)
  }
  return rows
}
