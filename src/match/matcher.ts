import { compareCodePoints } from '../model/order.js'
import type { ListEntry, NameStrength } from '../model/entry.js'
import type { PartyType } from '../model/record.js'
import type { Match } from '../model/report.js'
import type { Subject } from '../model/subject.js'
import type { Thresholds } from '../model/thresholds.js'
import type { Reading } from './align.js'
import { branchReadings, type BranchReading } from './branch.js'
import { decide, type Judgement, type NameCase } from './decide.js'
import { explainEntry, explainFacts, explainNames, explainVerdict, scheme } from './explain.js'
import { compareFacts, type PartyFacts } from './facts.js'
import { normaliseIdentifier } from './identifiers.js'
import { createNameIndex, type NameIndex } from './name-index.js'
import { scoreNames, type NameScore } from './score.js'
import type { PreparedName } from './tokens.js'

export interface Matcher {
  /** The entries that a subject is or may be: best score first, then confirmed ones, then by list and entry id; one match an entry. */
  readonly match: (subject: Subject) => readonly Match[]
  /** The same for a name of which nothing else is known. */
  readonly candidates: (name: string, type?: PartyType) => readonly Match[]
  /** Names of entries that are searched. */
  readonly names: number
}

interface Searched {
  readonly entries: readonly ListEntry[]
  readonly facts: readonly PartyFacts[]
  readonly index: NameIndex
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>
  readonly thresholds: Thresholds
  readonly hits: (name: string) => readonly NameHit[]
}

/** A name of a list near a query by itself; what else is known of the two comes later. */
interface NameHit {
  readonly number: number
  readonly query: PreparedName
  readonly name: NameScore
  readonly reading: Reading
  readonly branch: BranchReading | undefined
}

/** What was found for one entry. */
type Found =
  | {
      readonly basis: 'identifier'
      readonly entry: number
      readonly judgement: Judgement
      readonly strength: NameStrength
    }
  | {
      readonly basis: 'name'
      readonly entry: number
      readonly judgement: Judgement
      readonly strength: NameStrength
      readonly input: NameCase
      readonly recordName: string
      readonly listName: string
    }

const MAX_REMEMBERED = 20_000

/** Files the entries' names and identifiers, and answers for subjects. Entries are not copied and must not change. */
export function createMatcher(entries: readonly ListEntry[], thresholds: Thresholds): Matcher {
  const index = createNameIndex(entries)
  const facts = entries.map(factsOf)
  const byIdentifier = fileIdentifiers(facts)
  const remembered = new Map<string, readonly NameHit[]>()
  const hits = (name: string): readonly NameHit[] => {
    const known = remembered.get(name)
    if (known !== undefined) return known
    if (remembered.size > MAX_REMEMBERED) remembered.clear()
    const found = findNames(name, index, entries)
    remembered.set(name, found)
    return found
  }
  const searched: Searched = { entries, facts, index, byIdentifier, thresholds, hits }
  return {
    match: (subject) => matchSubject(subject, searched),
    candidates: (name, type = 'unknown') =>
      matchSubject({ names: [name], type, countries: [], identifiers: [], dates: [] }, searched),
    names: index.names.filter(({ kind }) => kind === 'own').length,
  }
}

function factsOf(party: ListEntry | Subject): PartyFacts {
  const identifiers = party.identifiers.map(normaliseIdentifier).filter((identifier) => identifier !== undefined)
  return { type: party.type, countries: party.countries, identifiers, dates: party.dates }
}

function fileIdentifiers(facts: readonly PartyFacts[]): ReadonlyMap<string, readonly number[]> {
  const filed = new Map<string, number[]>()
  facts.forEach(({ identifiers }, entry) => {
    for (const { value } of identifiers) {
      const known = filed.get(value)
      if (known === undefined) filed.set(value, [entry])
      else if (known.at(-1) !== entry) known.push(entry)
    }
  })
  return filed
}

/** All list names that are near one name in any reading of it. */
function findNames(name: string, index: NameIndex, entries: readonly ListEntry[]): readonly NameHit[] {
  const readings = [undefined, ...branchReadings(name)]
  return readings.flatMap((branch) => {
    const query = index.vocabulary.prepare(branch?.head ?? name)
    return index.candidates(query).flatMap((number) => hitFor(number, query, branch, index, entries))
  })
}

const LEAST_NAME_SCORE = 0.3

function hitFor(
  number: number,
  query: PreparedName,
  branch: BranchReading | undefined,
  index: NameIndex,
  entries: readonly ListEntry[],
): NameHit[] {
  const listed = index.names[number]
  const entry = listed === undefined ? undefined : entries[listed.entry]
  if (listed === undefined || entry === undefined) return []
  const reading: Reading = entry.type === 'person' ? 'person' : 'organisation'
  if (branch !== undefined && !canBeBranch(branch, reading, entry, listed.prepared, query)) return []
  const name = scoreNames(query, listed.prepared, reading)
  return name.score < LEAST_NAME_SCORE ? [] : [{ number, query, name, reading, branch }]
}

