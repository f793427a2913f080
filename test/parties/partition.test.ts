import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { partition } from '../../src/parties/partition.js'

function split(size: number, apart: readonly (readonly [number, number])[]) {
  return partition(size, (a, b) => !apart.some(([x, y]) => (x === a && y === b) || (x === b && y === a)))
}

describe('partition', () => {
  test.each([
    ['nothing contradicts: all are one', 3, [], [[0, 1, 2]], []],
    ['two contradict: two parties', 2, [[0, 1]], [[0], [1]], []],
    ['one fits two that contradict: it stays alone and is said', 3, [[0, 2]], [[0], [1], [2]], [1]],
    [
      'those that contradict the same others stay together',
      4,
      [
        [0, 2],
        [1, 2],
        [0, 3],
        [1, 3],
      ],
      [
        [0, 1],
        [2, 3],
      ],
      [],
    ],
    [
      'one that fits two pairs stays alone',
      5,
      [
        [0, 2],
        [1, 2],
        [0, 3],
        [1, 3],
      ],
      [[0, 1], [2, 3], [4]],
      [4],
    ],
  ] as const)('%s', (_, size, apart, sets, ambiguous) => {
    const result = split(size, apart)
    expect(result.sets.map((set) => set.toSorted((a, b) => a - b))).toEqual(sets)
    expect(result.ambiguous).toEqual(ambiguous)
  })

  const graphs = fc
    .integer({ min: 2, max: 7 })
    .chain((size) =>
      fc.tuple(fc.constant(size), fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a !== b))),
    )

  test('no set holds two that contradict, and every member is in exactly one', () => {
    fc.assert(
      fc.property(graphs, ([size, apart]) => {
        const { sets } = split(size, apart)
        expect(sets.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at))
        for (const set of sets) for (const [a, b] of apart) expect(set.includes(a) && set.includes(b)).toBe(false)
      }),
    )
  })

  test('the order of members does not matter', () => {
    fc.assert(
      fc.property(graphs, ([size, apart]) => {
        const turned = (member: number): number => size - 1 - member
        const there = split(size, apart).sets.map((set) => set.toSorted((a, b) => a - b))
        const back = split(
          size,
          apart.map(([a, b]) => [turned(a), turned(b)] as const),
        ).sets.map((set) => set.map(turned).toSorted((a, b) => a - b))
        expect(new Set(back.map(String))).toEqual(new Set(there.map(String)))
      }),
    )
  })
})
