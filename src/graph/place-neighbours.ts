import { sharedInt32 } from '../columns/shared.js'

/** Neighbours of every party: those of party `p` stand from `offsets[p]` up to `offsets[p + 1]`. In memory that threads share. */
export interface Neighbours {
  readonly offsets: Int32Array
  readonly parties: Int32Array
  /** The link that makes the neighbour, at the same place. */
  readonly links: Int32Array
}

/**
 * Neighbours on their way to their places: first those of each range of parties together, then each range by its parties. A range's places stay in
 * the cache: put there at once, ten million neighbours all over the memory took three times as long.
 */
export interface Ranges {
  /** A party's range is the party by `2 ** shift`. */
  readonly shift: number
  /** Counts by range, one place after each, until `rangesBegin`; from then on where the next neighbour of the range goes. */
  readonly next: Int32Array
}

/** So many ranges can be written to in turn before their ends no longer stay in the cache. */
const RANGES_BITS = 8
/** A party's place in its range is kept in sixteen bits. */
const MOST_SHIFT = 16

export function createRanges(partyCount: number): Ranges {
  const bits = Math.ceil(Math.log2(Math.max(partyCount, 1)))
  const shift = Math.min(Math.max(bits - RANGES_BITS, 0), MOST_SHIFT)
  return { shift, next: new Int32Array((partyCount >> shift) + 2) }
}

/** Room for the neighbours that were counted, and of each the place of its party in its range. */
export interface Unplaced {
  readonly starts: Int32Array
  readonly within: Uint16Array
  readonly parties: Int32Array
  readonly links: Int32Array
}

/** Turns the counts into places. */
export function rangesBegin({ next }: Ranges): Unplaced {
  let sum = 0
  for (let range = 0; range < next.length; range++) {
    sum += next[range] ?? 0
    next[range] = sum
  }
  return {
    starts: next.slice(),
    within: new Uint16Array(sum),
    parties: sharedInt32(sum),
    links: sharedInt32(sum),
  }
}

/** Sorts each range by its parties; neighbours of one party stay in their order. */
export function placeNeighbours(unplaced: Unplaced, { shift }: Ranges, partyCount: number): Neighbours {
  const { starts, within, parties, links } = unplaced
  const offsets = sharedInt32(partyCount + 1).fill(parties.length)
  const next = new Int32Array(2 ** shift)
  let [heldParties, heldLinks] = [new Int32Array(0), new Int32Array(0)]
  for (let range = 0; range + 1 < starts.length; range++) {
    const start = starts[range] ?? 0
    const end = starts[range + 1] ?? 0
    next.fill(0)
    for (let place = start; place < end; place++) {
      const party = within[place] ?? 0
      next[party] = (next[party] ?? 0) + 1
    }
    toPlaces(next, start, offsets, range << shift)
    if (end - start > heldParties.length) {
      heldParties = new Int32Array(end - start)
      heldLinks = new Int32Array(end - start)
    }
    heldParties.set(parties.subarray(start, end))
    heldLinks.set(links.subarray(start, end))
    for (let at = start; at < end; at++) {
      const party = within[at] ?? 0
      const place = next[party] ?? 0
      parties[place] = heldParties[at - start] ?? 0
      links[place] = heldLinks[at - start] ?? 0
      next[party] = place + 1
    }
  }
  return { offsets, parties, links }
}

/** Turns the counts of a range's parties into places, which are their offsets too. */
function toPlaces(counts: Int32Array, start: number, offsets: Int32Array, firstParty: number): void {
  let sum = start
  for (let party = 0; party < counts.length; party++) {
    const count = counts[party] ?? 0
    counts[party] = sum
    if (firstParty + party < offsets.length) offsets[firstParty + party] = sum
    sum += count
  }
}
