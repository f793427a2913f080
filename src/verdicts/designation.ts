import type { Links } from '../graph/links.js'
import { earlier, type Designation, type InForce } from '../lists/in-force.js'
import { BEGINNING, END } from '../model/date.js'
import type { LinkKind } from '../model/record.js'
import type { AfterDesignation, DaysFromDesignation, Match } from '../model/report.js'
import { startsWalks } from './standing.js'

/** A link of a step as far as its day goes. */
export interface Leg {
  readonly kind: LinkKind
  readonly first: number
  readonly last: number
}

const GOODS: ReadonlySet<LinkKind> = new Set(['supply', 'component', 'payment'])

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
export function afterDesignation(steps: readonly (readonly Leg[])[], designation: Designation): AfterDesignation {
  const goods = steps.some((legs) => legs.some(movesGoods))
  let isBefore = true
  for (const legs of steps) {
    const supplied = legs.some(({ kind }) => kind === 'supply' || kind === 'component')
    for (const leg of legs) {
      if (!isDated(leg)) {
        const isTelling = movesGoods(leg) ? leg.kind !== 'payment' || !supplied : !goods
        if (isTelling) isBefore = false
      } else if (leg.first >= designation.last) return 'yes'
      else if (leg.last >= designation.first) isBefore = false
    }
  }
  return isBefore ? 'no' : 'undecided'
}

function movesGoods({ kind }: Leg): boolean {
  return GOODS.has(kind)
}

/** Days from the designation to the link's day, negative before it; a bound is left out where either has none. */
export function daysFrom(
  { first, last }: Pick<Links, 'first' | 'last'>,
  link: number,
  designation: Designation,
): DaysFromDesignation | undefined {
  const [begins, ends] = [first[link] ?? BEGINNING, last[link] ?? END]
  const least = begins === BEGINNING || designation.last === END ? {} : { least: begins - designation.last }
  const most = ends === END || designation.first === BEGINNING ? {} : { most: ends - designation.first }
  const days = { ...least, ...most }
  return Object.keys(days).length === 0 ? undefined : days
}

function isDated(leg: Leg): boolean {
  return leg.first !== BEGINNING || leg.last !== END
}
