import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildGraph, type Graph } from '../../src/graph/adjacency.js'
import { chainOf } from '../../src/graph/chain.js'
import { datedChainOf } from '../../src/graph/chronological-chain.js'
import { datedHandledSteps } from '../../src/graph/chronological-handlers.js'
import { isDatedWalk, walkInOrder } from '../../src/graph/chronological.js'
import { handledSteps } from '../../src/graph/handlers.js'
import { addLink, addVia, createLinkTable, LEFT_OUT, WEAK_STAKE } from '../../src/graph/links.js'
import { createStops, findHubs, type Stops } from '../../src/graph/stops.js'
import { towards } from '../../src/graph/towards.js'
import { walk, type WalkDirection } from '../../src/graph/walk.js'
import { BEGINNING, END } from '../../src/model/date.js'
import { LINK_KINDS } from '../../src/model/record.js'
import {
  allWalks,
  leadsOn,
  linksOfStep,
  shortest,
  type OutwardWalk,
  type World,
  type WorldLink,
} from './brute-force.js'

const PARTIES = 7
const DIRECTIONS: readonly WalkDirection[] = ['suppliers', 'customers']

interface DatedLink extends WorldLink {
  /** Days of the leg, both included; unbounded where absent. */
  readonly days?: readonly [number, number]
}
interface DatedWorld extends World {
  readonly links: readonly DatedLink[]
}

const anyParty = fc.nat({ max: PARTIES - 1 })
const anyDays = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 2 }))
  .map(([first, more]) => [first, first + more] as const)
const anyLink: fc.Arbitrary<DatedLink> = fc.record(
  {
    from: anyParty,
    to: anyParty,
    kind: fc.oneof(
      fc.constantFrom(...LINK_KINDS),
      fc.constantFrom('officer-of', 'supply', 'supply', 'component', 'payment'),
    ),
    weak: fc.nat({ max: 7 }).map((roll) => roll === 0),
    leftOut: fc.nat({ max: 9 }).map((roll) => roll === 0),
    via: anyParty,
    days: anyDays,
  },
  { requiredKeys: ['from', 'to', 'kind', 'weak', 'leftOut'] },
)
const anyWorld: fc.Arbitrary<DatedWorld> = fc.record(
  {
    parties: fc.constant(PARTIES),
    links: fc.array(anyLink, { minLength: 3, maxLength: 14 }),
    terminal: fc.subarray([0, 1, 2], { maxLength: 1 }),
    person: fc.subarray([1, 2, 3, 4, 5]),
    hubLimit: fc.integer({ min: 2, max: 4 }),
    kinds: fc.constant(LINK_KINDS),
  },
  { requiredKeys: ['parties', 'links', 'terminal', 'person', 'kinds'] },
)
const anySources = fc.uniqueArray(anyParty, { minLength: 1, maxLength: 2 })
const anyHops = fc.integer({ min: 1, max: 5 })
const anyRank = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: PARTIES })
const RUNS = { numRuns: 600 }

function build(world: DatedWorld): { graph: Graph; stops: Stops } {
  const table = createLinkTable(1)
  for (const { weak, leftOut, via, days, ...link } of world.links) {
    const flags = (weak ? WEAK_STAKE : 0) | (leftOut ? LEFT_OUT : 0)
    const dates = days === undefined ? {} : { first: days[0], last: days[1] }
    const at = addLink(table, { ...link, ...dates, file: 0, row: 0, line: 0, flags })
    if (via !== undefined) addVia(table, at, via)
  }
  const graph = buildGraph(table, world.parties, world.kinds)
  const flags = createStops(world.parties)
  for (const party of world.terminal) flags.terminal[party] = 1
  for (const party of world.person) flags.person[party] = 1
  return { graph, stops: world.hubLimit === undefined ? flags : { ...flags, hub: findHubs(graph, world.hubLimit) } }
}

const GOODS = ['supply', 'component', 'payment']

/** The days of each leg from the flagged party to the source, in the order in which the goods went; a list of choices for each step. */
function choices(
  world: DatedWorld,
  { parties, links }: OutwardWalk,
  direction: WalkDirection,
): (readonly [number, number])[][] {
  const steps = links.map((at, place) => {
    const link = world.links[at]
    const [nearer = -1, further = -1] = parties.slice(place, place + 2)
    if (link === undefined || !GOODS.includes(link.kind)) return []
    const between = linksOfStep(world, direction, further, nearer).flatMap((one) => world.links[one] ?? [])
    const supplies = between.filter(({ kind }) => kind === 'supply' || kind === 'component')
    if (link.kind === 'payment') {
      // With a supply beside it the supply's day counts; alone it bounds nothing.
      return supplies.length === 0 ? [] : supplies.map(({ days }) => days ?? ([BEGINNING, END] as const))
    }
    return [link.days ?? ([BEGINNING, END] as const)]
  })
  const bounded = steps.filter((step) => step.length > 0)
  // Of suppliers the last link outward is the first that the goods took.
  return direction === 'suppliers' ? bounded.toReversed() : bounded
}

