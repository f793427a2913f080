import { detailsFinder } from '../graph/relation-details.js'
import { BEGINNING, END, formatDay, parseDay } from '../model/date.js'
import { addDecimals } from '../model/decimal.js'
import type { VerdictChange } from '../model/explanation.js'
import type { Parties } from '../parties/parties.js'
import type { Ownership } from '../ownership/added-up.js'
import type { Shortfall } from '../ownership/owned.js'
import { RULE_SETS, type RuleSet } from '../ownership/rules.js'
import { isRelation } from '../graph/relation-details.js'
import { kindOf, REJECTED } from '../graph/links.js'
import { findOwned, type OwnershipFound } from '../verdicts/owned.js'
import { sayThreshold } from '../verdicts/reason-owned.js'
import type { World } from './suppose.js'

/** Days on which ownership is added up anew; a register with more changes is asked of the nearest. */
const MOST_DAYS = 60

const REGIME_NAMES = { us: 'US', eu: 'EU', uk: 'UK' } as const

function minus(a: string, b: string): string {
  return addDecimals(a, b.startsWith('-') ? b.slice(1) : `-${b}`)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

/** How far what blocked owners hold of the party is from what each regime asks for, and on which day that would change. */
export function ownershipMargins(
  world: World,
  found: OwnershipFound,
  parties: Parties,
  party: number,
): readonly VerdictChange[] {
  const owned = world.standing.ownedOf(party)?.ownerships ?? []
  return [
    ...owned.flatMap((one) => overBy(one, parties.nameOf(party))),
    ...found.shortOf(party).map((one) => shortBy(one, parties.nameOf(party))),
    ...onOtherDays(world, parties, party),
  ]
}

function overBy({ basis, sum, rules, confidence }: Ownership, name: string): readonly VerdictChange[] {
  if ((basis !== 'shares' && basis !== 'votes') || confidence === 'possible') return []
  const threshold = basis === 'votes' ? rules.votes.percent : rules.threshold.percent
  const over = minus(sum, threshold)
  const isAt = basis === 'shares' && rules.threshold.reached === 'at'
  const less = isAt ? `more than ${over} % less` : `${over} % less`
  return [
    {
      change: `With ${less} in blocked hands (${sum} % are, and ${rules.name} asks for ${sayThreshold(rules)})`,
      becomes: `${name} is not owned under ${REGIME_NAMES[rules.regime]} rules`,
    },
  ]
}

function shortBy({ sum, rules }: Shortfall, name: string): VerdictChange {
  const short = minus(rules.threshold.percent, sum)
  const more = rules.threshold.reached === 'at' ? `${short} % more` : `more than ${short} % more`
  return {
    change: `With ${more} in blocked hands (${sum} % are, and ${rules.name} asks for ${sayThreshold(rules)})`,
    becomes: `${name} is owned under ${REGIME_NAMES[rules.regime]} rules`,
  }
}

/** Days on which a relation begins or ends, or a rule does: after the day of the screening the first that changes anything, before it the last. */
function onOtherDays(world: World, parties: Parties, party: number): readonly VerdictChange[] {
  const days = daysOfChange(world, party)
  const nearest = (some: readonly number[]): readonly number[] => some.slice(0, MOST_DAYS)
  const later = nearest(days.filter((day) => day > world.day))
  const earlier = nearest(days.filter((day) => day <= world.day).toReversed())
  const name = parties.nameOf(party)
  return world.regimes.flatMap((regime) => {
    const now = ownedOn(world, party, regime, world.day)
    const next = later.find((day) => ownedOn(world, party, regime, day) !== now)
    const since = earlier.find((day) => ownedOn(world, party, regime, day - 1) !== now)
    const rules = REGIME_NAMES[regime]
    return [
      ...(since === undefined
        ? []
        : [
            {
              change: `Before ${formatDay(since)}`,
              becomes: `${name} is ${ownedOn(world, party, regime, since - 1)} under ${rules} rules`,
            },
          ]),
      ...(next === undefined
        ? []
        : [
            {
              change: `From ${formatDay(next)} on`,
              becomes: `${name} is ${ownedOn(world, party, regime, next)} under ${rules} rules`,
            },
          ]),
    ]
  })
}

/** The party with all that hold it, directly or not, at any time. */
function holdersOf({ graph }: World, party: number): ReadonlySet<number> {
  const { links } = graph
  const heldBy = new Map<number, number[]>()
  const note = (held: number, holder: number): void => {
    const known = heldBy.get(held)
    if (known === undefined) heldBy.set(held, [holder])
    else known.push(holder)
  }
  for (let link = 0; link < links.count; link++) {
    const kind = kindOf(links, link)
    if (kind !== 'owns' && kind !== 'controls' && kind !== 'acts-with') continue
    const [from, to] = [links.from[link] ?? -1, links.to[link] ?? -1]
    note(to, from)
    if (kind === 'acts-with') note(from, to)
  }
  const holders = new Set([party])
  for (const holder of holders) for (const next of heldBy.get(holder) ?? []) holders.add(next)
  return holders
}

/** Where a partial date lets a relation begin or end on any of several days, it is in doubt from the first of them and settled on the last. */
function daysOfChange(world: World, party: number): readonly number[] {
  const { graph, details, regimes } = world
  const { links } = graph
  const holders = holdersOf(world, party)
  const days = new Set<number>()
  const placeOf = detailsFinder(details)
  for (let link = 0; link < links.count; link++) {
    if (!holders.has(links.to[link] ?? -1) || !isRelation(kindOf(links, link))) continue
    if (((links.flags[link] ?? 0) & REJECTED) !== 0) continue
    const [first, last] = [links.first[link] ?? BEGINNING, links.last[link] ?? END]
    const until = details.untils[placeOf(link)]
    if (first !== BEGINNING) days.add(first)
    if (last !== END) days.add(last)
    if (until !== undefined) days.add(until.first).add(until.last)
  }
  const ofRules = RULE_SETS.filter((rules: RuleSet) => regimes.includes(rules.regime)).flatMap(({ from }) => from ?? [])
  for (const day of ofRules) days.add(parseDay(day) ?? BEGINNING)
  return [...days].toSorted((a, b) => a - b)
}

type OwnedWord = 'owned' | 'possibly owned' | 'not owned'

/** By the lists as they stand on the day of the screening. */
function ownedOn(world: World, party: number, regime: World['regimes'][number], day: number): OwnedWord {
  const { graph, details, standing, options, prefers } = world
  const { owned } = findOwned({
    links: graph.links,
    details,
    partyCount: graph.partyCount,
    standing,
    regimes: [regime],
    asOf: formatDay(day),
    day,
    spread: options.spread,
    prefers,
  })
  const confidence = owned.get(party)?.confidence
  return confidence === undefined ? 'not owned' : confidence === 'confirmed' ? 'owned' : 'possibly owned'
}
