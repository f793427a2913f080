import { LINK_KINDS, type LinkKind } from '../model/record.js'
import { codeOf, LEFT_OUT, WEAK_STAKE, type Links } from './links.js'
import {
  createRanges,
  placeNeighbours,
  rangesBegin,
  type Neighbours,
  type Ranges,
  type Unplaced,
} from './place-neighbours.js'

export type { Neighbours } from './place-neighbours.js'

/** One relation seen from both of its ends. */
export interface Relation {
  /** From its beginning to its end; the neighbours of a party ascend, and of one neighbour the links ascend. */
  readonly along: Neighbours
  /** From its end to its beginning. */
  readonly against: Neighbours
}

/** What neighbours are made of. */
export type LinkEnds = Pick<Links, 'count' | 'from' | 'to' | 'kind' | 'flags'>

/** Who is next to whom, by what the links between them mean. */
export interface Relations {
  /** Goods, from seller to buyer. */
  readonly goods: Relation
  /** Corporate links, as the record has them. */
  readonly corporate: Relation
  /** Stakes too small to be a step, from owner to owned. */
  readonly weakStakes: Relation
}

/** Who is linked with whom, by the links that may be walked. Built once, never changed. */
export interface Graph extends Relations {
  readonly partyCount: number
  readonly links: Links
  /** The kinds that are walked; never `same-as`. */
  readonly kinds: readonly LinkKind[]
}

/** What a link's kind means for goods: whether they go from `from` to `to`, from `to` to `from`, or not at all. */
type Role = 'along' | 'against' | 'corporate' | 'none'

const ROLES: Readonly<Record<LinkKind, Role>> = {
  supply: 'along',
  component: 'along',
  // The buyer pays the seller: the other side of a supply.
  payment: 'against',
  owns: 'corporate',
  controls: 'corporate',
  'member-of': 'corporate',
  'officer-of': 'corporate',
  'acts-with': 'corporate',
  // Two records of one party; brought together before there is a graph.
  'same-as': 'none',
}

const PART_GOODS = 1
const PART_AGAINST = 2
const PART_CORPORATE = 4
const PART_WEAK = 8

/** The part of the graph that a link belongs to, by kind code and by whether it is a weak stake: the place is `code * 2 + weak`. */
function partTable(kinds: readonly LinkKind[]): Uint8Array {
  const parts = new Uint8Array(LINK_KINDS.length * 2)
  for (const kind of kinds) {
    const place = codeOf(kind) * 2
    const role = ROLES[kind]
    if (role === 'along') parts.fill(PART_GOODS, place, place + 2)
    if (role === 'against') parts.fill(PART_GOODS | PART_AGAINST, place, place + 2)
    if (role === 'corporate') {
      parts[place] = PART_CORPORATE
      parts[place + 1] = PART_WEAK
    }
  }
  return parts
}

/** The parts that any link may be of: most files have links of few kinds. */
function usedParts({ kind, flags, count }: LinkEnds, parts: Uint8Array): number {
  let used = 0
  for (let link = 0; link < count; link++) {
    used |= parts[((kind[link] ?? 0) << 1) | ((flags[link] ?? 0) & WEAK_STAKE)] ?? 0
  }
  return used
}

/** Counts, one place after each range of parties, the links of the part that end there. */
function countEnds(links: LinkEnds, parts: Uint8Array, part: number, { next, shift }: Ranges): void {
  const { from, to, kind, flags, count } = links
  for (let link = 0; link < count; link++) {
    const flag = flags[link] ?? 0
    const role = parts[((kind[link] ?? 0) << 1) | (flag & WEAK_STAKE)] ?? 0
    if ((role & part) === 0 || (flag & LEFT_OUT) !== 0) continue
    const a = from[link] ?? 0
    const b = to[link] ?? 0
    if (a === b) continue
    const end = b ^ ((a ^ b) & -((role & PART_AGAINST) >> 1))
    const range = end >> shift
    next[range + 1] = (next[range + 1] ?? 0) + 1
  }
}

/** The links of one part by the party where the relation ends, in the order of the links; then turned. */
function gather(links: LinkEnds, partyCount: number, parts: Uint8Array, part: number, isUsed: boolean): Relation {
  const ranges = createRanges(partyCount)
  if (isUsed) countEnds(links, parts, part, ranges)
  const unplaced = rangesBegin(ranges)
  if (isUsed) scatter(links, parts, part, ranges, unplaced)
  const against = placeNeighbours(unplaced, ranges, partyCount)
  return { along: turn(against), against }
}

