import { buildGraph, type Graph } from '../graph/adjacency.js'
import { WEAK_STAKE } from '../graph/links.js'
import type { Stops } from '../graph/stops.js'
import type { StopKind } from '../graph/unfollowed.js'
import { MAX_DEPTH, NOT_REACHED, type Walk } from '../graph/walk.js'
import type { VerdictChange } from '../model/explanation.js'
import { compareCodePoints } from '../model/order.js'
import type { Parties } from '../parties/parties.js'
import { DIRECTIONS, startWalk } from '../verdicts/walks.js'
import type { World } from './suppose.js'

/** Names that a sentence can hold; the rest are counted. */
const SHOWN = 5

/** Why a walk stopped at a party: `hub` for its many counterparties. */
type Stopped = StopKind | 'hub'

/** Whom a party at which walks stopped kept from being flagged, were it walked through. */
export function stopChanges(
  world: World,
  parties: Parties,
  party: number,
  stopped: ReadonlySet<Stopped>,
): readonly VerdictChange[] {
  const now = flagged(world, world.graph, world.stops)
  const name = parties.nameOf(party)
  const changes = {
    hub: `If walks went through ${name} in spite of its many counterparties (--hub-limit)`,
    terminal: `If walks went through ${name}`,
    officer: `If walks went through ${name}, a person reached by an office`,
    'min-stake': `If the stakes of and in ${name} under ${world.options.minStake} % were steps (--min-stake)`,
  } as const
  return [...stopped].map((kind) => {
    const then = flagged(world, graphWithout(world.graph, party, kind), stopsWithout(world.stops, party, kind))
    const more = [...then].filter((one) => !now.has(one))
    const names = more.map((one) => parties.nameOf(one)).toSorted(compareCodePoints)
    return { change: changes[kind], becomes: sayMore(names) }
  })
}

function sayMore(names: readonly string[]): string {
  if (names.length === 0) return 'nobody else is flagged'
  const others = names.length - SHOWN
  const shown = names.slice(0, SHOWN).join(', ')
  const more = `${names.length} more ${names.length === 1 ? 'party is' : 'parties are'} flagged: ${shown}`
  return others > 0 ? `${more} and ${others} more` : more
}

/** Who is flagged by the walks from what are sources. */
function flagged({ standing, options }: World, graph: Graph, stops: Stops): ReadonlySet<number> {
  const depth = Math.min(options.hops - 1, MAX_DEPTH)
  const walks = DIRECTIONS[options.direction].map((direction): Walk => {
    return startWalk(graph, { direction, sources: standing.sources, depth, stops }, options.chronological)
  })
  const found = new Set<number>()
  for (let party = 0; party < graph.partyCount; party++) {
    if (walks.some(({ distances }) => distances[party] !== NOT_REACHED)) found.add(party)
  }
  return found
}

function cleared(flags: Uint8Array, party: number): Uint8Array {
  const others = Uint8Array.from(flags)
  others[party] = 0
  return others
}

function stopsWithout(stops: Stops, party: number, kind: Stopped): Stops {
  if (kind === 'terminal') return { ...stops, terminal: cleared(stops.terminal, party) }
  if (kind === 'officer') return { ...stops, person: cleared(stops.person, party) }
  if (kind === 'hub' && stops.hub !== undefined) return { ...stops, hub: cleared(stops.hub, party) }
  return stops
}

function graphWithout(graph: Graph, party: number, kind: Stopped): Graph {
  if (kind !== 'min-stake') return graph
  const { links, partyCount, kinds } = graph
  const flags = Uint8Array.from(links.flags)
  for (let link = 0; link < links.count; link++) {
    if (links.from[link] === party || links.to[link] === party) flags[link] = (flags[link] ?? 0) & ~WEAK_STAKE
  }
  return buildGraph({ ...links, flags }, partyCount, kinds)
}
