import type { Problem } from '../model/problem.js'
import { ENTITY_SHAPE } from './columns.js'
import { filledCells } from './header-row.js'
import { createLayout, missingColumn, unknownColumns, type Layout } from './layout.js'
import { findHeader, isPlainLayout, type ScannedHead } from './scan-header.js'

/** What the scanner does with a cell of an entity; the roles of cells of transactions come before. */
export const ENTITY_CELL = {
  skipped: 0,
  name: 10,
  id: 11,
  type: 12,
  country: 13,
  address: 14,
  /** More than a column holds: a row that has it goes to the reader of texts. */
  further: 15,
} as const

const CELLS: ReadonlyMap<string, number> = new Map([
  ['name', ENTITY_CELL.name],
  ['id', ENTITY_CELL.id],
  ['type', ENTITY_CELL.type],
  ['country', ENTITY_CELL.country],
  ['address', ENTITY_CELL.address],
])

export interface EntityPlan {
  readonly path: string
  readonly delimiter: string
  readonly layout: Layout
  /** A cell's role, by column. */
  readonly cells: Uint8Array
  /** Where the first row begins, in bytes, and how many lines come before it. */
  readonly begin: number
  readonly lines: number
  /** What there is to say of the header. */
  readonly problem?: Problem
}

/** `undefined` where the reader of texts must take the file: a header that is not whole in the head, or not understood at once. */
export function planEntities(path: string, delimiter: string, { text, bom }: ScannedHead): EntityPlan | undefined {
  const header = findHeader(text, delimiter)
  // Of one column alone no delimiter can be told.
  if (header === undefined || delimiter.length !== 1 || filledCells(header.cells).length < 2) return undefined
  const layout = createLayout(ENTITY_SHAPE, header.cells, { role: 'entities' })
  if (!isPlainLayout(layout) || missingColumn(ENTITY_SHAPE, layout, ['name']) !== undefined) return undefined
  const cells = new Uint8Array(layout.headers.length)
  for (const [field, index] of layout.at) cells[index] = CELLS.get(field) ?? ENTITY_CELL.further
  for (const { index } of layout.identifiers) cells[index] = ENTITY_CELL.further
  const unknown = unknownColumns(ENTITY_SHAPE, layout, layout.unknown)
  return {
    path,
    delimiter,
    layout,
    cells,
    begin: header.end + (bom ? 3 : 0),
    lines: header.lines,
    ...(unknown === undefined ? {} : { problem: { severity: 'warning', ...unknown, file: path, line: header.line } }),
  }
}
