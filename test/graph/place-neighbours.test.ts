import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildGraph, sellersAscending, type Neighbours } from '../../src/graph/adjacency.js'
import { addLink, createLinkTable } from '../../src/graph/links.js'

type Step = readonly [party: number, other: number, link: number]

function listed({ offsets, parties, links }: Neighbours): Step[] {
  const all: Step[] = []
  for (let party = 0; party + 1 < offsets.length; party++) {
    for (let at = offsets[party] ?? 0; at < (offsets[party + 1] ?? 0); at++) {
      all.push([party, parties[at] ?? -1, links[at] ?? -1])
    }
  }
  return all
}

/** Parties from one range up to many, and ends of which some are named again and again. */
const graphs = fc.constantFrom(1, 2, 255, 256, 257, 1000, 20_000).chain((partyCount) => {
  const party = fc.oneof(fc.nat(partyCount - 1), fc.nat(Math.min(partyCount - 1, 2)))
  const goods = fc.record({ from: party, to: party, kind: fc.constantFrom('supply' as const, 'payment' as const) })
  return fc.record({ partyCount: fc.constant(partyCount), rows: fc.array(goods, { maxLength: 300, size: 'max' }) })
})

test('neighbours are what a sort gives, over any number of ranges of parties', () => {
  fc.assert(
    fc.property(graphs, ({ partyCount, rows }) => {
      const table = createLinkTable()
      rows.forEach((its, row) => addLink(table, { ...its, file: 0, row, line: row }))
      const graph = buildGraph(table, partyCount)
      const steps = rows.flatMap(({ from, to, kind }, link): Step[] => {
        if (from === to) return []
        return kind === 'supply' ? [[from, to, link]] : [[to, from, link]]
      })
      const backwards = steps.map(([seller, buyer, link]): Step => [buyer, seller, link])
      const byOther = (a: Step, b: Step): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
      const byLink = (a: Step, b: Step): number => a[0] - b[0] || a[2] - b[2]
      expect(listed(graph.goods.along)).toEqual(steps.toSorted(byOther))
      expect(listed(graph.goods.against)).toEqual(backwards.toSorted(byLink))
      expect(listed(sellersAscending(graph))).toEqual(backwards.toSorted(byOther))
    }),
  )
})
