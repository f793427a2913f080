import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS } from '../model/record.js'
import type { IdForm } from './numbered-ids.js'
import { setUpCells, startRowKernel } from './start-row-kernel.js'
import type { ScanPlan } from './scan-plan.js'

/** Scans whole lines for rows that are trivially fine: kernel/rows.ts, which this sets up. */
export interface RowScanner {
  /** Where the lines have to stand; all places are from its beginning. */
  readonly block: Uint8Array<ArrayBuffer>
  readonly mostRows: number
  readonly mostDigits: number
  /** Begins a block: the lines of `block[0..until)`. */
  open(until: number): void
  /**
   * Takes rows from `start` on, which is no further back than before, at most `most`, up to the first that is not trivially fine; how many.
   *
   * @param base where the block begins in the file; of it and of `offsets` the lower 32 bits count.
   */
  scan(start: number, most: number, base: number): number
  /** Of the last scan: where it stopped, and why. */
  readonly next: number
  readonly stopped: Stopped
  /** The handlers of the last row, where it stopped because of them. */
  readonly via: readonly [start: number, end: number]
  /** How many of the rows are later than the day of the screening. */
  readonly later: number
  /** Of the rows taken last: beginning and end of either end; the integers of both; the two days; where the row begins in the file; its kind; its flag. */
  readonly bounds: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly offsets: Uint32Array
  readonly kinds: Uint8Array
  readonly flags: Uint8Array
  /** The ends whose integers are not known: their row times two, and one for the second. */
  readonly unknown: Int32Array
  /** Knows ids of this form from here on; to be called when nothing in the block is wanted any more. */
  useForm(form: IdForm): void
  /** The integer of the id that is `block[start..end)`, for the next time. */
  note(start: number, end: number, id: number): void
}

/** Why a scan stopped: nothing more to take; a row for the reader of texts; an empty line; after a row with handlers. */
export type Stopped = 'done' | 'odd' | 'blank' | 'handled'
export const STOPPED: readonly Stopped[] = ['done', 'odd', 'blank', 'handled']

const KIND_BYTES = 16

export function createRowScanner(plan: ScanPlan): RowScanner {
  const kernel = startRowKernel()
  const { memory, at, functionOf, valueOf } = kernel
  const block = setUpCells(kernel, plan.cells, plan.layout.headers)
  const bytes = new Uint8Array(memory)
  const mostRows = at('MOST_ROWS')
  const integers = (name: string, count: number): Int32Array => new Int32Array(memory, at(name), count)

  bytes.set(plan.allowed, at('ALLOWED'))
  for (const [code, kind] of LINK_KINDS.entries()) {
    bytes.set(Buffer.from(kind), at('KINDS') + code * KIND_BYTES)
    bytes[at('KIND_LENGTHS') + code] = kind.length
  }
  functionOf('setUp')(plan.cells.length, plan.delimiter.charCodeAt(0), plan.implied, LINK_KINDS.length)
  functionOf('setUpDays')(BEGINNING, END, plan.asOf, plan.laterFlag)
  const [next, stopped, viaStart, viaEnd] = [
    valueOf('next'),
    valueOf('stopped'),
    valueOf('viaStart'),
    valueOf('viaEnd'),
  ]
  const [unknown, later] = [valueOf('unknown'), valueOf('later')]
  const unknownPlaces = integers('UNKNOWN', mostRows * 2)
  const known = integers('KNOWN', 10 ** at('MOST_DIGITS'))
  const numberOf = functionOf('numberOf')
  return {
    block,
    mostRows,
    mostDigits: at('MOST_DIGITS'),
    open: functionOf('open'),
    scan: functionOf('scan'),
    get next() {
      return next()
    },
    get stopped() {
      return STOPPED[stopped()] ?? 'odd'
    },
    get via() {
      return [viaStart(), viaEnd()] as const
    },
    get later() {
      return later()
    },
    bounds: integers('BOUNDS', mostRows * 4),
    from: integers('FROM_IDS', mostRows),
    to: integers('TO_IDS', mostRows),
    first: integers('FIRST_DAYS', mostRows),
    last: integers('LAST_DAYS', mostRows),
    offsets: new Uint32Array(memory, at('OFFSETS'), mostRows),
    kinds: new Uint8Array(memory, at('ROW_KINDS'), mostRows),
    flags: new Uint8Array(memory, at('FLAGS'), mostRows),
    get unknown() {
      return unknownPlaces.subarray(0, unknown())
    },
    useForm({ beginning, digits }) {
      const held = block.slice(0, beginning.length)
      block.set(beginning)
      functionOf('setUpForm')(beginning.length + digits, digits)
      block.set(held)
    },
    note(start, end, id) {
      const number = numberOf(start, end)
      if (number !== -1) known[number] = id + 1
    },
  }
}
