import type { Problem, ProblemSink } from '../model/problem.js'
import { createHeaderCheck } from './header-again.js'
import { filledCells, isBlank, type HeaderPlace } from './header-row.js'
import { createLayout, missingColumn, unknownColumns } from './layout.js'
import type { Layout, LayoutProblem } from './layout.js'
import { quote } from './quote.js'
import { namesIn, type Row } from './row.js'
import { createRejecter, layoutRequest, mappingTaken } from './table-reader.js'
import type { TableReader } from './table-reader.js'
import type { Tally } from './tally.js'
import { isTotalRow } from './total-row.js'

export interface TableRowsOptions {
  /** The path, with the sheet of a workbook: what places in messages name. */
  readonly file: string
  readonly reader: TableReader
  readonly tally: Tally
  readonly problems: ProblemSink
  /** Where rows have been read before: then there is no header to come. */
  readonly known?: Layout
  /** Where it is not the first row. */
  readonly header?: HeaderPlace | undefined
  /** Whether rows may have fewer cells than the header, and others beside it: those of a sheet have names, and can't slip. */
  readonly isGrid?: boolean
}

/** Takes the rows of a table, header first. */
export interface TableRows {
  onRow(cells: readonly string[], line: number, misfits?: ReadonlyMap<number, string>): void
  /** What can be read of a row whose quotes don't hold together. */
  onBroken(cells: readonly string[], line: number, message: string): void
}

/** The width of the widest sheet. A header of more is a file without line ends, or an attack. */
export const MOST_COLUMNS = 16_384

export function createTableRows(options: TableRowsOptions): TableRows {
  const { file, reader, tally, problems, isGrid = false } = options
  const rejecter = createRejecter(file, reader, tally, problems)
  let layout = options.known
  let refused = false
  let outside = false
  let isHeaderAgain: ((cells: readonly string[]) => boolean) | undefined

  function takeHeader(cells: readonly string[], line: number, broken?: LayoutProblem): void {
    const tooWide = cells.length > MOST_COLUMNS ? manyColumns(cells.length) : undefined
    layout = createLayout(
      reader.shape,
      tooWide === undefined ? cells : cells.slice(0, MOST_COLUMNS),
      layoutRequest(reader),
    )
    const { titles = [] } = options.header ?? {}
    if (titles.length > 0) problems({ ...titleRows(titles), file, line })
    if (layout.recognised !== undefined) problems({ ...mappingTaken(layout.recognised), file, line })
    const wrong = tooWide ?? broken ?? layout.refused ?? missingColumn(reader.shape, layout, reader.needed(layout))
    if (wrong !== undefined) {
      refused = true
      problems({ severity: 'error', ...wrong, file, line })
      return
    }
    const unknown = unknownColumns(reader.shape, layout, layout.unknown)
    if (unknown !== undefined) problems({ severity: 'warning', ...unknown, file, line })
  }

  /** The cells under the header's; what stands beside them is said once. */
  function underHeader(cells: readonly string[], width: number, line: number): readonly string[] {
    if (cells.length > width && !outside && !refused) {
      outside = true
      problems({ ...cellsOutside(cells.slice(width)), file, line })
    }
    return cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells.slice(0, width)
  }

  function takeRow(row: Row & { readonly cells: readonly string[] }): void {
    const { cells, line } = row
    const { headers } = row.layout
    const names = (): readonly string[] => namesIn(row, reader.shape.nameFields)
    if (refused) {
      tally.reject()
      rejecter.names(names(), line)
    } else if (isTotalRow(row, reader)) problems({ ...totalRow(cells), file, line })
    else if ((isHeaderAgain ??= createHeaderCheck(headers))(cells)) rejecter.reject(line, HEADER_AGAIN, [])
    else if (cells.length !== headers.length) rejecter.reject(line, wrongLength(row.layout, cells), names())
    else reader.row(row, tally)
  }

  return {
    onRow(cells, line, misfits) {
      const isAbove = layout === undefined && options.header !== undefined && line < options.header.line
      if (isAbove || isBlank(cells)) return
      if (layout === undefined) return takeHeader(cells, line)
      const its = isGrid ? underHeader(cells, layout.headers.length, line) : cells
      takeRow({ cells: its, layout, line, file, ...(misfits === undefined ? {} : { misfits }) })
    },
    onBroken(cells, line, message) {
      if (layout === undefined) return takeHeader(cells, line, { code: 'broken-header', message })
      const names = namesIn({ cells, layout, line }, reader.shape.nameFields)
      rejecter.reject(line, { code: 'broken-row', message }, names)
    },
  }
}

const HEADER_AGAIN: LayoutProblem = {
  code: 'header-again',
  message: 'expected a record, got the header again',
  hint: 'the file was put together from two: if the second has the same columns, take the line out',
}

function wrongLength(layout: Layout, cells: readonly string[]): LayoutProblem {
  const [expected, got] = [layout.headers.length, cells.length]
  const message = `expected ${expected} ${expected === 1 ? 'field' : 'fields'} as in the header, got ${got}`
  if (got < expected) return { code: 'row-short', message }
  return { code: 'row-long', message, hint: 'a value that holds the delimiter must stand in double quotes' }
}

function manyColumns(count: number): LayoutProblem {
  const message = `expected at most ${MOST_COLUMNS} columns, got ${count}`
  return { code: 'too-many-columns', message, hint: 'say what stands between the cells: --delimiter <c>' }
}

type Warning = Pick<Problem, 'severity' | 'code' | 'message' | 'hint'>

function titleRows(titles: readonly string[]): Warning {
  const said = titles.map((title) => quote(title)).join(', ')
  const message = `what stands above the header was taken for its title, and not for records: ${said}`
  return { severity: 'warning', code: 'title-rows', message }
}

function totalRow(cells: readonly string[]): Warning {
  const message = `a row of totals was left out, which is no record: ${quote(filledCells(cells).join(' '))}`
  return { severity: 'warning', code: 'total-row', message }
}

function cellsOutside(cells: readonly string[]): Warning {
  const message = `cells beside the columns of the header are left alone: ${quote(filledCells(cells).join(' '))}`
  return { severity: 'warning', code: 'cells-outside', message, hint: 'give their column a header to have them read' }
}
