import { BEGINNING, END } from '../model/date.js'
import type { Graph, Neighbours } from './adjacency.js'
import { codeOf } from './links.js'
import type { WalkDirection } from './walk.js'

const PAYMENT = codeOf('payment')

/**
 * The days of links in the direction of a walk, so that the time of what is nearer the source bounds them from above: of a walk among customers
 * turned round. A payment alone bounds nothing: it may precede its goods or follow them.
 */
export interface Legs {
  readonly first: Int32Array
  readonly last: Int32Array
  readonly kind: Uint8Array
  readonly isTurned: boolean
}

export function legsOf({ links }: Graph, direction: WalkDirection): Legs {
  const { first, last, kind } = links
  return { first, last, kind, isTurned: direction === 'customers' }
}

export function leastOf({ first, last, isTurned }: Legs, link: number): number {
  return isTurned ? ~(last[link] ?? END) : (first[link] ?? BEGINNING)
}

export function mostOf({ first, last, isTurned }: Legs, link: number): number {
  return isTurned ? ~(first[link] ?? BEGINNING) : (last[link] ?? END)
}

export function isPaymentOf({ kind }: Legs, link: number): boolean {
  return kind[link] === PAYMENT
}

/**
 * The best time at the further end of a step by goods, if the nearer end has `time`: over the supplies and components between the two, else,
 * where only payments are known, the same time. `BEGINNING` where no leg can have happened in time.
 *
 * @param from, to the places of the links between the two parties.
 */
export function timeBeyond(legs: Legs, links: Int32Array, from: number, to: number, time: number): number {
  const { first, last, kind, isTurned } = legs
  let best = BEGINNING
  let onlyPayments = true
  for (let place = from; place < to; place++) {
    const link = links[place] ?? 0
    if (kind[link] === PAYMENT) continue
    onlyPayments = false
    const least = isTurned ? ~(last[link] ?? END) : (first[link] ?? BEGINNING)
    if (least > time) continue
    const most = isTurned ? ~(first[link] ?? BEGINNING) : (last[link] ?? END)
    if (most >= time) return time
    if (most > best) best = most
  }
  return onlyPayments ? time : best
}

/** The days of a party's neighbours by goods, side by side as the walk reads them: gathered once, when it first comes to the party. */
export interface GatheredLegs {
  /** Least and most of the link at place `i` at `2 * i` and after it, as `leastOf` and `mostOf` have them; of a payment the most is less. */
  readonly days: Int32Array
  /** By party. */
  readonly isGathered: Uint8Array
}

const gatheredOf = new WeakMap<Neighbours, GatheredLegs>()

/** The same for every walk over these neighbours, which are those of one direction. */
export function gatheredLegs(neighbours: Neighbours): GatheredLegs {
  const known = gatheredOf.get(neighbours)
  if (known !== undefined) return known
  const { offsets, links } = neighbours
  const fresh = { days: new Int32Array(links.length * 2), isGathered: new Uint8Array(offsets.length - 1) }
  gatheredOf.set(neighbours, fresh)
  return fresh
}

export function gather(
  { days, isGathered }: GatheredLegs,
  legs: Legs,
  links: Int32Array,
  party: number,
  from: number,
  to: number,
): void {
  const { first, last, kind, isTurned } = legs
  for (let place = from; place < to; place++) {
    const link = links[place] ?? 0
    const isPayment = kind[link] === PAYMENT
    const [one, other] = [first[link] ?? BEGINNING, last[link] ?? END]
    days[place * 2] = isPayment ? END : isTurned ? ~other : one
    days[place * 2 + 1] = isPayment ? BEGINNING : isTurned ? ~one : other
  }
  isGathered[party] = 1
}
