import { totalOf, type Holdings } from './holdings.js'
import type { RuleSet } from './rules.js'
import type { Control, JointArrangement } from './stakes.js'

/** Holdings with what else may make a party an owner's, all found by the party from which it comes. */
export interface OwnershipGraph {
  readonly holdings: Holdings
  readonly controlsBy: ReadonlyMap<number, readonly Control[]>
  readonly jointsOf: ReadonlyMap<number, readonly JointArrangement[]>
}

/** What blocked owners have of one party. */
export interface Held {
  /** Holdings that count, each once. */
  readonly holdings: number[]
  readonly controls: Control[]
  shares: bigint
  votes: bigint
  unknownShares: boolean
  unknownVotes: boolean
}

/**
 * How far a doubt goes: `sure` takes what is known without doubt alone, `widest` all that may be so: a stake of unknown size as large as the
 * other owners leave room for, a stake whose days are in doubt, and control.
 */
export type Reading = 'sure' | 'widest'

export interface Spread {
  /** The owners from which it began, and those that count as they do. */
  readonly blocked: ReadonlySet<number>
  /** Parties owned beyond the owners from which it began, with what made them so. */
  readonly owned: ReadonlyMap<number, Held>
  /** What is held of every party of which anything is. */
  readonly held: ReadonlyMap<number, Held>
}

function emptyHeld(): Held {
  return { holdings: [], controls: [], shares: 0n, votes: 0n, unknownShares: false, unknownVotes: false }
}

/** The least of what a stake of unknown size may be: nothing where the known stakes of all owners leave no room for it. */
function room(holdings: Holdings, owned: number, byVotes: boolean): bigint {
  const left = holdings.scale.hundred - totalOf(holdings, owned, byVotes)
  // Stakes of over 100 % in all are wrong somewhere, so that they decide nothing.
  return left < 0n ? holdings.scale.hundred : left
}

/** Whether so large a share of the votes or the shares makes a party owned. */
export function passes(rules: RuleSet, holdings: Holdings, sum: bigint, byVotes: boolean): boolean {
  if (byVotes) return sum > holdings.scale.of(rules.votes.percent)
  const least = holdings.scale.of(rules.threshold.percent)
  return rules.threshold.reached === 'at' ? sum >= least : sum > least
}

/** What the reading makes of the stakes in a party. */
export function largest(holdings: Holdings, owned: number, its: Held, byVotes: boolean, reading: Reading): bigint {
  const known = byVotes ? its.votes : its.shares
  const open = reading === 'widest' && (byVotes ? its.unknownVotes : its.unknownShares)
  return open ? known + room(holdings, owned, byVotes) : known
}

function isOwned(rules: RuleSet, holdings: Holdings, owned: number, its: Held, reading: Reading): boolean {
  if (passes(rules, holdings, largest(holdings, owned, its, false, reading), false)) return true
  const { effect } = rules.votes
  if (effect === 'nothing' || (effect === 'possible' && reading === 'sure')) return false
  return passes(rules, holdings, largest(holdings, owned, its, true, reading), true)
}

/**
 * From blocked owners to all that they own: blocked is who is listed, then again and again each party of which the blocked hold enough,
 * until nothing changes. An owner counts in full once it is blocked and for nothing before. Each holding is looked at once, so that cycles
 * end and the time is linear in the stakes of those that are blocked.
 */
export function spread(graph: OwnershipGraph, rules: RuleSet, owners: readonly number[], reading: Reading): Spread {
  const { holdings, controlsBy, jointsOf } = graph
  const blocked = new Set(owners)
  const queue = [...blocked]
  const held = new Map<number, Held>()
  const owned = new Map<number, Held>()
  const heldOf = (party: number): Held => {
    const its = held.get(party) ?? emptyHeld()
    held.set(party, its)
    return its
  }
  const block = (party: number, its: Held): void => {
    owned.set(party, its)
    if (blocked.has(party)) return
    blocked.add(party)
    queue.push(party)
  }
  const count = (holding: number): void => {
    const party = holdings.owned[holding] ?? -1
    const its = heldOf(party)
    if (rules.owners === 'one-by-one' && its.holdings.includes(holding)) return
    const byVotes = holdings.votes[holding] === 1
    const stake = (reading === 'sure' ? holdings.sure : holdings.most)[holding] ?? 0n
    const unknown = holdings.unknown[holding] === 1
    if (stake === 0n && !(reading === 'widest' && unknown)) return
    its.holdings.push(holding)
    if (byVotes) its.votes += stake
    else its.shares += stake
    if (byVotes) its.unknownVotes ||= unknown
    else its.unknownShares ||= unknown
    if (isOwned(rules, holdings, party, its, reading)) block(party, its)
  }
  const countPartners = (owner: number, holding: number): void => {
    for (const joint of jointsOf.get(owner) ?? []) {
      if (reading === 'sure' && !joint.sure) continue
      const partner = joint.a === owner ? joint.b : joint.a
      for (const its of holdingsBy(holdings, partner)) {
        if (holdings.owned[its] === holdings.owned[holding] && holdings.votes[its] === holdings.votes[holding])
          count(its)
      }
    }
  }
  const control = (its: Control): void => {
    const effect = rules.control[its.form]
    if (effect === 'nothing') return
    const confirmed = effect === 'confirmed' && its.sure
    if (reading === 'sure' && !confirmed) return
    const party = heldOf(its.controlled)
    party.controls.push(its)
    // What a controlled party owns is its controller's only perhaps: the law's majority stake at each step is one of shares or votes.
    if (reading === 'sure') owned.set(its.controlled, party)
    else block(its.controlled, party)
  }
  for (const owner of queue) {
    for (const holding of holdingsBy(holdings, owner)) {
      count(holding)
      if (rules.owners === 'one-by-one') countPartners(owner, holding)
    }
    for (const its of controlsBy.get(owner) ?? []) control(its)
  }
  for (const owner of owners) owned.delete(owner)
  return { blocked, owned, held }
}

/** The holdings of an owner. */
export function holdingsBy({ byOwner, ownerOffsets }: Holdings, owner: number): Int32Array {
  return byOwner.subarray(ownerOffsets[owner] ?? 0, ownerOffsets[owner + 1] ?? 0)
}
