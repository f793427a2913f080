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
  controls: readonly Control[]
  shares: bigint
  votes: bigint
  unknownShares: boolean
  unknownVotes: boolean
  /** What the known stakes of all owners leave for one of unknown size, once that was asked. */
  roomOfShares?: bigint
  roomOfVotes?: bigint
}

/**
 * How far a doubt goes: `sure` takes what is known without doubt alone, `widest` all that may be so: a stake of unknown size as large as the
 * other owners leave room for, a stake whose days are in doubt, and control.
 */
export type Reading = 'sure' | 'widest'

export interface Spread {
  /** Whether the party is one of the owners from which it began, or counts as they do. */
  isBlocked(party: number): boolean
  /** Parties owned beyond those owners, with what made them so. */
  readonly owned: ReadonlyMap<number, Held>
  /** What is held of a party, if anything is. */
  heldOf(party: number): Held | undefined
}

/** Marks of parties: a byte each where most of a register may be marked, a set where one person owns a few. */
interface Marks {
  has(party: number): boolean
  add(party: number): void
}

function createMarks(partyCount: number, isMany: boolean): Marks {
  if (!isMany) return new Set<number>()
  const marks = new Uint8Array(partyCount)
  return { has: (party) => marks[party] === 1, add: (party) => void (marks[party] = 1) }
}

interface HeldTable {
  get(party: number): Held | undefined
  set(party: number, held: Held): void
}

function createHeldTable(partyCount: number, isMany: boolean): HeldTable {
  if (!isMany) return new Map<number, Held>()
  const places = new Int32Array(partyCount)
  const held: Held[] = []
  return {
    get: (party) => held[(places[party] ?? 0) - 1],
    set: (party, its) => void (places[party] = held.push(its)),
  }
}

const NOTHING_KNOWN: ReadonlyMap<number, unknown> = new Map()
const NO_CONTROLS: readonly Control[] = []

/** The least of what a stake of unknown size may be: nothing where the known stakes of all owners leave no room for it. */
function room(holdings: Holdings, owned: number, byVotes: boolean): bigint {
  const left = holdings.scale.hundred - totalOf(holdings, owned, byVotes)
  // Stakes of over 100 % in all are wrong somewhere, so that they decide nothing.
  return left < 0n ? holdings.scale.hundred : left
}

/** The least share that makes a party owned, as numbers of the scale: looked up once, since a register asks for it at each stake. */
export interface Thresholds {
  readonly shares: bigint
  readonly isReached: boolean
  readonly votes: bigint
}

export function thresholdsOf({ threshold, votes }: RuleSet, { scale }: Holdings): Thresholds {
  return {
    shares: scale.of(threshold.percent),
    isReached: threshold.reached === 'at',
    votes: scale.of(votes.percent),
  }
}

/** Whether so large a share of the votes or the shares makes a party owned. */
export function passes({ shares, isReached, votes }: Thresholds, sum: bigint, byVotes: boolean): boolean {
  if (byVotes) return sum > votes
  return isReached ? sum >= shares : sum > shares
}

/** What the reading makes of the stakes in a party. */
export function largest(holdings: Holdings, owned: number, its: Held, byVotes: boolean, reading: Reading): bigint {
  const known = byVotes ? its.votes : its.shares
  if (reading === 'sure' || !(byVotes ? its.unknownVotes : its.unknownShares)) return known
  if (byVotes) return known + (its.roomOfVotes ??= room(holdings, owned, true))
  return known + (its.roomOfShares ??= room(holdings, owned, false))
}

function isOwned(
  rules: RuleSet,
  thresholds: Thresholds,
  holdings: Holdings,
  owned: number,
  its: Held,
  reading: Reading,
): boolean {
  if (passes(thresholds, largest(holdings, owned, its, false, reading), false)) return true
  const { effect } = rules.votes
  if (effect === 'nothing' || (effect === 'possible' && reading === 'sure')) return false
  return passes(thresholds, largest(holdings, owned, its, true, reading), true)
}

