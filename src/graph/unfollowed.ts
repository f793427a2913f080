import type { Graph, Neighbours } from './adjacency.js'
import { counterparties, createTally, type Tally } from './stops.js'
import { goodsOutward, NOT_REACHED, type Walk } from './walk.js'

/** A party with so many counterparties that it was reached and not walked through. */
export interface ReachedHub {
  readonly party: number
  readonly counterparties: number
  /** Distinct parties next beyond it that are not flagged. */
  readonly notFollowed: number
}

/** What else ended a walk there: a terminal party, an office through which a person was reached, stakes too small to be a step. */
export type StopKind = 'terminal' | 'officer' | 'min-stake'

export interface ReachedStop {
  readonly party: number
  readonly kind: StopKind
  /** Distinct parties next beyond it that are not flagged; never none. */
  readonly notFollowed: number
}

export interface NotFollowed {
  /** Distinct parties next beyond any stop that are not flagged. */
  readonly parties: number
  /** Hubs at which a walk stopped though it had levels to go, by party. */
  readonly hubs: readonly ReachedHub[]
  /** The other stops beyond which somebody was not followed, by party. */
  readonly stops: readonly ReachedStop[]
}

interface Count {
  readonly isFlagged: (party: number) => boolean
  readonly tally: Tally
  /** 1 for a party that was counted for any stop. */
  readonly beyond: Uint8Array
}

/** Counts the neighbours that are not flagged and were not counted in this round. */
function count({ isFlagged, tally, beyond }: Count, neighbours: Neighbours, party: number): number {
  let fresh = 0
  const end = neighbours.offsets[party + 1] ?? 0
  for (let place = neighbours.offsets[party] ?? 0; place < end; place++) {
    const other = neighbours.parties[place] ?? 0
    if (tally.marks[other] === tally.round || isFlagged(other)) continue
    tally.marks[other] = tally.round
    beyond[other] = 1
    fresh++
  }
  return fresh
}

function countBeyond(counted: Count, graph: Graph, walk: Walk, party: number): number {
  return (
    count(counted, goodsOutward(graph, walk.direction), party) +
    count(counted, graph.corporate.along, party) +
    count(counted, graph.corporate.against, party)
  )
}

/** Whether any walk came to the party with a level to go before `hops`: to most parties none did. */
function isNear(walks: readonly Walk[], party: number, hops: number): boolean {
  for (const { distances, passable } of walks) {
    if (Math.min(distances[party] ?? NOT_REACHED, passable[party] ?? NOT_REACHED) + 1 < hops) return true
  }
  return false
}

/** Whether the walk reached the party with a level to go before `hops`, and did not walk on from it at once. */
function isStop(walk: Walk, party: number, hops: number): boolean {
  const distance = walk.distances[party] ?? NOT_REACHED
  return distance + 1 < hops && walk.passable[party] !== distance
}

/**
 * What lies one step beyond where the walks stopped: at a terminal party, a hub, a person reached by an office, a stake too small to be a
 * step. A party is flagged where any of the walks has it fewer than `hops` away; who is flagged another way was not missed.
 */
export function notFollowed(graph: Graph, walks: readonly Walk[], hops: number): NotFollowed {
  const beyond = new Uint8Array(graph.partyCount)
  const isFlagged = (party: number) => walks.some((walk) => (walk.distances[party] ?? NOT_REACHED) < hops)
  const counted = { isFlagged, tally: createTally(graph.partyCount), beyond }
  const hubs: ReachedHub[] = []
  const stops: ReachedStop[] = []
  for (let party = 0; party < graph.partyCount; party++) {
    if (!isNear(walks, party, hops)) continue
    counted.tally.round++
    let fresh = 0
    for (const walk of walks) {
      if (isStop(walk, party, hops)) fresh += countBeyond(counted, graph, walk, party)
    }
    if (walks.some((walk) => walk.stops.hub?.[party] === 1 && isStop(walk, party, hops))) {
      hubs.push({ party, counterparties: 0, notFollowed: fresh })
    } else if (fresh > 0) {
      const isTerminal = walks.some((walk) => walk.stops.terminal[party] === 1)
      stops.push({ party, kind: isTerminal ? 'terminal' : 'officer', notFollowed: fresh })
    }
    if (walks.some((walk) => (walk.passable[party] ?? NOT_REACHED) + 1 < hops)) {
      counted.tally.round++
      const { along, against } = graph.weakStakes
      const small = count(counted, along, party) + count(counted, against, party)
      if (small > 0) stops.push({ party, kind: 'min-stake', notFollowed: small })
    }
  }
  const sizes = createTally(graph.partyCount)
  return {
    parties: beyond.reduce((sum, one) => sum + one, 0),
    stops,
    hubs: hubs.map((hub) => ({ ...hub, counterparties: counterparties(graph, hub.party, sizes) })),
  }
}
