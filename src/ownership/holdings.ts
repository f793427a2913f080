import { percentScale, type PercentScale } from './percent.js'
import type { Stakes } from './stakes.js'

/**
 * What one owner holds of one party by shares, or by votes: of several stakes the largest, since registers repeat themselves. Columns, in
 * the order of the party held, then the owner.
 */
export interface Holdings {
  readonly count: number
  readonly scale: PercentScale
  readonly owner: Int32Array
  readonly owned: Int32Array
  readonly votes: Uint8Array
  /** The largest known stake that is in force without doubt. */
  readonly sure: readonly bigint[]
  /** The largest known stake, also of those that are in force perhaps. */
  readonly most: readonly bigint[]
  /**
   * The same as numbers, nearly: what they come to tells which sums are far from a threshold, and only the others need be added up exactly. A
   * register in which most is owned took twice as long without.
   */
  readonly nearlySure: Float64Array
  readonly nearlyMost: Float64Array
  /** 1 where a stake is of unknown size. */
  readonly unknown: Uint8Array
  /** Stakes by holding: those of holding `i` are `rows[rowOffsets[i]]` up to `rows[rowOffsets[i + 1]]`. */
  readonly rows: Int32Array
  readonly rowOffsets: Int32Array
  /** Holdings by owner, in the same way. */
  readonly byOwner: Int32Array
  readonly ownerOffsets: Int32Array
  /** Holdings by the party held: those of party `p` are `ownedOffsets[p]` up to `ownedOffsets[p + 1]`. */
  readonly ownedOffsets: Int32Array
}

/** What is odd about stakes, and still counted as said here. */
export type Oddity =
  /** A stake in oneself: it counts for nothing. */
  | { readonly kind: 'self'; readonly stake: number }
  /** More than one stake of one owner in one party on one day: the largest counts. */
  | { readonly kind: 'repeated'; readonly holding: number }
  /** Stakes of more than 100 % in all. */
  | { readonly kind: 'over'; readonly owned: number; readonly votes: boolean; readonly sum: bigint }

/** The rows in ascending order of their key, those of one key in the order in which they came; and where each key begins. */
function countingSort(
  order: Int32Array,
  keyOf: Int32Array | Uint8Array,
  keys: number,
): { readonly sorted: Int32Array; readonly offsets: Int32Array } {
  const offsets = new Int32Array(keys + 1)
  if (order.length === 0) return { sorted: order, offsets }
  for (let at = 0; at < order.length; at++) {
    const key = (keyOf[order[at] ?? 0] ?? 0) + 1
    offsets[key] = (offsets[key] ?? 0) + 1
  }
  for (let key = 0; key < keys; key++) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0)
  const next = offsets.slice()
  const sorted = new Int32Array(order.length)
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0
    const key = keyOf[row] ?? 0
    const place = next[key] ?? 0
    sorted[place] = row
    next[key] = place + 1
  }
  return { sorted, offsets }
}

/** Stakes by the party held, then the owner, then shares before votes; without those in oneself. */
function sortStakes(stakes: Stakes, partyCount: number, odd: Oddity[]): Int32Array {
  const kept = new Int32Array(stakes.count)
  let count = 0
  for (let row = 0; row < stakes.count; row++) {
    if (stakes.owner[row] === stakes.owned[row]) odd.push({ kind: 'self', stake: row })
    else kept[count++] = row
  }
  const byVotes = countingSort(kept.subarray(0, count), stakes.votes, 2).sorted
  const byOwner = countingSort(byVotes, stakes.owner, partyCount).sorted
  return countingSort(byOwner, stakes.owned, partyCount).sorted
}

