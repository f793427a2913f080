import { buildGraph, type Graph } from '../graph/adjacency.js'
import type { Prefers } from '../graph/chain.js'
import { LEFT_OUT, REJECTED, WEAK_STAKE, type Links } from '../graph/links.js'
import type { RelationDetails } from '../graph/relation-details.js'
import { createStops, type Stops } from '../graph/stops.js'
import type { OwnershipRegime } from '../model/entry.js'
import type { ScreenOptions } from '../model/options.js'
import type { Confidence, Match } from '../model/report.js'
import { findOwned } from '../verdicts/owned.js'
import { standingOf, withOwned, type ListedStanding, type Standing } from '../verdicts/standing.js'
import { DIRECTIONS } from '../verdicts/walks.js'
import { reach, type ReachRequest } from './further-targets.js'

/** What a screening rests on, as far as a verdict on one party can be asked of it again. */
export interface World {
  readonly graph: Graph
  readonly details: RelationDetails
  readonly stops: Stops
  readonly standing: Standing
  /** Whose rules of ownership are asked. */
  readonly regimes: readonly OwnershipRegime[]
  readonly options: ScreenOptions
  readonly day: number
  readonly prefers: Prefers
}

/** Something that may be wrong, or be set otherwise. */
export type Supposition =
  | { readonly kind: 'as-is' }
  | { readonly kind: 'without-links'; readonly links: readonly number[] }
  | { readonly kind: 'without-match'; readonly party: number; readonly match: Match }
  | { readonly kind: 'without-target'; readonly party: number }
  | { readonly kind: 'without-stops'; readonly stop: 'hub' | 'terminal' | 'person' | 'weak-stake' }

/** How a party stands: the nearest that is found for it. */
export type Stands =
  | { readonly kind: 'listed' | 'owned'; readonly confidence: Confidence; readonly target: number }
  | { readonly kind: 'exposed'; readonly hops: number; readonly target: number }
  | { readonly kind: 'clear' }

function withoutLinks(links: Links, left: readonly number[]): Links {
  const flags = Uint8Array.from(links.flags)
  for (const link of left) flags[link] = (flags[link] ?? 0) | LEFT_OUT | REJECTED
  return { ...links, flags }
}

function listedIf({ standing }: World, supposed: Supposition): ListedStanding {
  if (supposed.kind !== 'without-match' && supposed.kind !== 'without-target') return standingOf(matchesOf(standing))
  const matches = new Map(matchesOf(standing))
  const left =
    supposed.kind === 'without-target'
      ? []
      : standing
          .matchesOf(supposed.party)
          .filter(({ list, entryId }) => list !== supposed.match.list || entryId !== supposed.match.entryId)
  if (left.length > 0) matches.set(supposed.party, left)
  else matches.delete(supposed.party)
  return standingOf(matches)
}

function matchesOf(standing: Standing): ReadonlyMap<number, readonly Match[]> {
  return new Map(standing.listed.map((party) => [party, standing.matchesOf(party)]))
}

function stopsIf({ stops }: World, supposed: Supposition): Stops {
  if (supposed.kind !== 'without-stops') return stops
  const none = createStops(stops.terminal.length)
  switch (supposed.stop) {
    case 'hub':
      return { terminal: stops.terminal, person: stops.person }
    case 'terminal':
      return { ...stops, terminal: none.terminal }
    case 'person':
      return { ...stops, person: none.person }
    case 'weak-stake':
      return stops
  }
}

function graphIf(world: World, supposed: Supposition): Graph {
  const { graph, options } = world
  const { links, partyCount } = graph
  if (supposed.kind === 'without-links')
    return buildGraph(withoutLinks(links, supposed.links), partyCount, options.kinds)
  if (supposed.kind !== 'without-stops' || supposed.stop !== 'weak-stake') return graph
  const flags = Uint8Array.from(links.flags, (flag) => flag & ~WEAK_STAKE)
  return buildGraph({ ...links, flags }, partyCount, options.kinds)
}

function standingIf(world: World, graph: Graph, supposed: Supposition): Standing {
  if (supposed.kind === 'as-is' || supposed.kind === 'without-stops') return world.standing
  const { details, regimes, options, day, prefers } = world
  const standing = listedIf(world, supposed)
  const { owned } = findOwned({
    links: graph.links,
    details,
    partyCount: graph.partyCount,
    standing,
    regimes,
    asOf: options.asOf,
    day,
    spread: options.spread,
    prefers,
  })
  return withOwned(standing, owned)
}

/** How the party would stand: ownership is added up anew, and the walks go anew from what are sources then. */
export function standsIf(world: World, party: number, supposed: Supposition): Stands {
  const graph = graphIf(world, supposed)
  const standing = standingIf(world, graph, supposed)
  const listed = standing.confidenceOf(party)
  const owned = standing.ownedOf(party)
  if (listed === 'confirmed') return { kind: 'listed', confidence: listed, target: party }
  if (owned?.confidence === 'confirmed') return { kind: 'owned', confidence: 'confirmed', target: owned.target() }
  if (listed !== undefined) return { kind: 'listed', confidence: listed, target: party }
  if (owned !== undefined) return { kind: 'owned', confidence: owned.confidence, target: owned.target() }
  const request: ReachRequest = {
    graph,
    stops: stopsIf(world, supposed),
    directions: DIRECTIONS[world.options.direction],
    prefers: world.prefers,
    chronological: world.options.chronological,
  }
  const found = reach(request, party, standing.sources, world.options.hops - 1)
  return found === undefined ? { kind: 'clear' } : { kind: 'exposed', hops: found.hops, target: found.target }
}
