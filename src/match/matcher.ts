import type { IdTable } from '../columns/id-table.js'
import type { ListEntry } from '../model/entry.js'
import type { PartyType } from '../model/record.js'
import type { Match } from '../model/report.js'
import type { Subject } from '../model/subject.js'
import type { Thresholds } from '../model/thresholds.js'
import { shipNumberIn } from './asides.js'
import { compileEntries, type CompiledEntries } from './compiled.js'
import type { EntryTable } from './entry-table.js'
import { factsOf, type PartyFacts } from './facts.js'
import { sameAfterFolding } from './fold.js'
import { hashText, valuesOf } from './hash-lists.js'
import { matchSubject, type Searched } from './match-subject.js'
import { createNameIndex, type NameIndex, type NamesInReading } from './name-index.js'
import { findNames, leastNameScore, sidesOf, type NameHit } from './name-hits.js'
import { inBothOrders } from './person-name.js'
import { createQuickLook } from './quick-look.js'
import { createSameParty, type EqualName } from './same-party.js'
import type { PreparedName } from './tokens.js'
import { createToldApart } from './told-apart.js'

export interface Matcher {
  /**
   * The entries that a subject is or may be: best score first, then confirmed ones, then by list and entry id; one match an entry. `asked` where
   * `findsNothing` was asked of its name, in vain: it is not asked again.
   */
  readonly match: (subject: Subject, asked?: 'asked') => readonly Match[]
  /** The same for a name of which nothing else is known. */
  readonly candidates: (name: string, type?: PartyType) => readonly Match[]
  /** Whether a party of which no more is known than this name, ASCII in `bytes[start..end)`, is certainly none of the entries; `false` says nothing. */
  readonly findsNothing: (bytes: Uint8Array, start: number, end: number, type: PartyType) => boolean
  /** The same for names of a table, by their numbers, in ascending order: 1 for each that finds nothing. */
  readonly findNothing: (names: IdTable, which: Int32Array, type: PartyType) => Uint8Array
  /** Names of entries that are searched. */
  readonly names: number
  /** What it answers with: for another one, in another thread or run. */
  readonly compiled: CompiledEntries
}

const MAX_REMEMBERED = 20_000

/** `every` compares a name with all names of the lists: what the search is held against. */
export type Searching = 'indexed' | 'every'

/** Files the entries' names and identifiers, and answers for subjects. Entries are not copied and must not change. */
export function createMatcher(
  entries: readonly ListEntry[],
  thresholds: Thresholds,
  searching: Searching = 'indexed',
): Matcher {
  return createCompiledMatcher(compileEntries(entries, thresholds.names), thresholds, searching)
}

/** The same for entries that are filed already, such as those that `restore` reads back. */
export function createCompiledMatcher(
  compiled: CompiledEntries,
  thresholds: Thresholds,
  searching: Searching = 'indexed',
): Matcher {
  const { entries } = compiled
  const index = createNameIndex(entries, compiled.names, thresholds.names)
  const facts = new Map<number, PartyFacts>()
  const factsOfEntry = (entry: number): PartyFacts | undefined => {
    const known = facts.get(entry)
    const its = known === undefined ? entries.at(entry) : undefined
    if (its === undefined) return known
    const made = factsOf(its)
    facts.set(entry, made)
    return made
  }
  const byIdentifier = (value: string): readonly number[] => valuesOf(compiled.byIdentifier(), hashText(value))
  const leastOf = new Map([index.persons, index.organisations].map((side) => [side, leastNameScore(thresholds, side)]))
  const least = (side: NamesInReading): number => leastOf.get(side) ?? 0
  const remembered = new Map<string, readonly NameHit[]>()
  const looks = new Map(
    [index.persons, index.organisations].map((side) => [side, createQuickLook(side, index.vocabulary)]),
  )
  const hits = (name: string, type: PartyType, asked?: 'asked'): readonly NameHit[] => {
    const sides = sidesOf(type, index).filter(
      (side) => searching === 'every' || asked !== undefined || looks.get(side)?.ofText(name, least(side)) !== true,
    )
    if (sides.length === 0) return []
    const key = `${sides.map(({ reading }) => reading[0]).join('')} ${name}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    if (remembered.size > MAX_REMEMBERED) remembered.clear()
    const candidates = (side: NamesInReading, query: PreparedName): readonly number[] =>
      searching === 'every'
        ? Array.from({ length: side.count }, (_, number) => number)
        : side.candidates(query, least(side))
    const found = sides.flatMap((side) => findNames(name, side, index.vocabulary, entries, candidates, least(side)))
    remembered.set(key, found)
    return found
  }
  const equalNames = (entry: number) => namesEqualTo(entry, entries, index)
  const byKey = (key: string): readonly number[] => valuesOf(compiled.byKey(), hashText(key))
  const known = { entries, factsOf: factsOfEntry, byIdentifier, byKey, equalNames }
  const sameParty = compiled.severalLists ? createSameParty(known) : undefined
  const toldApart = createToldApart(thresholds.names)
  const searched: Searched = { entries, factsOf: factsOfEntry, byIdentifier, thresholds, toldApart, hits, sameParty }
  const match = (said: Subject, asked?: 'asked'): readonly Match[] => {
    const subject = withShipNumbers(said)
    return subject.identifiers.length === 0 &&
      subject.names.every((name) => hits(name, subject.type, asked).length === 0)
      ? []
      : matchSubject(subject, searched)
  }
  return {
    match,
    findsNothing: (bytes, start, end, type) =>
      sidesOf(type, index).every((side) => looks.get(side)?.ofBytes(bytes, start, end, least(side)) === true),
    findNothing: (names, which, type) => {
      const found = sidesOf(type, index).map((side) => looks.get(side)?.ofMany(names, which, least(side)))
      return new Uint8Array(which.length).map((_, at) => (found.every((its) => its?.[at] === 1) ? 1 : 0))
    },
    candidates: (name, type = 'unknown') => match({ names: [name], type, countries: [], identifiers: [], dates: [] }),
    names: index.names,
    compiled,
  }
}

/** A ship that carries its number in its name is known by it, as one that has a column for it: by whatever name it sails now. */
function withShipNumbers(subject: Subject): Subject {
  if (subject.type !== 'vessel' && subject.type !== 'unknown') return subject
  const numbers = subject.names.map(shipNumberIn).filter((number) => number !== undefined)
  return numbers.length === 0 ? subject : { ...subject, identifiers: [...subject.identifiers, ...numbers] }
}

/** Entries of which a name that is not weak or former folds to the primary name of this one. */
function namesEqualTo(number: number, entries: EntryTable, index: NameIndex): readonly EqualName[] {
  const entry = entries.at(number)
  const primary = entry?.names[0]?.text ?? ''
  const texts = entry?.type === 'person' ? inBothOrders(primary) : [primary]
  return texts.flatMap((text) => {
    const query = index.vocabulary.prepare(text)
    const own = query.folded
    const equal = sidesOf(entry?.type ?? 'unknown', index).flatMap((side) => side.equal(query).map(side.name))
    return equal.flatMap((listed): EqualName[] => {
      if (listed === undefined || listed.entry === number || listed.kind === 'described' || listed.kind === 'rendered')
        return []
      if (listed.name.strength === 'weak' || listed.name.former === true) return []
      const { folded } = listed.prepared
      return sameAfterFolding(own, folded) ? [{ entry: listed.entry, text: listed.name.text, both: [own, folded] }] : []
    })
  })
}
