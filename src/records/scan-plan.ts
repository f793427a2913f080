import { LINK_KINDS, type LinkKind } from '../model/record.js'
import type { Problem } from '../model/problem.js'
import { TRANSACTION_SHAPE } from './columns.js'
import { createLayout, missingColumn, unknownColumns, type Layout } from './layout.js'
import { linkReader } from './links.js'
import { findHeader, isPlainLayout } from './scan-header.js'

/** What the scanner does with a cell. What is only evidence, such as goods, is not looked at. */
export const CELL = {
  skipped: 0,
  kind: 1,
  from: 2,
  to: 3,
  date: 4,
  amount: 5,
  currency: 6,
  hsCode: 7,
  via: 8,
  knownOn: 9,
} as const

const CELLS: ReadonlyMap<string, number> = new Map([
  ['kind', CELL.kind],
  ['from', CELL.from],
  ['to', CELL.to],
  ['date', CELL.date],
  ['amount', CELL.amount],
  ['currency', CELL.currency],
  ['hs_code', CELL.hsCode],
  ['via', CELL.via],
  ['known_on', CELL.knownOn],
])

/** Fields that hold any text, of which nothing is checked. */
const FREE: ReadonlySet<string> = new Set(['id', 'goods', 'quantity', 'source'])

/** How the rows of a file of transactions are scanned; goes to a worker as it is. */
export interface ScanPlan {
  readonly path: string
  readonly delimiter: string
  readonly layout: Layout
  /** A cell's role, by column. */
  readonly cells: Uint8Array
  /** The kind code that the names of the ends give; -1 where they give none. */
  readonly implied: number
  /** By kind code: 1 where a row of this file may be of that kind. */
  readonly allowed: Uint8Array
  readonly self?: string
  /** The day of the screening, and the flag of a link that is later. */
  readonly asOf: number
  readonly laterFlag: number
  /** Where the first row begins, in bytes, and how many lines come before it. */
  readonly begin: number
  readonly lines: number
}

export interface PlanRequest {
  readonly path: string
  readonly delimiter: string
  /** The first bytes of the file, as text without a BOM. */
  readonly head: string
  readonly bom: boolean
  readonly self?: string
  readonly asOf: number
  readonly laterFlag: number
}

/**
 * The plan for a file whose header is understood and whole in the head; `undefined` where the reader of texts must take it. The problem is
 * what there is to say of the header.
 */
export function planScan(request: PlanRequest): { readonly plan: ScanPlan; readonly problem?: Problem } | undefined {
  const { path, delimiter, self, asOf, laterFlag } = request
  const header = findHeader(request.head, delimiter)
  if (header === undefined || delimiter.length !== 1) return undefined
  const layout = createLayout(TRANSACTION_SHAPE, header.cells, { role: 'transactions' })
  const { needed } = linkReader(path, 'transactions', self === undefined ? {} : { self }, NO_SINK, () => {})
  // Whatever else a layout says, of columns that are joined or refused, is not for the scanner.
  if (!isPlainLayout(layout)) return undefined
  if (missingColumn(TRANSACTION_SHAPE, layout, needed(layout)) !== undefined) return undefined
  const cells = new Uint8Array(layout.headers.length)
  for (const [field, index] of layout.at) {
    const cell = CELLS.get(field)
    // A field that is new here is not checked here: then the reader of texts is the one to ask.
    if (cell === undefined && !FREE.has(field)) return undefined
    cells[index] = cell ?? CELL.skipped
  }
  const unknown = unknownColumns(TRANSACTION_SHAPE, layout, layout.unknown)
  const problem: Problem | undefined =
    unknown === undefined ? undefined : { severity: 'warning', ...unknown, file: path, line: header.line }
  const plan: ScanPlan = {
    path,
    delimiter,
    layout,
    cells,
    implied: layout.implied === undefined ? -1 : LINK_KINDS.indexOf(layout.implied),
    allowed: Uint8Array.from(LINK_KINDS, (kind) => (isAllowed(layout, kind) ? 1 : 0)),
    ...(self === undefined ? {} : { self }),
    asOf,
    laterFlag,
    begin: header.end + (request.bom ? 3 : 0),
    lines: header.lines,
  }
  return problem === undefined ? { plan } : { plan, problem }
}

const NO_SINK = { link: () => {}, rejectedNames: () => {} }

/** Links of the kinds that bring parties together, or that a row's columns may contradict, are left to the reader of texts. */
function isAllowed(layout: Layout, kind: LinkKind): boolean {
  if (kind === 'same-as') return false
  return layout.implied === undefined ? !layout.torn : layout.implied === kind
}
