import { LINK_KINDS, type LinkKind } from '../model/record.js'
import { codeOf, LEFT_OUT, WEAK_STAKE, type Links } from './links.js'

/** Neighbours of every party: those of party `p` stand from `offsets[p]` up to `offsets[p + 1]`. */
export interface Neighbours {
  readonly offsets: Int32Array
  readonly parties: Int32Array
  /** The link that makes the neighbour, at the same place. */
  readonly links: Int32Array
}

/** One relation seen from both of its ends. */
export interface Relation {
  /** From its beginning to its end; the neighbours of a party ascend, and of one neighbour the links ascend. */
  readonly along: Neighbours
  /** From its end to its beginning. */
  readonly against: Neighbours
}

/** Who is linked with whom, by the links that may be walked. Built once, never changed. */
export interface Graph {
  readonly partyCount: number
  readonly links: Links
  /** The kinds that are walked; never `same-as`. */
  readonly kinds: readonly LinkKind[]
  /** Goods, from seller to buyer. */
  readonly goods: Relation
  /** Corporate links, as the record has them. */
  readonly corporate: Relation
  /** Stakes too small to be a step, from owner to owned. */
  readonly weakStakes: Relation
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

/** Turns counts, each one place after its party, into offsets; gives where each party's next neighbour goes. */
function toOffsets(counts: Int32Array): Int32Array {
  let sum = 0
  for (let party = 0; party < counts.length; party++) {
    sum += counts[party] ?? 0
    counts[party] = sum
  }
  return counts.slice(0, counts.length - 1)
}

/** Whether any link may be of the part: most files have links of few kinds. */
function isUsed({ kind, flags, count }: Links, parts: Uint8Array, part: number): boolean {
  for (let link = 0; link < count; link++) {
    const role = parts[((kind[link] ?? 0) << 1) | ((flags[link] ?? 0) & WEAK_STAKE)] ?? 0
    if ((role & part) !== 0) return true
  }
  return false
}

/** Counts, one place after each party, the links of the part that end there and that begin there. */
function countEnds(links: Links, parts: Uint8Array, part: number, ends: Int32Array, begins: Int32Array): void {
  const { from, to, kind, flags, count } = links
  for (let link = 0; link < count; link++) {
    const flag = flags[link] ?? 0
    const role = parts[((kind[link] ?? 0) << 1) | (flag & WEAK_STAKE)] ?? 0
    if ((role & part) === 0 || (flag & LEFT_OUT) !== 0) continue
    const a = from[link] ?? 0
    const b = to[link] ?? 0
    if (a === b) continue
    const begin = (role & PART_AGAINST) === 0 ? a : b
    const end = a ^ b ^ begin
    ends[end + 1] = (ends[end + 1] ?? 0) + 1
    begins[begin + 1] = (begins[begin + 1] ?? 0) + 1
  }
}

/** Counting sort: the links of one part by the party where the relation ends, in the order of the links; then turned. */
function gather(links: Links, partyCount: number, parts: Uint8Array, part: number): Relation {
  const ends = new Int32Array(partyCount + 1)
  const begins = new Int32Array(partyCount + 1)
  if (isUsed(links, parts, part)) countEnds(links, parts, part, ends, begins)
  const next = toOffsets(ends)
  const size = ends[partyCount] ?? 0
  const against = { offsets: ends, parties: new Int32Array(size), links: new Int32Array(size) }
  if (size > 0) scatter(links, parts, part, next, against)
  return { along: turn(against, begins), against }
}

/** Puts each link of the part in the next place of the party where it ends. */
function scatter(links: Links, parts: Uint8Array, part: number, next: Int32Array, into: Neighbours): void {
  const { from, to, kind, flags, count } = links
  const { parties, links: places } = into
  for (let link = 0; link < count; link++) {
    const flag = flags[link] ?? 0
    const role = parts[((kind[link] ?? 0) << 1) | (flag & WEAK_STAKE)] ?? 0
    if ((role & part) === 0 || (flag & LEFT_OUT) !== 0) continue
    const a = from[link] ?? 0
    const b = to[link] ?? 0
    if (a === b) continue
    const begin = (role & PART_AGAINST) === 0 ? a : b
    const end = a ^ b ^ begin
    const place = next[end] ?? 0
    parties[place] = begin
    places[place] = link
    next[end] = place + 1
  }
}

/** The same relation by its other end. Going through the parties in order leaves every party's neighbours ascending, at no further cost. */
function turn(relation: Neighbours, counts: Int32Array): Neighbours {
  const next = toOffsets(counts)
  const parties = new Int32Array(relation.parties.length)
  const links = new Int32Array(relation.links.length)
  for (let party = 0; party < next.length; party++) {
    const end = relation.offsets[party + 1] ?? 0
    for (let place = relation.offsets[party] ?? 0; place < end; place++) {
      const other = relation.parties[place] ?? 0
      const target = next[other] ?? 0
      parties[target] = party
      links[target] = relation.links[place] ?? 0
      next[other] = target + 1
    }
  }
  return { offsets: counts, parties, links }
}

const sortedAgainst = new WeakMap<Graph, Neighbours>()

/**
 * Goods from buyer to sellers with the sellers of each party ascending, so that all links with one of them stand together. Made when it is first
 * asked for: a plain walk does not need the order.
 */
export function sellersAscending(graph: Graph): Neighbours {
  const known = sortedAgainst.get(graph)
  if (known !== undefined) return known
  const { offsets } = graph.goods.against
  const counts = new Int32Array(offsets.length)
  for (let party = 1; party < counts.length; party++) counts[party] = (offsets[party] ?? 0) - (offsets[party - 1] ?? 0)
  const sorted = turn(graph.goods.along, counts)
  sortedAgainst.set(graph, sorted)
  return sorted
}

/**
 * The graph of the links of these kinds whose ends are parties under `partyCount`. Links to oneself lead nowhere and are not in it, nor
 * are links that were left out; weak stakes stand apart.
 */
export function buildGraph(links: Links, partyCount: number, kinds: readonly LinkKind[] = LINK_KINDS): Graph {
  const parts = partTable(kinds)
  return {
    partyCount,
    links,
    kinds: kinds.filter((kind) => ROLES[kind] !== 'none'),
    goods: gather(links, partyCount, parts, PART_GOODS),
    corporate: gather(links, partyCount, parts, PART_CORPORATE),
    weakStakes: gather(links, partyCount, parts, PART_WEAK),
  }
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
