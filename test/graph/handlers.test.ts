import { describe, expect, test } from '@jest/globals'
import { handledSteps } from '../../src/graph/handlers.js'
import { sketch, walkFrom, type SketchOptions } from './sketch.js'
import type { WalkDirection } from '../../src/graph/walk.js'

interface Handled extends SketchOptions {
  readonly rule: string
  readonly lines: readonly string[]
  readonly hops?: number
  readonly direction?: WalkDirection
  /** Handler, nearer end, further end, hops. */
  readonly steps: readonly string[]
}

const HANDLED: readonly Handled[] = [
  {
    rule: 'the case: a payment of a party at 2 hops to one at 3',
    lines: ['Green supply BelOMO', 'BelOMO payment Green via VTB', 'Dia supply T', 'Dia member-of BelOMO'],
    steps: ['VTB BelOMO Green 2'],
  },
  { rule: 'several handlers of one link', lines: ['A supply T via V,W'], steps: ['V T A 0', 'W T A 0'] },
  {
    rule: 'customers: the buyer is the further end',
    lines: ['T supply A via V', 'B payment A via W'],
    direction: 'customers',
    steps: ['V T A 0', 'W A B 1'],
  },
  { rule: 'goods the other way are no step', lines: ['T supply A via V'], steps: [] },
  { rule: 'corporate links either way', lines: ['A owns T via V', 'A owns B via W'], steps: ['V T A 0', 'W A B 1'] },
  {
    rule: 'a link between equals, or back, is no step',
    lines: ['A supply T', 'B supply T', 'A supply B via V', 'T supply A via W', 'T supply T via U'],
    steps: [],
  },
  {
    rule: 'from the last flagged party to the first that is not',
    lines: ['A supply T', 'B supply A via V', 'C supply B via W'],
    hops: 2,
    steps: ['V A B 1'],
  },
  {
    rule: 'at N = 1 only those of sources',
    lines: ['A supply T via V', 'B supply A via W'],
    hops: 1,
    steps: ['V T A 0'],
  },
  {
    rule: 'to a public body, not from it',
    lines: ['P supply T via V', 'A supply P via W'],
    terminal: ['P'],
    steps: ['V T P 0'],
  },
  {
    rule: 'from a person where he is walked through',
    lines: ['P officer-of T via U', 'A supply T', 'P owns A via V', 'X supply P via W'],
    person: ['P'],
    steps: ['U T P 0', 'V A P 1', 'W P X 2'],
  },
  {
    rule: 'an office where he was reached before is no step',
    lines: ['P officer-of T', 'A supply T', 'P officer-of A via V'],
    person: ['P'],
    steps: [],
  },
  {
    rule: 'left out, too small, not walked, same-as: no step',
    lines: ['A supply T left-out via V', 'A owns T weak via V', 'A component T via V', 'A same-as T via V'],
    kinds: ['supply', 'owns', 'same-as'],
    steps: [],
  },
  { rule: 'a weak mark on goods says nothing', lines: ['A supply T weak via V'], steps: ['V T A 0'] },
]

describe('a handler of a step', () => {
  test.each(HANDLED)('$rule', ({ lines, steps, hops = 4, direction = 'suppliers', ...options }) => {
    const drawn = sketch(lines, options)
    const walked = walkFrom(drawn, ['T'], direction, hops)
    const found = handledSteps(drawn.graph, walked).map((step) =>
      [...[step.handler, step.nearer, step.further].map(drawn.name), step.hops].join(' '),
    )
    expect(found).toEqual(steps)
  })
})
