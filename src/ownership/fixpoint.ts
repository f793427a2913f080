import { NEARLY, totalOf, type Holdings } from './holdings.js'
import type { RuleSet } from './rules.js'
import type { Control, JointArrangement } from './stakes.js'
import { createMarks, createTally } from './tally.js'

/** Holdings with what else may make a party an owner's, all found by the party from which it comes. */
export interface OwnershipGraph {
  readonly holdings: Holdings
  readonly controlsBy: ReadonlyMap<number, readonly Control[]>
  readonly jointsOf: ReadonlyMap<number, readonly JointArrangement[]>
}

/**
 * How far a doubt goes: `sure` takes what is known without doubt alone, `widest` all that may be so: a stake of unknown size as large as the
 * other owners leave room for, a stake whose days are in doubt, and control.
 */
export type Reading = 'sure' | 'widest'

export interface Spread {
  readonly reading: Reading
  /** From whom it began. */
  readonly owners: readonly number[]
  /** Whether the party is one of the owners from which it began, or counts as they do. */
  isBlocked(party: number): boolean
  /** Parties owned beyond those owners. */
  readonly owned: ReadonlySet<number>
  /** Holdings in the party that count, each once. */
  holdingsIn(party: number): readonly number[]
  /** Controls of the party that count. */
  controlsOf(party: number): readonly Control[]
  /** What the reading makes of the stakes in a party, exactly; by default the reading of the spread. */
  largest(party: number, byVotes: boolean, how?: Reading): bigint
}

const NOBODY: ReadonlySet<number> = new Set()
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
  /** Percent. */
  readonly nearShares: number
  readonly nearVotes: number
}

export function thresholdsOf({ threshold, votes }: RuleSet, { scale }: Holdings): Thresholds {
  return {
    shares: scale.of(threshold.percent),
    isReached: threshold.reached === 'at',
    votes: scale.of(votes.percent),
    nearShares: Number(threshold.percent),
    nearVotes: Number(votes.percent),
  }
}

interface Sum {
  readonly party: number
  /** Holdings in the party. */
  readonly its: readonly number[]
  /** How they were found. */
  readonly reading: Reading
  /** How they are to be read: those of unknown size count for nothing, or for all that they may be. */
  readonly how: Reading
}

/** What the holdings come to, exactly. */
export function addUp(holdings: Holdings, { party, its, reading, how }: Sum, byVotes: boolean): bigint {
  const amounts = reading === 'sure' ? holdings.sure : holdings.most
  let known = 0n
  let isOpen = false
  for (const holding of its) {
    if ((holdings.votes[holding] === 1) !== byVotes) continue
    known += amounts[holding] ?? 0n
    isOpen ||= holdings.unknown[holding] === 1
  }
  return how === 'sure' || !isOpen ? known : known + room(holdings, party, byVotes)
}

/** Whether the votes that blocked owners hold decide by themselves. */
export function votesDecide({ votes: { effect } }: RuleSet, reading: Reading): boolean {
  return effect !== 'nothing' && !(effect === 'possible' && reading === 'sure')
}

/** Whether so large a share of the votes or the shares makes a party owned. */
export function passes({ shares, isReached, votes }: Thresholds, sum: bigint, byVotes: boolean): boolean {
  if (byVotes) return sum > votes
  return isReached ? sum >= shares : sum > shares
}

/**
 * From blocked owners to all that they own: blocked is who is listed, then again and again each party of which the blocked hold enough,
 * until nothing changes. An owner counts in full once it is blocked and for nothing before. Each holding is looked at once, so that cycles
 * end and the time is linear in the stakes of those that are blocked.
 *
 * @param ownedAnyway parties of which it is known that they are owned: they count as owners. What is held of them is not added up again, but kept: it
 *   tells what is left should some of their owners be left out of account.
 */
