import type { Graph } from '../graph/adjacency.js'
import type { Prefers } from '../graph/chain.js'
import type { Stops } from '../graph/stops.js'
import { towards } from '../graph/towards.js'
import { handledBy } from '../graph/via.js'
import { MAX_DEPTH, type Walk } from '../graph/walk.js'
import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import type { Confidence } from '../model/report.js'
import type { Draft } from './draft.js'
import type { Drafts } from './drafts.js'
import { draftExposed, type Walked } from './exposed.js'
import { draftIntermediaries, draftRouted } from './handled.js'
import type { Standing } from './standing.js'
import { createChainMaker } from './steps.js'
import { DIRECTIONS, exposureCounts, startWalk } from './walks.js'

export interface JudgeRequest {
  readonly graph: Graph
  /** Without the links of which it can't be told whether they are of the time asked for; absent where there are none. */
  readonly sureGraph?: Graph
  readonly stops: Stops
  readonly standing: Standing
  readonly options: ScreenOptions
  /** Whether a party's id comes before another's in code-point order. */
  readonly prefers: Prefers
  /** Whom a possible source would own if it were one. */
  readonly wouldOwn: (party: number) => Iterable<number>
  /** The parties that are judged again after a decision; all where it is absent. */
  readonly only?: ReadonlySet<number>
}

export interface Judged {
  readonly drafts: Drafts
  readonly walks: readonly Walk[]
  readonly problems: readonly Problem[]
}

/** Walks from the sources and drafts every verdict. Confirmed sources are walked first; possible ones only where `--spread possible` says so. */
export function judge(request: JudgeRequest): Judged {
  const { graph, standing, options, prefers } = request
  const confirmed = walkFrom(request.sureGraph ?? graph, standing.sources, 'confirmed', request)
  // What may be of the time asked for is walked like what may be a source: a chain over it is possible.
  const doubted = [
    ...(request.sureGraph === undefined ? [] : standing.sources),
    ...(options.spread === 'possible' ? standing.possibleSources : []),
  ]
  const isDoubted = options.spread === 'possible' || request.sureGraph !== undefined
  const possible = isDoubted ? walkFrom(graph, doubted, 'possible', request) : undefined
  const walkeds = possible === undefined ? [confirmed] : [confirmed, possible]
  const handlers = { graph, hops: options.hops, standing, prefers, only: request.only }
  const exposes = request.only === undefined ? exposures(request) : new Map<number, number>()
  const drafts = {
    exposed: draftExposed(graph.partyCount, standing, confirmed, possible, request.only),
    others: [
      ...(request.only === undefined ? [...draftListed(request, exposes), ...draftOwned(request, exposes)] : []),
      ...draftIntermediaries(handlers, walkeds),
      ...draftRouted(handlers),
    ],
  }
  const walks = walkeds.flatMap((walked) => walked.walks)
  return { drafts, walks, problems: cutShort(walks, options.hops) }
}

/** To flag what is fewer than N hops away, the walk goes N - 1 levels, as far as the walk counts. */
function walkFrom(
  graph: Graph,
  sources: readonly number[],
  confidence: Confidence,
  { stops, options, prefers, only }: JudgeRequest,
): Walked {
  const asked = only === undefined ? undefined : withDeals(graph, only)
  const walks = DIRECTIONS[options.direction].map((direction) => {
    const whole = { direction, sources, depth: Math.min(options.hops - 1, MAX_DEPTH), stops }
    return startWalk(graph, asked === undefined ? whole : towards(graph, whole, asked), options.chronological)
  })
  return { confidence, graph, walks, chains: new Map(walks.map((its) => [its, createChainMaker(graph, its, prefers)])) }
}

/** The parties, and the ends of what they handled: a handler has the hops of the nearer end. */
function withDeals({ links }: Graph, parties: ReadonlySet<number>): ReadonlySet<number> {
  const handled = [...parties].flatMap((party) => handledBy(links.via, party))
  return new Set([...parties, ...handled.flatMap((link) => [links.from[link] ?? -1, links.to[link] ?? -1])])
}

/** A distance is a byte: whoever asks for more hops than that is told if there was more to walk. */
function cutShort(walks: readonly Walk[], hops: number): readonly Problem[] {
  if (hops - 1 <= MAX_DEPTH || walks.every((its) => its.exhausted)) return []
  const message = `the walk went ${MAX_DEPTH} hops, and there are parties beyond that`
  return [{ severity: 'error', code: 'walk-cut', message, hint: `use --hops ${MAX_DEPTH + 1} or fewer` }]
}

/** Of possible sources: whom each would expose if it were one. */
function exposures({ graph, stops, standing, options, wouldOwn }: JudgeRequest): ReadonlyMap<number, number> {
  const { direction, hops, chronological } = options
  const asked = { directions: DIRECTIONS[direction], hops, stops, confirmed: standing.sources }
  const candidates = standing.possibleSources.map((party) => ({ party, owned: wouldOwn(party) }))
  const counts = exposureCounts(graph, candidates, asked, chronological)
  return new Map(standing.possibleSources.map((party, at) => [party, counts[at] ?? 0]))
}

function draftListed({ standing }: JudgeRequest, exposes: ReadonlyMap<number, number>): readonly Draft[] {
  return standing.listed.map((party) => {
    const exposed = exposes.get(party)
    return {
      kind: 'listed',
      party,
      hops: 0,
      confidence: standing.confidenceOf(party) ?? 'possible',
      target: party,
      chain: [],
      ...(exposed === undefined ? {} : { wouldExpose: exposed }),
    }
  })
}

function draftOwned({ standing }: JudgeRequest, exposes: ReadonlyMap<number, number>): readonly Draft[] {
  return standing.owned.flatMap((party) => {
    const owned = standing.ownedOf(party)
    if (owned === undefined) return []
    const exposed = exposes.get(party)
    const would = exposed === undefined || owned.confidence === 'confirmed' ? {} : { wouldExpose: exposed }
    const { confidence } = owned
    const target = owned.target()
    return [{ kind: 'owned', party, hops: 0, confidence, target, chain: [], owned, ...would } as const]
  })
}
