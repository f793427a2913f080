import type { Problem, ProblemSink } from '../../model/problem.js'
import { nearestWords } from '../../model/spelling.js'
import { quote } from '../../records/quote.js'
import { createTally, type RowRef, type Tally } from '../../records/tally.js'
import { readCsv } from '../../sources/csv.js'
import type { TableSource } from './source.js'

/** One row of a publisher's table. */
export interface TableRow {
  readonly line: number
  /** What stands in the column, trimmed; empty where there is no such column. */
  get(column: string): string
}

/** How one publisher writes a table. */
export interface TableFormat {
  /** As the report names it, such as `uk-sanctions-csv`. */
  readonly format: string
  readonly delimiter: string
  /** Whether a row above the header, with the day of the list, is one; it is given to `onTitle`. */
  readonly isTitle?: (cells: readonly string[]) => boolean
  readonly onTitle?: (cells: readonly string[]) => void
  /** Columns without which the table is another. */
  readonly needed: readonly string[]
  /** All columns, those that are left alone on purpose among them. */
  readonly known: ReadonlySet<string>
  /** `undefined` where the row is rejected, with the problem said through `reject`. */
  readonly onRow: (row: TableRow, accept: () => RowRef, reject: RejectRow) => void
}

export type RejectRow = (code: string, message: string, column: string) => void

export interface ReadTable {
  readonly tally: Tally
  /** Whether the file could be read to its end and has the columns that it must have. */
  readonly whole: boolean
}

const AGAIN = 'the file may be cut off or changed; take it again from where it came from'

/** Column names differ in blanks, case and marks between the years. */
function foldColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
}

/**
 * Reads a table with a header by the names of its columns, whatever their number and order. A row of another width is rejected, a header that
 * stands there again is said and is no row, a table without a needed column is refused.
 */
export async function readListTable(
  given: TableSource,
  format: TableFormat,
  problems: ProblemSink,
): Promise<ReadTable> {
  const { source } = given
  const tally = createTally('list', source.path)
  let header: Header | undefined
  let refused = false
  let repeats = 0
  let lastLine = 0
  let lastCell = ''

  const refuse = (problem: Pick<Problem, 'code' | 'message' | 'hint'>, line: number): void => {
    refused = true
    problems({ severity: 'error', ...problem, file: source.path, line })
  }
  const rejectRow = (code: string, message: string, line: number, column?: string): void => {
    tally.reject()
    const where = column === undefined ? {} : { column }
    problems({ severity: 'error', code, message, hint: AGAIN, file: source.path, line, ...where })
  }

  function take(cells: readonly string[], line: number): void {
    lastLine = line
    if (header === undefined) {
      if (format.isTitle?.(cells) === true) format.onTitle?.(cells)
      else {
        header = readHeader(cells)
        const wrong = wrongHeader(header, format)
        if (wrong !== undefined) refuse(wrong, line)
        else warnOfColumns(header, format, source.path, line, problems)
      }
      return
    }
    if (cells.length === header.names.length && cells.every((cell, at) => foldColumn(cell) === header?.folded[at])) {
      repeats++
      const message = 'the header stands there again, in the middle of the table; it is no row'
      if (repeats === 1) problems({ severity: 'warning', code: 'header-repeated', message, file: source.path, line })
      return
    }
    if (cells.length !== header.names.length) {
      const code = cells.length < header.names.length ? 'row-short' : 'row-long'
      rejectRow(code, `expected ${header.names.length} fields, got ${cells.length}`, line)
      return
    }
    const { indexOf } = header
    const row: TableRow = {
      line,
      get(column) {
        const index = indexOf(column)
        return index === undefined ? '' : (cells[index] ?? '').trim()
      },
    }
    lastCell = cells.at(-1) ?? ''
    format.onRow(
      row,
      () => tally.accept(false),
      (code, message, column) => rejectRow(code, message, line, column),
    )
  }

  const outcome = await readCsv(source, {
    delimiter: format.delimiter,
    onRow: (cells, line) => {
      if (!refused) take(cells, line)
    },
    onBroken: (_, line, message) => {
      if (!refused) rejectRow('row-broken', message, line)
    },
    enough: () => refused,
  })
  tally.finish(format.format, given.facts ?? outcome.facts)
  if (outcome.failure !== undefined) problems(outcome.failure)
  // Where the last field is empty nothing of it can be half; where it is not, it may be another value than it was.
  const cut = !refused && given.ended() === false
  if (cut) {
    const message = 'expected the last row to end with its line, got none; its last field may be cut off'
    const severity = lastCell === '' ? 'warning' : 'error'
    const hint = `${AGAIN}; where it is whole, end its last line`
    problems({ severity, code: 'row-cut', message, hint, file: source.path, line: lastLine })
  }
  return { tally, whole: outcome.failure === undefined && !refused && header !== undefined }
}

interface Header {
  readonly names: readonly string[]
  readonly folded: readonly string[]
  readonly at: ReadonlyMap<string, number>
  indexOf(this: void, column: string): number | undefined
}

function readHeader(cells: readonly string[]): Header {
  const folded = cells.map(foldColumn)
  const at = new Map(folded.map((name, index) => [name, index]))
  // Each row asks for each column by the same few names, and folding one is dearer than finding it.
  const asked = new Map<string, number | undefined>()
  return {
    names: cells,
    folded,
    at,
    indexOf(column) {
      if (!asked.has(column)) asked.set(column, at.get(foldColumn(column)))
      return asked.get(column)
    },
  }
}

function wrongHeader(header: Header, format: TableFormat): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  const hint = 'the publisher may have changed the format; take a version of this tool that reads it'
  const missing = format.needed.filter((name) => !header.at.has(foldColumn(name)))
  if (missing.length > 0) {
    const near = missing.flatMap((name) =>
      nearestWords(
        name.toLowerCase(),
        header.names.map((each) => each.trim().toLowerCase()),
      ),
    )
    const message = `expected the columns ${missing.map(quote).join(', ')}, got none such`
    return {
      code: 'columns-missing',
      message,
      hint: near.length === 0 ? hint : `${hint}; near: ${near.map(quote).join(', ')}`,
    }
  }
  const twice = header.folded.find((name, index) => name !== '' && header.at.get(name) !== index)
  if (twice === undefined) return undefined
  return { code: 'column-twice', message: `expected every column once, got ${quote(twice)} twice`, hint }
}

function warnOfColumns(header: Header, format: TableFormat, file: string, line: number, problems: ProblemSink): void {
  const known = new Set([...format.known].map(foldColumn))
  const strange = header.names.filter(
    (_, index) => header.folded[index] !== '' && !known.has(header.folded[index] ?? ''),
  )
  if (strange.length === 0) return
  const message = `columns that are not known are left out: ${strange.map((name) => quote(name.trim())).join(', ')}`
  problems({ severity: 'warning', code: 'columns-unknown', message, file, line })
}
