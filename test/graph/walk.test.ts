import { describe, expect, test } from '@jest/globals'
import { nearestWalk, type WalkDirection } from '../../src/graph/walk.js'
import { hopsOf, sketch, walkFrom, type SketchOptions } from './sketch.js'

/** The case, with what passed between its parties; `VTB` handled one payment. */
const CASE = [
  'GreenCycle supply BelOMO',
  'BelOMO payment GreenCycle via VTB',
  'Morotack supply Diaproektor',
  'PrecisionLaser supply Diaproektor',
  'Haucore component PrecisionLaser',
  'Diaproektor supply Peleng',
  'Peleng supply Military',
  'Diaproektor member-of BelOMO',
]

describe('the case', () => {
  const all = {
    Peleng: 0,
    Diaproektor: 1,
    BelOMO: 2,
    Morotack: 2,
    PrecisionLaser: 2,
    GreenCycle: 3,
    Haucore: 3,
  }
  const nearer = (hops: number) => Object.fromEntries(Object.entries(all).filter(([, distance]) => distance < hops))

  test.each([1, 2, 3, 4, 5])('suppliers at N = %i', (hops) => {
    const drawn = sketch(CASE)
    expect(hopsOf(drawn, walkFrom(drawn, ['Peleng'], 'suppliers', hops))).toEqual(nearer(hops))
  })

  test.each([
    [1, { Peleng: 0 }],
    [3, { Peleng: 0, Military: 1 }],
    [4, { Peleng: 0, Military: 1 }],
  ])('customers at N = %i', (hops, reached) => {
    const drawn = sketch(CASE)
    expect(hopsOf(drawn, walkFrom(drawn, ['Peleng'], 'customers', hops))).toEqual(reached)
  })

  test('with BelOMO a source too', () => {
    const drawn = sketch(CASE)
    expect(hopsOf(drawn, walkFrom(drawn, ['Peleng', 'BelOMO'], 'suppliers', 4))).toEqual({
      Peleng: 0,
      BelOMO: 0,
      Diaproektor: 1,
      GreenCycle: 1,
      Morotack: 2,
      PrecisionLaser: 2,
      Haucore: 3,
    })
  })
})

interface Rule extends SketchOptions {
  readonly rule: string
  readonly lines: readonly string[]
  readonly direction?: WalkDirection
  readonly sources?: readonly string[]
  readonly reached: Readonly<Record<string, number>>
}

const RULES: readonly Rule[] = [
  { rule: 'a supply is a step to its seller', lines: ['A supply T', 'T supply B'], reached: { A: 1, T: 0 } },
  {
    rule: 'customers: to its buyer',
    lines: ['A supply T', 'T supply B'],
    direction: 'customers',
    reached: { B: 1, T: 0 },
  },
  { rule: 'a payment is a step from payer to payee', lines: ['T payment A', 'B payment T'], reached: { A: 1, T: 0 } },
  {
    rule: 'customers: from payee to payer',
    lines: ['T payment A', 'B payment T'],
    direction: 'customers',
    reached: { B: 1, T: 0 },
  },
  { rule: 'a component is a step to its maker', lines: ['A component T', 'T component B'], reached: { A: 1, T: 0 } },
  {
    rule: 'a walk never turns round',
    lines: ['A supply T', 'A supply B', 'T supply C', 'D supply C'],
    reached: { A: 1, T: 0 },
  },
  {
    rule: 'corporate links are walked both ways, then goods again',
    lines: ['A owns T', 'T member-of B', 'C controls B', 'D supply A', 'A supply E'],
    reached: { A: 1, B: 1, T: 0, C: 2, D: 2 },
  },
  { rule: 'what acts together is a step', lines: ['A acts-with T', 'B acts-with A'], reached: { A: 1, B: 2, T: 0 } },
  { rule: 'same-as is none', lines: ['A same-as T'], reached: { T: 0 } },
  {
    rule: 'links to oneself lead nowhere',
    lines: ['T supply T', 'A supply A', 'A supply T'],
    reached: { A: 1, T: 0 },
  },
  { rule: 'doubles change nothing', lines: ['A supply T', 'A supply T', 'T payment A'], reached: { A: 1, T: 0 } },
  {
    rule: 'a public body is reached and not walked through',
    lines: ['P supply T', 'A supply P', 'P owns B'],
    terminal: ['P'],
    reached: { P: 1, T: 0 },
  },
  {
    rule: 'and walked from where it is a source',
    lines: ['P supply T', 'A supply P'],
    terminal: ['P'],
    sources: ['P', 'T'],
    reached: { P: 0, T: 0, A: 1 },
  },
  {
    rule: 'a person reached by an office is not walked through',
    lines: ['P officer-of T', 'P officer-of A', 'P owns B', 'C supply P'],
    person: ['P'],
    reached: { P: 1, T: 0 },
  },
  {
    rule: 'a person reached by a stake is walked through, to his offices too',
    lines: ['P owns T', 'P officer-of A', 'C supply P'],
    person: ['P'],
    reached: { P: 1, T: 0, A: 2, C: 2 },
  },
  {
    rule: 'reached both ways, he is walked through',
    lines: ['P officer-of T', 'P owns T', 'P owns B'],
    person: ['P'],
    reached: { P: 1, T: 0, B: 2 },
  },
  {
    rule: 'reached later in a way that leads on, from there',
    lines: ['P officer-of T', 'A supply T', 'P owns A', 'P owns B', 'B2 supply B'],
    person: ['P'],
    reached: { P: 1, T: 0, A: 1, B: 3 },
  },
  {
    rule: 'a company that is an officer is walked through',
    lines: ['P officer-of T', 'P officer-of A'],
    reached: { P: 1, T: 0, A: 2 },
  },
  {
    rule: 'a person that is a source is walked from by his offices',
    lines: ['P officer-of A', 'B supply A'],
    person: ['P'],
    sources: ['P'],
    reached: { P: 0, A: 1, B: 2 },
  },
  {
    rule: 'a hub is reached and not walked through',
    lines: ['H supply T', 'A supply H', 'H owns B'],
    hubLimit: 2,
    reached: { H: 1, T: 0 },
  },
  {
    rule: 'as many counterparties as the limit are no hub, however many links',
    lines: ['H supply T', 'A supply H', 'A supply H', 'H payment A', 'H owns A', 'H supply H'],
    hubLimit: 2,
    reached: { H: 1, T: 0, A: 2 },
  },
  {
    rule: 'a hub that is a source is walked from',
    lines: ['A supply T', 'B supply T', 'C supply T'],
    hubLimit: 1,
    reached: { A: 1, B: 1, C: 1, T: 0 },
  },
  { rule: 'a stake that is too small is no step', lines: ['A owns T weak', 'B owns T'], reached: { B: 1, T: 0 } },
  { rule: 'but another link beside it is', lines: ['A owns T weak', 'A controls T'], reached: { A: 1, T: 0 } },
  { rule: 'links left out are no step', lines: ['A supply T left-out', 'B supply T'], reached: { B: 1, T: 0 } },
  {
    rule: 'kinds that are not walked are no step',
    lines: ['A supply T', 'T payment B', 'C owns T'],
    kinds: ['payment'],
    reached: { B: 1, T: 0 },
  },
]

