import { describe, expect, test } from '@jest/globals'
import { chainOf, nextInnerStep, nextStep, stepLinks } from '../../src/graph/chain.js'
import type { WalkDirection } from '../../src/graph/walk.js'
import { sketch, walkFrom, type SketchOptions } from './sketch.js'

interface Choice extends SketchOptions {
  readonly rule: string
  readonly lines: readonly string[]
  readonly party: string
  readonly chain: string
  readonly direction?: WalkDirection
  readonly sources?: readonly string[]
}

const CHOICES: readonly Choice[] = [
  {
    rule: 'the case',
    lines: ['GreenCycle supply BelOMO', 'BelOMO payment GreenCycle', 'Dia supply Peleng', 'Dia member-of BelOMO'],
    sources: ['Peleng'],
    party: 'GreenCycle',
    chain: 'GreenCycle BelOMO Dia Peleng',
  },
  { rule: 'a source is its own chain', lines: ['A supply T'], party: 'T', chain: 'T' },
  { rule: 'who was not reached has none', lines: ['T supply A'], party: 'A', chain: '' },
  {
    rule: 'goods before corporate, even to a greater id',
    lines: ['A owns B', 'A supply C', 'B supply T', 'C owns T'],
    party: 'A',
    chain: 'A C T',
  },
  {
    rule: 'then the smaller id, whatever comes after',
    lines: ['A supply C', 'A supply B', 'C supply T', 'B owns T'],
    party: 'A',
    chain: 'A B T',
  },
  {
    rule: 'a step of both is one of goods',
    lines: ['A owns C', 'A supply C', 'A owns B', 'B supply T', 'C supply T'],
    party: 'A',
    chain: 'A C T',
  },
  {
    rule: 'goods the other way are no goods step',
    lines: ['A owns C', 'C supply A', 'A owns B', 'B supply T', 'C supply T'],
    party: 'A',
    chain: 'A B T',
  },
  {
    rule: 'to the smaller of two sources',
    lines: ['A supply T2', 'A supply T1'],
    sources: ['T2', 'T1'],
    party: 'A',
    chain: 'A T1',
  },
  {
    rule: 'not through a public body, though its id is the smaller',
    lines: ['A supply B', 'A supply C', 'B supply T', 'C supply T'],
    terminal: ['B'],
    party: 'A',
    chain: 'A C T',
  },
  {
    rule: 'from a public body all the same',
    lines: ['A supply B', 'B supply T'],
    terminal: ['A'],
    party: 'A',
    chain: 'A B T',
  },
  {
    rule: 'down the goods for customers',
    lines: ['B payment A', 'T supply A'],
    direction: 'customers',
    party: 'B',
    chain: 'B A T',
  },
  {
    rule: 'a person at its beginning may be left by an office',
    lines: ['P officer-of A', 'P owns B', 'A supply T', 'B supply T', 'P supply C', 'C supply D', 'D supply T'],
    person: ['P'],
    party: 'P',
    chain: 'P A T',
  },
  {
    rule: 'one inside it is left by another link',
    lines: ['P officer-of A', 'P owns B', 'A supply T', 'B supply T', 'X supply P'],
    person: ['P'],
    party: 'X',
    chain: 'X P B T',
  },
  {
    rule: 'and at the level at which it was walked through',
    lines: ['P officer-of T', 'B supply T', 'P owns B', 'X supply P'],
    person: ['P'],
    party: 'X',
    chain: 'X P B T',
  },
  {
    rule: 'the same person by itself is nearer',
    lines: ['P officer-of T', 'B supply T', 'P owns B', 'X supply P'],
    person: ['P'],
    party: 'P',
    chain: 'P T',
  },
]

describe('of several shortest chains', () => {
  test.each(CHOICES)('$rule', ({ lines, party, chain, direction = 'suppliers', sources = ['T'], ...options }) => {
    const drawn = sketch(lines, options)
    const walked = walkFrom(drawn, sources, direction, 6)
    const parties = chainOf(drawn.graph, walked, drawn.id(party), drawn.prefers)
    expect(parties.map(drawn.name).join(' ')).toBe(chain)
  })
})

describe('a next step', () => {
  test('is looked up once for a party, however many chains run through it', () => {
    const lines = ['B supply T', 'B supply U', ...Array.from({ length: 50 }, (_, at) => `A${at} supply B`)]
    const drawn = sketch(lines)
    const walked = walkFrom(drawn, ['T', 'U'], 'suppliers', 4)
    let asked = 0
    const prefers = (a: number, b: number) => {
      asked++
      return drawn.prefers(a, b)
    }
    for (let at = 0; at < 50; at++) chainOf(drawn.graph, walked, drawn.id(`A${at}`), prefers)
    expect(asked).toBe(1)
  })

  test('leads nowhere at a source, at a party not reached, and inside a person who is not walked through', () => {
    const drawn = sketch(['P officer-of T', 'T supply A'], { person: ['P'] })
    const walked = walkFrom(drawn, ['T'], 'suppliers', 4)
    const next = ['T', 'A', 'P'].map((name) => nextStep(drawn.graph, walked, drawn.id(name), drawn.prefers))
    expect(next).toEqual([-1, -1, drawn.id('T')])
    expect(nextInnerStep(drawn.graph, walked, drawn.id('P'), drawn.prefers)).toBe(-1)
  })
})

describe('the links of a step', () => {
  const lines = [
    'A supply T',
    'T payment A',
    'T supply A',
    'A component T',
    'T owns A',
    'A owns T weak',
    'A acts-with T',
    'A supply T left-out',
    'A member-of T',
    'A supply B',
    'A payment T',
  ]

  test.each([
    ['suppliers', [0, 1, 3, 4, 6, 8]],
    ['customers', [2, 4, 6, 8, 10]],
  ] as const)('%s: goods that way, and every corporate one', (direction, links) => {
    const drawn = sketch(lines)
    const walked = walkFrom(drawn, ['T'], direction, 2)
    expect(stepLinks(drawn.graph, walked, drawn.id('A'), drawn.id('T'))).toEqual(links)
  })

  test('are of the walked kinds', () => {
    const drawn = sketch(lines, { kinds: ['payment', 'owns'] })
    const walked = walkFrom(drawn, ['T'], 'suppliers', 2)
    expect(stepLinks(drawn.graph, walked, drawn.id('A'), drawn.id('T'))).toEqual([1, 4])
  })
})