/** Puts each link of the part in the next place of the range of parties where it ends. */
function scatter(links: LinkEnds, parts: Uint8Array, part: number, { next, shift }: Ranges, into: Unplaced): void {
  const { from, to, kind, flags, count } = links
  const { within, parties, links: places } = into
  const mask = (1 << shift) - 1
  for (let link = 0; link < count; link++) {
    const flag = flags[link] ?? 0
    const role = parts[((kind[link] ?? 0) << 1) | (flag & WEAK_STAKE)] ?? 0
    if ((role & part) === 0 || (flag & LEFT_OUT) !== 0) continue
    const a = from[link] ?? 0
    const b = to[link] ?? 0
    if (a === b) continue
    const swap = (a ^ b) & -((role & PART_AGAINST) >> 1)
    const begin = a ^ swap
    const end = b ^ swap
    const place = next[end >> shift] ?? 0
    parties[place] = begin
    places[place] = link
    within[place] = end & mask
    next[end >> shift] = place + 1
  }
}

/** The same relation by its other end. Going through the parties in order leaves every party's neighbours ascending, at no further cost. */
function turn(relation: Neighbours): Neighbours {
  const { offsets, parties: others, links: itsLinks } = relation
  const partyCount = offsets.length - 1
  const ranges = createRanges(partyCount)
  const { next, shift } = ranges
  const mask = (1 << shift) - 1
  for (let at = 0; at < others.length; at++) {
    const range = (others[at] ?? 0) >> shift
    next[range + 1] = (next[range + 1] ?? 0) + 1
  }
  const unplaced = rangesBegin(ranges)
  const { within, parties, links } = unplaced
  for (let party = 0; party < partyCount; party++) {
    const end = offsets[party + 1] ?? 0
    for (let at = offsets[party] ?? 0; at < end; at++) {
      const other = others[at] ?? 0
      const place = next[other >> shift] ?? 0
      parties[place] = party
      links[place] = itsLinks[at] ?? 0
      within[place] = other & mask
      next[other >> shift] = place + 1
    }
  }
  return placeNeighbours(unplaced, ranges, partyCount)
}

const sortedAgainst = new WeakMap<Graph, Neighbours>()

/**
 * Goods from buyer to sellers with the sellers of each party ascending, so that all links with one of them stand together. Made when it is first
 * asked for: a plain walk does not need the order.
 */
export function sellersAscending(graph: Graph): Neighbours {
  const known = sortedAgainst.get(graph)
  if (known !== undefined) return known
  const sorted = turn(graph.goods.along)
  sortedAgainst.set(graph, sorted)
  return sorted
}

/**
 * The graph of the links of these kinds whose ends are parties under `partyCount`. Links to oneself lead nowhere and are not in it, nor
 * are links that were left out; weak stakes stand apart.
 */
export function buildGraph(links: Links, partyCount: number, kinds: readonly LinkKind[] = LINK_KINDS): Graph {
  return { partyCount, links, kinds: walkedKinds(kinds), ...relationsOf(links, partyCount, kinds) }
}

/** Of some kinds those that are walked. */
export function walkedKinds(kinds: readonly LinkKind[]): readonly LinkKind[] {
  return kinds.filter((kind) => ROLES[kind] !== 'none')
}

export function relationsOf(links: LinkEnds, partyCount: number, kinds: readonly LinkKind[]): Relations {
  const parts = partTable(kinds)
  const used = usedParts(links, parts)
  const of = (part: number): Relation => gather(links, partyCount, parts, part, (used & part) !== 0)
  return { goods: of(PART_GOODS), corporate: of(PART_CORPORATE), weakStakes: of(PART_WEAK) }
}

/** Whether the kind moves goods, or pays for them: a goods step, as against a corporate one. */
export function movesGoods(kind: LinkKind): boolean {
  return ROLES[kind] === 'along' || ROLES[kind] === 'against'
}

/** Seller and buyer of a link that moves goods. */
export function goodsEnds(
  links: Links,
  link: number,
  kind: LinkKind,
): { readonly seller: number; readonly buyer: number } {
  const from = links.from[link] ?? -1
  const to = links.to[link] ?? -1
  return ROLES[kind] === 'against' ? { seller: to, buyer: from } : { seller: from, buyer: to }
}

/** Links from `party` to `other` among its ascending neighbours. */
export function linksBetween(along: Neighbours, party: number, other: number): Int32Array {
  const { offsets, parties, links } = along
  let low = offsets[party] ?? 0
  const end = offsets[party + 1] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parties[middle] ?? 0) < other) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < end && parties[after] === other) after++
  return links.subarray(low, after)
}