/** Tries every day: the rule of the law told without cleverness. */
function isInOrder(legs: readonly (readonly (readonly [number, number])[])[], from = -9): boolean {
  const [leg, ...others] = legs
  if (leg === undefined) return true
  return leg.some(([first, last]) => {
    for (let day = Math.max(first, from, -9); day <= Math.min(last, 9); day++) if (isInOrder(others, day)) return true
    return false
  })
}

function walksInOrder(
  world: DatedWorld,
  sources: readonly number[],
  direction: WalkDirection,
  depth: number,
): OutwardWalk[] {
  return allWalks(world, sources, direction, depth).filter((one) => isInOrder(choices(world, one, direction)))
}

/** For each step of a walk, from the flagged party: 0 where goods went, 1 for a corporate link. */
function natures(world: DatedWorld, { links }: OutwardWalk): number[] {
  return links.toReversed().map((link) => (GOODS.includes(world.links[link]?.kind ?? 'same-as') ? 0 : 1))
}

/** All links of the steps of walks in order along these parties that go by goods where the chain does. */
function linksInOrder(
  world: DatedWorld,
  walks: readonly OutwardWalk[],
  { chain, byGoods }: Best,
  direction: WalkDirection,
): number[][] {
  const outward = chain.toReversed()
  const along = walks.filter(
    (one) =>
      one.parties.length === outward.length &&
      one.parties.every((party, at) => party === outward[at]) &&
      natures(world, one).every((nature, at) => nature === byGoods[at]),
  )
  return chain.slice(1).map((_, at) => {
    const place = outward.length - 2 - at
    const its = new Set(along.flatMap(({ links }) => links[place] ?? []))
    const [further = -1, nearer = -1] = chain.slice(at, at + 2)
    const all = linksOfStep(world, direction, further, nearer)
    // Corporate links are shown beside goods in any case, and so are payments where goods can have gone.
    const kindOf = (link: number) => world.links[link]?.kind ?? 'same-as'
    const goods = [...its].some((link) => GOODS.includes(kindOf(link)))
    return all.filter((link) => its.has(link) || !GOODS.includes(kindOf(link)) || (kindOf(link) === 'payment' && goods))
  })
}

describe('against every chain of small worlds', () => {
  test('distances, whether walked through, chains and their links', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, anyRank, (world, sources, hops, rank) => {
        const { graph, stops } = build(world)
        const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
        for (const direction of DIRECTIONS) {
          const walked = walkInOrder(graph, { direction, sources, depth: hops - 1, stops })
          const all = walksInOrder(world, sources, direction, hops - 1)
          expect([...walked.distances]).toEqual(shortest(world, all))
          const through = all.filter((one) => leadsOn(world, sources, one))
          expect([...walked.passable]).toEqual(shortest(world, through))
          for (let party = 0; party < PARTIES; party++) {
            const steps = datedChainOf(graph, walked, party, prefers)
            const chain = steps.length === 0 ? [] : [party, ...steps.map(({ to }) => to)]
            const expected = bestDatedChain(world, all, party, rank)
            expect(chain).toEqual(expected.chain.length < 2 ? [] : expected.chain)
            expect(steps.map(({ links }) => [...links])).toEqual(linksInOrder(world, all, expected, direction))
          }
        }
      }),
      RUNS,
    )
  })

  test('handlers of the links of walks in order', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, (world, sources, hops) => {
        const { graph, stops } = build(world)
        for (const direction of DIRECTIONS) {
          const walked = walkInOrder(graph, { direction, sources, depth: hops - 1, stops })
          const all = walksInOrder(world, sources, direction, hops)
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
            if (length === 0 || via === undefined) continue
            const isFirst = distances[further] === length
            const isFirstThrough = length < hops && leadsOn(world, sources, one) && through[further] === length
            if (isFirst || isFirstThrough) expected.add(`${via}: ${nearer}→${further} by ${one.links.at(-1)}`)
          }
          const found = datedHandledSteps(graph, walked).map(
            (step) => `${step.handler}: ${step.nearer}→${step.further} by ${step.link}`,
          )
          expect(found.toSorted()).toEqual([...expected].toSorted())
        }
      }),
      RUNS,
    )
  })

  test('where no link has a date it is the plain walk', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyHops, anyRank, (dated, sources, hops, rank) => {
        const world = { ...dated, links: dated.links.map(({ days: _, ...link }) => link) }
        const { graph, stops } = build(world)
        const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
        for (const direction of DIRECTIONS) {
          const request = { direction, sources, depth: hops - 1, stops }
          const [plain, inOrder] = [walk(graph, request), walkInOrder(graph, request)]
          expect([isDatedWalk(plain), isDatedWalk(inOrder)]).toEqual([false, true])
          expect(inOrder.distances).toEqual(plain.distances)
          expect(inOrder.passable).toEqual(plain.passable)
          expect(datedHandledSteps(graph, inOrder).map(({ walk: _, ...step }) => step)).toEqual(
            handledSteps(graph, plain).map(({ walk: _, ...step }) => step),
          )
          for (let party = 0; party < PARTIES; party++) {
            const chain = chainOf(graph, plain, party, prefers)
            expect(datedChainOf(graph, inOrder, party, prefers).map(({ to }) => to)).toEqual(chain.slice(1))
          }
        }
      }),
      RUNS,
    )
  })
})

