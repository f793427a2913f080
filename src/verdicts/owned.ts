import type { Links } from '../graph/links.js'
import type { RelationDetails } from '../graph/relation-details.js'
import { compareDecimals } from '../model/decimal.js'
import { OWNERSHIP_REGIMES, type OwnershipRegime, type Regime } from '../model/entry.js'
import type { Confidence } from '../model/report.js'
import type { CountedStake, Ownership } from '../ownership/added-up.js'
import {
  indexOwnership,
  ownedUnder,
  type BlockedOwners,
  type OwnedUnder,
  type OwnershipIndex,
  type Shortfall,
} from '../ownership/owned.js'
import { ruleSetOn } from '../ownership/rules.js'
import type { ListedStanding } from './standing.js'
import { stakesOnDay } from './stakes-on-day.js'

/** A party that is owned by blocked ones, or may be, under one regime or several. */
export interface Owned {
  readonly party: number
  /** `confirmed` where it is so under any regime. */
  readonly confidence: Confidence
  /** One a regime, in the order of the regimes; of either confidence. */
  readonly ownerships: readonly Ownership[]
  /** Regimes of the confidence above. */
  readonly regimes: readonly OwnershipRegime[]
  /** What counted under those regimes, each once, the largest first. */
  stakes(): readonly CountedStake[]
  /** The owner with the largest of those stakes that is blocked itself. */
  target(): number
}

export interface OwnershipRequest {
  readonly links: Links
  readonly details: RelationDetails
  readonly partyCount: number
  readonly standing: ListedStanding
  /** Whose rules are asked. */
  readonly regimes: readonly OwnershipRegime[]
  /** The day of the screening, as text and as a number. */
  readonly asOf: string
  readonly day: number
  /** Whether possible matches block, as possible owners. */
  readonly spread: Confidence
  readonly prefers: (a: number, b: number) => boolean
  /** Which links count at all; every one where it is absent. */
  readonly isKnown?: (link: number) => boolean
}

export interface OwnershipFound {
  /** By party. */
  readonly owned: ReadonlyMap<number, Owned>
  /** What blocked parties hold of one that is not owned, by regime. */
  shortOf(party: number): readonly Shortfall[]
  /** How a party is owned if some owners are left out of account; `undefined` where it is not. */
  ownedWithout(party: number, left: ReadonlySet<number>): Owned | undefined
  /** Whom a party that may be listed, or owned, would own without doubt if it were. */
  wouldOwn(owner: number): ReadonlySet<number>
  readonly index: OwnershipIndex
  readonly owners: ReadonlyMap<OwnershipRegime, BlockedOwners>
}

/** Only an asset freeze blocks what its subject owns; regimes are never added to each other. */
export function blockedUnder(standing: ListedStanding, regime: OwnershipRegime, spread: Confidence): BlockedOwners {
  const confirmed: number[] = []
  const possible: number[] = []
  for (const party of standing.listed) {
    const its = standing
      .matchesOf(party)
      .filter((match) => match.regime === regime && match.listKind === 'asset-freeze')
    if (its.some((match) => match.confidence === 'confirmed')) confirmed.push(party)
    else if (its.length > 0 && spread === 'possible') possible.push(party)
  }
  return { confirmed, possible }
}

/** Who is owned, under each regime by itself. */
export function findOwned(request: OwnershipRequest): OwnershipFound {
  const { links, details, partyCount, day, asOf, standing, spread, prefers } = request
  const index = indexOwnership(stakesOnDay(links, details, partyCount, day, request.isKnown))
  const all = new Map<number, Ownership[]>()
  const under = new Map<OwnershipRegime, OwnedUnder>()
  const owners = new Map<OwnershipRegime, BlockedOwners>()
  for (const regime of OWNERSHIP_REGIMES) {
    const rules = ruleSetOn(regime, asOf)
    if (rules === undefined || !request.regimes.includes(regime)) continue
    const blocked = blockedUnder(standing, regime, spread)
    owners.set(regime, blocked)
    const found = ownedUnder(index, rules, blocked, prefers)
    under.set(regime, found)
    for (const ownership of found.owned) {
      const known = all.get(ownership.party)
      if (known === undefined) all.set(ownership.party, [ownership])
      else known.push(ownership)
    }
  }
  const owned = new Map([...all].map(([party, ownerships]) => [party, together(party, ownerships, prefers)]))
  const rulings = [...under.values()]
  return {
    owned,
    shortOf: (party) => rulings.flatMap((one) => one.shortOf(party)),
    ownedWithout(party, left) {
      const ownerships = rulings.flatMap((one) => one.ownedWithout(party, left) ?? [])
      return ownerships.length === 0 ? undefined : together(party, ownerships, prefers)
    },
    wouldOwn(owner) {
      const regimes = new Set([...asFreeze(standing, owner), ...(owned.get(owner)?.ownerships ?? []).map(regimeOf)])
      return new Set([...under].flatMap(([regime, one]) => (regimes.has(regime) ? [...one.wouldOwn(owner)] : [])))
    },
    index,
    owners,
  }
}

const regimeOf = ({ rules }: Ownership): Regime => rules.regime

/** The regimes whose lists would block what the party owns, were its matches confirmed. */
function asFreeze(standing: ListedStanding, party: number): readonly Regime[] {
  return standing.matchesOf(party).flatMap(({ listKind, regime }) => (listKind === 'asset-freeze' ? [regime] : []))
}

function together(party: number, ownerships: readonly Ownership[], prefers: (a: number, b: number) => boolean): Owned {
  const confidence = ownerships.some((one) => one.confidence === 'confirmed') ? 'confirmed' : 'possible'
  const counted = ownerships.filter((one) => one.confidence === confidence)
  let made: readonly CountedStake[] | undefined
  const stakes = (): readonly CountedStake[] => (made ??= stakesOf(counted, prefers))
  return {
    party,
    confidence,
    ownerships,
    regimes: counted.map((one) => one.rules.regime),
    stakes,
    target: () => (stakes().find((stake) => stake.blocked) ?? stakes()[0])?.owner ?? party,
  }
}

function stakesOf(counted: readonly Ownership[], prefers: (a: number, b: number) => boolean): readonly CountedStake[] {
  const [first, ...others] = counted
  if (first !== undefined && others.length === 0) return first.stakes()
  const stakes = new Map<string, CountedStake>()
  for (const stake of counted.flatMap((one) => one.stakes())) {
    const key = JSON.stringify([stake.owner, stake.form, stake.links])
    const known = stakes.get(key)
    // A partner under one regime may be blocked under another.
    if (known === undefined || (stake.blocked && !known.blocked)) stakes.set(key, stake)
  }
  return [...stakes.values()].toSorted((a, b) => bySize(a, b, prefers))
}

function bySize(a: CountedStake, b: CountedStake, prefers: (a: number, b: number) => boolean): number {
  const size = compareDecimals(b.percent ?? '0', a.percent ?? '0')
  if (size !== 0) return size
  const rank = (one: CountedStake): number => ['shares', 'votes', 'board', 'influence', 'unstated'].indexOf(one.form)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.owner === b.owner) return 0
  return prefers(a.owner, b.owner) ? -1 : 1
}
