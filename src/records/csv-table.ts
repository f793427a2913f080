import type { ProblemSink } from '../model/problem.js'
import { readCsv } from '../sources/csv.js'
import type { CsvOptions } from '../sources/csv.js'
import type { ReadOutcome } from '../sources/outcome.js'
import { createLayout, missingColumn, unknownColumns } from './layout.js'
import type { Layout, LayoutProblem } from './layout.js'
import { namesIn } from './row.js'
import { createRejecter, layoutRequest, mappingTaken } from './table-reader.js'
import type { Reading, TableReader } from './table-reader.js'
import type { Tally } from './tally.js'

/** Reads a CSV file with a header. A header that can't be taken refuses the file: then all its rows are rejected. */
export function readCsvTable(reading: Reading, delimiter: string): Promise<ReadOutcome> {
  const { source, reader, tally, problems } = reading
  return readCsv(source, {
    delimiter,
    ...(reader.enough === undefined ? {} : { enough: reader.enough }),
    ...createCsvTable(source.path, reader, tally, problems),
  })
}

/** Takes the records of a CSV file: the first is its header, unless its layout is known already. */
export function createCsvTable(
  file: string,
  reader: TableReader,
  tally: Tally,
  problems: ProblemSink,
  known?: Layout,
): Pick<CsvOptions, 'onRow' | 'onBroken'> {
  const rejecter = createRejecter(file, reader, tally, problems)
  let layout = known
  let refused = false

  function header(cells: readonly string[], line: number, broken?: LayoutProblem): void {
    layout = createLayout(reader.shape, cells, layoutRequest(reader))
    if (layout.recognised !== undefined) problems({ ...mappingTaken(layout.recognised), file, line })
    const wrong = broken ?? layout.refused ?? missingColumn(reader.shape, layout, reader.needed(layout))
    const unknown = unknownColumns(reader.shape, layout, layout.unknown)
    if (wrong !== undefined) {
      refused = true
      problems({ severity: 'error', ...wrong, file, line })
    } else if (unknown !== undefined) problems({ severity: 'warning', ...unknown, file, line })
  }

  return {
    onRow(cells, line) {
      if (layout === undefined) return header(cells, line)
      const row = { cells, layout, line }
      if (refused) {
        tally.reject()
        rejecter.names(namesIn(row, reader.shape.nameFields), line)
      } else if (cells.length === layout.headers.length) reader.row(row, tally)
      else rejecter.reject(line, wrongLength(layout, cells), namesIn(row, reader.shape.nameFields))
    },
    onBroken(cells, line, message) {
      if (layout === undefined) header(cells, line, { code: 'broken-header', message })
      else
        rejecter.reject(
          line,
          { code: 'broken-row', message },
          namesIn({ cells, layout, line }, reader.shape.nameFields),
        )
    },
  }
}

function wrongLength(layout: Layout, cells: readonly string[]): LayoutProblem {
  const [expected, got] = [layout.headers.length, cells.length]
  const message = `expected ${expected} ${expected === 1 ? 'field' : 'fields'} as in the header, got ${got}`
  if (got < expected) return { code: 'row-short', message }
  return { code: 'row-long', message, hint: 'a value that holds the delimiter must stand in double quotes' }
}
