import { BEGINNING } from '../model/date.js'
import type { LinkKind } from '../model/record.js'
import { linksBetween, movesGoods, goodsEnds, type Graph } from './adjacency.js'
import type { DatedWalk } from './chronological.js'
import { isPaymentOf, legsOf, timeBeyond, type Legs } from './legs.js'
import type { HandledStep } from './handlers.js'
import { kindOf, LEFT_OUT, WEAK_STAKE } from './links.js'
import { isOfficeArrival, NOT_REACHED } from './walk.js'

/**
 * Handlers of the links by which a walk in order steps, as `handledSteps` has them for a plain walk: the nearer end has a time from which the
 * link can be taken, and the further one stands a level beyond it.
 */
export function datedHandledSteps(graph: Graph, walk: DatedWalk): HandledStep[] {
  const { links, kinds } = graph
  const legs = legsOf(graph, walk.direction)
  const walked = new Set<LinkKind>(kinds)
  const steps: HandledStep[] = []
  for (let row = 0; row < links.via.count; row++) {
    const link = links.via.link[row] ?? 0
    const kind = kindOf(links, link)
    const flags = links.flags[link] ?? 0
    const isWeakStake = (flags & WEAK_STAKE) !== 0 && !movesGoods(kind)
    if (!walked.has(kind) || isWeakStake || (flags & LEFT_OUT) !== 0) continue
    for (const [nearer, further] of orders(graph, walk, link, kind)) {
      const hops = stepsFrom(graph, walk, legs, link, kind, nearer, further)
      if (hops !== NOT_REACHED) {
        steps.push({ handler: links.via.party[row] ?? 0, link, nearer, further, hops, walk })
      }
    }
  }
  return steps
}

function orders(
  { links }: Graph,
  walk: DatedWalk,
  link: number,
  kind: LinkKind,
): readonly (readonly [number, number])[] {
  if (movesGoods(kind)) {
    const { seller, buyer } = goodsEnds(links, link, kind)
    return walk.direction === 'suppliers' ? [[buyer, seller]] : [[seller, buyer]]
  }
  const [from, to] = [links.from[link] ?? -1, links.to[link] ?? -1]
  return [
    [from, to],
    [to, from],
  ]
}

/** The lowest level from which the walk takes the link; NOT_REACHED where it never does. */
function stepsFrom(
  graph: Graph,
  walk: DatedWalk,
  legs: Legs,
  link: number,
  kind: LinkKind,
  nearer: number,
  further: number,
): number {
  const { times, distances, passable, depth, stops } = walk
  let found = NOT_REACHED
  for (let state = times.latest[nearer] ?? -1; state >= 0; state = times.before[state] ?? -1) {
    const level = times.level[state] ?? NOT_REACHED
    if (!takes(graph, walk, legs, link, kind, nearer, further, times.time[state] ?? BEGINNING)) continue
    const distance = distances[further] ?? NOT_REACHED
    const isFirst = distance === level + 1 || (distance === NOT_REACHED && level === depth)
    const leadsOn = passable[further] === level + 1 && !isOfficeArrival(graph.links.kind, stops, further, link)
    if (isFirst || leadsOn) found = Math.min(found, level)
  }
  return found
}

/** Whether the link can be taken from the nearer end at its time; a payment with its supply as the supply can. */
function takes(
  { goods }: Graph,
  walk: DatedWalk,
  legs: Legs,
  link: number,
  kind: LinkKind,
  nearer: number,
  further: number,
  time: number,
): boolean {
  if (!movesGoods(kind)) return true
  const [seller, buyer] = walk.direction === 'suppliers' ? [further, nearer] : [nearer, further]
  const its = isPaymentOf(legs, link) ? linksBetween(goods.along, seller, buyer) : Int32Array.of(link)
  return timeBeyond(legs, its, 0, its.length, time) !== BEGINNING
}