/** Persons and vessels have no branches; a city alone makes a branch only of a bank. */
function canBeBranch(
  branch: BranchReading,
  reading: Reading,
  entry: ListEntry,
  listed: PreparedName,
  query: PreparedName,
): boolean {
  if (reading === 'person' || entry.type === 'vessel' || entry.type === 'aircraft') return false
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
    for (const hit of searched.hits(recordName)) {
      const found = judge(hit, recordName, facts, searched)
      if (found !== undefined) keep(found)
    }
  }
  return [...best.values()].map((found) => toMatch(found, subject, facts, searched)).sort(compareMatches)
}

function byIdentifiers(facts: PartyFacts, { byIdentifier, facts: entryFacts }: Searched): Found[] {
  const entries = new Set(facts.identifiers.flatMap(({ value }) => byIdentifier.get(value) ?? []))
  return [...entries].flatMap((entry): Found[] => {
    const other = entryFacts[entry]
    if (other === undefined || compareFacts(facts, other).identifiers.shared === undefined) return []
    return [
      {
        basis: 'identifier',
        entry,
        judgement: { score: 1, confidence: 'confirmed', doubt: undefined },
        strength: 'primary',
      },
    ]
  })
}

function judge(
  hit: NameHit,
  recordName: string,
  facts: PartyFacts,
  { index, facts: entryFacts, thresholds }: Searched,
): Found | undefined {
  const listed = index.names[hit.number]
  const other = listed === undefined ? undefined : entryFacts[listed.entry]
  if (listed === undefined || other === undefined) return undefined
  // A person of the record is compared as one, also with an entry whose kind the list does not say.
  const reading: Reading = facts.type === 'person' ? 'person' : hit.reading
  const name = reading === hit.reading ? hit.name : scoreNames(hit.query, listed.prepared, reading)
  const input: NameCase = {
    query: hit.query,
    listed: listed.prepared,
    name,
    reading,
    facts: compareFacts(facts, other),
    strength: listed.name.strength,
    described: listed.kind === 'described',
    branch: hit.branch,
  }
  const judgement = decide(input, thresholds)
  if (judgement.confidence === 'none') return undefined
  return {
    basis: 'name',
    entry: listed.entry,
    judgement,
    strength: listed.name.strength,
    input,
    recordName,
    listName: listed.name.text,
  }
}

const STRENGTHS: readonly NameStrength[] = ['primary', 'strong', 'weak']

/** Identifiers before names, confirmed before possible, then the score, the strength of the alias, and the text. */
function isBetter(a: Found, b: Found): boolean {
  if (a.basis !== b.basis) return a.basis === 'identifier'
  if (a.basis === 'identifier' || b.basis === 'identifier') return false
  if (a.judgement.confidence !== b.judgement.confidence) return a.judgement.confidence === 'confirmed'
  if (a.judgement.score !== b.judgement.score) return a.judgement.score > b.judgement.score
  const strength = STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength)
  if (strength !== 0) return strength < 0
  const plain = Number(a.input.branch !== undefined) - Number(b.input.branch !== undefined)
  if (plain !== 0) return plain < 0
  return (compareCodePoints(a.listName, b.listName) || compareCodePoints(a.recordName, b.recordName)) < 0
}

function toMatch(found: Found, subject: Subject, facts: PartyFacts, searched: Searched): Match {
  const entry = searched.entries[found.entry]
  const other = searched.facts[found.entry]
  if (entry === undefined || other === undefined) throw new Error('a match names an entry that is not there')
  const evidence = compareFacts(facts, other)
  const { shared } = evidence.identifiers
  const primary = entry.names[0]?.text ?? entry.entryId
  const byName = found.basis === 'name'
  return {
    list: entry.list,
    regime: entry.regime,
    listKind: entry.kind,
    entryId: entry.entryId,
    entryName: primary,
    programs: entry.programs,
    ...(entry.listedOn === undefined ? {} : { listedOn: entry.listedOn.text }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    score: Math.round(found.judgement.score * 10_000) / 10_000,
    confidence: found.judgement.confidence === 'confirmed' ? 'confirmed' : 'possible',
    basis: found.basis,
    recordName:
      byName || shared === undefined ? (byName ? found.recordName : (subject.names[0] ?? '')) : scheme(shared.subject),
    matchedName: byName || shared === undefined ? (byName ? found.listName : primary) : scheme(shared.entry),
    nameStrength: found.strength,
    explanation: explain(found, evidence, facts, other, entry, searched.thresholds),
  }
}

function explain(
  found: Found,
  evidence: NameCase['facts'],
  facts: PartyFacts,
  other: PartyFacts,
  entry: ListEntry,
  thresholds: Thresholds,
): string {
  const reading: Reading =
    found.basis === 'name' ? found.input.reading : entry.type === 'person' ? 'person' : 'organisation'
  const first =
    found.basis === 'name'
      ? explainNames(found.input, ['in the record', 'on the list'])
      : ['A registered number is shared.']
  return [
    ...first,
    ...explainFacts(evidence, facts, other, reading),
    explainEntry(entry),
    explainVerdict(found.judgement, thresholds),
  ].join(' ')
}

function compareMatches(a: Match, b: Match): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1
  return compareCodePoints(a.list, b.list) || compareCodePoints(a.entryId, b.entryId)
}
