import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createKeptBytes } from '../../src/report/kept-bytes.js'

const PIECE = 1 << 22

test('bytes are those that were kept under their number, as long as there was room', () => {
  const size = fc.oneof(fc.nat(40), fc.constantFrom(PIECE - 4, PIECE - 5, PIECE / 2, PIECE))
  fc.assert(
    fc.property(fc.array(fc.record({ number: fc.nat(3000), size }), { maxLength: 12 }), (given) => {
      const most = PIECE * 3
      const kept = createKeptBytes(most)
      const expected = new Map<number, Buffer>()
      for (const [at, { number, size: length }] of given.entries()) {
        if (expected.has(number)) continue
        const bytes = Buffer.alloc(length, at + 1)
        const cut = Math.min(length, at)
        if (kept.set(number, bytes.subarray(0, cut), bytes.subarray(cut))) expected.set(number, bytes)
        else
          expect(
            length + 4 > PIECE || [...expected.values()].reduce((sum, its) => sum + its.length, length) > PIECE,
          ).toBe(true)
      }
      for (const { number } of given) {
        const [its, other] = [kept.get(number), expected.get(number)]
        expect(its === undefined || other === undefined ? its === other : other.equals(its)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
  expect(createKeptBytes(10).set(0, Buffer.alloc(3), Buffer.alloc(4))).toBe(false)
})
