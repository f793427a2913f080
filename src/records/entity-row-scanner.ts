import { STOPPED, type Stopped } from './row-scanner.js'
import { ENTITY_CELL, type EntityPlan } from './scan-entity-plan.js'
import { setUpCells, startRowKernel } from './start-row-kernel.js'

/** Scans whole lines for rows of entities whose cells are trivially fine, but for words that are to be known: kernel/rows.ts, which this sets up. */
export interface EntityRowScanner {
  /** Where the lines have to stand; all places are from its beginning. */
  readonly block: Uint8Array<ArrayBuffer>
  readonly mostRows: number
  /** Begins a block: the lines of `block[0..until)`. */
  open(until: number): void
  /** Takes rows from `start` on, which is no further back than before, up to the first that is for the reader of texts; how many. */
  scan(start: number): number
  /** Of the last scan: where it stopped, and why. */
  readonly next: number
  readonly stopped: Stopped
  /** Of the rows taken last: where each begins; beginning and end of each of its cells, both 0 where it is empty. */
  readonly offsets: Uint32Array
  readonly names: Int32Array
  readonly ids: Int32Array
  readonly addresses: Int32Array
  readonly types: ScannedWords
  readonly countries: ScannedWords
}

/** Cells that are words. */
export interface ScannedWords {
  readonly bounds: Int32Array
  /** What each is; 0 where it is empty, -1 where that was not noted, or is not remembered. */
  readonly found: Int32Array
  /** What the word is that is `block[start..end)`, for the next time. */
  note(start: number, end: number, its: number): void
}

export function createEntityRowScanner(plan: EntityPlan): EntityRowScanner {
  const kernel = startRowKernel()
  const { memory, at, functionOf, valueOf } = kernel
  const block = setUpCells(kernel, plan.cells, plan.layout.headers)
  functionOf('setUp')(plan.cells.length, plan.delimiter.charCodeAt(0), -1, 0)
  const mostRows = at('MOST_ROWS')
  const [next, stopped] = [valueOf('next'), valueOf('stopped')]
  const scan = functionOf('scanEntities')
  const boundsOf = (cell: number): Int32Array =>
    new Int32Array(memory, at('ENTITY_BOUNDS') + (cell - ENTITY_CELL.name) * mostRows * 8, mostRows * 2)
  return {
    block,
    mostRows,
    open: functionOf('open'),
    scan: (start) => scan(start, mostRows),
    get next() {
      return next()
    },
    get stopped() {
      return STOPPED[stopped()] ?? 'odd'
    },
    offsets: new Uint32Array(memory, at('OFFSETS'), mostRows),
    names: boundsOf(ENTITY_CELL.name),
    ids: boundsOf(ENTITY_CELL.id),
    addresses: boundsOf(ENTITY_CELL.address),
    types: {
      bounds: boundsOf(ENTITY_CELL.type),
      found: new Int32Array(memory, at('TYPES'), mostRows),
      note: functionOf('noteType'),
    },
    countries: {
      bounds: boundsOf(ENTITY_CELL.country),
      found: new Int32Array(memory, at('COUNTRIES'), mostRows),
      note: functionOf('noteCountry'),
    },
  }
}
