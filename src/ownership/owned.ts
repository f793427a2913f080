import { AddedUp, byParty, comesBefore, type Adding, type Ownership } from './added-up.js'
import { spread, thresholdsOf, type OwnershipGraph, type Spread } from './fixpoint.js'
import { withoutOwners, wouldOwn } from './otherwise.js'
import { createHoldings, type Oddity } from './holdings.js'
import type { RuleSet } from './rules.js'
import type { OwnershipRecords } from './stakes.js'

/** Who is blocked under a regime before ownership is asked for. */
export interface BlockedOwners {
  readonly confirmed: readonly number[]
  /** May be blocked, such as a party whose match to the list is in doubt. */
  readonly possible: readonly number[]
}

/** What a party is held by, though not enough. */
export interface Shortfall {
  readonly party: number
  readonly rules: RuleSet
  readonly sum: string
}

export interface OwnershipIndex {
  readonly graph: OwnershipGraph
  readonly records: OwnershipRecords
  readonly oddities: readonly Oddity[]
}

/** Brings stakes together once, for whatever regime is asked afterwards. */
export function indexOwnership(records: OwnershipRecords): OwnershipIndex {
  const { holdings, oddities } = createHoldings(records.stakes, records.partyCount)
  const joints = records.joints.filter(({ a, b }) => a !== b)
  const controls = records.controls.filter(({ controller, controlled }) => controller !== controlled)
  const graph: OwnershipGraph = {
    holdings,
    controlsBy: byParty(controls, ({ controller }) => [controller]),
    jointsOf: byParty(joints, ({ a, b }) => [a, b]),
  }
  return { graph, records, oddities }
}

/** One spread from all blocked owners, or one from each, as the rule set adds them. */
function groupsOf(rules: RuleSet, owners: readonly number[]): readonly (readonly number[])[] {
  return rules.owners === 'added' ? [owners] : owners.map((owner) => [owner])
}

export interface OwnedUnder {
  readonly owned: readonly Ownership[]
  /** What blocked owners have of a party that is not owned; of each by itself where they are not added. */
  shortOf(party: number): readonly Shortfall[]
  /** How a party is owned if some owners are left out of account; `undefined` where it is not. */
  ownedWithout(party: number, left: ReadonlySet<number>): Ownership | undefined
  /** Whom an owner would own without doubt, were it blocked as well. */
  wouldOwn(owner: number): ReadonlySet<number>
}

/**
 * Every party that is owned under a rule set, or may be, but for those that are blocked themselves. Of several persons that each own a party
 * the one with the largest stake is told, of equals the preferred.
 */
export function ownedUnder(
  { graph, records }: OwnershipIndex,
  rules: RuleSet,
  owners: BlockedOwners,
  prefers: (a: number, b: number) => boolean,
): OwnedUnder {
  const confirmed = new Set(owners.confirmed)
  const { holdings } = graph
  const asked: Adding = { holdings, records, rules, thresholds: thresholdsOf(rules, holdings), prefers }
  const found = new Map<number, AddedUp>()
  const note = (its: AddedUp): void => {
    const known = found.get(its.party)
    if (confirmed.has(its.party) || (known !== undefined && !comesBefore(its, known, prefers))) return
    found.set(its.party, its)
  }
  const sure = groupsOf(rules, owners.confirmed).map((group) => spread(graph, rules, group, 'sure'))
  for (const one of sure) for (const party of one.owned) note(new AddedUp(party, asked, one))
  const surely = new Set(found.keys())
  // Whoever is blocked by control alone owns nothing without doubt, and everything perhaps.
  const widest = groupsOf(rules, [...owners.confirmed, ...owners.possible]).map((group, at) =>
    spread(graph, rules, group, 'widest', sure[at]?.owned),
  )
  for (const one of widest) {
    for (const party of one.owned) if (!surely.has(party)) note(new AddedUp(party, asked, one))
  }
  const shortOf = (party: number): readonly Shortfall[] => {
    if (found.has(party) || confirmed.has(party)) return []
    return sure.flatMap(({ largest }) => {
      const shares = largest(party, false)
      return shares === 0n ? [] : [{ party, rules, sum: graph.holdings.scale.say(shares) }]
    })
  }
  const ruled = { graph, rules, thresholds: asked.thresholds }
  return {
    owned: [...found.values()],
    shortOf,
    ownedWithout(party, left) {
      const others = (spreads: readonly Spread[]): readonly AddedUp[] =>
        spreads
          .filter(({ owners: its }) => rules.owners === 'added' || !its.some((owner) => left.has(owner)))
          .flatMap((by) => withoutOwners(ruled, by, party, left) ?? [])
          .map((by) => new AddedUp(party, asked, by))
      const best = (all: readonly AddedUp[]): AddedUp | undefined =>
        all.toSorted((a, b) => (comesBefore(a, b, prefers) ? -1 : 1))[0]
      return best(others(sure)) ?? best(others(widest))
    },
    wouldOwn: (owner) => wouldOwn(ruled, sure[0], owner),
  }
}
