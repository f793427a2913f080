import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { OwnershipRegime } from '../../src/model/entry.js'
import { ownedUnder } from '../../src/ownership/owned.js'
import { ruleSetOn } from '../../src/ownership/rules.js'
import { byNumber, index, type StakeLine } from './stake-sketch.js'

const PARTIES = 7

/** Hundredths of a percent: the boundary, what is just beside it, and what rounds badly. */
const SIZES = [5000, 4999, 5001, 2500, 3333, 1667, 1666, 3334, 10000, 1000, 4000, 500]
const anyParty = fc.nat({ max: PARTIES - 1 })
const anyStake = fc.record({
  owner: anyParty,
  owned: anyParty,
  size: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SIZES) }, { weight: 1, arbitrary: fc.constant(-1) }),
})
type Stake = { readonly owner: number; readonly owned: number; readonly size: number }

const lineOf = ({ owner, owned, size }: Stake): StakeLine => ({
  owner,
  owned,
  ...(size < 0 ? {} : { percent: (size / 100).toFixed(2) }),
})

/** The rule told again, slowly: the largest stake of each owner; rounds until nothing changes. `unknown` sizes are what `open` makes of them. */
function brute(
  stakes: readonly Stake[],
  regime: OwnershipRegime,
  seeds: readonly number[],
  open: boolean,
): Set<number> {
  const held = (owner: number, owned: number): readonly number[] =>
    stakes.filter((one) => one.owner === owner && one.owned === owned && owner !== owned).map((one) => one.size)
  const parties = Array.from({ length: PARTIES }, (_, party) => party)
  const enough = (blocked: ReadonlySet<number>, owned: number): boolean => {
    const known = (owner: number): number => Math.max(0, ...held(owner, owned))
    const sum = [...blocked].reduce((total, owner) => total + known(owner), 0)
    const all = parties.reduce((total, owner) => total + known(owner), 0)
    const isOpen = open && [...blocked].some((owner) => held(owner, owned).includes(-1))
    const most = isOpen ? sum + (all > 10000 ? 10000 : 10000 - all) : sum
    return regime === 'uk' ? most > 5000 : most >= 5000
  }
  const groups = regime === 'uk' ? seeds.map((seed) => [seed]) : [seeds]
  const found = new Set<number>()
  for (const group of groups) {
    const blocked = new Set(group)
    for (let before = -1; before !== blocked.size;) {
      before = blocked.size
      for (const party of parties) if (enough(blocked, party)) blocked.add(party)
    }
    for (const party of blocked) if (!seeds.includes(party)) found.add(party)
  }
  return found
}

test.each(['us', 'eu', 'uk'] as const)('%s: on random graphs with cycles it is what rounds of sums give', (regime) => {
  const rules = ruleSetOn(regime, '2024-09-01')
  if (rules === undefined) throw new Error('no rules')
  fc.assert(
    fc.property(
      fc.array(anyStake, { maxLength: 14 }),
      fc.uniqueArray(anyParty, { minLength: 1, maxLength: 3 }),
      (stakes, seeds) => {
        const { owned } = ownedUnder(
          index(PARTIES, stakes.map(lineOf)),
          rules,
          { confirmed: seeds, possible: [] },
          byNumber,
        )
        const told = (confidence: string) =>
          owned
            .filter((one) => one.confidence === confidence)
            .map(({ party }) => party)
            .toSorted((a, b) => a - b)
        const sure = brute(stakes, regime, seeds, false)
        expect(told('confirmed')).toEqual([...sure].toSorted((a, b) => a - b))
        expect(told('possible')).toEqual(
          [...brute(stakes, regime, seeds, true)].filter((party) => !sure.has(party)).toSorted((a, b) => a - b),
        )
      },
    ),
    { numRuns: 2000 },
  )
})
