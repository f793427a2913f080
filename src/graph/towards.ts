import type { Graph } from './adjacency.js'
import { NOT_REACHED, walk, type WalkRequest } from './walk.js'

/**
 * The same walk, kept to what can lead to some parties: whoever is not near them is neither walked from nor through. What it says of
 * those parties, and of every party on a chain to them, is what the whole walk says of them.
 */
export function towards(graph: Graph, request: WalkRequest, parties: Iterable<number>): WalkRequest {
  const { direction, depth, stops } = request
  // Backwards a person's office would be the other link of the two: so nobody stops for one, and too many are near rather than too few.
  const back = walk(graph, {
    direction: direction === 'suppliers' ? 'customers' : 'suppliers',
    sources: parties,
    depth,
    stops: { ...stops, person: new Uint8Array(graph.partyCount) },
  })
  const hub = new Uint8Array(graph.partyCount)
  for (let party = 0; party < hub.length; party++) {
    hub[party] = back.distances[party] === NOT_REACHED ? 1 : (stops.hub?.[party] ?? 0)
  }
  const sources = [...request.sources].filter((party) => back.distances[party] !== NOT_REACHED)
  return { ...request, sources, stops: { ...stops, hub } }
}
