import type { ListEntry } from '../model/entry.js'
import type { PartyType } from '../model/record.js'
import type { Match } from '../model/report.js'
import type { Subject } from '../model/subject.js'
import { QUALIFIERS, type Thresholds } from '../model/thresholds.js'
import type { Reading } from './word-likeness.js'
import { shipNumberIn } from './asides.js'
import { branchReadings, type BranchReading } from './branch.js'
import { decide, type Judgement, type NameCase } from './decide.js'
import { compileEntries, type CompiledEntries } from './compiled.js'
import type { EntryTable } from './entry-table.js'
import { compareFacts, factsOf, type PartyFacts } from './facts.js'
import { hashText, valuesOf } from './hash-lists.js'
import { isBetter, toMatch, type Found } from './found.js'
import { sameAfterFolding } from './fold.js'
import { createNameIndex, type IndexedName, type NameIndex, type NamesInReading } from './name-index.js'
import { inBothOrders } from './person-name.js'
import { createQuickLook } from './quick-look.js'
import { createSameParty, type EqualName, type SameParty } from './same-party.js'
import { scoreNames, type NameScore } from './score.js'
import { together } from './together.js'
import { withoutTwins } from './twins.js'
import { createToldApart, type ToldApart } from './told-apart.js'
import type { PreparedName, Vocabulary } from './tokens.js'

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
  /** Names of entries that are searched. */
  readonly names: number
  /** What it answers with: for another one, in another thread or run. */
  readonly compiled: CompiledEntries
}

interface Searched {
  readonly entries: EntryTable
  readonly factsOf: (entry: number) => PartyFacts | undefined
  readonly byIdentifier: (value: string) => readonly number[]
  readonly thresholds: Thresholds
  readonly toldApart: ToldApart
  readonly hits: (name: string, type: PartyType) => readonly NameHit[]
  /** Absent where there is one list alone. */
  readonly sameParty: SameParty | undefined
}

