import type { Graph, Neighbours } from './adjacency.js'
import { stopFlags, type Stops } from './stops.js'
import { goodsOutward, isOfficeArrival, type WalkDirection } from './walk.js'

export interface ExposureRequest {
  readonly directions: readonly WalkDirection[]
  /** N: parties fewer hops away than this are exposed. */
  readonly hops: number
  readonly stops: Stops
  /** Parties that no candidate exposes, being sources themselves. */
  readonly confirmed: Iterable<number>
}

/** A party that would be a source, and those that would be with it, being owned by it. */
export interface Candidate {
  readonly party: number
  readonly owned: Iterable<number>
}

/** One bit a candidate. */
const BATCH = 32

/** The walks of up to 32 candidates at once: each party has a mask, bit `i` standing for candidate `i` of the batch. */
interface Masks {
  /** In either walk, at any level. */
  readonly reached: Int32Array
  /** In this walk, walked on from. */
  readonly passed: Int32Array
  /** To be walked on from at this level, and at the next. */
  fresh: Int32Array
  arriving: Int32Array
}

interface Batch {
  readonly graph: Graph
  readonly stops: Stops
  readonly stopped: Uint8Array
  readonly masks: Masks
  /** Parties whose `reached` is not 0: only these are counted and cleared. */
  readonly touched: number[]
}

function arrive(
  { masks, stopped, touched }: Batch,
  party: number,
  bits: number,
  leadsOn: boolean,
  next: number[],
): void {
  const reached = masks.reached[party] ?? 0
  if (reached === 0) touched.push(party)
  masks.reached[party] = reached | bits
  if (!leadsOn || stopped[party] === 1) return
  const grown = bits & ~(masks.passed[party] ?? 0)
  if (grown === 0) return
  const arriving = masks.arriving[party] ?? 0
  if (arriving === 0) next.push(party)
  masks.arriving[party] = arriving | grown
}

function spread(batch: Batch, neighbours: Neighbours, corporate: boolean, party: number, next: number[]): void {
  const { graph, stops, masks } = batch
  const bits = masks.fresh[party] ?? 0
  const end = neighbours.offsets[party + 1] ?? 0
  for (let place = neighbours.offsets[party] ?? 0; place < end; place++) {
    const other = neighbours.parties[place] ?? 0
    const leadsOn = !corporate || !isOfficeArrival(graph.links.kind, stops, other, neighbours.links[place] ?? -1)
    arrive(batch, other, bits, leadsOn, next)
  }
}

/** Makes what arrived the level to walk on from. */
function advance(masks: Masks, frontier: readonly number[], next: readonly number[]): void {
  for (const party of frontier) masks.fresh[party] = 0
  for (const party of next) masks.passed[party] = (masks.passed[party] ?? 0) | (masks.arriving[party] ?? 0)
  const { fresh } = masks
  masks.fresh = masks.arriving
  masks.arriving = fresh
}

function search(batch: Batch, candidates: readonly Candidate[], direction: WalkDirection, hops: number): void {
  const { graph, masks, touched } = batch
  const goods = goodsOutward(graph, direction)
  const starts: number[] = []
  for (const [bit, { party, owned }] of candidates.entries()) {
    for (const start of [party, ...owned]) {
      if (masks.arriving[start] === 0) starts.push(start)
      if (masks.reached[start] === 0) touched.push(start)
      masks.reached[start] = (masks.reached[start] ?? 0) | (1 << bit)
      masks.arriving[start] = (masks.arriving[start] ?? 0) | (1 << bit)
    }
  }
  let frontier: readonly number[] = []
  let next = starts
  for (let level = 1; level < hops && next.length > 0; level++) {
    advance(masks, frontier, next)
    frontier = next
    next = []
    for (const party of frontier) {
      spread(batch, goods, false, party, next)
      spread(batch, graph.corporate.along, true, party, next)
      spread(batch, graph.corporate.against, true, party, next)
    }
  }
  for (const party of touched) {
    masks.passed[party] = 0
    masks.fresh[party] = 0
    masks.arriving[party] = 0
  }
}

/**
 * For each candidate, taken as the only source with those that it would own: how many other parties would be fewer than `hops` away, in any of
 * the walks, the confirmed sources not counted. 32 candidates share a search, so that hundreds cost little more than a few walks.
 */
export function wouldExpose(graph: Graph, candidates: readonly Candidate[], request: ExposureRequest): number[] {
  const { partyCount } = graph
  const confirmed = new Uint8Array(partyCount)
  for (const party of request.confirmed) confirmed[party] = 1
  const masks = {
    reached: new Int32Array(partyCount),
    passed: new Int32Array(partyCount),
    fresh: new Int32Array(partyCount),
    arriving: new Int32Array(partyCount),
  }
  const stopped = stopFlags(request.stops)
  const counts: number[] = []
  for (let start = 0; start < candidates.length; start += BATCH) {
    const members = candidates.slice(start, start + BATCH)
    const batch = { graph, stops: request.stops, stopped, masks, touched: [] }
    for (const direction of request.directions) search(batch, members, direction, request.hops)
    counts.push(...countByBit(batch, members, confirmed))
  }
  return counts
}

/** How many parties each candidate of the batch reached besides itself. Leaves the masks clear for the next batch. */
function countByBit({ masks, touched }: Batch, candidates: readonly Candidate[], confirmed: Uint8Array): number[] {
  const counts = candidates.map(() => 0)
  for (const party of touched) {
    let bits = confirmed[party] === 1 ? 0 : (masks.reached[party] ?? 0)
    masks.reached[party] = 0
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits)
      bits &= ~(1 << bit)
      if (candidates[bit]?.party !== party) counts[bit] = (counts[bit] ?? 0) + 1
    }
  }
  return counts
}
