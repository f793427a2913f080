import type { Layout } from './layout.js'

/** A CSV cell, or a JSON value as text; several values where JSON has an array. */
export type Cell = string | readonly string[]

/** One row, its cells in the order of the layout's headers. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly layout: Layout
  /** On which it begins. */
  readonly line: number
  /** What its place names: with the sheet, of a workbook. That of its file where it is absent. */
  readonly file?: string
  /** Of JSON: what stood in a cell that can't be read as text, by its index. */
  readonly misfits?: ReadonlyMap<number, string>
}

function cellAt(row: Row, field: string): Cell {
  const index = row.layout.at.get(field)
  return index === undefined ? '' : (row.cells[index] ?? '')
}

/** Several values are no one text: joined, they would name a party that nobody is. */
function textIn(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim()
  return cell.length === 1 ? (cell[0] ?? '').trim() : ''
}

/** The texts of a field that is read from several cells; `undefined` where it is not. Empty ones are left out. */
export function partsOf(row: Row, field: string): readonly string[] | undefined {
  return row.layout.joined
    ?.get(field)
    ?.map((index) => textIn(row.cells[index] ?? ''))
    .filter((text) => text !== '')
}

/** The text of a field, trimmed; empty where there is none. */
export function textOf(row: Row, field: string): string {
  return partsOf(row, field)?.join(' ') ?? textIn(cellAt(row, field))
}

/** The text of one cell, by its place. */
export function textAt(row: Row, index: number): string {
  return textIn(row.cells[index] ?? '')
}

/** The values of a cell: an array's elements, or what stands between `;`. */
export function valuesIn(cell: Cell): readonly string[] {
  if (cell === '') return []
  const parts = typeof cell === 'string' ? cell.split(';') : cell
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

export function valuesOf(row: Row, field: string): readonly string[] {
  const indexes = row.layout.joined?.get(field)
  return indexes === undefined
    ? valuesIn(cellAt(row, field))
    : indexes.flatMap((index) => valuesIn(row.cells[index] ?? ''))
}

/** The column's name as the file writes it, for messages; the canonical one where the file has none. */
export function headerOf(row: Row, field: string): string {
  const index = row.layout.at.get(field)
  return index === undefined ? field : (row.layout.headers[index] ?? field).trim()
}

/** What a spreadsheet writes where a look-up or a reference failed, in English, German, French and Russian. */
const SHEET_ERROR =
  /^#(?:N\/A|N\/D|NV|Н\/Д|(?:REF|VALUE|NULL|DIV\/0|NUM|SPILL|CALC|BEZUG|WERT|ZAHL|VALEUR|NUL|NOMBRE|ССЫЛКА|ЗНАЧ|ЧИСЛО)!|(?:NAME|NOM|ИМЯ)\?)$/iu

/** Whether it can be a name: something with a letter or a digit in it, and no error of a spreadsheet. */
export function isName(text: string): boolean {
  return (/[a-z0-9]/i.test(text) || /[\p{L}\p{N}]/u.test(text)) && !(text.startsWith('#') && SHEET_ERROR.test(text))
}

/** Fields of a link in which names stand. */
export const LINK_NAMES: readonly string[] = [
  ...['from', 'to', 'via', 'originator_bank', 'beneficiary_bank', 'intermediary_bank'],
  ...['from_name', 'to_name'],
]

/** The names in a row, as far as they can be read. */
export function namesIn(row: Row, fields: readonly string[]): readonly string[] {
  return fields
    .flatMap((field) => {
      const several = field === 'via' || field === 'aliases' || typeof cellAt(row, field) !== 'string'
      return several ? valuesOf(row, field) : textOf(row, field)
    })
    .filter(isName)
}
