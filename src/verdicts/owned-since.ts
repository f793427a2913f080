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
  const { basis, rules, sum } = ownership
  const rows = ownership.stakes().flatMap((stake) => rowsOf(stake, request, seen))
  if (basis !== 'shares' && basis !== 'votes') return rows.reduce(earlier, { first: END, last: END })
  const counted = rows.filter(({ stake }) => stake.form === basis)
  const since = { first: passedOn(ownership, counted, 'first'), last: passedOn(ownership, counted, 'last') }
  // A stake of exactly the threshold is enough only since the rule says so.
  const { from, threshold } = rules
  const ruleDay = from === undefined ? undefined : parseDay(from)
  if (ruleDay === undefined || compareDecimals(sum, threshold.percent) !== 0) return since
  return { first: Math.max(since.first, ruleDay), last: Math.max(since.last, ruleDay) }
}

/** One record of a stake, and from when it was there and its owner blocked. */
interface StakeRow extends Designation {
  readonly stake: CountedStake
  readonly percent: string
}

/** The day on which the stakes, each as large as the largest of its records up to then, reach what the rule asks for. */
function passedOn({ rules, basis }: Ownership, rows: readonly StakeRow[], end: 'first' | 'last'): number {
  const largest = new Map<CountedStake, string>()
  let sum = '0'
  for (const { stake, percent, [end]: day } of rows.toSorted((a, b) => a[end] - b[end])) {
    const before = largest.get(stake) ?? '0'
    if (compareDecimals(percent, before) <= 0) continue
    largest.set(stake, percent)
    sum = addDecimals(addDecimals(sum, percent), `-${before}`)
    const over = compareDecimals(sum, basis === 'votes' ? rules.votes.percent : rules.threshold.percent)
    if (over > 0 || (over === 0 && basis === 'shares' && rules.threshold.reached === 'at')) return day
  }
  return END
}

/** A stake without a date bounds nothing. */
function rowsOf(stake: CountedStake, request: SinceRequest, seen: ReadonlySet<number>): readonly StakeRow[] {
  const { links } = request
  const blocked = stake.blocked ? targetSince(stake.owner, request, seen) : { first: BEGINNING, last: BEGINNING }
  return stake.links.map((link, at) => {
    const first = links.first[link] ?? BEGINNING
    const last = first === BEGINNING ? BEGINNING : (links.last[link] ?? END)
    const percent = stake.percents[at] ?? '0'
    return { stake, percent, first: Math.max(first, blocked.first), last: Math.max(last, blocked.last) }
  })
}
