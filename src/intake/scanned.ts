import { addVia, adoptColumns, reserveLinks, type LinkTable } from '../graph/links.js'
import type { ProblemSink } from '../model/problem.js'
import { collectUnstated } from '../records/unstated-forms.js'
import { limitProblems } from '../records/many-problems.js'
import { closeGap, type LinkColumns } from '../records/scan-columns.js'
import type { ScannedFile, ScannedLinks } from '../records/scan-links.js'
import type { ScannedPart } from '../records/scan-part.js'
import { createTally, type Tally } from '../records/tally.js'
import type { EndTable } from './ends.js'

/** Where the records of a scanned file stand: its links are those from `firstLink` on. */
export interface Offsets {
  readonly scanned: ScannedFile
  readonly firstLink: number
  /** The lower 32 bits of each link's place in the file. */
  readonly low: Uint32Array
}

const WRAP = 2 ** 32

/** Where the record of a link of the file begins. Places ascend, so that one lower than the one before it shows a turn of the lower 32 bits. */
export function placesIn({ scanned, firstLink, low }: Offsets): (link: number) => number {
  const turns: number[] = []
  if (scanned.stored.bytes > WRAP) {
    for (let at = 1; at < low.length; at++) if ((low[at] ?? 0) < (low[at - 1] ?? 0)) turns.push(at)
  }
  return (link) => {
    const at = link - firstLink
    return (low[at] ?? 0) + turns.filter((turn) => turn <= at).length * WRAP
  }
}

export interface Taken {
  readonly tally: Tally
  readonly offsets: Offsets
  readonly leftOut: number
  readonly sameAs: readonly (readonly [number, number])[]
}

/** Puts a scanned file into the tables, as if it had been read row by row. */
export function takeScanned(
  scanned: ScannedLinks,
  file: number,
  links: LinkTable,
  ends: EndTable,
  sink: ProblemSink,
): Taken {
  const limited = limitProblems(sink)
  const unstated = collectUnstated(limited.sink)
  const problems = unstated.sink
  const tally = createTally('transactions', scanned.plan.path)
  if (scanned.headerProblem !== undefined) problems(scanned.headerProblem)
  const firstLink = links.count
  const sameAs: (readonly [number, number])[] = []
  const vias: (() => void)[] = []
  let leftOut = 0
  let count = 0
  let lines = 0
  for (const { at, part } of scanned.parts) {
    const endOf = ends.takeOver(part.ends, file, shifted(part.endLines, lines))
    closeGap(scanned.columns, count, at, part.links)
    renameEnds(scanned.columns, count, part.links, endOf)
    const base = firstLink + count
    links.row.append(part.rowSteps, base, tally.rows)
    links.line.append(part.lineSteps, base, lines)
    vias.push(() => addHandlers(links, base, part, endOf))
    for (const [a, b] of part.sameAs) sameAs.push([endOf?.[a] ?? a, endOf?.[b] ?? b])
    for (const problem of part.problems) {
      problems(problem.line === undefined ? problem : { ...problem, line: problem.line + lines })
    }
    tally.addRows(part)
    leftOut += part.leftOut
    count += part.links
    // The first part knows the lines before it, the others count from 0.
    lines += part.lines + (lines === 0 ? scanned.plan.lines : 0)
  }
  adopt(links, scanned.columns, count, file)
  for (const add of vias) add()
  tally.finish('csv', scanned.facts)
  unstated.flush()
  limited.flush()
  if (tally.rows === 0) problems(noRows(scanned.plan.path))
  // What the parts held besides is in the tables now.
  const { plan, location, stored, spooled } = scanned
  const low = scanned.columns.offset.subarray(0, count)
  const again = spooled === undefined ? { plan, location, stored } : { plan, location, stored, spooled }
  return { tally, offsets: { scanned: again, firstLink, low }, leftOut, sameAs }
}

function noRows(file: string) {
  return { severity: 'warning', code: 'no-rows', message: 'the file has no records', file } as const
}

function shifted(lines: Uint32Array, by: number): Uint32Array {
  return by === 0 ? lines : lines.map((line) => line + by)
}

/** Turns the ends of a part, which are its own, into those of all files. */
function renameEnds({ from, to }: LinkColumns, at: number, count: number, endOf: Int32Array | undefined): void {
  if (endOf === undefined) return
  for (let link = at; link < at + count; link++) {
    from[link] = endOf[from[link] ?? 0] ?? -1
    to[link] = endOf[to[link] ?? 0] ?? -1
  }
}

function addHandlers(links: LinkTable, base: number, part: ScannedPart, endOf: Int32Array | undefined): void {
  for (const [at, link] of part.viaLinks.entries()) {
    const end = part.viaEnds[at] ?? -1
    addVia(links, base + link, endOf?.[end] ?? end)
  }
}

/** The first file's columns become the table's own; those of further ones are copied behind them. */
function adopt(links: LinkTable, columns: LinkColumns, count: number, file: number): void {
  const at = links.count
  if (at === 0) adoptColumns(links, columns, count)
  else {
    reserveLinks(links, at + count)
    links.from.set(columns.from.subarray(0, count), at)
    links.to.set(columns.to.subarray(0, count), at)
    links.kind.set(columns.kind.subarray(0, count), at)
    links.first.set(columns.first.subarray(0, count), at)
    links.last.set(columns.last.subarray(0, count), at)
    links.flags.set(columns.flags.subarray(0, count), at)
    links.count = at + count
  }
  if (count > 0) links.file.put(at, file)
}
