import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildGraph, type Graph } from '../../src/graph/adjacency.js'
import { chainOf, stepLinks } from '../../src/graph/chain.js'
import { wouldExpose } from '../../src/graph/exposure.js'
import { handledSteps } from '../../src/graph/handlers.js'
import { addLink, addVia, createLinkTable, LEFT_OUT, WEAK_STAKE } from '../../src/graph/links.js'
import { counterparties, countSteps, createStops, findHubs, type Stops } from '../../src/graph/stops.js'
import { notFollowed } from '../../src/graph/unfollowed.js'
import { towards } from '../../src/graph/towards.js'
import { NOT_REACHED, walk, type WalkDirection } from '../../src/graph/walk.js'
import { LINK_KINDS } from '../../src/model/record.js'
import {
  allWalks,
  beyondStops,
  bestChain,
  counterpartiesOf,
  leadsOn,
  linksOfStep,
  shortest,
  type World,
  type WorldLink,
} from './brute-force.js'

const PARTIES = 7
const DIRECTIONS: readonly WalkDirection[] = ['suppliers', 'customers']

const anyParty = fc.nat({ max: PARTIES - 1 })
const anyLink: fc.Arbitrary<WorldLink> = fc.record(
  {
    from: anyParty,
    to: anyParty,
    // Half of all links are of the kinds on which the rules of persons and stakes turn.
    kind: fc.oneof(fc.constantFrom(...LINK_KINDS), fc.constantFrom('officer-of', 'owns', 'supply')),
    weak: fc.nat({ max: 5 }).map((roll) => roll === 0),
    leftOut: fc.nat({ max: 9 }).map((roll) => roll === 0),
    via: anyParty,
  },
  { requiredKeys: ['from', 'to', 'kind', 'weak', 'leftOut'] },
)
const anyWorld: fc.Arbitrary<World> = fc.record(
  {
    parties: fc.constant(PARTIES),
    links: fc.array(anyLink, { minLength: 3, maxLength: 14 }),
    terminal: fc.subarray([0, 1, 2], { maxLength: 1 }),
    person: fc.subarray([1, 2, 3, 4, 5]),
    hubLimit: fc.integer({ min: 1, max: 4 }),
    kinds: fc.oneof(
      { weight: 4, arbitrary: fc.constant(LINK_KINDS) },
      { weight: 1, arbitrary: fc.subarray([...LINK_KINDS]) },
    ),
  },
  { requiredKeys: ['parties', 'links', 'terminal', 'person', 'kinds'] },
)
const anySources = fc.uniqueArray(anyParty, { minLength: 1, maxLength: 2 })
const anyHops = fc.integer({ min: 1, max: 5 })
const anyRank = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: PARTIES })

function build(world: World): { graph: Graph; stops: Stops } {
  const table = createLinkTable(1)
  for (const { weak, leftOut, via, ...link } of world.links) {
    const flags = (weak ? WEAK_STAKE : 0) | (leftOut ? LEFT_OUT : 0)
    const at = addLink(table, { ...link, file: 0, row: 0, line: 0, flags })
    if (via !== undefined) addVia(table, at, via)
  }
  const graph = buildGraph(table, world.parties, world.kinds)
  const flags = createStops(world.parties)
  for (const party of world.terminal) flags.terminal[party] = 1
  for (const party of world.person) flags.person[party] = 1
  return { graph, stops: world.hubLimit === undefined ? flags : { ...flags, hub: findHubs(graph, world.hubLimit) } }
}

function walkBoth({ graph, stops }: { graph: Graph; stops: Stops }, sources: readonly number[], hops: number) {
  return DIRECTIONS.map((direction) => walk(graph, { direction, sources, depth: hops - 1, stops }))
}

const RUNS = { numRuns: 1500 }

