import { largest, passes, spread, thresholdsOf, type Held, type OwnershipGraph, type Reading } from './fixpoint.js'
import { createHoldings, type Holdings, type Oddity } from './holdings.js'
import type { ControlForm, RuleSet } from './rules.js'
import type { OwnershipRecords } from './stakes.js'

/** Who is blocked under a regime before ownership is asked for. */
export interface BlockedOwners {
  readonly confirmed: readonly number[]
  /** May be blocked, such as a party whose match to the list is in doubt. */
  readonly possible: readonly number[]
}

/** A stake or a control that counted. */
export interface CountedStake {
  readonly owner: number
  /** Whether the owner is blocked itself; a partner in a joint arrangement need not be. */
  readonly blocked: boolean
  /** Exact decimal text; `undefined` where it is not known, and for control. */
  readonly percent?: string
  readonly form: 'shares' | 'votes' | ControlForm
  /** Every record that says so. */
  readonly links: readonly number[]
}

/** What a party is owned by, or may be, under one regime. */
export interface Ownership {
  readonly party: number
  readonly rules: RuleSet
  readonly confidence: 'confirmed' | 'possible'
  /** `percent unknown`: the known stakes leave it open. `doubt`: an owner, or a day, is in doubt. */
  readonly basis: 'shares' | 'votes' | 'control' | 'percent unknown' | 'doubt'
  /** Percent that blocked owners hold in all, as far as it is known; of votes where the votes decided. */
  readonly sum: string
  /** Largest first; of equals in the order of the owners' parties. */
  stakes(): readonly CountedStake[]
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

function byParty<T>(all: readonly T[], partiesOf: (one: T) => readonly number[]): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    for (const party of partiesOf(one)) {
      const known = found.get(party)
      if (known === undefined) found.set(party, [one])
      else known.push(one)
    }
  }
  return found
}

/** One spread from all blocked owners, or one from each, as the rule set adds them. */
function groupsOf(rules: RuleSet, owners: readonly number[]): readonly (readonly number[])[] {
  return rules.owners === 'added' ? [owners] : owners.map((owner) => [owner])
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
): {
  readonly owned: readonly Ownership[]
  /** What blocked owners have of a party that is not owned; of each by itself where they are not added. */
  shortOf(party: number): readonly Shortfall[]
} {
  const confirmed = new Set(owners.confirmed)
  const thresholds = thresholdsOf(rules, graph.holdings)
  const found = new Map<number, Ownership & { readonly size: bigint }>()
  const note = (its: Ownership & { readonly size: bigint }): void => {
    const known = found.get(its.party)
    if (confirmed.has(its.party) || (known !== undefined && !comesBefore(its, known, prefers))) return
    found.set(its.party, its)
  }
  const sure = groupsOf(rules, owners.confirmed).map((group) => spread(graph, rules, group, 'sure'))
  for (const one of sure) for (const [party, held] of one.owned) note(ownership(party, held, 'sure', one.isBlocked))
  const surely = new Set(found.keys())
  for (const [at, group] of groupsOf(rules, [...owners.confirmed, ...owners.possible]).entries()) {
    // Whoever is blocked by control alone owns nothing without doubt, and everything perhaps.
    const widest = spread(graph, rules, group, 'widest', sure[at]?.owned)
    for (const [party, held] of widest.owned) {
      if (!surely.has(party)) note(ownership(party, held, 'widest', widest.isBlocked))
    }
  }

  function ownership(
    party: number,
    held: Held,
    reading: Reading,
    isBlocked: (party: number) => boolean,
  ): Ownership & { readonly size: bigint } {
    const { holdings } = graph
    const reaches = (byVotes: boolean, how: Reading): boolean =>
      passes(thresholds, largest(holdings, party, held, byVotes, how), byVotes)
    const votesCount = rules.votes.effect !== 'nothing'
    const basis = reaches(false, 'sure')
      ? 'shares'
      : votesCount && reaches(true, 'sure')
        ? 'votes'
        : reaches(false, reading) || (votesCount && reaches(true, reading))
          ? 'percent unknown'
          : 'control'
    const size = basis === 'votes' || (held.shares === 0n && votesCount) ? held.votes : held.shares
    return {
      party,
      rules,
      confidence: reading === 'sure' ? 'confirmed' : 'possible',
      basis: reading === 'widest' && basis === 'shares' ? 'doubt' : basis,
      sum: holdings.scale.say(size),
      size,
      stakes: once(() => countedStakes(held, reading, isBlocked)),
    }
  }

  function countedStakes(held: Held, reading: Reading, isBlocked: (party: number) => boolean): readonly CountedStake[] {
    return stakesOf({ holdings: graph.holdings, records, isBlocked, prefers }, held, reading, rules)
  }

  const shortOf = (party: number): readonly Shortfall[] => {
    if (found.has(party) || confirmed.has(party)) return []
    return sure.flatMap(({ heldOf }) => {
      const its = heldOf(party)
      return its === undefined || its.shares === 0n ? [] : [{ party, rules, sum: graph.holdings.scale.say(its.shares) }]
    })
  }
  return { owned: [...found.values()], shortOf }
}

