import type { Graph, Neighbours, Relations } from './adjacency.js'

/** Where a walk ends though links lead on: a flag a party, 1 where it holds. Sources are walked from, whatever they are. */
export interface Stops {
  /** Public bodies, the user's own company, and names of no one. */
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

/** Parties that stop every walk but one that starts from them. */
export function stopFlags(stops: Stops): Uint8Array {
  const flags = stops.terminal.slice()
  if (stops.hub !== undefined) {
    for (let party = 0; party < flags.length; party++) flags[party] = (flags[party] ?? 0) | (stops.hub[party] ?? 0)
  }
  return flags
}

/** Counts parties each once; starting over costs nothing, since a mark holds for one round only. */
export interface Tally {
  readonly marks: Int32Array
  round: number
}

export function createTally(partyCount: number): Tally {
  return { marks: new Int32Array(partyCount), round: 0 }
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

/** How many distinct other parties a step leads to, in whatever direction. */
export function counterparties(
  graph: Relations & Pick<Graph, 'partyCount'>,
  party: number,
  tally: Tally = createTally(graph.partyCount),
): number {
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

function linkCount({ goods, corporate }: Relations, party: number): number {
  const goodsLinks = degree(goods.along, party) + degree(goods.against, party)
  return goodsLinks + degree(corporate.along, party) + degree(corporate.against, party)
}

/** The most links that any one party is an end of, as far as they lead to others. Read off the offsets, without a look at the links. */
export function mostLinks(graph: Graph): number {
  const { along, against } = graph.weakStakes
  let most = 0
  for (let party = 0; party < graph.partyCount; party++) {
    most = Math.max(most, linkCount(graph, party) + degree(along, party) + degree(against, party))
  }
  return most
}

/** Flags the parties with more than `limit` distinct counterparties. Only those with more links than that are looked into. */
export function findHubs(graph: Graph, limit: number): Uint8Array {
  const tally = createTally(graph.partyCount)
  const hubs = new Uint8Array(graph.partyCount)
  for (let party = 0; party < graph.partyCount; party++) {
    if (linkCount(graph, party) > limit && counterparties(graph, party, tally) > limit) hubs[party] = 1
  }
  return hubs
}

/** How many pairs of parties a walk may step between, each once, whatever the number of links and their direction. */
export function countSteps(graph: Relations & Pick<Graph, 'partyCount'>): number {
  const tally = createTally(graph.partyCount)
  let ends = 0
  for (let party = 0; party < graph.partyCount; party++) {
    if (linkCount(graph, party) > 0) ends += counterparties(graph, party, tally)
  }
  return ends / 2
}
