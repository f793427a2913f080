import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildGraph } from '../../src/graph/adjacency.js'
import { addLink, createLinkTable } from '../../src/graph/links.js'
import { createStops } from '../../src/graph/stops.js'
import { walk } from '../../src/graph/walk.js'
import { createChainMaker } from '../../src/verdicts/steps.js'

const PARTIES = 10

const links = fc.array(
  fc.record({
    kind: fc.constantFrom('supply', 'officer-of', 'officer-of', 'acts-with'),
    from: fc.nat(PARTIES - 1),
    to: fc.nat(PARTIES - 1),
  }),
  { minLength: 5, maxLength: 30 },
)

test('the links of many chains are given, each link of each chain, also where a person is left in two ways', () => {
  let twoWays = 0
  fc.assert(
    fc.property(
      links,
      fc.uniqueArray(fc.nat(PARTIES - 1), { minLength: PARTIES, maxLength: PARTIES }),
      (rows, order) => {
        const table = createLinkTable()
        rows.forEach((row, at) => addLink(table, { ...row, file: 0, row: at, line: at + 2 }))
        const graph = buildGraph(table, PARTIES)
        const stops = createStops(PARTIES)
        stops.person.fill(1, 1)
        const found = walk(graph, { direction: 'suppliers', sources: [0], depth: 6, stops })
        const maker = createChainMaker(graph, found, (a, b) => a < b)
        const given = new Set<number>()
        const give = maker.linkGiver((link) => given.add(link))
        order.forEach(give)
        const chains = order.map((party) => maker.chain(party))
        expect(given).toEqual(new Set(chains.flat().flatMap((step) => step.links)))
        const nexts = new Map<number, Set<number>>()
        for (const step of chains.flat()) nexts.set(step.from, (nexts.get(step.from) ?? new Set()).add(step.to))
        if ([...nexts.values()].some((its) => its.size > 1)) twoWays++
      },
    ),
    { numRuns: 2000 },
  )
  expect(twoWays).toBeGreaterThan(5)
})
