import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ownedUnder } from '../../src/ownership/owned.js'
import { ruleSetOn } from '../../src/ownership/rules.js'
import { byNumber, index } from './stake-sketch.js'

const REGIMES = ['us', 'eu', 'uk'] as const
const rulesOf = (regime: (typeof REGIMES)[number]) => {
  const rules = ruleSetOn(regime, '2024-09-01')
  if (rules === undefined) throw new Error('no rules')
  return rules
}

const PARTIES = 6
const anyParty = fc.nat({ max: PARTIES - 1 })
const anyStake = fc
  .record({ owner: anyParty, owned: anyParty, percent: fc.constantFrom('10', '25', '49.99', '50', '50.01', '30') })
  .filter(({ owner, owned }) => owner !== owned)
const anyWorld = fc.record({
  stakes: fc.array(anyStake, { maxLength: 12 }),
  confirmed: fc.uniqueArray(anyParty, { maxLength: 3 }),
  party: anyParty,
  regime: fc.constantFrom(...REGIMES),
})

describe('were it otherwise', () => {
  test('whom one more blocked owner would own is what a spread with it finds beyond one without', () => {
    fc.assert(
      fc.property(anyWorld, ({ stakes, confirmed, party, regime }) => {
        const found = index(PARTIES, stakes)
        const under = (blocked: readonly number[]) =>
          ownedUnder(found, rulesOf(regime), { confirmed: blocked, possible: [] }, byNumber)
        const now = under(confirmed)
        const owns = (its: typeof now) => new Set(its.owned.map((one) => one.party))
        const before = owns(now)
        const more = [...owns(under([...confirmed, party]))].filter(
          (one) => !before.has(one) && !confirmed.includes(one),
        )
        const told = [...now.wouldOwn(party)].filter((one) => !before.has(one) && !confirmed.includes(one))
        expect(new Set(told)).toEqual(new Set(more))
      }),
    )
  })

  test('an owner left out of account takes its own stakes with it and no more', () => {
    const [X, Y, A, B, C] = [0, 1, 2, 3, 4] as const
    const found = index(PARTIES, [
      { owner: X, owned: A, percent: '50' },
      { owner: Y, owned: A, percent: '50' },
      { owner: X, owned: B, percent: '30' },
      { owner: Y, owned: B, percent: '30' },
      { owner: X, owned: C, percent: '100' },
      { owner: C, owned: B, percent: '20' },
    ])
    const us = ownedUnder(found, rulesOf('us'), { confirmed: [X, Y], possible: [] }, byNumber)
    const without = (party: number, ...left: readonly number[]) => us.ownedWithout(party, new Set(left))?.sum
    expect(without(A, X)).toBe('50')
    expect(without(A, X, Y)).toBeUndefined()
    // What X owns is blocked still: C counts.
    expect(without(B, X)).toBe('50')
    expect(without(B, X, C)).toBeUndefined()
    const uk = ownedUnder(found, rulesOf('uk'), { confirmed: [X, Y], possible: [] }, byNumber)
    expect(uk.ownedWithout(C, new Set([X]))).toBeUndefined()
  })

  test('what is left may be of unknown size', () => {
    const found = index(PARTIES, [
      { owner: 0, owned: 2, percent: '50' },
      { owner: 1, owned: 2 },
    ])
    const us = ownedUnder(found, rulesOf('us'), { confirmed: [0, 1], possible: [] }, byNumber)
    expect(us.ownedWithout(2, new Set([0]))).toMatchObject({ confidence: 'possible', basis: 'percent unknown' })
  })

  test.each(['eu', 'uk'] as const)('what is left of a party owned without doubt may be in doubt (%s)', (regime) => {
    const stakes = [
      { owner: 0, owned: 1, percent: '60' },
      { owner: 1, owned: 2, percent: '60' },
      { owner: 1, owned: 3, percent: '60' },
      { owner: 0, owned: 3, votes: true },
    ]
    const found = index(PARTIES, stakes, [{ from: 0, to: 2, form: 'influence' }])
    const its = ownedUnder(found, rulesOf(regime), { confirmed: [0], possible: [] }, byNumber)
    expect(its.ownedWithout(2, new Set([1, 2]))).toMatchObject({ confidence: 'possible', basis: 'control' })
    expect(its.ownedWithout(3, new Set([1, 3]))).toMatchObject({ confidence: 'possible', basis: 'percent unknown' })
  })
})
