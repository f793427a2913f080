import type { Graph } from '../graph/adjacency.js'
import { firstDays, NEVER } from '../graph/first-days.js'
import type { Stops } from '../graph/stops.js'
import type { WalkDirection } from '../graph/walk.js'

/** A party that is a source from one day of a series up to the day before another; days are places in the series. */
export interface Presence {
  readonly party: number
  readonly first: number
  readonly end: number
}

export interface SeriesRequest {
  readonly directions: readonly WalkDirection[]
  readonly hops: number
  readonly stops: Stops
  readonly linkDays: Int32Array
  readonly presences: readonly Presence[]
  readonly dayCount: number
}

/** From this day on so many hops from a source; -1 where it is none fewer than N any more. */
export interface HopsFrom {
  readonly day: number
  readonly hops: number
}

/**
 * The hops of every party over all days of a series. Links and sources only come, so that all days are walked at once; where a source goes the
 * series is cut, since then parties may be further off than before.
 */
export function hopsOverDays(graph: Graph, request: SeriesRequest): ReadonlyMap<number, readonly HopsFrom[]> {
  const { presences, dayCount } = request
  const cuts = new Set([0, ...presences.flatMap(({ end }) => (end < dayCount ? [end] : []))])
  const starts = [...cuts].toSorted((a, b) => a - b)
  const lines = new Map<number, HopsFrom[]>()
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? dayCount
    addSegment(lines, graph, request, start, end)
  }
  return lines
}

function addSegment(
  lines: Map<number, HopsFrom[]>,
  graph: Graph,
  { directions, hops, stops, linkDays, presences }: SeriesRequest,
  start: number,
  end: number,
): void {
  const sourceDays = new Int32Array(graph.partyCount).fill(NEVER)
  for (const { party, first, end: last } of presences) {
    if (last <= start || first >= end) continue
    sourceDays[party] = Math.min(sourceDays[party] ?? NEVER, Math.max(first, start))
  }
  const walks = directions.map((direction) => firstDays(graph, { direction, hops, stops, sourceDays, linkDays }))
  for (let party = 0; party < graph.partyCount; party++) {
    const its = inSegment(walks, party, hops, end)
    const known = lines.get(party)
    if (its.length === 0 && known === undefined) continue
    const line = known ?? []
    if (its[0]?.day !== start && line.length > 0) append(line, { day: start, hops: -1 })
    for (const one of its) append(line, one)
    lines.set(party, line)
  }
}

/** Only nearer as the days go by. */
function inSegment(
  walks: readonly (readonly Int32Array[])[],
  party: number,
  hops: number,
  end: number,
): readonly HopsFrom[] {
  const line: HopsFrom[] = []
  for (let level = hops - 1; level >= 0; level--) {
    const day = Math.min(...walks.map((levels) => levels[level]?.[party] ?? NEVER))
    if (day >= end) break
    if (line.at(-1)?.day === day) line.pop()
    line.push({ day, hops: level })
  }
  return line
}

function append(line: HopsFrom[], next: HopsFrom): void {
  if (line.at(-1)?.hops !== next.hops) line.push(next)
}

/** The hops on a day; -1 where the party is not near then. */
export function hopsOn(line: readonly HopsFrom[], day: number): number {
  let hops = -1
  for (const one of line) {
    if (one.day > day) break
    hops = one.hops
  }
  return hops
}