describe('what counts as a hop', () => {
  test.each(RULES)('$rule', ({ lines, direction = 'suppliers', sources = ['T'], reached, ...options }) => {
    const drawn = sketch(lines, options)
    expect(hopsOf(drawn, walkFrom(drawn, sources, direction, 4))).toEqual(reached)
  })
})

describe('a walk', () => {
  test('keeps the level at which a person leads on apart from the distance', () => {
    const drawn = sketch(['P officer-of T', 'A supply T', 'P owns A', 'P owns B'], { person: ['P'] })
    const walked = walkFrom(drawn, ['T'], 'suppliers', 4)
    const at = drawn.id('P')
    expect([walked.distances[at], walked.passable[at]]).toEqual([1, 2])
  })

  test('says whether more lies further', () => {
    const drawn = sketch(['A supply T', 'B supply A'])
    const exhausted = [1, 2, 3, 4].map((hops) => walkFrom(drawn, ['T'], 'suppliers', hops).exhausted)
    expect(exhausted).toEqual([false, false, false, true])
  })

  test('goes as deep as a byte can tell', () => {
    const lines = Array.from({ length: 260 }, (_, at) => `P${at + 1} supply P${at}`)
    const drawn = sketch(lines)
    const walked = walkFrom(drawn, ['P0'], 'suppliers', 251)
    expect([walked.distances[drawn.id('P250')], walked.distances[drawn.id('P251')]]).toEqual([250, 255])
    expect(walked.exhausted).toBe(false)
    expect(() => walkFrom(drawn, ['P0'], 'suppliers', 252)).toThrow(RangeError)
  })

  test('may have the same source twice, or none', () => {
    const drawn = sketch(['A supply T'])
    expect(hopsOf(drawn, walkFrom(drawn, ['T', 'T'], 'suppliers', 4))).toEqual({ T: 0, A: 1 })
    expect(hopsOf(drawn, walkFrom(drawn, [], 'suppliers', 4))).toEqual({})
  })
})

describe('the nearer walk', () => {
  const drawn = sketch(['A supply T', 'T supply A', 'B supply A', 'T supply B', 'C supply T', 'D owns T', 'E supply Z'])
  const walks = (['suppliers', 'customers'] as const).map((direction) => walkFrom(drawn, ['T'], direction, 4))

  test.each<[string, WalkDirection | undefined, string]>([
    ['A', 'suppliers', 'is as near both ways'],
    ['B', 'customers', 'is nearer as a customer'],
    ['C', 'suppliers', 'only supplies'],
    ['D', 'suppliers', 'is a corporate step away'],
    ['T', 'suppliers', 'is the source'],
    ['E', undefined, 'is not reached'],
  ])('%s: %s, who %s', (name, direction) => {
    expect(nearestWalk(walks, drawn.id(name))?.direction).toBe(direction)
  })
})
