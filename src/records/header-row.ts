import { createLayout, missingColumn } from './layout.js'
import { layoutRequest, type TableReader } from './table-reader.js'

/** Where the header of a table stands. */
export interface HeaderPlace {
  readonly line: number
  /** How many of its cells are filled. */
  readonly columns: number
  /** What is written above it, such as the name of a report and its day. */
  readonly titles: readonly string[]
}

export interface FirstRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** Titles, dates and filters of a report are fewer lines than this. */
export const ROWS_BEFORE_TABLE = 20
/** A title, or a word and what it says: `Report date:` and the day. */
const MOST_TITLE_CELLS = 2

export function filledCells(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** A rule across the page, as SAP draws it above and below a table. */
const RULE = /^[-=_+]{10,}$/

/** Spreadsheets write the rows below a table that were once used: delimiters, and nothing between them. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '') || isRule(cells)
}

function isRule(cells: readonly string[]): boolean {
  const first = cells[0] ?? ''
  return (first === '' || '-=_+'.includes(first.charAt(0))) && RULE.test(cells.join('').trim())
}

/**
 * The row whose cells are the columns that such a file needs; `undefined` where none of the first is, or where one above
 * it holds so much that it may be a record. A lone cell that is called like a column is the title of a table below.
 */
export function findHeaderRow(rows: readonly FirstRow[], reader: TableReader): HeaderPlace | undefined {
  const above: string[] = []
  let lone: HeaderPlace | undefined
  let mostFilled = 0
  for (const { cells, line } of rows.slice(0, ROWS_BEFORE_TABLE)) {
    if (isBlank(cells)) continue
    const filled = filledCells(cells)
    const isHeader = mostFilled < filled.length && isComplete(cells, reader)
    if (isHeader && filled.length > 1) return { line, columns: filled.length, titles: above }
    if (isHeader) lone ??= { line, columns: 1, titles: [...above] }
    if (filled.length > MOST_TITLE_CELLS) return lone
    mostFilled = Math.max(mostFilled, filled.length)
    above.push(filled.join(' '))
  }
  return lone
}

function isComplete(cells: readonly string[], reader: TableReader): boolean {
  const layout = createLayout(reader.shape, cells, layoutRequest(reader))
  return layout.refused === undefined && missingColumn(reader.shape, layout, reader.needed(layout)) === undefined
}
