import { describe, expect, test } from '@jest/globals'
import { linksBetween, type Neighbours } from '../../src/graph/adjacency.js'
import { sketch, type Sketch } from './sketch.js'

/** Every neighbour as `A→B:link`. */
function listed({ graph, name }: Sketch, neighbours: Neighbours): string[] {
  const all: string[] = []
  for (let party = 0; party < graph.partyCount; party++) {
    for (let place = neighbours.offsets[party] ?? 0; place < (neighbours.offsets[party + 1] ?? 0); place++) {
      all.push(`${name(party)}→${name(neighbours.parties[place] ?? -1)}:${neighbours.links[place]}`)
    }
  }
  return all
}

describe('the part of a kind of link', () => {
  test.each([
    ['supply', 'goods', 'A→B:0'],
    ['component', 'goods', 'A→B:0'],
    ['payment', 'goods', 'B→A:0'],
    ['owns', 'corporate', 'A→B:0'],
    ['controls', 'corporate', 'A→B:0'],
    ['member-of', 'corporate', 'A→B:0'],
    ['officer-of', 'corporate', 'A→B:0'],
    ['acts-with', 'corporate', 'A→B:0'],
  ] as const)('%s is of the %s: %s', (kind, part, step) => {
    const drawn = sketch([`A ${kind} B`])
    const backwards = step === 'A→B:0' ? 'B→A:0' : 'A→B:0'
    const other = part === 'goods' ? 'corporate' : 'goods'
    expect(listed(drawn, drawn.graph[part].along)).toEqual([step])
    expect(listed(drawn, drawn.graph[part].against)).toEqual([backwards])
    expect(listed(drawn, drawn.graph[other].along)).toEqual([])
    expect(listed(drawn, drawn.graph.weakStakes.along)).toEqual([])
  })

  test('a weak stake stands apart, a weak mark on goods says nothing', () => {
    const drawn = sketch(['A owns B weak', 'A supply B weak', 'A payment B weak'])
    expect(listed(drawn, drawn.graph.weakStakes.along)).toEqual(['A→B:0'])
    expect(listed(drawn, drawn.graph.corporate.along)).toEqual([])
    expect(listed(drawn, drawn.graph.goods.along)).toEqual(['A→B:1', 'B→A:2'])
  })
})

describe('what is not in the graph', () => {
  test('same-as, links to oneself, links left out, kinds not walked', () => {
    const lines = ['A same-as B', 'A supply A', 'B owns B', 'A supply B left-out', 'A owns B left-out', 'A controls B']
    const drawn = sketch(lines, { kinds: ['supply', 'owns', 'same-as'] })
    for (const part of ['goods', 'corporate', 'weakStakes'] as const) {
      expect(listed(drawn, drawn.graph[part].along)).toEqual([])
      expect(listed(drawn, drawn.graph[part].against)).toEqual([])
    }
    expect(drawn.graph.kinds).toEqual(['supply', 'owns'])
  })

  test('a graph without parties or links is none', () => {
    expect(sketch([]).graph.partyCount).toBe(0)
  })
})

describe('order', () => {
  const drawn = sketch([
    'A supply D',
    'A supply B',
    'C supply B',
    'B payment A',
    'A supply C',
    'A supply B',
    'B supply A',
  ])
  const at = (name: string) => drawn.id(name)

  test('neighbours along the goods ascend, and the links of each', () => {
    const { along, against } = drawn.graph.goods
    expect(listed(drawn, along)).toEqual(['A→D:0', 'A→B:1', 'A→B:3', 'A→B:5', 'A→C:4', 'B→A:6', 'C→B:2'])
    expect(listed(drawn, against)).toEqual(['A→B:6', 'D→A:0', 'B→A:1', 'B→C:2', 'B→A:3', 'B→A:5', 'C→A:4'])
  })

  test.each([
    ['A', 'B', [1, 3, 5]],
    ['A', 'D', [0]],
    ['B', 'A', [6]],
    ['D', 'A', []],
    ['A', 'A', []],
  ])('from %s to %s: links %j', (from, to, links) => {
    expect([...linksBetween(drawn.graph.goods.along, at(from), at(to))]).toEqual(links)
  })
})
