import { compareMatches } from '../match/found.js'
import type { Matcher } from '../match/matcher.js'
import type { ListEntry } from '../model/entry.js'
import { compareCodePoints } from '../model/order.js'
import type { EntityRecord, FreeText } from '../model/record.js'
import type { Match } from '../model/report.js'
import type { Parties } from '../parties/parties.js'
import { createTextSearch, type Mention, type SearchText } from './search.js'

/** What stands in the texts of a screening. */
export interface TextScreening {
  /** Names that stand in texts of links and name no end of any: each becomes a party of its own. */
  readonly mentioned: ReadonlyMap<number, readonly Match[]>
  readonly search: SearchText
}

export interface TextsToScreen<T extends FreeText> {
  readonly texts: readonly T[]
  readonly entries: readonly ListEntry[]
  readonly matcher: Matcher
  /** The end of a name; `isNew` where no link named it. */
  readonly endOf: (name: string, cell: T) => { readonly end: number; readonly isNew: boolean }
}

/** Looks for names in the texts of links, and gives those that no link names an end of their own. */
export function screenTexts<T extends FreeText>({ texts, entries, matcher, endOf }: TextsToScreen<T>): TextScreening {
  const search = createTextSearch(entries, matcher)
  const mentioned = new Map<number, Match[]>()
  for (const cell of texts) {
    for (const mention of search(cell)) {
      const { end, isNew } = endOf(mention.name, cell)
      const known = mentioned.get(end)
      if (known !== undefined) addNew(known, mention.matches)
      else if (isNew) mentioned.set(end, [...mention.matches])
    }
  }
  return { mentioned, search }
}

/** Of the same name in two texts the one is told of that comes first by its content, since the order of rows must not show. */
function addNew(matches: Match[], further: readonly Match[]): void {
  for (const match of further) {
    const at = matches.findIndex((known) => known.list === match.list && known.entryId === match.entryId)
    const known = matches[at]
    if (known === undefined) matches.push(match)
    else if (compareCodePoints(match.explanation, known.explanation) < 0) matches[at] = match
  }
}

/** The matches of all parties, once those from texts are counted in: a party that only a text names is never more than possible. */
export function withTexts(
  matches: ReadonlyMap<number, readonly Match[]>,
  { mentioned, search }: TextScreening,
  parties: Parties,
): ReadonlyMap<number, readonly Match[]> {
  const all = new Map(matches)
  for (let party = 0; party < parties.count; party++) {
    const records = parties.recordsOf(party)
    const spellings = parties.spellingsOf(party)
    const fromTexts = spellings.flatMap(({ end }) => mentioned.get(end) ?? [])
    if (records.length === 0 && spellings.length > 0 && spellings.every(({ end }) => mentioned.has(end))) {
      all.set(party, distinct(fromTexts))
      continue
    }
    const further = [...fromTexts, ...records.flatMap((record) => matchesIn(record, search))]
    if (further.length > 0) all.set(party, distinct([...(matches.get(party) ?? []), ...further]))
  }
  return all
}

function matchesIn({ texts = [] }: EntityRecord, search: SearchText): readonly Match[] {
  return texts.flatMap((cell) => search(cell).flatMap((mention: Mention) => mention.matches))
}

/** Of two matches to one entry the first stays: what a name of the party says goes before what a text says. */
function distinct(matches: readonly Match[]): readonly Match[] {
  const byEntry = new Map<string, Match>()
  for (const match of matches) {
    const key = JSON.stringify([match.list, match.entryId])
    if (!byEntry.has(key)) byEntry.set(key, match)
  }
  return [...byEntry.values()].toSorted(compareMatches)
}