describe('against all walks of small worlds', () => {
  test('distances, whether walked through, chains and the links of their steps', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, anyRank, (world, sources, hops, rank) => {
        const built = build(world)
        const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
        for (const walked of walkBoth(built, sources, hops)) {
          const { direction } = walked
          const all = allWalks(world, sources, direction, hops - 1)
          expect([...walked.distances]).toEqual(shortest(world, all))
          const through = all.filter((one) => leadsOn(world, sources, one))
          expect([...walked.passable]).toEqual(shortest(world, through))
          for (let party = 0; party < PARTIES; party++) {
            const chain = chainOf(built.graph, walked, party, prefers)
            expect(chain).toEqual(bestChain(world, all, direction, party, rank))
            for (const [at, next] of chain.slice(1).entries()) {
              const links = stepLinks(built.graph, walked, chain[at] ?? -1, next)
              expect(links).toEqual(linksOfStep(world, direction, chain[at] ?? -1, next))
            }
          }
        }
      }),
      RUNS,
    )
  })

  test('a walk kept to what leads to one party says of it, and of what it handled, what the whole walk says', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, anyRank, anyParty, (world, sources, hops, rank, asked) => {
        const built = build(world)
        const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
        const ends = world.links.filter(({ via }) => via === asked).flatMap(({ from, to }) => [from, to])
        for (const whole of walkBoth(built, sources, hops)) {
          const { direction, depth } = whole
          const request = { direction, sources, depth, stops: built.stops }
          const kept = walk(built.graph, towards(built.graph, request, [asked, ...ends]))
          const told = (its: typeof whole) => ({
            hops: [its.distances[asked], its.passable[asked]],
            chain: chainOf(built.graph, its, asked, prefers),
            handled: handledSteps(built.graph, its)
              .filter(({ handler }) => handler === asked)
              .map(({ walk: _, ...step }) => [step, chainOf(built.graph, its, step.nearer, prefers)]),
          })
          expect(told(kept)).toEqual(told(whole))
        }
      }),
      RUNS,
    )
  })

  test('counterparties, hubs and steps', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { graph } = build(world)
        const counts = Array.from({ length: PARTIES }, (_, party) => counterpartiesOf(world, party).size)
        expect(counts.map((_, party) => counterparties(graph, party))).toEqual(counts)
        expect([...findHubs(graph, 2)]).toEqual(counts.map((count) => (count > 2 ? 1 : 0)))
        expect(countSteps(graph)).toBe(counts.reduce((sum, count) => sum + count, 0) / 2)
      }),
    )
  })

  test('what was not followed', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, (world, sources, hops) => {
        const built = build(world)
        const walks = walkBoth(built, sources, hops)
        const isFlagged = (party: number) => walks.some((one) => (one.distances[party] ?? NOT_REACHED) < hops)
        const found = notFollowed(built.graph, walks, hops)
        const missed = DIRECTIONS.flatMap((direction) => beyondStops(world, sources, direction, hops)).filter(
          ({ beyond }) => !isFlagged(beyond),
        )
        expect(found.parties).toBe(new Set(missed.map(({ beyond }) => beyond)).size)
        for (const hub of found.hubs) {
          const beyondHub = missed.filter(({ stop, byHub }) => byHub && stop === hub.party)
          expect(hub.notFollowed).toBe(new Set(beyondHub.map(({ beyond }) => beyond)).size)
          expect(hub.counterparties).toBe(counterpartiesOf(world, hub.party).size)
        }
        const told = new Set(found.hubs.map(({ party }) => party))
        expect(missed.filter(({ stop, byHub }) => byHub && !told.has(stop))).toEqual([])
      }),
      RUNS,
    )
  })

  test('whom each candidate would expose', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, fc.subarray([...DIRECTIONS]), (world, confirmed, hops, directions) => {
        const { graph, stops } = build(world)
        const candidates = Array.from({ length: 40 }, (_, at) => ({
          party: at % PARTIES,
          owned: at < PARTIES ? [] : [(at * 7) % PARTIES, (at + 1) % PARTIES],
        }))
        const expected = candidates.map(({ party: candidate, owned }) => {
          const exposed = new Set<number>(directions.length === 0 ? [] : owned)
          for (const direction of directions) {
            for (const { parties } of allWalks(world, [candidate, ...owned], direction, hops - 1))
              exposed.add(parties.at(-1) ?? -1)
          }
          return [...exposed].filter((party) => party !== candidate && !confirmed.includes(party)).length
        })
        expect(wouldExpose(graph, candidates, { directions, hops, stops, confirmed })).toEqual(expected)
      }),
    )
  })

  test('handlers of every link on a shortest walk, and of no other', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, (world, sources, hops) => {
        const built = build(world)
        for (const walked of walkBoth(built, sources, hops)) {
          const all = allWalks(world, sources, walked.direction, hops)
          const distances = shortest(world, all)
          const through = shortest(
            world,
            all.filter((one) => leadsOn(world, sources, one)),
          )
          const expected = new Set<string>()
          for (const one of all) {
            const [nearer = -1, further = -1] = one.parties.slice(-2)
            const length = one.links.length
            const via = world.links[one.links.at(-1) ?? -1]?.via
            if (length === 0 || via === undefined || through[nearer] !== length - 1) continue
            const isFirst = distances[further] === length
            const isFirstThrough = length < hops && leadsOn(world, sources, one) && through[further] === length
            if (isFirst || isFirstThrough)
              expected.add(`${via}: ${nearer}→${further} at ${length - 1} by ${one.links.at(-1)}`)
          }
          const found = handledSteps(built.graph, walked).map(
            (step) => `${step.handler}: ${step.nearer}→${step.further} at ${step.hops} by ${step.link}`,
          )
          expect(found.toSorted()).toEqual([...expected].toSorted())
        }
      }),
      RUNS,
    )
  })
})

describe('whatever the order of the links', () => {
  test('distances and chains are the same', () => {
    const shuffled = anyWorld.chain((world) =>
      fc.tuple(fc.constant(world), fc.shuffledSubarray([...world.links], { minLength: world.links.length })),
    )
    fc.assert(
      fc.property(shuffled, anySources, anyHops, anyRank, ([world, links], sources, hops, rank) => {
        const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
        const told = [world, { ...world, links }].map((one) => {
          const built = build(one)
          return walkBoth(built, sources, hops).map((walked) => ({
            distances: [...walked.distances],
            chains: Array.from({ length: PARTIES }, (_, party) => chainOf(built.graph, walked, party, prefers)),
          }))
        })
        expect(told[1]).toEqual(told[0])
      }),
    )
  })

  test('a larger N never drops a party, nor brings it nearer', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, (world, sources, hops) => {
        const built = build(world)
        const [fewer, more] = [hops, hops + 1].map((levels) => walkBoth(built, sources, levels))
        for (const [at, walked] of (fewer ?? []).entries()) {
          const further = [...(more?.[at]?.distances ?? [])]
          const within = further.map((distance) => (distance < hops ? distance : NOT_REACHED))
          expect(within).toEqual([...walked.distances])
        }
      }),
    )
  })
})
