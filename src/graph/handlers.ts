import { goodsEnds, movesGoods, type Graph } from './adjacency.js'
import { kindOf, LEFT_OUT, WEAK_STAKE, type Links } from './links.js'
import type { LinkKind } from '../model/record.js'
import { isOfficeArrival, NOT_REACHED, type Walk } from './walk.js'

/** A link by which a walk steps, and a party that handled it. */
export interface HandledStep {
  readonly handler: number
  readonly link: number
  /** The end nearer the source, from which the walk steps. */
  readonly nearer: number
  readonly further: number
  /** The level from which the walk steps: the hops of the nearer end, but of a person reached by an office before that. */
  readonly hops: number
  readonly walk: Walk
}

/** Whether the walk, which is at `hops` at the nearer end, comes to the further one over this link one level later. */
function stepsOver(links: Links, walk: Walk, link: number, nearer: number, further: number): boolean {
  const hops = walk.passable[nearer] ?? NOT_REACHED
  if (hops === NOT_REACHED) return false
  const distance = walk.distances[further] ?? NOT_REACHED
  // The walk stepped from everyone but those at its depth: who was not reached stands one further than that.
  if (distance === NOT_REACHED) return true
  if (distance === hops + 1) return true
  return walk.passable[further] === hops + 1 && !isOfficeArrival(links.kind, walk.stops, further, link)
}

/** The ends of the link in each order in which the walk may step over it: nearer, further. */
function orders(links: Links, walk: Walk, link: number, kind: LinkKind): readonly (readonly [number, number])[] {
  if (movesGoods(kind)) {
    const { seller, buyer } = goodsEnds(links, link, kind)
    return walk.direction === 'suppliers' ? [[buyer, seller]] : [[seller, buyer]]
  }
  const from = links.from[link] ?? -1
  const to = links.to[link] ?? -1
  return [
    [from, to],
    [to, from],
  ]
}

/**
 * Every handler of a link by which the walk steps from a party at `hops` to one at `hops + 1`, where `hops` is at most the depth. In the
 * order of the links, of one link in the order in which its handlers were named.
 */
export function handledSteps({ links, kinds }: Graph, walk: Walk): HandledStep[] {
  const steps: HandledStep[] = []
  const walked = new Set<LinkKind>(kinds)
  const { via } = links
  for (let row = 0; row < via.count; row++) {
    const link = via.link[row] ?? 0
    const kind = kindOf(links, link)
    const flags = links.flags[link] ?? 0
    const isWeakStake = (flags & WEAK_STAKE) !== 0 && !movesGoods(kind)
    if (!walked.has(kind) || isWeakStake || (flags & LEFT_OUT) !== 0) continue
    for (const [nearer, further] of orders(links, walk, link, kind)) {
      if (!stepsOver(links, walk, link, nearer, further)) continue
      const hops = walk.passable[nearer] ?? NOT_REACHED
      steps.push({ handler: via.party[row] ?? 0, link, nearer, further, hops, walk })
    }
  }
  return steps
}
