import type { Links } from '../graph/links.js'
import { earlier, type Designation, type InForce } from '../lists/in-force.js'
import { BEGINNING, END, parseDay } from '../model/date.js'
import { addDecimals, compareDecimals } from '../model/decimal.js'
import type { CountedStake, Ownership } from '../ownership/added-up.js'
import { designationOf } from './designation.js'
import type { Standing } from './standing.js'

export interface SinceRequest {
  readonly links: Links
  readonly standing: Standing
  readonly inForce: InForce
}

/** From when a target is one: for a listed party its designation, for an owned one the day on which the last stake that was needed came to blocked hands. */
export function targetSince(party: number, request: SinceRequest, seen: ReadonlySet<number> = new Set()): Designation {
  const { standing, inForce } = request
  const owned = standing.ownedOf(party)
  if (owned === undefined || seen.has(party) || !standing.isTargetByOwnership(party)) {
    return designationOf(standing.matchesOf(party), inForce)
  }
  const onWay = new Set([...seen, party])
  return owned.ownerships
    .filter((one) => one.confidence === owned.confidence)
    .map((one) => ownedSince(one, request, onWay))
    .reduce(earlier, { first: END, last: END })
}

function ownedSince(ownership: Ownership, request: SinceRequest, seen: ReadonlySet<number>): Designation {
  const starts = ownership.stakes().map((stake) => ({ stake, ...stakeSince(stake, request, seen) }))
  if (ownership.basis !== 'shares' && ownership.basis !== 'votes') {
    return starts.reduce(earlier, { first: END, last: END })
  }
  const counted = starts.filter(({ stake }) => stake.form === ownership.basis)
  const since = { first: passedOn(ownership, counted, 'first'), last: passedOn(ownership, counted, 'last') }
  // A stake of exactly the threshold is enough only since the rule says so.
  const { from, threshold } = ownership.rules
  const ruleDay = from === undefined ? undefined : parseDay(from)
  if (ruleDay === undefined || compareDecimals(ownership.sum, threshold.percent) !== 0) return since
  return { first: Math.max(since.first, ruleDay), last: Math.max(since.last, ruleDay) }
}

/** The day on which the stakes, added in the order of their days, reach what the rule asks for. */
function passedOn(
  { rules, basis }: Ownership,
  stakes: readonly (Designation & { readonly stake: CountedStake })[],
  end: 'first' | 'last',
): number {
  let sum = '0'
  for (const { stake, [end]: day } of stakes.toSorted((a, b) => a[end] - b[end])) {
    sum = addDecimals(sum, stake.percent ?? '0')
    const over = compareDecimals(sum, basis === 'votes' ? rules.votes.percent : rules.threshold.percent)
    if (over > 0 || (over === 0 && basis === 'shares' && rules.threshold.reached === 'at')) return day
  }
  return END
}

/** When the stake was there and its owner blocked. A stake without a date bounds nothing. */
function stakeSince(stake: CountedStake, request: SinceRequest, seen: ReadonlySet<number>): Designation {
  const { links } = request
  const held = stake.links
    .map((link) => {
      const [first, last] = [links.first[link] ?? BEGINNING, links.last[link] ?? END]
      return first === BEGINNING ? { first, last: BEGINNING } : { first, last }
    })
    .reduce(earlier, { first: END, last: END })
  const blocked = stake.blocked ? targetSince(stake.owner, request, seen) : { first: BEGINNING, last: BEGINNING }
  return { first: Math.max(held.first, blocked.first), last: Math.max(held.last, blocked.last) }
}
