import type { WalkDirection } from '../../src/graph/walk.js'
import type { LinkKind } from '../../src/model/record.js'

/** A small world, and every rule of walking told again from the contract, slowly: all walks are listed, none is cut short. */
export interface World {
  readonly parties: number
  readonly links: readonly WorldLink[]
  readonly terminal: readonly number[]
  readonly person: readonly number[]
  readonly hubLimit?: number
  readonly kinds: readonly LinkKind[]
}

export interface WorldLink {
  readonly from: number
  readonly to: number
  readonly kind: LinkKind
  readonly weak: boolean
  readonly leftOut: boolean
  readonly via?: number
}

/** Parties from the source outward, and the link by which each but the first was reached. */
export interface OutwardWalk {
  readonly parties: readonly number[]
  readonly links: readonly number[]
}

const GOODS: readonly LinkKind[] = ['supply', 'component', 'payment']

function isStep(world: World, link: WorldLink): boolean {
  if (link.leftOut || link.from === link.to || link.kind === 'same-as' || !world.kinds.includes(link.kind)) return false
  return !(link.weak && !GOODS.includes(link.kind))
}

/** The party to which the link leads outward from `party`; nothing where it does not. */
function leadsTo(link: WorldLink, party: number, direction: WalkDirection): number | undefined {
  if (!GOODS.includes(link.kind)) {
    if (link.from === party) return link.to
    return link.to === party ? link.from : undefined
  }
  const [seller, buyer] = link.kind === 'payment' ? [link.to, link.from] : [link.from, link.to]
  if (direction === 'suppliers') return buyer === party ? seller : undefined
  return seller === party ? buyer : undefined
}

export function counterpartiesOf(world: World, party: number): Set<number> {
  const others = new Set<number>()
  for (const link of world.links) {
    if (!isStep(world, link)) continue
    if (link.from === party) others.add(link.to)
    if (link.to === party) others.add(link.from)
  }
  return others
}

export function isHub(world: World, party: number): boolean {
  return world.hubLimit !== undefined && counterpartiesOf(world, party).size > world.hubLimit
}

/** Whether a walk may go on from where it ended. */
export function leadsOn(world: World, sources: readonly number[], { parties, links }: OutwardWalk): boolean {
  const party = parties.at(-1) ?? -1
  if (sources.includes(party)) return true
  if (world.terminal.includes(party) || isHub(world, party)) return false
  return !(world.person.includes(party) && world.links[links.at(-1) ?? -1]?.kind === 'officer-of')
}

/** Every walk of at most `depth` steps. */
export function allWalks(
  world: World,
  sources: readonly number[],
  direction: WalkDirection,
  depth: number,
): OutwardWalk[] {
  const all: OutwardWalk[] = sources.map((source) => ({ parties: [source], links: [] }))
  for (const walk of all) {
    if (walk.links.length === depth || !leadsOn(world, sources, walk)) continue
    for (const [at, link] of world.links.entries()) {
      const next = isStep(world, link) ? leadsTo(link, walk.parties.at(-1) ?? -1, direction) : undefined
      if (next !== undefined) all.push({ parties: [...walk.parties, next], links: [...walk.links, at] })
    }
  }
  return all
}

/** Shortest length of the walks that end at each party; 255 where none does. */
export function shortest(world: World, walks: readonly OutwardWalk[]): number[] {
  const hops = Array.from({ length: world.parties }, () => 255)
  for (const { parties, links } of walks) {
    const end = parties.at(-1) ?? -1
    hops[end] = Math.min(hops[end] ?? 255, links.length)
  }
  return hops
}

/** Links of the step from `a` to `b`, `b` being nearer the source. */
export function linksOfStep(world: World, direction: WalkDirection, a: number, b: number): number[] {
  return [...world.links.keys()].filter((at) => {
    const link = world.links[at]
    return link !== undefined && isStep(world, link) && leadsTo(link, b, direction) === a
  })
}

function compareSteps(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) {
    const difference = value - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Of all shortest walks to the party the one that, from the party on, prefers goods, then the party of the lower rank. */
export function bestChain(
  world: World,
  walks: readonly OutwardWalk[],
  direction: WalkDirection,
  party: number,
  rank: readonly number[],
): number[] {
  const hops = shortest(world, walks)[party]
  const chains = walks
    .filter((walk) => walk.parties.at(-1) === party && walk.links.length === hops)
    .map((walk) => {
      const chain = walk.parties.toReversed()
      const key = chain.slice(1).flatMap((next, at) => {
        const links = linksOfStep(world, direction, chain[at] ?? -1, next)
        const byGoods = links.some((link) => GOODS.includes(world.links[link]?.kind ?? 'same-as'))
        return [byGoods ? 0 : 1, rank[next] ?? 0]
      })
      return { chain, key }
    })
  return chains.toSorted((one, other) => compareSteps(one.key, other.key))[0]?.chain ?? []
}

/** Parties to which stops and weak stakes would have led within `hops`, by the stop; a weak stake's is told under the party it hangs on. */
export function beyondStops(
  world: World,
  sources: readonly number[],
  direction: WalkDirection,
  hops: number,
): { readonly stop: number; readonly byHub: boolean; readonly beyond: number }[] {
  const walks = allWalks(world, sources, direction, hops - 1)
  const distances = shortest(world, walks)
  const found: { stop: number; byHub: boolean; beyond: number }[] = []
  for (const walk of walks) {
    if (walk.links.length + 1 >= hops) continue
    const stop = walk.parties.at(-1) ?? -1
    for (const link of world.links) {
      if (leadsOn(world, sources, walk)) {
        const weak = { ...link, weak: false }
        const other = !isStep(world, link) && isStep(world, weak) ? leadsTo(weak, stop, direction) : undefined
        if (other !== undefined) found.push({ stop, byHub: false, beyond: other })
      } else if (walk.links.length === distances[stop] && isStep(world, link)) {
        const other = leadsTo(link, stop, direction)
        if (other !== undefined) found.push({ stop, byHub: isHub(world, stop), beyond: other })
      }
    }
  }
  return found
}