/** Asks for it when it is first wanted: of a register's worth of owned parties few are told. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function comesBefore(
  a: Ownership & { readonly size: bigint },
  b: Ownership & { readonly size: bigint },
  prefers: (a: number, b: number) => boolean,
): boolean {
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed'
  if (a.size !== b.size) return a.size > b.size
  return prefers(a.stakes()[0]?.owner ?? -1, b.stakes()[0]?.owner ?? -1)
}

interface StakesRequest {
  readonly holdings: Holdings
  readonly records: OwnershipRecords
  isBlocked(party: number): boolean
  readonly prefers: (a: number, b: number) => boolean
}

/** Stakes and controls as they counted: the largest first, then those of unknown size, then control. */
function stakesOf(
  { holdings, records, isBlocked, prefers }: StakesRequest,
  held: Held,
  reading: Reading,
  rules: RuleSet,
): readonly CountedStake[] {
  const { stakes } = records
  const sizes = new Map<CountedStake, bigint>()
  const counted: CountedStake[] = []
  for (const holding of held.holdings) {
    const byVotes = holdings.votes[holding] === 1
    if (byVotes && rules.votes.effect === 'nothing') continue
    const rows = [...holdings.rows.subarray(holdings.rowOffsets[holding], holdings.rowOffsets[holding + 1])]
    const size = (reading === 'sure' ? holdings.sure : holdings.most)[holding] ?? 0n
    const told = rows
      .map((row) => stakes.percent[row])
      .find((text) => text !== undefined && holdings.scale.of(text) === size)
    const owner = holdings.owner[holding] ?? -1
    const stake: CountedStake = {
      owner,
      blocked: isBlocked(owner),
      form: byVotes ? 'votes' : 'shares',
      ...(told === undefined ? {} : { percent: told }),
      links: rows
        .filter((row) => reading === 'widest' || stakes.sure[row] === 1)
        .map((row) => stakes.link[row] ?? -1)
        .toSorted((a, b) => a - b),
    }
    sizes.set(stake, size)
    counted.push(stake)
  }
  const byController = byParty(held.controls, ({ controller }) => [controller])
  for (const [owner, its] of byController) {
    for (const form of ['board', 'influence', 'unstated'] as const) {
      const links = its.filter((one) => one.form === form).map(({ link }) => link)
      if (links.length > 0) counted.push({ owner, blocked: true, form, links })
    }
  }
  const rank = (one: CountedStake): number => (one.form === 'shares' || one.form === 'votes' ? 0 : 1)
  return counted.toSorted((a, b) => {
    const [left, right] = [sizes.get(a) ?? 0n, sizes.get(b) ?? 0n]
    if (left !== right) return left > right ? -1 : 1
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    if (a.owner === b.owner) return 0
    return prefers(a.owner, b.owner) ? -1 : 1
  })
}
