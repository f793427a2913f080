import { addUp, passes, spread, votesDecide, type OwnershipGraph, type Spread, type Thresholds } from './fixpoint.js'
import type { RuleSet } from './rules.js'

/** A rule set at work, and the stakes to which it is put. */
export interface Ruled {
  readonly graph: OwnershipGraph
  readonly rules: RuleSet
  readonly thresholds: Thresholds
}

/**
 * Whom an owner would own without doubt, were it blocked beside those that are. Looks at what it holds and at what that holds in turn, and at
 * nothing else, since it is asked for every party that may be listed.
 *
 * @param by what the owners that are blocked own.
 */
export function wouldOwn(
  { graph, rules, thresholds }: Ruled,
  by: Spread | undefined,
  owner: number,
): ReadonlySet<number> {
  if (rules.owners !== 'added') return spread(graph, rules, [owner], 'sure').owned
  const { holdings, controlsBy } = graph
  const blocked = new Set([owner])
  const isBlocked = (party: number): boolean => blocked.has(party) || by?.isBlocked(party) === true
  const reaches = (party: number): boolean => {
    const its: number[] = []
    for (let at = holdings.ownedOffsets[party] ?? 0; at < (holdings.ownedOffsets[party + 1] ?? 0); at++) {
      if (isBlocked(holdings.owner[at] ?? -1)) its.push(at)
    }
    return isReached({ graph, rules, thresholds }, party, its, 'sure')
  }
  const controlled = new Set<number>()
  for (const from of blocked) {
    for (let place = holdings.ownerOffsets[from] ?? 0; place < (holdings.ownerOffsets[from + 1] ?? 0); place++) {
      const party = holdings.owned[holdings.byOwner[place] ?? -1] ?? -1
      if (!isBlocked(party) && reaches(party)) blocked.add(party)
    }
    for (const { form, sure, controlled: party } of controlsBy.get(from) ?? []) {
      if (rules.control[form] === 'confirmed' && sure && !isBlocked(party)) controlled.add(party)
    }
  }
  blocked.delete(owner)
  return new Set([...blocked, ...controlled])
}

function isReached(
  { graph, rules, thresholds }: Ruled,
  party: number,
  its: readonly number[],
  reading: Spread['reading'],
): boolean {
  const sum = { party, its, reading, how: reading }
  if (passes(thresholds, addUp(graph.holdings, sum, false), false)) return true
  return votesDecide(rules, reading) && passes(thresholds, addUp(graph.holdings, sum, true), true)
}

/** What a spread says of a party if some of its owners are left out of account; `undefined` where the others do not own it. */
export function withoutOwners(ruled: Ruled, by: Spread, party: number, left: ReadonlySet<number>): Spread | undefined {
  const { holdings } = ruled.graph
  const { reading } = by
  const its = by.holdingsIn(party).filter((holding) => !left.has(holdings.owner[holding] ?? -1))
  const controls = by.controlsOf(party).filter(({ controller }) => !left.has(controller))
  if (controls.length === 0 && !isReached(ruled, party, its, reading)) return undefined
  return {
    ...by,
    holdingsIn: () => its,
    controlsOf: () => controls,
    largest: (_, byVotes, how = reading) => addUp(holdings, { party, its, reading, how }, byVotes),
  }
}