interface Best {
  readonly chain: readonly number[]
  readonly byGoods: readonly number[]
}

/** As `bestChain`, but a step counts as one of goods only where goods can have gone in order along that chain. */
function bestDatedChain(
  world: DatedWorld,
  walks: readonly OutwardWalk[],
  party: number,
  rank: readonly number[],
): Best {
  const hops = shortest(world, walks)[party]
  const candidates = walks
    .filter((one) => one.parties.at(-1) === party && one.links.length === hops)
    .map((one) => {
      const chain = one.parties.toReversed()
      const byGoods = natures(world, one)
      return { chain, byGoods, key: byGoods.flatMap((nature, at) => [nature, rank[chain[at + 1] ?? -1] ?? 0]) }
    })
  const compare = (a: readonly number[], b: readonly number[]): number => {
    for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0)
    return 0
  }
  return candidates.toSorted((a, b) => compare(a.key, b.key))[0] ?? { chain: [], byGoods: [] }
}

test('the example of the law: A→T on day 5, S→A on day 10, A→B on day 11, B→T on day 12', () => {
  const [T, A, B, S] = [0, 1, 2, 3] as const
  const supply = (from: number, to: number, day: number): DatedLink => ({
    from,
    to,
    kind: 'supply',
    weak: false,
    leftOut: false,
    days: [day, day],
  })
  const links = [supply(A, T, 5), supply(S, A, 10), supply(A, B, 11), supply(B, T, 12)]
  const { graph, stops } = build({ parties: 4, links, terminal: [], person: [], kinds: LINK_KINDS })
  const request = { direction: 'suppliers', sources: [T], depth: 3, stops } as const
  expect([...walk(graph, request).distances]).toEqual([0, 1, 1, 2])
  const walked = walkInOrder(graph, request)
  expect([...walked.distances]).toEqual([0, 1, 1, 3])
  expect(datedChainOf(graph, walked, S, (a, b) => a < b).map(({ to }) => to)).toEqual([A, B, T])
})

test('a walk kept to what leads to one party says of it, and of what it handled, what the whole walk says', () => {
  fc.assert(
    fc.property(anyWorld, anySources, anyHops, anyRank, anyParty, (world, sources, hops, rank, asked) => {
      const { graph, stops } = build(world)
      const prefers = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0)
      const ends = world.links.filter(({ via }) => via === asked).flatMap(({ from, to }) => [from, to])
      for (const direction of DIRECTIONS) {
        const request = { direction, sources, depth: hops - 1, stops }
        const [whole, kept] = [request, towards(graph, request, [asked, ...ends])].map((one) => {
          const walked = walkInOrder(graph, one)
          const steps = datedHandledSteps(graph, walked).filter(({ handler }) => handler === asked)
          return {
            hops: [walked.distances[asked], walked.passable[asked]],
            chain: datedChainOf(graph, walked, asked, prefers),
            handled: steps.map(({ walk: _, ...step }) => [step, datedChainOf(graph, walked, step.nearer, prefers)]),
          }
        })
        expect(kept).toEqual(whole)
      }
    }),
    RUNS,
  )
})
