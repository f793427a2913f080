import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRecent } from '../../src/model/recent.js'

test('what was used last is there, and never more than twice what may be', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 200 }), fc.integer({ min: 4, max: 12 }), (keys, most) => {
      const recent = createRecent<number, { readonly key: number }>(most, () => 1)
      for (const key of keys) {
        const value = recent.get(key) ?? { key }
        if (recent.get(key) === undefined) recent.set(key, value)
        expect(recent.get(key)).toBe(value)
      }
      const held = Array.from({ length: 31 }, (_, key) => recent.get(key)).filter((value) => value !== undefined)
      expect(new Set(held).size).toBeLessThanOrEqual(most * 2)
      const last = keys.at(-1)
      if (last !== undefined) expect(held.some(({ key }) => key === last)).toBe(true)
    }),
  )
})

test('a value heavier than all that may be is held alone', () => {
  const recent = createRecent<string, number>(10, (weight) => weight)
  recent.set('light', 1)
  recent.set('heavy', 100)
  expect(recent.get('heavy')).toBe(100)
  recent.set('other', 10)
  recent.set('another', 10)
  expect(recent.get('heavy')).toBeUndefined()
})
