import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSteps } from '../../src/columns/steps.js'

const value = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 1 }))

test.each([0, 1] as const)('a column of steps (slope %s) is the numbers that were put into it', (slope) => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 60 }),
      fc.array(value, { maxLength: 60 }),
      fc.nat(100),
      (first, second, by) => {
        const column = createSteps(slope)
        const later = createSteps(slope)
        first.forEach((its, place) => column.put(place, its))
        second.forEach((its, place) => later.put(place, its))
        column.append(structuredClone(later.packed()), first.length, by)
        const all = [...first, ...second.map((its) => (its + by) % 2 ** 32)]
        expect(all.map((_, place) => column.at(place))).toEqual(all)
      },
    ),
  )
})

test('numbers that grow with their places take no room', () => {
  const column = createSteps(1)
  for (let place = 0; place < 1000; place++) column.put(place, place + (place < 500 ? 2 : 7))
  expect(column.packed().places.length).toBe(2)
})