export function spread(
  graph: OwnershipGraph,
  rules: RuleSet,
  owners: readonly number[],
  reading: Reading,
  ownedAnyway: ReadonlySet<number> = NOBODY,
): Spread {
  const { holdings, controlsBy, jointsOf } = graph
  const thresholds = thresholdsOf(rules, holdings)
  const isMany = rules.owners === 'added'
  const partyCount = holdings.ownerOffsets.length - 1
  const blocked = createMarks(partyCount, isMany)
  const queue: number[] = []
  for (const owner of [...owners, ...ownedAnyway]) {
    if (blocked.has(owner)) continue
    blocked.add(owner)
    queue.push(owner)
  }
  const [shares, votes] = [createTally(partyCount, isMany), createTally(partyCount, isMany)]
  // Those of partners are among them, so that they are kept where owners are not all added.
  const counted = new Map<number, Set<number>>()
  const controls = new Map<number, readonly Control[]>()
  const owned = new Set<number>()
  const block = (party: number): void => {
    if (blocked.has(party)) return
    owned.add(party)
    blocked.add(party)
    queue.push(party)
  }
  const nearly = reading === 'sure' ? holdings.nearlySure : holdings.nearlyMost
  const mayCount = (holding: number): boolean =>
    nearly[holding] !== 0 || (reading === 'widest' && holdings.unknown[holding] === 1)
  // Found when it is asked for: a list for each of a register's worth of parties costs more than all the sums.
  const holdingsIn = (party: number): readonly number[] => {
    if (!isMany) return [...(counted.get(party) ?? [])]
    const its: number[] = []
    for (
      let holding = holdings.ownedOffsets[party] ?? 0;
      holding < (holdings.ownedOffsets[party + 1] ?? 0);
      holding++
    ) {
      if (blocked.has(holdings.owner[holding] ?? -1) && mayCount(holding)) its.push(holding)
    }
    return its
  }
  const largest = (party: number, byVotes: boolean, how: Reading = reading): bigint =>
    addUp(holdings, { party, its: holdingsIn(party), reading, how }, byVotes)
  const reaches = (party: number, byVotes: boolean): boolean => {
    const tally = byVotes ? votes : shares
    const near = tally.nearly(party)
    const limit = byVotes ? thresholds.nearVotes : thresholds.nearShares
    if (near > limit + NEARLY) return true
    if (near < limit - NEARLY && !(reading === 'widest' && tally.isOpen(party))) return false
    return passes(thresholds, largest(party, byVotes), byVotes)
  }
  const votesCount = votesDecide(rules, reading)
  const count = (holding: number): void => {
    const party = holdings.owned[holding] ?? -1
    if (!mayCount(holding)) return
    if (!isMany) {
      const its = counted.get(party) ?? new Set<number>()
      if (its.has(holding)) return
      counted.set(party, its.add(holding))
    }
    if (ownedAnyway.has(party)) return
    const tally = holdings.votes[holding] === 1 ? votes : shares
    tally.add(party, nearly[holding] ?? 0, holdings.unknown[holding] === 1)
    if (!blocked.has(party) && (reaches(party, false) || (votesCount && reaches(party, true)))) block(party)
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
    controls.set(its.controlled, [...(controls.get(its.controlled) ?? []), its])
    if (ownedAnyway.has(its.controlled)) return
    // What a controlled party owns is its controller's only perhaps: the law's majority stake at each step is one of shares or votes.
    if (reading === 'sure') owned.add(its.controlled)
    else block(its.controlled)
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
  return {
    reading,
    owners,
    isBlocked: (party) => blocked.has(party),
    owned,
    holdingsIn,
    controlsOf: (party) => controls.get(party) ?? NO_CONTROLS,
    largest,
  }
}

/** The holdings of an owner. */
export function holdingsBy({ byOwner, ownerOffsets }: Holdings, owner: number): Int32Array {
  return byOwner.subarray(ownerOffsets[owner] ?? 0, ownerOffsets[owner + 1] ?? 0)
}
