import type { ListEntry } from '../model/entry.js'
import type { Confidence } from '../model/report.js'
import type { EntryTable } from './entry-table.js'
import { compareFacts, type PartyFacts } from './facts.js'
import type { FoldedName } from './fold.js'
import { hasAnotherNumber, isProving, provesOnePerson, sharedNumber } from './shared-number.js'
import { sameIdentifier, type NormalIdentifier } from './identifiers.js'

/** An entry of another list that is the same party. */
export interface Sameness {
  /** Number of the other entry. */
  readonly entry: number
  readonly basis: 'identifier' | 'name'
  /**
   * `possible` where only the year of birth, or part of a date, is shared by persons of one name, and of a number that a list gives to several
   * of its parties, beside which the days of birth or founding differ, or that two persons have who share no word of their names.
   */
  readonly confidence: Confidence
  /** What the two have in common, as the other entry writes it: `scheme:value`, or its name. */
  readonly shared: string
}

export type SameParty = (entry: number) => readonly Sameness[]

/** What a matcher knows of its entries, by their numbers. */
export interface KnownEntries {
  readonly entries: EntryTable
  readonly factsOf: (entry: number) => PartyFacts | undefined
  /** Entries that may have such a number, or such a key: what is found is looked at. */
  readonly byIdentifier: (value: string) => readonly number[]
  readonly byKey: (key: string) => readonly number[]
  /** Names equal after folding, that are no alias called weak. */
  readonly equalNames: (entry: number) => readonly EqualName[]
}

export interface EqualName {
  readonly entry: number
  readonly text: string
  /** The folded names, of the entry asked for and of the other. */
  readonly both: readonly [FoldedName, FoldedName]
}

/**
 * Tells which entries of other lists are the same party as one: by a number that proves it or the key that one list has of another's entry; on lists
 * where none is known so, by a primary name that folds to one, with nothing against it, as a record's would have to. Entries of one list are
 * never one party: their publisher keeps them apart.
 */
export function createSameParty(known: KnownEntries): SameParty {
  const remembered = new Map<number, readonly Sameness[]>()
  return (entry) => {
    const before = remembered.get(entry)
    if (before !== undefined) return before
    const found = sameAs(entry, known)
    remembered.set(entry, found)
    return found
  }
}

function sameAs(number: number, known: KnownEntries): readonly Sameness[] {
  const { entries } = known
  const [entry, own] = [entries.at(number), known.factsOf(number)]
  if (entry === undefined || own === undefined) return []
  const found = new Map<number, Sameness>()
  const isOther = (other: number): boolean => entries.at(other)?.list !== entry.list && !found.has(other)
  for (const [key, shared] of keysOf(entry))
    for (const other of known.byKey(key))
      if (isOther(other) && hasKey(entries.at(other), key))
        found.set(other, { entry: other, basis: 'identifier', confidence: 'confirmed', shared })
  const perhaps = new Map<number, Sameness>()
  for (const identifier of own.identifiers) {
    if (!isProving(identifier)) continue
    for (const other of known.byIdentifier(identifier.value)) {
      const [its, theirs] = [known.factsOf(other), entries.at(other)]
      const shared = its === undefined || !isOther(other) ? undefined : sharedNumber(identifier, own, its)
      if (its === undefined || theirs === undefined || shared === undefined) continue
      const same = { entry: other, basis: 'identifier', shared: writtenOf(shared) } as const
      const { date } = compareFacts(own, its)
      const isSure =
        date !== 'different' &&
        (date === 'equal' || provesOnePerson(identifier, entry, theirs)) &&
        ![entry.list, theirs.list].some((list) => isOfSeveral(identifier, list, known))
      if (isSure) found.set(other, { ...same, confidence: 'confirmed' })
      else if (!perhaps.has(other)) perhaps.set(other, { ...same, confidence: 'possible' })
    }
  }
  const listsOf = (numbers: Iterable<number>) => new Set([...numbers].map((other) => entries.at(other)?.list))
  const told = listsOf(found.keys())
  for (const name of known.equalNames(number)) {
    const its = known.factsOf(name.entry)
    if (its === undefined || !isOther(name.entry) || told.has(entries.at(name.entry)?.list)) continue
    const confidence = byName(own, its, name.both)
    if (confidence !== undefined)
      found.set(name.entry, { entry: name.entry, basis: 'name', confidence, shared: name.text })
  }
  const placed = listsOf(found.keys())
  for (const [other, same] of perhaps)
    if (isOther(other) && !placed.has(entries.at(other)?.list)) found.set(other, same)
  return [...found.values()]
}

/** Whether a list gives a number to two of its parties, as OFAC does with a bank and its owner, so that it proves neither of them. */
function isOfSeveral(identifier: NormalIdentifier, list: string | undefined, known: KnownEntries): boolean {
  const keys = new Set<string>()
  for (const number of known.byIdentifier(identifier.value)) {
    const entry = known.entries.at(number)
    if (entry === undefined || entry.list !== list) continue
    if (known.factsOf(number)?.identifiers.some((each) => sameIdentifier(identifier, each)) === true)
      keys.add(entry.entryId)
  }
  return keys.size > 1
}

const writtenOf = ({ written: { scheme, value } }: NormalIdentifier): string => `${scheme}:${value}`

/** As sure as the name of a record would be: CLI.md, "When a match is confirmed". */
function byName(own: PartyFacts, its: PartyFacts, [a, b]: readonly [FoldedName, FoldedName]): Confidence | undefined {
  const { type, country, date, identifiers } = compareFacts(own, its)
  if (type === 'person' || type === 'kind' || country === 'different' || date === 'different') return undefined
  if (identifiers.conflict !== undefined || hasAnotherNumber(own, its)) return undefined
  // Thousands of people share a name: without a day of birth in common they are not told to be one.
  if (own.type === 'person' || its.type === 'person')
    return date === 'equal' ? 'confirmed' : date === 'near' ? 'possible' : undefined
  if (!a.distinctive || !b.distinctive) return undefined
  return Math.max(a.words, b.words) > 1 || country === 'equal' ? 'confirmed' : undefined
}

/** The keys of entries that other lists write beside their own, with how they are said. */
export function keysOf(entry: ListEntry): readonly (readonly [key: string, shared: string])[] {
  const { list, regime, entryId, identifiers } = entry
  const keys = identifiers
    .filter(({ scheme }) => scheme === 'un-reference' || scheme === 'ofsi-group')
    .map(({ scheme, value }) => `${scheme}:${compact(value)}`)
  if (regime === 'un') keys.push(`un-reference:${compact(entryId)}`)
  if (/^UK OFSI\b/.test(list)) keys.push(`ofsi-group:${compact(entryId)}`)
  // OFAC's uid is the same in all of its lists, and in the Consolidated Screening List.
  if (/^OFAC\b/.test(list) && /^\d+$/.test(entryId)) keys.push(`uid:${entryId}`)
  // One entity of theirs is an entry for each of the regimes whose lists name it.
  if (/^OpenSanctions\b/.test(list)) keys.push(`opensanctions:${entryId}`)
  return [...new Set(keys)].map((key) => [key, key])
}

function hasKey(entry: ListEntry | undefined, key: string): boolean {
  return entry !== undefined && keysOf(entry).some(([its]) => its === key)
}

function compact(value: string): string {
  return value.toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