/** Brings stakes together, in time and room linear in their number. */
export function createHoldings(
  stakes: Stakes,
  partyCount: number,
): { readonly holdings: Holdings; readonly oddities: readonly Oddity[] } {
  const oddities: Oddity[] = []
  const scale = percentScale(stakes.percent)
  const rows = sortStakes(stakes, partyCount, oddities)
  const owner = new Int32Array(rows.length)
  const owned = new Int32Array(rows.length)
  const votes = new Uint8Array(rows.length)
  const unknown = new Uint8Array(rows.length)
  const rowOffsets = new Int32Array(rows.length + 1)
  // Of their whole length from the beginning: grown by a million pushes they cost more than they hold.
  const sure = Array.from<bigint>({ length: rows.length }).fill(0n)
  const most = [...sure]
  const nearlySure = new Float64Array(rows.length)
  const nearlyMost = new Float64Array(rows.length)
  let count = 0
  let surely = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const its = stakes.owner[row] ?? 0
    const of = stakes.owned[row] ?? 0
    const byVotes = stakes.votes[row] ?? 0
    const last = count - 1
    const isSame = count > 0 && owner[last] === its && owned[last] === of && votes[last] === byVotes
    const holding = isSame ? last : count++
    if (!isSame) {
      surely = 0
      owner[holding] = its
      owned[holding] = of
      votes[holding] = byVotes
    }
    rowOffsets[count] = at + 1
    const text = stakes.percent[row]
    if (text === undefined) unknown[holding] = 1
    else {
      const { exact, near } = scale.amountOf(text)
      if (!isSame || exact > (most[holding] ?? 0n)) {
        most[holding] = exact
        nearlyMost[holding] = near
      }
      if (stakes.sure[row] === 1 && (!isSame || exact > (sure[holding] ?? 0n))) {
        sure[holding] = exact
        nearlySure[holding] = near
      }
    }
    if (stakes.sure[row] !== 1) continue
    surely++
    if (surely === 2) oddities.push({ kind: 'repeated', holding })
  }
  const all = new Int32Array(count)
  for (let holding = 0; holding < count; holding++) all[holding] = holding
  const byOwner = countingSort(all, owner, partyCount)
  const byOwned = countingSort(all, owned, partyCount)
  const holdings: Holdings = {
    count,
    scale,
    owner: owner.subarray(0, count),
    owned: owned.subarray(0, count),
    votes: votes.subarray(0, count),
    sure,
    most,
    nearlySure: nearlySure.subarray(0, count),
    nearlyMost: nearlyMost.subarray(0, count),
    unknown: unknown.subarray(0, count),
    rows,
    rowOffsets: rowOffsets.subarray(0, count + 1),
    byOwner: byOwner.sorted,
    ownerOffsets: byOwner.offsets,
    ownedOffsets: byOwned.offsets,
  }
  // As a list of arguments a register's worth of them would not fit the stack.
  return { holdings, oddities: oddities.concat(over(holdings, partyCount)) }
}

/** The sum of what all known owners hold of a party by shares, or by votes, without doubt. */
export function totalOf({ ownedOffsets, votes, sure }: Holdings, owned: number, byVotes: boolean): bigint {
  let sum = 0n
  for (let holding = ownedOffsets[owned] ?? 0; holding < (ownedOffsets[owned + 1] ?? 0); holding++) {
    if ((votes[holding] === 1) === byVotes) sum += sure[holding] ?? 0n
  }
  return sum
}

/** Percent by which sums of numbers may be wrong: a party would need a hundred million owners for so much. */
export const NEARLY = 1e-6

function over(holdings: Holdings, partyCount: number): readonly Oddity[] {
  const found: Oddity[] = []
  const { ownedOffsets, nearlySure, scale } = holdings
  if (holdings.count === 0) return found
  for (let owned = 0; owned < partyCount; owned++) {
    const end = ownedOffsets[owned + 1] ?? 0
    let near = 0
    for (let holding = ownedOffsets[owned] ?? 0; holding < end; holding++) near += nearlySure[holding] ?? 0
    if (near < 100 - NEARLY) continue
    for (const votes of [false, true]) {
      const sum = totalOf(holdings, owned, votes)
      if (sum > scale.hundred) found.push({ kind: 'over', owned, votes, sum })
    }
  }
  return found
}
