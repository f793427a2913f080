import { movesGoods } from '../graph/adjacency.js'
import { codeOf, type Links } from '../graph/links.js'
import { earlier, type Designation, type InForce } from '../lists/in-force.js'
import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS } from '../model/record.js'
import type { AfterDesignation, DaysFromDesignation, Match } from '../model/report.js'
import { startsWalks } from './standing.js'

/** The links as far as their days go. */
export type Legs = Pick<Links, 'kind' | 'first' | 'last'>

/** By kind code: a million chains pass through here. */
const GOODS = Uint8Array.from(LINK_KINDS, (kind) => (movesGoods(kind) ? 1 : 0))
const [SUPPLY, COMPONENT, PAYMENT] = [codeOf('supply'), codeOf('component'), codeOf('payment')]

/**
 * When the target was first designated: over what makes it a source where there is such a match (a watch list of years before is no
 * designation), of those over the confirmed ones, else over all.
 */
export function designationOf(matches: readonly Match[], inForce: InForce): Designation {
  return counted(matches)
    .map((match) => inForce.designationOf(match.list, match.entryId))
    .reduce(earlier, { first: END, last: END })
}

function counted(matches: readonly Match[]): readonly Match[] {
  const confirmed = matches.filter((match) => match.confidence === 'confirmed')
  const held = confirmed.length > 0 ? confirmed : matches
  const starting = held.filter((match) => startsWalks(match.listKind))
  return starting.length > 0 ? starting : held
}

/**
 * Whether a leg of the chain is dated on or after the target's designation (listed_on <= leg). Partial dates are intervals, and what they
 * can't decide is `undecided`. A payment without a date says nothing beside the supply that it pays; corporate legs move no goods, so their
 * missing dates count only where the chain has nothing else.
 *
 * @param steps the links of each step of the chain.
 */
export function afterDesignation(
  steps: readonly (readonly number[])[],
  legs: Legs,
  designation: Designation,
): AfterDesignation {
  let goods: boolean | undefined
  let isBefore = true
  for (const its of steps) {
    for (const link of its) {
      const [first, last] = [legs.first[link] ?? BEGINNING, legs.last[link] ?? END]
      if (first === BEGINNING && last === END) {
        goods ??= steps.some((one) => one.some((leg) => isGoods(legs, leg)))
        if (isBefore && isTelling(its, link, legs, goods)) isBefore = false
      } else if (first >= designation.last) return 'yes'
      else if (last >= designation.first) isBefore = false
    }
  }
  return isBefore ? 'no' : 'undecided'
}

function isGoods({ kind }: Legs, link: number): boolean {
  return GOODS[kind[link] ?? -1] === 1
}

/** Whether a link without a date leaves it open. */
function isTelling(its: readonly number[], link: number, legs: Legs, goods: boolean): boolean {
  if (!isGoods(legs, link)) return !goods
  return legs.kind[link] !== PAYMENT || !its.some((one) => legs.kind[one] === SUPPLY || legs.kind[one] === COMPONENT)
}

/** Days from the designation to the link's day, negative before it; a bound is left out where either has none. */
export function daysFrom(
  { first, last }: Pick<Links, 'first' | 'last'>,
  link: number,
  designation: Designation,
): DaysFromDesignation | undefined {
  const [begins, ends] = [first[link] ?? BEGINNING, last[link] ?? END]
  const days: { least?: number; most?: number } = {}
  if (begins !== BEGINNING && designation.last !== END) days.least = begins - designation.last
  if (ends !== END && designation.first !== BEGINNING) days.most = ends - designation.first
  return days.least === undefined && days.most === undefined ? undefined : days
}
