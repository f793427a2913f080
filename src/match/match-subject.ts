import type { PartyType } from '../model/record.js'
import type { Match } from '../model/report.js'
import type { Subject } from '../model/subject.js'
import type { Thresholds } from '../model/thresholds.js'
import { decide, type Judgement, type NameCase } from './decide.js'
import type { EntryTable } from './entry-table.js'
import { compareFacts, factsOf, type PartyFacts } from './facts.js'
import { isBetter, toMatch, type Found } from './found.js'
import type { NameHit } from './name-hits.js'
import type { SameParty } from './same-party.js'
import { together } from './together.js'
import type { ToldApart } from './told-apart.js'
import { withoutTwins } from './twins.js'

/** What is searched and judged by. */
export interface Searched {
  readonly entries: EntryTable
  readonly factsOf: (entry: number) => PartyFacts | undefined
  readonly byIdentifier: (value: string) => readonly number[]
  readonly thresholds: Thresholds
  readonly toldApart: ToldApart
  readonly hits: (name: string, type: PartyType) => readonly NameHit[]
  /** Absent where there is one list alone. */
  readonly sameParty: SameParty | undefined
}

/** The entries that a subject is or may be, by its numbers and by names that are near its own. */
export function matchSubject(subject: Subject, searched: Searched): readonly Match[] {
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
