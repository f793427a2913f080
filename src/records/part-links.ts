import { createSteps } from '../columns/steps.js'
import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS, type LinkKind, type LinkRecord } from '../model/record.js'
import type { PackableIdTable } from '../columns/id-table.js'
import type { RowScanner } from './row-scanner.js'
import type { LinkColumns } from './scan-columns.js'
import type { ScannedPart } from './scan-part.js'
import type { ScanPlan } from './scan-plan.js'

/** The links of a part as they come, in the order of the file. */
export interface PartLinks {
  readonly count: number
  /** A link came for which the columns have no room. */
  readonly isFull: boolean
  /** Adds the rows that the scanner just took: the first has this ordinal and this line, the others follow. */
  addRows(scanner: RowScanner, count: number, row: number, line: number): void
  /** Adds what the reader of texts gave of a row; `offset` is where its record begins in the file. */
  addRecord(its: LinkRecord, row: number, offset: number): void
  addVia(link: number, end: number): void
  /** Notes the line of an end that is new, and gives it back. */
  noteEnd(end: number, line: number): number
  packed(): Pick<
    ScannedPart,
    'links' | 'leftOut' | 'sameAs' | 'viaLinks' | 'viaEnds' | 'ends' | 'endLines' | 'rowSteps' | 'lineSteps'
  >
}

export function createPartLinks(plan: ScanPlan, columns: LinkColumns, ids: PackableIdTable): PartLinks {
  const rowSteps = createSteps(1)
  const lineSteps = createSteps(1)
  let count = 0
  let isFull = false
  let leftOut = 0
  const sameAs: (readonly [number, number])[] = []
  const viaLinks: number[] = []
  const viaEnds: number[] = []
  const endLines: number[] = []

  function noteEnd(end: number, line: number): number {
    if (end === endLines.length) endLines.push(line)
    return end
  }

  function addVia(link: number, end: number): void {
    viaLinks.push(link)
    viaEnds.push(end)
  }

  return {
    get count() {
      return count
    },
    get isFull() {
      return isFull
    },
    noteEnd,
    addVia,
    addRows(scanner, added, row, line) {
      columns.from.set(scanner.from.subarray(0, added), count)
      columns.to.set(scanner.to.subarray(0, added), count)
      columns.kind.set(scanner.kinds.subarray(0, added), count)
      columns.first.set(scanner.first.subarray(0, added), count)
      columns.last.set(scanner.last.subarray(0, added), count)
      columns.flags.set(scanner.flags.subarray(0, added), count)
      columns.offset.set(scanner.offsets.subarray(0, added), count)
      rowSteps.put(count, row)
      lineSteps.put(count, line)
      leftOut += scanner.later
      count += added
    },
    addRecord(its, row, offset) {
      if (count === columns.from.length) {
        isFull = true
        return
      }
      const { line } = its.place
      const link = count++
      const from = noteEnd(ids.internText(its.from), line)
      const to = noteEnd(ids.internText(its.to), line)
      columns.from[link] = from
      columns.to[link] = to
      columns.kind[link] = CODES.get(its.kind) ?? -1
      columns.first[link] = its.date?.first ?? BEGINNING
      columns.last[link] = its.date?.last ?? END
      columns.offset[link] = offset
      rowSteps.put(link, row)
      lineSteps.put(link, line)
      const isLater = its.date !== undefined && its.date.first > plan.asOf
      columns.flags[link] = isLater ? plan.laterFlag : 0
      if (isLater) leftOut++
      else if (its.kind === 'same-as') sameAs.push([from, to])
      for (const handler of its.via) addVia(link, noteEnd(ids.internText(handler), line))
    },
    packed: () => ({
      links: count,
      leftOut,
      sameAs,
      viaLinks: Int32Array.from(viaLinks),
      viaEnds: Int32Array.from(viaEnds),
      ends: ids.packed(),
      endLines: Uint32Array.from(endLines),
      rowSteps: rowSteps.packed(),
      lineSteps: lineSteps.packed(),
    }),
  }
}

const CODES = new Map<LinkKind, number>(LINK_KINDS.map((kind, code) => [kind, code]))
