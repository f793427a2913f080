import type { Graph, Neighbours } from './adjacency.js'

/** Where a walk ends though links lead on: a flag a party, 1 where it holds. Sources are walked from, whatever they are. */
export interface Stops {
  /** Public bodies, and the user's own company. */
  readonly terminal: Uint8Array
  /** Persons: reached by `officer-of`, they are not walked through. */
  readonly person: Uint8Array
  /** Parties with more counterparties than `--hub-limit` allows; absent where there is no limit. */
  readonly hub?: Uint8Array
}

/** Neither terminals nor persons yet: the flags are the caller's to set. */
export function createStops(partyCount: number): Stops {
  return { terminal: new Uint8Array(partyCount), person: new Uint8Array(partyCount) }
}

/** Counts parties each once; starting over costs nothing, since a mark holds for one round only. */
interface Tally {
  readonly marks: Int32Array
  round: number
}

function countNew(tally: Tally, neighbours: Neighbours, party: number): number {
  let fresh = 0
  const end = neighbours.offsets[party + 1] ?? 0
  for (let place = neighbours.offsets[party] ?? 0; place < end; place++) {
    const other = neighbours.parties[place] ?? 0
    if (tally.marks[other] === tally.round) continue
    tally.marks[other] = tally.round
    fresh++
  }
  return fresh
}

function distinct(graph: Graph, party: number, tally: Tally): number {
  tally.round++
  const { goods, corporate } = graph
  return (
    countNew(tally, goods.along, party) +
    countNew(tally, goods.against, party) +
    countNew(tally, corporate.along, party) +
    countNew(tally, corporate.against, party)
  )
}

function degree(neighbours: Neighbours, party: number): number {
  return (neighbours.offsets[party + 1] ?? 0) - (neighbours.offsets[party] ?? 0)
}

function linkCount({ goods, corporate }: Graph, party: number): number {
  const goodsLinks = degree(goods.along, party) + degree(goods.against, party)
  return goodsLinks + degree(corporate.along, party) + degree(corporate.against, party)
}

/** How many distinct other parties a step leads to, in whatever direction. */
export function counterparties(graph: Graph, party: number): number {
  return distinct(graph, party, { marks: new Int32Array(graph.partyCount), round: 0 })
}

/** Flags the parties with more than `limit` distinct counterparties. Only those with more links than that are looked into. */
export function findHubs(graph: Graph, limit: number): Uint8Array {
  const tally: Tally = { marks: new Int32Array(graph.partyCount), round: 0 }
  const hubs = new Uint8Array(graph.partyCount)
  for (let party = 0; party < graph.partyCount; party++) {
    if (linkCount(graph, party) > limit && distinct(graph, party, tally) > limit) hubs[party] = 1
  }
  return hubs
}

/** How many pairs of parties a walk may step between, each once, whatever the number of links and their direction. */
export function countSteps(graph: Graph): number {
  const tally: Tally = { marks: new Int32Array(graph.partyCount), round: 0 }
  let ends = 0
  for (let party = 0; party < graph.partyCount; party++) {
    if (linkCount(graph, party) > 0) ends += distinct(graph, party, tally)
  }
  return ends / 2
}
