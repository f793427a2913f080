import type { Graph, Neighbours } from './adjacency.js'
import { stopFlags, type Stops } from './stops.js'
import { goodsOutward, isOfficeArrival, type WalkDirection } from './walk.js'

/** The day of what never comes. Days are places in a series. */
export const NEVER = 0x7fff_ffff

export interface FirstDaysRequest {
  readonly direction: WalkDirection
  /** N: parties fewer hops away than this are asked for. */
  readonly hops: number
  readonly stops: Stops
  /** The first day on which each party is a source; NEVER where it is none. */
  readonly sourceDays: Int32Array
  /** The first day on which each link is known. */
  readonly linkDays: Int32Array
}

interface Search {
  readonly kinds: Uint8Array
  readonly stops: Stops
  readonly stopped: Uint8Array
  readonly linkDays: Int32Array
  /** First day within so many hops, as reached and as walked on from. */
  readonly reached: Int32Array
  readonly passed: Int32Array
  /** The days of those that are walked on from at this level, and the parties that got a better one for the next. */
  readonly improved: Set<number>
}

function spread(search: Search, neighbours: Neighbours, corporate: boolean, party: number, day: number): void {
  const { kinds, stops, stopped, linkDays, reached, passed, improved } = search
  const { offsets, parties, links } = neighbours
  const end = offsets[party + 1] ?? 0
  for (let place = offsets[party] ?? 0; place < end; place++) {
    const other = parties[place] ?? 0
    if ((reached[other] ?? NEVER) <= day && (passed[other] ?? NEVER) <= day) continue
    const link = links[place] ?? 0
    const both = Math.max(day, linkDays[link] ?? NEVER)
    if (both < (reached[other] ?? NEVER)) reached[other] = both
    if (stopped[other] === 1 || (corporate && isOfficeArrival(kinds, stops, other, link))) continue
    if (both >= (passed[other] ?? NEVER)) continue
    passed[other] = both
    improved.add(other)
  }
}

/**
 * For each number of hops under N the first day on which each party was at most so far from a source, over all days of a series at once: the
 * least of the greatest days along a walk. Sources and links come and none goes, so that a party once reached stays so.
 */
export function firstDays(graph: Graph, request: FirstDaysRequest): readonly Int32Array[] {
  const { direction, hops, stops, sourceDays, linkDays } = request
  const goods = goodsOutward(graph, direction)
  const levels = [Int32Array.from(sourceDays)]
  const passed = Int32Array.from(sourceDays)
  let frontier = new Map<number, number>()
  for (const [party, day] of sourceDays.entries()) if (day !== NEVER) frontier.set(party, day)
  for (let level = 1; level < hops; level++) {
    const reached = Int32Array.from(levels.at(-1) ?? sourceDays)
    levels.push(reached)
    const improved = new Set<number>()
    const search = { kinds: graph.links.kind, stops, stopped: stopFlags(stops), linkDays, reached, passed, improved }
    for (const [party, day] of frontier) {
      spread(search, goods, false, party, day)
      spread(search, graph.corporate.along, true, party, day)
      spread(search, graph.corporate.against, true, party, day)
    }
    // Days are those of the level before, also for a party that got a better one in this round.
    frontier = new Map([...improved].map((party) => [party, passed[party] ?? NEVER]))
  }
  return levels
}