/**
 * From blocked owners to all that they own: blocked is who is listed, then again and again each party of which the blocked hold enough,
 * until nothing changes. An owner counts in full once it is blocked and for nothing before. Each holding is looked at once, so that cycles
 * end and the time is linear in the stakes of those that are blocked.
 *
 * @param ownedAnyway parties of which it is known that they are owned: they count as owners, and what is held of them is not added up again.
 */
export function spread(
  graph: OwnershipGraph,
  rules: RuleSet,
  owners: readonly number[],
  reading: Reading,
  ownedAnyway: ReadonlyMap<number, unknown> = NOTHING_KNOWN,
): Spread {
  const { holdings, controlsBy, jointsOf } = graph
  const thresholds = thresholdsOf(rules, holdings)
  const isMany = rules.owners === 'added'
  const partyCount = holdings.ownerOffsets.length - 1
  const blocked = createMarks(partyCount, isMany)
  const queue: number[] = []
  for (const owner of [...owners, ...ownedAnyway.keys()]) {
    if (blocked.has(owner)) continue
    blocked.add(owner)
    queue.push(owner)
  }
  const held = createHeldTable(partyCount, isMany)
  const owned = new Map<number, Held>()
  const heldOf = (party: number): Held => {
    const there = held.get(party)
    if (there !== undefined) return there
    const its: Held = {
      holdings: [],
      controls: NO_CONTROLS,
      shares: 0n,
      votes: 0n,
      unknownShares: false,
      unknownVotes: false,
    }
    held.set(party, its)
    return its
  }
  const block = (party: number, its: Held): void => {
    if (blocked.has(party)) return
    owned.set(party, its)
    blocked.add(party)
    queue.push(party)
  }
  const count = (holding: number): void => {
    const party = holdings.owned[holding] ?? -1
    if (ownedAnyway.has(party)) return
    const byVotes = holdings.votes[holding] === 1
    const stake = (reading === 'sure' ? holdings.sure : holdings.most)[holding] ?? 0n
    const unknown = holdings.unknown[holding] === 1
    if (stake === 0n && !(reading === 'widest' && unknown)) return
    const its = heldOf(party)
    if (!isMany && its.holdings.includes(holding)) return
    its.holdings.push(holding)
    if (byVotes) its.votes += stake
    else its.shares += stake
    if (byVotes) its.unknownVotes ||= unknown
    else its.unknownShares ||= unknown
    if (!blocked.has(party) && isOwned(rules, thresholds, holdings, party, its, reading)) block(party, its)
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
    if ((reading === 'sure' && !confirmed) || ownedAnyway.has(its.controlled)) return
    const party = heldOf(its.controlled)
    party.controls = [...party.controls, its]
    // What a controlled party owns is its controller's only perhaps: the law's majority stake at each step is one of shares or votes.
    if (reading === 'sure') owned.set(its.controlled, party)
    else block(its.controlled, party)
  }
  for (const owner of queue) {
    // No view of the column: a million of them cost more than all the sums.
    const end = holdings.ownerOffsets[owner + 1] ?? 0
    for (let place = holdings.ownerOffsets[owner] ?? 0; place < end; place++) {
      const holding = holdings.byOwner[place] ?? 0
      count(holding)
      if (!isMany) countPartners(owner, holding)
    }
    for (const its of controlsBy.get(owner) ?? []) control(its)
  }
  for (const owner of owners) owned.delete(owner)
  return { isBlocked: (party) => blocked.has(party), owned, heldOf: (party) => held.get(party) }
}

/** The holdings of an owner. */
export function holdingsBy({ byOwner, ownerOffsets }: Holdings, owner: number): Int32Array {
  return byOwner.subarray(ownerOffsets[owner] ?? 0, ownerOffsets[owner + 1] ?? 0)
}
