import { BEGINNING, END } from '../model/date.js'
import { linksBetween, sellersAscending, type Graph, type Neighbours } from './adjacency.js'
import type { Prefers } from './chain.js'
import { timeWithin, type DatedWalk } from './chronological.js'
import { isPaymentOf, leastOf, legsOf, mostOf, type Legs } from './legs.js'
import { isOfficeArrival, NOT_REACHED } from './walk.js'

/** A step of a chain whose legs are in order: its parties, and the links that can be part of it. */
export interface DatedStep {
  readonly from: number
  readonly to: number
  /** Ascending. */
  readonly links: readonly number[]
  /** Goods went, or were paid for, and no link says when. */
  readonly undated: boolean
}

const NONE = -1

/** The earliest time after a step by goods that begins at `time` or later; `END + 1` where no leg can have happened so late. */
function timeAfter(legs: Legs, links: Int32Array, from: number, to: number, time: number): number {
  let best = END + 1
  let onlyPayments = true
  for (let place = from; place < to; place++) {
    const link = links[place] ?? 0
    if (isPaymentOf(legs, link)) continue
    onlyPayments = false
    const earliest = Math.max(time, leastOf(legs, link))
    if (earliest <= mostOf(legs, link) && earliest < best) best = earliest
  }
  return onlyPayments ? time : best
}

interface Standing {
  readonly party: number
  /** Goods left here on this day at the earliest. */
  readonly time: number
}

/** The preferred neighbour by goods from which a source can still be reached in order within `left` steps. */
function byGoods(
  graph: Graph,
  walk: DatedWalk,
  legs: Legs,
  at: Standing,
  left: number,
  prefers: Prefers,
): Standing | undefined {
  const { offsets, parties, links } = walk.direction === 'customers' ? sellersAscending(graph) : graph.goods.along
  let best: Standing | undefined
  const end = offsets[at.party + 1] ?? 0
  let place = offsets[at.party] ?? 0
  while (place < end) {
    const other = parties[place] ?? 0
    const from = place
    while (place < end && parties[place] === other) place++
    if (best !== undefined && !prefers(other, best.party)) continue
    const most = timeWithin(walk.times, other, left)
    if (most === BEGINNING) continue
    const time = timeAfter(legs, links, from, place, at.time)
    if (time <= most) best = { party: other, time }
  }
  return best
}

function byCorporate(
  graph: Graph,
  walk: DatedWalk,
  at: Standing,
  left: number,
  inner: boolean,
  prefers: Prefers,
): Standing | undefined {
  const { kind } = graph.links
  let best = NONE
  const look = ({ offsets, parties, links }: Neighbours): void => {
    const end = offsets[at.party + 1] ?? 0
    for (let place = offsets[at.party] ?? 0; place < end; place++) {
      const other = parties[place] ?? 0
      if (best !== NONE && !prefers(other, best)) continue
      if (inner && isOfficeArrival(kind, walk.stops, at.party, links[place] ?? -1)) continue
      const most = timeWithin(walk.times, other, left)
      if (most !== BEGINNING && at.time <= most) best = other
    }
  }
  look(graph.corporate.along)
  look(graph.corporate.against)
  return best === NONE ? undefined : { party: best, time: at.time }
}

/** The parties from the given one to the source with the earliest time at each: of the shortest chains in order the preferred. */
function standings(graph: Graph, walk: DatedWalk, legs: Legs, party: number, prefers: Prefers): readonly Standing[] {
  const hops = walk.distances[party] ?? NOT_REACHED
  if (hops === NOT_REACHED) return []
  const chain: Standing[] = [{ party, time: BEGINNING }]
  for (let left = hops - 1; left >= 0; left--) {
    const at = chain.at(-1)
    if (at === undefined) break
    const next =
      byGoods(graph, walk, legs, at, left, prefers) ?? byCorporate(graph, walk, at, left, chain.length > 1, prefers)
    if (next === undefined) break
    chain.push(next)
  }
  return chain
}

/**
 * The chain of a party. A step's links are those that can be part of this chain: legs that can't have happened between what goes before and
 * what comes after are left out; payments and corporate links stay, since they bound nothing.
 */
export function datedChainOf(graph: Graph, walk: DatedWalk, party: number, prefers: Prefers): readonly DatedStep[] {
  const legs = legsOf(graph, walk.direction)
  const chain = standings(graph, walk, legs, party, prefers)
  const steps: DatedStep[] = []
  let latest = END
  for (let at = chain.length - 2; at >= 0; at--) {
    const [here, next] = [chain[at], chain[at + 1]]
    if (here === undefined || next === undefined) break
    const step = datedStep(graph, walk, legs, here, next.party, latest)
    steps.push(step.step)
    latest = step.latest
  }
  return steps.toReversed()
}

function datedStep(
  graph: Graph,
  walk: DatedWalk,
  legs: Legs,
  { party, time }: Standing,
  to: number,
  latest: number,
): { readonly step: DatedStep; readonly latest: number } {
  const { goods, corporate, links } = graph
  const [seller, buyer] = walk.direction === 'suppliers' ? [party, to] : [to, party]
  const between = [...linksBetween(goods.along, seller, buyer)]
  const held = [...linksBetween(corporate.along, party, to), ...linksBetween(corporate.along, to, party)]
  const supplies = between.filter((link) => !isPaymentOf(legs, link))
  const fits = supplies.filter((link) => Math.max(time, leastOf(legs, link)) <= Math.min(latest, mostOf(legs, link)))
  const payments = between.filter((link) => isPaymentOf(legs, link))
  // Goods that can't have gone this way in time leave the step to the corporate links alone.
  const moved = supplies.length > 0 && fits.length === 0 ? [] : [...fits, ...payments]
  const isDated = (link: number): boolean => links.first[link] !== BEGINNING || links.last[link] !== END
  return {
    step: {
      from: party,
      to,
      links: [...moved, ...held].toSorted((a, b) => a - b),
      undated: moved.length > 0 && !fits.some(isDated) && !(supplies.length === 0 && payments.some(isDated)),
    },
    latest: fits.length === 0 ? latest : Math.max(...fits.map((link) => Math.min(latest, mostOf(legs, link)))),
  }
}
