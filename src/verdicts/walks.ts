import type { Graph } from '../graph/adjacency.js'
import { walkInOrder } from '../graph/chronological.js'
import { wouldExpose, type Candidate, type ExposureRequest } from '../graph/exposure.js'
import { MAX_DEPTH, NOT_REACHED, walk, type Walk, type WalkDirection, type WalkRequest } from '../graph/walk.js'
import type { Direction } from '../model/options.js'

export const DIRECTIONS: Readonly<Record<Direction, readonly WalkDirection[]>> = {
  suppliers: ['suppliers'],
  customers: ['customers'],
  both: ['suppliers', 'customers'],
}

/** The walk that `--chronological` asks for, or the plain one. */
export function startWalk(graph: Graph, request: WalkRequest, chronological: boolean): Walk {
  return chronological ? walkInOrder(graph, request) : walk(graph, request)
}

/** How many parties each candidate would expose. In order of time each is walked from by itself: what one reaches when is not what another does. */
export function exposureCounts(
  graph: Graph,
  candidates: readonly Candidate[],
  request: ExposureRequest,
  chronological: boolean,
): readonly number[] {
  if (!chronological) return wouldExpose(graph, candidates, request)
  const { directions, hops, stops } = request
  const confirmed = new Set(request.confirmed)
  return candidates.map(({ party: candidate, owned }) => {
    const sources = [candidate, ...owned]
    const walks = directions.map((direction) =>
      walkInOrder(graph, { direction, sources, depth: Math.min(hops - 1, MAX_DEPTH), stops }),
    )
    let count = 0
    for (let party = 0; party < graph.partyCount; party++) {
      if (party === candidate || confirmed.has(party)) continue
      if (walks.some((one) => one.distances[party] !== NOT_REACHED)) count++
    }
    return count
  })
}
