import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { evaluate, type Judged } from '../../src/cli/evaluate.js'

const pair = (score: number, isMatch: boolean, type = 'company'): Judged => ({ score, isMatch, type })

describe('verdicts against what is true', () => {
  const pairs = [pair(0.9, true), pair(0.8, false), pair(0.75, true, 'person'), pair(0.3, true), pair(0.1, false)]
  const found = evaluate(pairs, 0.7)

  test('the four counts and the three shares', () => {
    expect(found).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 })
    expect(found.precision).toBeCloseTo(2 / 3)
    expect(found.recall).toBeCloseTo(2 / 3)
    expect(found.f1).toBeCloseTo(2 / 3)
  })

  test('by type', () => {
    expect(Object.keys(found.byType)).toEqual(['company', 'person'])
    expect(found.byType['person']).toMatchObject({ truePositives: 1, precision: 1, recall: 1, f1: 1 })
  })

  test('the best threshold is one of the scores', () => {
    expect(found.best.threshold).toBe(0.3)
    expect(found.best.f1).toBeCloseTo(6 / 7)
  })

  test('a score equal to the threshold counts as found', () => {
    expect(evaluate([pair(0.7, true)], 0.7).truePositives).toBe(1)
  })

  test('a share of nothing is null', () => {
    expect(evaluate([pair(0.1, false)], 0.7)).toMatchObject({ precision: null, recall: null, f1: null })
    expect(evaluate([pair(0.1, true)], 0.7)).toMatchObject({ precision: null, recall: 0, f1: 0 })
  })
})

describe('for any pairs', () => {
  const anyPairs = fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
      isMatch: fc.boolean(),
      type: fc.constantFrom('company', 'person', '__proto__'),
    }),
    { minLength: 1, maxLength: 40 },
  )

  test('every pair is counted once, at any threshold', () => {
    fc.assert(
      fc.property(anyPairs, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, threshold) => {
        const found = evaluate(pairs, threshold)
        for (const scores of [found, ...(found.byThreshold ?? [])]) {
          const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = scores
          expect(tp + fp + fn + tn).toBe(pairs.length)
        }
      }),
    )
  })

  test('the best is no worse than any other threshold, and is what its threshold gives', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const { best, byThreshold = [], f1 } = evaluate(pairs, 0.5)
        for (const other of byThreshold) expect(best.f1 ?? 0).toBeGreaterThanOrEqual(other.f1 ?? 0)
        expect(best.f1 ?? 0).toBeGreaterThanOrEqual(f1 ?? 0)
        expect(evaluate(pairs, best.threshold).f1).toBe(best.f1)
      }),
    )
  })
})
