import { buildGraph, type Graph } from '../src/graph/adjacency.js'
import { nextStep, stepLinks } from '../src/graph/chain.js'
import { wouldExpose } from '../src/graph/exposure.js'
import { addLink, createLinkTable, type LinkTable } from '../src/graph/links.js'
import { countSteps, createStops, findHubs } from '../src/graph/stops.js'
import { notFollowed } from '../src/graph/unfollowed.js'
import { NOT_REACHED, walk, type Walk } from '../src/graph/walk.js'
import type { LinkKind } from '../src/model/record.js'

// The core alone, on links made by seed: node .build/bench/graph.js [links] [parties] [sources] [hops]
const [linkCount = 10_000_000, partyCount = 1_000_000, sourceCount = 5, hops = 4] = process.argv.slice(2).map(Number)

/** mulberry32: the same numbers on any machine. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = createRandom(20_241_126)

/** Whom a rank stands for: near ranks are no neighbours in memory. */
function partyAt(rank: number): number {
  return (rank * 7_919) % partyCount
}

/** How far a link reaches in rank; it decides what share is flagged. */
const REACH = 5000

/** A power law within a neighbourhood, so that there are hubs, and yet not all are three hops from all. */
function anyEnds(): { readonly from: number; readonly to: number } {
  const rank = Math.floor(random() * partyCount)
  const hood = rank - (rank % REACH)
  const other = hood + Math.floor(REACH * 2 * random() ** 3)
  return { from: partyAt(rank), to: partyAt(other % partyCount) }
}

/** Nine in ten are goods. */
function anyKind(): LinkKind {
  const roll = random()
  if (roll < 0.6) return 'supply'
  if (roll < 0.9) return 'payment'
  return roll < 0.97 ? 'owns' : 'officer-of'
}

function makeLinks(): LinkTable {
  const table = createLinkTable(linkCount)
  for (let row = 0; row < linkCount; row++) {
    const { from, to } = anyEnds()
    addLink(table, { from, to, kind: anyKind(), file: 0, row, line: row + 2 })
  }
  return table
}

function timed<T>(stage: string, run: () => T): T {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = run()
  const elapsed = `${(performance.now() - start).toFixed(1)} ms`
  const { user, system } = process.cpuUsage(before)
  // A machine that others use too shows in the first time only.
  const busy = `${((user + system) / 1000).toFixed(1)} ms`
  const { rss, arrayBuffers } = process.memoryUsage()
  const sizes = [rss, arrayBuffers].map((bytes) => `${Math.round(bytes / 1e6)} MB`)
  console.log(stage.padEnd(32), ...[elapsed, busy, ...sizes].map((figure) => figure.padStart(11)))
  return result
}

function flagged(walks: readonly Walk[]): number[] {
  const parties: number[] = []
  for (let party = 0; party < partyCount; party++) {
    if (walks.some((one) => (one.distances[party] ?? NOT_REACHED) < hops)) parties.push(party)
  }
  return parties
}

function everyStep(graph: Graph, walked: Walk): number {
  let evidence = 0
  for (let party = 0; party < partyCount; party++) {
    const next = nextStep(graph, walked, party, (a, b) => a < b)
    if (next >= 0) evidence += stepLinks(graph, walked, party, next).length
  }
  return evidence
}

console.log(
  `${linkCount} links, ${partyCount} parties, ${sourceCount} sources, N = ${hops}; time, processor time, memory, of it in columns`,
)
const links = timed('make links (not ours to measure)', makeLinks)
const graph = timed('adjacency', () => buildGraph(links, partyCount))
timed('adjacency again', () => buildGraph(links, partyCount))
const stops = createStops(partyCount)
for (let party = 0; party < partyCount; party += 50) stops.person[party] = 1
const sources = Array.from({ length: sourceCount }, () => Math.floor(random() * partyCount))
const both = () =>
  (['suppliers', 'customers'] as const).map((direction) => walk(graph, { direction, sources, depth: hops - 1, stops }))
const walks = timed('both walks', both)
timed('both walks again', both)
console.log(`flagged ${((100 * flagged(walks).length) / partyCount).toFixed(2)} %`)
for (const walked of walks) {
  const evidence = timed(`next steps, links, ${walked.direction}`, () => everyStep(graph, walked))
  console.log(`links of steps ${evidence}`)
}
timed('not followed', () => notFollowed(graph, walks, hops))
timed('hubs over 1000', () => findHubs(graph, 1000))
timed('steps', () => countSteps(graph))
const candidates = Array.from({ length: 320 }, () => ({ party: Math.floor(random() * partyCount), owned: [] }))
const directions = ['suppliers', 'customers'] as const
timed('would expose, 320 candidates', () =>
  wouldExpose(graph, candidates, { directions, hops, stops, confirmed: sources }),
)
