import { describe, expect, test } from '@jest/globals'
import { wouldExpose } from '../../src/graph/exposure.js'
import type { WalkDirection } from '../../src/graph/walk.js'
import { sketch, type SketchOptions } from './sketch.js'

interface Exposed extends SketchOptions {
  readonly rule: string
  readonly lines: readonly string[]
  readonly hops?: number
  readonly directions?: readonly WalkDirection[]
  readonly confirmed?: readonly string[]
  readonly exposed: number
}

const EXPOSED: readonly Exposed[] = [
  { rule: 'both ways, each party once', lines: ['A supply X', 'X supply A', 'X supply B', 'C owns X'], exposed: 3 },
  { rule: 'suppliers only', lines: ['A supply X', 'X supply B'], directions: ['suppliers'], exposed: 1 },
  { rule: 'nobody at N = 1', lines: ['A supply X'], hops: 1, exposed: 0 },
  { rule: 'fewer than N', lines: ['A supply X', 'B supply A', 'C supply B'], hops: 3, exposed: 2 },
  { rule: 'not itself, going in a circle', lines: ['A supply X', 'X supply A'], exposed: 1 },
  {
    rule: 'not the confirmed sources, though what lies beyond them',
    lines: ['T supply X', 'A supply T'],
    confirmed: ['T'],
    exposed: 1,
  },
  { rule: 'nobody beyond a public body', lines: ['P supply X', 'A supply P'], terminal: ['P'], exposed: 1 },
  { rule: 'being one itself changes nothing', lines: ['A supply X', 'B supply A'], terminal: ['X'], exposed: 2 },
  {
    rule: 'nobody beyond a person reached by an office',
    lines: ['P officer-of X', 'P owns A', 'P officer-of B'],
    person: ['P'],
    exposed: 1,
  },
  { rule: 'nobody beyond a hub', lines: ['H supply X', 'A supply H', 'B supply H'], hubLimit: 2, exposed: 1 },
  { rule: 'nobody by a stake that is too small', lines: ['A owns X weak'], exposed: 0 },
]

describe('whom a possible match would expose', () => {
  test.each(EXPOSED)('$rule', ({ lines, exposed, hops = 4, directions, confirmed = [], ...options }) => {
    const drawn = sketch(lines, options)
    const counts = wouldExpose(drawn.graph, [{ party: drawn.id('X'), owned: [] }], {
      directions: directions ?? ['suppliers', 'customers'],
      hops,
      stops: drawn.stops,
      confirmed: confirmed.map(drawn.id),
    })
    expect(counts).toEqual([exposed])
  })

  test('each candidate by itself, more than fit one mask, the same one twice', () => {
    const lines = Array.from({ length: 70 }, (_, at) => `P${at + 1} supply P${at}`)
    const drawn = sketch(lines)
    const names = [...Array.from({ length: 71 }, (_, at) => `P${at}`), 'P0']
    const candidates = names.map((name) => ({ party: drawn.id(name), owned: [] }))
    const request = { directions: ['suppliers'], hops: 4, stops: drawn.stops, confirmed: [] } as const
    const counts = wouldExpose(drawn.graph, candidates, request)
    expect(counts).toEqual([...Array.from({ length: 71 }, (_, at) => Math.min(3, 70 - at)), 3])
  })

  test('those that it would own are sources with it, and exposed', () => {
    const drawn = sketch(['X owns O', 'A supply O', 'B supply A', 'C supply B'])
    const request = { directions: ['suppliers'], hops: 4, stops: drawn.stops, confirmed: [] } as const
    const [party, owned] = [drawn.id('X'), [drawn.id('O')]]
    expect(
      wouldExpose(
        drawn.graph,
        [
          { party, owned: [] },
          { party, owned },
        ],
        request,
      ),
    ).toEqual([3, 4])
  })
})
