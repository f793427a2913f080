import type { Graph } from '../graph/adjacency.js'
import { createStops, findHubs, type Stops } from '../graph/stops.js'
import type { ScreenOptions } from '../model/options.js'
import type { Parties } from '../parties/parties.js'

/** Walks reach public bodies, the user's own company and who is no one, and do not pass through them. */
export function stopsOf(
  graph: Graph,
  parties: Parties,
  { hubLimit }: ScreenOptions,
  self: number,
  noOne: readonly number[],
): Stops {
  const stops = createStops(parties.count)
  for (let party = 0; party < parties.count; party++) {
    const type = parties.typeOf(party)
    if (type === 'public-body') stops.terminal[party] = 1
    if (type === 'person') stops.person[party] = 1
  }
  if (self >= 0) stops.terminal[self] = 1
  for (const party of noOne) stops.terminal[party] = 1
  return hubLimit === undefined ? stops : { ...stops, hub: findHubs(graph, hubLimit) }
}