/** A name of a list near a query by itself; what else is known of the two comes later. */
interface NameHit {
  readonly listed: IndexedName
  readonly query: PreparedName
  readonly name: NameScore
  readonly reading: Reading
  readonly branch: BranchReading | undefined
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

/** A person is nobody but a person (OFAC FAQ 5, step 2): the names of others need not be searched, and the other way round. */
function sidesOf(type: PartyType, { persons, organisations }: NameIndex): readonly NamesInReading[] {
  return type === 'person' ? [persons] : type === 'unknown' ? [persons, organisations] : [organisations]
}

/** Under this the sight of no other fact makes a match of two names. A swapped marker costs no words of a name's own. */
function leastNameScore({ minScore, swappedMarker }: Thresholds, { reading }: NamesInReading): number {
  // A slip lifts names that by themselves score little.
  if (swappedMarker === 'slip') return LEAST_NAME_SCORE - ROUNDING
  const lift = reading === 'person' ? QUALIFIERS.birthDateEqual : 0
  return Math.max(LEAST_NAME_SCORE, minScore - lift) - ROUNDING
}

const ROUNDING = 1e-3

/** All list names that are near one name in any reading of it. */
function findNames(
  name: string,
  side: NamesInReading,
  vocabulary: Vocabulary,
  entries: EntryTable,
  candidates: (side: NamesInReading, query: PreparedName) => readonly number[],
  least: number,
): readonly NameHit[] {
  const readings = [undefined, ...(side.reading === 'person' ? [] : branchReadings(name))]
  return readings.flatMap((branch) => {
    const text = branch?.head ?? name
    const queries = [vocabulary.prepare(text), ...vocabulary.render(text)]
    return queries.flatMap((query) =>
      candidates(side, query).flatMap((number) =>
        hitFor(side.name(number), query, side.reading, branch, entries, least),
      ),
    )
  })
}

const LEAST_NAME_SCORE = 0.3

function hitFor(
  listed: IndexedName | undefined,
  query: PreparedName,
  reading: Reading,
  branch: BranchReading | undefined,
  entries: EntryTable,
  least: number,
): NameHit[] {
  const entry = listed === undefined ? undefined : entries.at(listed.entry)
  if (listed === undefined || entry === undefined) return []
  if (branch !== undefined && !canBeBranch(branch, entry, listed.prepared, query)) return []
  const name = scoreNames(query, listed.prepared, reading)
  // What nothing else can lift is not kept: most of what is compared is of this kind.
  return name.score < LEAST_NAME_SCORE || name.score < least ? [] : [{ listed, query, name, reading, branch }]
}

/** Vessels have no branches; a city alone makes a branch only of a bank. */
function canBeBranch(branch: BranchReading, entry: ListEntry, listed: PreparedName, query: PreparedName): boolean {
  if (entry.type === 'vessel' || entry.type === 'aircraft') return false
  return (
    branch.kind === 'stated' ||
    entry.type === 'bank' ||
    [...listed.words, ...query.words].some((word) => word.asOrganisation.group === 'bank')
  )
}

function matchSubject(subject: Subject, searched: Searched): readonly Match[] {
  const facts = factsOf(subject)
  const best = new Map<number, Found>()
  const keep = (found: Found): void => {
    const known = best.get(found.entry)
    if (known === undefined || isBetter(found, known)) best.set(found.entry, found)
  }
  for (const found of byIdentifiers(facts, searched)) keep(found)
  for (const recordName of subject.names) {
    for (const hit of searched.hits(recordName, subject.type)) {
      const found = judge(hit, recordName, facts, searched)
      if (found !== undefined) keep(found)
    }
  }
  const matches = new Map<number, Match>()
  for (const [number, found] of best) {
    const entry = searched.entries.at(number)
    const entryFacts = searched.factsOf(number)
    if (entry === undefined || entryFacts === undefined) continue
    matches.set(number, toMatch(found, entry, facts, entryFacts, searched.thresholds))
  }
  if (searched.sameParty === undefined || matches.size === 0) return withoutTwins([...matches.values()])
  return withoutTwins(together(matches, searched.entries, searched.sameParty, subject.names[0] ?? ''))
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

const SURE: Judgement = { score: 1, confidence: 'confirmed', doubt: undefined }

function byIdentifiers(facts: PartyFacts, { byIdentifier, factsOf: entryFacts }: Searched): Found[] {
  const entries = new Set(facts.identifiers.flatMap(({ value }) => byIdentifier(value)))
  return [...entries].flatMap((entry): Found[] => {
    const other = entryFacts(entry)
    if (other === undefined) return []
    const evidence = compareFacts(facts, other)
    const { shared } = evidence.identifiers
    if (shared === undefined) return []
    return [{ basis: 'identifier', entry, judgement: SURE, evidence, subject: shared.subject, listed: shared.entry }]
  })
}

function judge(
  { listed, query, name, reading, branch }: NameHit,
  recordName: string,
  facts: PartyFacts,
  { factsOf: entryFacts, entries, thresholds, toldApart }: Searched,
): Found | undefined {
  const other = entryFacts(listed.entry)
  // An entry of unknown kind is filed in both readings; it is a person's for a person alone.
  const isOther = entries.at(listed.entry)?.type === 'unknown' && (reading === 'person') !== (facts.type === 'person')
  if (other === undefined || isOther) return undefined
  const input: NameCase = {
    query,
    listed: listed.prepared,
    name,
    reading,
    facts: compareFacts(facts, other),
    strength: listed.name.strength,
    described: listed.kind === 'described',
    branch,
    searched: true,
  }
  const judgement = decide(input, thresholds)
  const entry = entries.at(listed.entry)
  if (judgement.confidence === 'none' || entry === undefined || toldApart(recordName, entry)) return undefined
  return {
    basis: 'name',
    entry: listed.entry,
    judgement,
    evidence: input.facts,
    strength: listed.name.strength,
    input,
    recordName,
    listName: listed.name.text,
  }
}
