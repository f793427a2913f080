import type { Graph, Neighbours } from './adjacency.js'
import { goodsInward, isOfficeArrival, NOT_REACHED, type Walk } from './walk.js'

/** Whether party `a` comes before party `b`: its id is the smaller in code-point order. The same order in every call on one walk. */
export type Prefers = (a: number, b: number) => boolean

const NOT_LOOKED = -2
const NONE = -1

/** The preferred of the neighbours that were walked on from at `level`, or the one that was preferred so far. */
function preferred(
  neighbours: Neighbours,
  party: number,
  leadsOn: (other: number, place: number) => boolean,
  prefers: Prefers,
  soFar: number,
): number {
  let best = soFar
  const end = neighbours.offsets[party + 1] ?? 0
  for (let place = neighbours.offsets[party] ?? 0; place < end; place++) {
    const other = neighbours.parties[place] ?? 0
    if (other === best || !leadsOn(other, place)) continue
    if (best === NONE || prefers(other, best)) best = other
  }
  return best
}

/** The next party from one that stands at `hops`; `inner` where the chain came to it from further out. */
function choose(graph: Graph, walk: Walk, party: number, hops: number, inner: boolean, prefers: Prefers): number {
  const level = hops - 1
  const { passable, stops } = walk
  const goods = goodsInward(graph, walk.direction)
  const byGoods = preferred(goods, party, (other) => passable[other] === level, prefers, NONE)
  if (byGoods !== NONE) return byGoods
  const over =
    ({ links }: Neighbours) =>
    (other: number, place: number) =>
      passable[other] === level && !(inner && isOfficeArrival(graph.links.kind, stops, party, links[place] ?? -1))
  const { along, against } = graph.corporate
  return preferred(against, party, over(against), prefers, preferred(along, party, over(along), prefers, NONE))
}

function isReached(hops: number | undefined): hops is number {
  return hops !== undefined && hops !== 0 && hops !== NOT_REACHED
}

/**
 * The party one hop nearer to a source: of several the one by goods before those by corporate links only, then the preferred. -1 at a
 * source and where the walk did not reach. Looked up once for a party, however many chains run through it.
 */
export function nextStep(graph: Graph, walk: Walk, party: number, prefers: Prefers): number {
  const { nextSteps, distances } = walk
  nextSteps.all ??= new Int32Array(graph.partyCount).fill(NOT_LOOKED)
  const known = nextSteps.all[party] ?? NONE
  if (known !== NOT_LOOKED) return known
  const hops = distances[party]
  const next = isReached(hops) ? choose(graph, walk, party, hops, false, prefers) : NONE
  nextSteps.all[party] = next
  return next
}

/** The same for a party inside a chain: a person is left by another link than an office, at the level where it was walked through. */
export function nextInnerStep(graph: Graph, walk: Walk, party: number, prefers: Prefers): number {
  if (walk.stops.person[party] !== 1) return nextStep(graph, walk, party, prefers)
  const { ofInnerPersons } = walk.nextSteps
  const known = ofInnerPersons.get(party)
  if (known !== undefined) return known
  const hops = walk.passable[party]
  const next = isReached(hops) ? choose(graph, walk, party, hops, true, prefers) : NONE
  ofInnerPersons.set(party, next)
  return next
}

/** The parties from the given one to the source, both included: of several shortest chains the preferred. Empty where it was not reached. */
export function chainOf(graph: Graph, walk: Walk, party: number, prefers: Prefers): number[] {
  if ((walk.distances[party] ?? NOT_REACHED) === NOT_REACHED) return []
  const chain = [party]
  for (
    let next = nextStep(graph, walk, party, prefers);
    next !== NONE;
    next = nextInnerStep(graph, walk, next, prefers)
  ) {
    chain.push(next)
  }
  return chain
}

/**
 * The links by which the walk may step between `a`, nearer the flagged party, and `b`, nearer the target, ascending: goods in the walk's
 * direction, and every corporate link. Logarithmic in the number of links of a party, so that a hub costs no more than others.
 */
export function stepLinks(graph: Graph, walk: Walk, a: number, b: number): number[] {
  const { goods, corporate } = graph
  const [seller, buyer] = walk.direction === 'suppliers' ? [a, b] : [b, a]
  const links: number[] = []
  addLinksBetween(goods.along, seller, buyer, links)
  const moved = links.length
  addLinksBetween(corporate.along, a, b, links)
  addLinksBetween(corporate.along, b, a, links)
  // Each of the three ascends by itself.
  return links.length === moved ? links : links.sort((one, other) => one - other)
}

/** Adds the links from `party` to `other` among its ascending neighbours, ascending themselves. */
function addLinksBetween({ offsets, parties, links }: Neighbours, party: number, other: number, into: number[]): void {
  // Most ledgers have no corporate links: to look for those of a party is a way into memory far off.
  if (parties.length === 0) return
  const end = offsets[party + 1] ?? 0
  let low = offsets[party] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parties[middle] ?? 0) < other) low = middle + 1
    else high = middle
  }
  for (; low < end && parties[low] === other; low++) into.push(links[low] ?? -1)
}
