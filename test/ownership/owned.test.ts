import { describe, expect, test } from '@jest/globals'
import { ownedUnder } from '../../src/ownership/owned.js'
import { RULE_SETS, ruleSetOn } from '../../src/ownership/rules.js'
import { byNumber, index } from './stake-sketch.js'

const [X, Y, A, B] = [0, 1, 2, 3] as const
const rulesOf = (regime: 'us' | 'eu' | 'uk', day = '2024-09-01') => {
  const rules = ruleSetOn(regime, day)
  if (rules === undefined) throw new Error('no rules')
  return rules
}
const owned = (found: ReturnType<typeof index>, regime: 'us' | 'eu' | 'uk', confirmed: readonly number[] = [X]) =>
  ownedUnder(found, rulesOf(regime), { confirmed, possible: [] }, byNumber).owned

describe('percent unknown', () => {
  test('is possible where the known stakes leave room', () => {
    const found = owned(
      index(4, [
        { owner: X, owned: A },
        { owner: Y, owned: A, percent: '50' },
      ]),
      'us',
    )
    expect(found).toMatchObject([{ party: A, confidence: 'possible', basis: 'percent unknown', sum: '0' }])
  })
  test('is nothing where others are known to hold too much', () => {
    expect(
      owned(
        index(4, [
          { owner: X, owned: A },
          { owner: Y, owned: A, percent: '50.01' },
        ]),
        'us',
      ),
    ).toEqual([])
    expect(
      owned(
        index(4, [
          { owner: X, owned: A },
          { owner: Y, owned: A, percent: '50' },
        ]),
        'uk',
      ),
    ).toEqual([])
  })
  test('leads on: what the party owns is possible too', () => {
    const found = owned(
      index(4, [
        { owner: X, owned: A },
        { owner: A, owned: B, percent: '60' },
      ]),
      'us',
    )
    expect(found.map(({ party, confidence, basis }) => [party, confidence, basis])).toEqual([
      [A, 'possible', 'percent unknown'],
      [B, 'possible', 'doubt'],
    ])
  })
})

describe('several stakes', () => {
  test('of one owner on one day: the largest counts, and it is said', () => {
    const found = index(4, [
      { owner: X, owned: A, percent: '30' },
      { owner: X, owned: A, percent: '49.99' },
    ])
    expect(found.oddities).toEqual([{ kind: 'repeated', holding: 0 }])
    expect(owned(found, 'us')).toEqual([])
  })
  test('over 100 in all are said, as is one in oneself', () => {
    const found = index(4, [
      { owner: X, owned: A, percent: '60' },
      { owner: Y, owned: A, percent: '60' },
      { owner: B, owned: B, percent: '10' },
    ])
    expect(found.oddities).toEqual([
      { kind: 'self', stake: 2 },
      { kind: 'over', owned: A, votes: false, sum: 120n },
    ])
  })
  test('shares and votes are not added', () => {
    const found = index(4, [
      { owner: X, owned: A, percent: '30' },
      { owner: X, owned: A, percent: '30', votes: true },
    ])
    for (const regime of ['us', 'eu', 'uk'] as const) expect(owned(found, regime)).toEqual([])
  })
})

describe('votes and control', () => {
  test.each([
    ['us', undefined],
    ['eu', 'possible'],
    ['uk', 'confirmed'],
  ] as const)('50.01 of the votes under %s: %s', (regime, confidence) => {
    expect(owned(index(4, [{ owner: X, owned: A, percent: '50.01', votes: true }]), regime)[0]?.confidence).toBe(
      confidence,
    )
  })
  test('what a party under control owns is possible, even where the control is confirmed', () => {
    const found = index(4, [{ owner: A, owned: B, percent: '100' }], [{ from: X, to: A, form: 'board' }])
    expect(owned(found, 'uk').map(({ party, confidence }) => [party, confidence])).toEqual([
      [A, 'confirmed'],
      [B, 'possible'],
    ])
    expect(owned(found, 'us')).toEqual([])
  })
})

describe('one person at a time, in the UK', () => {
  test("a person's direct stake and those of what it owns are added", () => {
    const found = index(4, [
      { owner: X, owned: A, percent: '51' },
      { owner: X, owned: B, percent: '30' },
      { owner: A, owned: B, percent: '30' },
    ])
    expect(owned(found, 'uk').find(({ party }) => party === B)).toMatchObject({ confidence: 'confirmed', sum: '60' })
  })
  test('a partner in a joint arrangement need not be designated', () => {
    const lines = [
      { owner: X, owned: A, percent: '30' },
      { owner: Y, owned: A, percent: '30' },
    ]
    expect(owned(index(4, lines), 'uk')).toEqual([])
    expect(owned(index(4, lines, [], [[Y, X]]), 'uk')[0]).toMatchObject({ confidence: 'confirmed', sum: '60' })
    expect(owned(index(4, lines, [], [[Y, X]]), 'us')).toEqual([])
  })
  test('who acts with a holder and holds nothing brings nothing', () => {
    expect(owned(index(4, [{ owner: Y, owned: A, percent: '60' }], [], [[Y, X]]), 'uk')).toEqual([])
  })
})

test('a stake whose days are in doubt is possible', () => {
  expect(owned(index(4, [{ owner: X, owned: A, percent: '60', unsure: true }]), 'us')[0]).toMatchObject({
    confidence: 'possible',
    basis: 'doubt',
  })
})

test('who is blocked itself is not owned, and what falls short is told', () => {
  const found = index(4, [
    { owner: X, owned: Y, percent: '60' },
    { owner: Y, owned: A, percent: '49.99' },
  ])
  const told = ownedUnder(found, rulesOf('us'), { confirmed: [X, Y], possible: [] }, byNumber)
  expect(told.owned).toEqual([])
  expect(told.shortOf(A)).toMatchObject([{ party: A, sum: '49.99' }])
  expect(told.shortOf(Y)).toEqual([])
})

test.each(RULE_SETS.map((rules) => [rules.name, rules] as const))('%s names its source', (_, rules) => {
  expect(rules.source).not.toBe('')
  expect(ruleSetOn(rules.regime, rules.from ?? rules.until ?? '2020-01-01')).toBe(rules)
})

describe('sums that numbers can not tell from the threshold are added up exactly', () => {
  const sumOf = (a: string, b: string) =>
    index(4, [
      { owner: X, owned: A, percent: a },
      { owner: Y, owned: A, percent: b },
    ])
  test.each([
    ['33.33333333333333333333', '16.66666666666666666667', ['us', 'eu'], '50'],
    ['33.33333333333333333333', '16.66666666666666666666', [], ''],
    ['0.1', '49.9', ['us', 'eu'], '50'],
    ['49.99999999999999999999', '0', [], ''],
    ['50.00000000000000000001', '0', ['us', 'eu', 'uk'], '50.00000000000000000001'],
  ] as const)('%s and %s', (a, b, regimes, sum) => {
    const found = (['us', 'eu', 'uk'] as const).flatMap((regime) =>
      owned(sumOf(a, b), regime, [X, Y]).map((one) => [regime, one.confidence, one.sum]),
    )
    expect(found).toEqual(regimes.map((regime) => [regime, 'confirmed', sum]))
  })

  test('stakes of over 100 % in all by a hair are said', () => {
    expect(sumOf('99.99999999999999999999', '0.00000000000000000001').oddities).toEqual([])
    expect(sumOf('99.99999999999999999999', '0.00000000000000000002').oddities).toMatchObject([{ kind: 'over' }])
  })
})
