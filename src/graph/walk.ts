import type { Graph, Neighbours } from './adjacency.js'
import { codeOf } from './links.js'
import { stopFlags, type Stops } from './stops.js'

/** The distance of a party that the walk did not reach. */
export const NOT_REACHED = 255
/** Distances are bytes. */
export const MAX_DEPTH = 250

const OFFICER_OF = codeOf('officer-of')

/** Up the supply chain from the sources, or down it. */
export type WalkDirection = 'suppliers' | 'customers'

export interface WalkRequest {
  readonly direction: WalkDirection
  readonly sources: Iterable<number>
  /** Levels to go, at most MAX_DEPTH. To flag what is fewer than N hops away, N - 1. */
  readonly depth: number
  readonly stops: Stops
}

export interface Walk {
  readonly direction: WalkDirection
  readonly depth: number
  readonly stops: Stops
  /** Hops of each party, NOT_REACHED where the walk did not come to it. */
  readonly distances: Uint8Array
  /**
   * The level at which the party was walked on from, NOT_REACHED where it never was. A person may be reached by `officer-of` and, later, in
   * a way that leads on: then it is more than the distance.
   */
  readonly passable: Uint8Array
  /** Nothing further would be reached by a greater depth. */
  readonly exhausted: boolean
  /** What `nextStep` found, kept by it: -2 where it did not look yet. */
  readonly nextSteps: { all?: Int32Array; readonly ofInnerPersons: Map<number, number> }
}

/** Neighbours that lie one hop further by goods: the sellers to a party, or the buyers from it. */
export function goodsOutward(graph: Graph, direction: WalkDirection): Neighbours {
  return direction === 'suppliers' ? graph.goods.against : graph.goods.along
}

/** Neighbours that lie one hop nearer by goods. */
export function goodsInward(graph: Graph, direction: WalkDirection): Neighbours {
  return direction === 'suppliers' ? graph.goods.along : graph.goods.against
}

/** Whether arriving at the party over the link ends there, the party being a person and the link an office. */
export function isOfficeArrival(kinds: Uint8Array, stops: Stops, party: number, link: number): boolean {
  return stops.person[party] === 1 && kinds[link] === OFFICER_OF
}

interface Search {
  readonly distances: Uint8Array
  readonly passable: Uint8Array
  readonly stopped: Uint8Array
  readonly stops: Stops
  readonly kinds: Uint8Array
  /** Parties to walk on from, in the order of their levels; each comes once. */
  readonly queue: Int32Array
  queued: number
}

function spreadGoods(search: Search, neighbours: Neighbours, party: number, level: number): void {
  const { distances, passable, stopped, queue } = search
  const { offsets, parties } = neighbours
  const end = offsets[party + 1] ?? 0
  for (let place = offsets[party] ?? 0; place < end; place++) {
    const other = parties[place] ?? 0
    if (passable[other] !== NOT_REACHED) continue
    if (distances[other] === NOT_REACHED) distances[other] = level
    if (stopped[other] === 1) continue
    passable[other] = level
    queue[search.queued++] = other
  }
}

function spreadCorporate(search: Search, neighbours: Neighbours, party: number, level: number): void {
  const { distances, passable, stopped, queue, kinds, stops } = search
  const { offsets, parties, links } = neighbours
  const end = offsets[party + 1] ?? 0
  for (let place = offsets[party] ?? 0; place < end; place++) {
    const other = parties[place] ?? 0
    if (passable[other] !== NOT_REACHED) continue
    if (distances[other] === NOT_REACHED) distances[other] = level
    if (stopped[other] === 1 || isOfficeArrival(kinds, stops, other, links[place] ?? -1)) continue
    passable[other] = level
    queue[search.queued++] = other
  }
}

function begin(graph: Graph, request: WalkRequest): Search {
  const search = {
    distances: new Uint8Array(graph.partyCount).fill(NOT_REACHED),
    passable: new Uint8Array(graph.partyCount).fill(NOT_REACHED),
    stopped: stopFlags(request.stops),
    stops: request.stops,
    kinds: graph.links.kind,
    queue: new Int32Array(graph.partyCount),
    queued: 0,
  }
  for (const source of request.sources) {
    if (search.distances[source] !== NOT_REACHED) continue
    search.distances[source] = 0
    search.passable[source] = 0
    search.queue[search.queued++] = source
  }
  return search
}

/**
 * One search from all sources at once, level by level: goods in one direction only, so that it never turns round, and corporate links
 * both ways.
 *
 * @throws {RangeError} where the depth does not fit a byte.
 */
export function walk(graph: Graph, request: WalkRequest): Walk {
  const { direction, depth, stops } = request
  if (!(depth >= 0 && depth <= MAX_DEPTH)) throw new RangeError(`a walk goes 0 to ${MAX_DEPTH} levels, not ${depth}`)
  const search = begin(graph, request)
  const goods = goodsOutward(graph, direction)
  let from = 0
  for (let level = 1; level <= depth && from < search.queued; level++) {
    const until = search.queued
    for (; from < until; from++) {
      const party = search.queue[from] ?? 0
      spreadGoods(search, goods, party, level)
      spreadCorporate(search, graph.corporate.along, party, level)
      spreadCorporate(search, graph.corporate.against, party, level)
    }
  }
  return {
    direction,
    depth,
    stops,
    distances: search.distances,
    passable: search.passable,
    exhausted: from === search.queued,
    nextSteps: { ofInnerPersons: new Map() },
  }
}

/** The walk that comes nearest to the party, of equals the first given: suppliers' before customers'. */
export function nearestWalk(walks: readonly Walk[], party: number): Walk | undefined {
  let nearest: Walk | undefined
  let hops = NOT_REACHED
  for (const candidate of walks) {
    const distance = candidate.distances[party] ?? NOT_REACHED
    if (distance >= hops) continue
    nearest = candidate
    hops = distance
  }
  return nearest
}
