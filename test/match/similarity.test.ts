import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lettersOf, looseSimilarity, mayBeNear, spellingSimilarity } from '../../src/match/similarity.js'

const letters = fc.string({
  unit: fc.constantFrom(...'abcdeghiklmnoprstuvwyzSCZ015'),
  minLength: 1,
  maxLength: 12,
})
/** A word, and what a few slips make of it. */
const pair = fc.tuple(letters, fc.array(fc.tuple(fc.nat(12), letters), { maxLength: 3 })).map(([word, slips]) => {
  const slipped = slips.reduce((text, [at, put]) => text.slice(0, at) + put.slice(0, 1) + text.slice(at + 1), word)
  return [word, slipped] as const
})

test('the letters of two words that are near let them be near', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(spellingSimilarity(a, b) === 0 || mayBeNear(a, b, lettersOf(a), lettersOf(b))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('words of few letters in common are not near', () => {
  expect(mayBeNear('peleng', 'zavody', lettersOf('peleng'), lettersOf('zavody'))).toBe(false)
})

test('a least similarity leaves out what is under it and changes nothing else', () => {
  fc.assert(
    fc.property(pair, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], least) => {
      const plain = looseSimilarity(a, b, 0)
      expect(looseSimilarity(a, b, least)).toBe(plain < least ? 0 : plain)
    }),
    { numRuns: 2000 },
  )
})
