import { kindOf, REJECTED, type Links } from '../graph/links.js'
import { detailsFinder, type RelationDetails } from '../graph/relation-details.js'
import { BEGINNING, formatDay, parseDay } from '../model/date.js'
import type { Regime } from '../model/entry.js'
import type { ScreenOptions } from '../model/options.js'
import type { Match } from '../model/report.js'
import { RULE_SETS } from '../ownership/rules.js'
import { findOwned } from './owned.js'
import { regimesAsked } from './ownership-problems.js'
import type { Presence } from './series.js'
import { standingOf, withOwned } from './standing.js'

export interface SourcesRequest {
  readonly links: Links
  readonly details: RelationDetails
  readonly partyCount: number
  /** Over all entries, whenever they are in force. */
  readonly matches: ReadonlyMap<number, readonly Match[]>
  inForce(match: Match, day: number): boolean
  /** Days on which an entry comes into force or goes out of it. */
  readonly changes: readonly number[]
  /** Ascending. */
  readonly days: readonly number[]
  /** The place in `days` from which on each link is known. */
  readonly linkDays: Int32Array
  readonly options: ScreenOptions
  readonly regimes: ReadonlySet<Regime>
  readonly prefers: (a: number, b: number) => boolean
}

export interface SourcesOverDays {
  /** Listed parties and those that they own. */
  readonly all: readonly Presence[]
  readonly listed: readonly Presence[]
}

/** The first place in ascending days that is not before the day. */
export function placeOf(days: readonly number[], day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Places in the series on which anything that makes a source changes: only there it is asked anew who is one. */
function placesOfChange({ links, details, days, changes, linkDays }: SourcesRequest): readonly number[] {
  const places = new Set([0])
  for (const day of changes) places.add(placeOf(days, day))
  const detailsAt = detailsFinder(details)
  for (let link = 0; link < links.count; link++) {
    const kind = kindOf(links, link)
    if (kind !== 'owns' && kind !== 'controls' && kind !== 'acts-with') continue
    if (((links.flags[link] ?? 0) & REJECTED) !== 0) continue
    const until = details.untils[detailsAt(link)]
    places.add(linkDays[link] ?? 0)
    places.add(placeOf(days, links.first[link] ?? BEGINNING))
    places.add(placeOf(days, links.last[link] ?? BEGINNING))
    if (until !== undefined) places.add(placeOf(days, until.first)).add(placeOf(days, until.last))
  }
  for (const { from } of RULE_SETS) if (from !== undefined) places.add(placeOf(days, parseDay(from) ?? BEGINNING))
  return [...places].filter((place) => place < days.length).toSorted((a, b) => a - b)
}

/** When each party is a source, over a series of days. */
export function sourcesOverDays(request: SourcesRequest): SourcesOverDays {
  const { days } = request
  const places = placesOfChange(request)
  const all = createPresences(days.length)
  const listed = createPresences(days.length)
  for (const place of places) {
    const found = sourcesOn(request, place)
    all.from(place, found.all)
    listed.from(place, found.listed)
  }
  return { all: all.finish(), listed: listed.finish() }
}

function sourcesOn(
  { links, details, partyCount, matches, inForce, days, linkDays, options, regimes, prefers }: SourcesRequest,
  place: number,
): { readonly all: readonly number[]; readonly listed: readonly number[] } {
  const day = days[place] ?? 0
  const now = new Map<number, readonly Match[]>()
  for (const [party, its] of matches) {
    const counted = its.filter((match) => inForce(match, day))
    if (counted.length > 0) now.set(party, counted)
  }
  const standing = standingOf(now)
  const { owned } = findOwned({
    links,
    details,
    partyCount,
    standing,
    regimes: regimesAsked(options.ownership, regimes).regimes,
    asOf: formatDay(day),
    day,
    spread: options.spread,
    prefers,
    isKnown: (link) => (linkDays[link] ?? 0) <= place,
  })
  const its = withOwned(standing, owned)
  const maybe = options.spread === 'possible'
  return {
    all: maybe ? [...its.sources, ...its.possibleSources] : its.sources,
    listed: maybe ? [...standing.sources, ...standing.possibleSources] : standing.sources,
  }
}

function createPresences(end: number) {
  const open = new Map<number, number>()
  const presences: Presence[] = []
  return {
    /** From this place on these are present and no others. */
    from(place: number, parties: readonly number[]): void {
      const now = new Set(parties)
      for (const [party, first] of open) {
        if (now.has(party)) continue
        presences.push({ party, first, end: place })
        open.delete(party)
      }
      for (const party of now) if (!open.has(party)) open.set(party, place)
    },
    finish(): readonly Presence[] {
      return [...presences, ...[...open].map(([party, first]) => ({ party, first, end }))]
    },
  }
}
