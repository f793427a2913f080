import { nearestWalk, NOT_REACHED, type Walk, type WalkDirection } from '../graph/walk.js'
import type { Graph } from '../graph/adjacency.js'
import type { Prefers } from '../graph/chain.js'
import type { Stops } from '../graph/stops.js'
import { createChainMaker } from '../verdicts/steps.js'
import { startWalk } from '../verdicts/walks.js'
import type { DraftStep } from '../verdicts/draft.js'

/** A source and the shortest chain to it. */
export interface Reached {
  readonly target: number
  readonly hops: number
  readonly walk: Walk
  readonly chain: readonly DraftStep[]
}

export interface ReachRequest {
  readonly graph: Graph
  readonly stops: Stops
  readonly directions: readonly WalkDirection[]
  readonly prefers: Prefers
  readonly chronological: boolean
}

/** The nearest source to a party within so many levels, by the rules that give a finding; `undefined` where there is none. */
export function reach(
  request: ReachRequest,
  party: number,
  sources: readonly number[],
  depth: number,
): Reached | undefined {
  const { graph, stops, directions, prefers, chronological } = request
  const walks = directions.map((direction) => startWalk(graph, { direction, sources, depth, stops }, chronological))
  const nearest = nearestWalk(walks, party)
  const hops = nearest?.distances[party] ?? NOT_REACHED
  if (nearest === undefined || hops === NOT_REACHED || hops === 0) return undefined
  const chain = createChainMaker(graph, nearest, prefers).chain(party)
  return { target: chain.at(-1)?.to ?? party, hops, walk: nearest, chain }
}

/** The sources one after the other, the nearest first: each is the nearest when those before it are left out. */
export function reachAll(
  request: ReachRequest,
  party: number,
  sources: readonly number[],
  depth: number,
  most: number,
): readonly Reached[] {
  const found: Reached[] = []
  let left = sources.filter((source) => source !== party)
  while (found.length < most) {
    const next = reach(request, party, left, depth)
    if (next === undefined) break
    found.push(next)
    left = left.filter((source) => source !== next.target)
  }
  return found
}
