import type { ListEntry } from '../model/entry.js'
import { compareCountries } from '../model/former-country.js'
import type { Identifier } from '../model/identifier.js'

/** Entries on other lists that are the same party as one. */
export type AlsoListed = (entry: ListEntry) => readonly ListEntry[]

/** Numbers that a register gives to one party alone, and the numbers by which lists name each other's entries. */
const PROVING: ReadonlySet<string> = new Set([
  ...[
    'tax',
    'registration',
    'lei',
    'swift',
    'uscc',
    'gazette',
    'imo',
    'passport',
    'national-id',
    'un-reference',
    'ofsi-group',
  ],
])
/** Of these a party has one: two different ones are two parties. */
const SINGLE: ReadonlySet<string> = new Set(['lei', 'imo', 'un-reference', 'ofsi-group'])
const SHORTEST = 5

/**
 * Tells which entries of several lists are one party: by a number that proves it, by the key that one list has of another's entry, else by a
 * primary name that folds to one, of two words or with a country in common. Nothing may speak against it: type, country, a date of birth, or a
 * number of which a party has one. Entries of one list are never one party; their publisher keeps them apart.
 */
export function alsoListed(entries: readonly ListEntry[]): AlsoListed {
  const byKey = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const before = byKey.get(key)
      if (before === undefined) byKey.set(key, [entry])
      else before.push(entry)
    }
  }
  return (entry) => {
    const found = new Set<ListEntry>()
    for (const key of keysOf(entry)) {
      for (const other of byKey.get(key) ?? []) {
        if (other.list === entry.list || contradicts(entry, other)) continue
        if (!key.startsWith('name ') || isTelling(entry, other)) found.add(other)
      }
    }
    return [...found]
  }
}

function keysOf(entry: ListEntry): readonly string[] {
  const numbers = entry.identifiers.filter(proves).map(({ scheme, value }) => `${scheme} ${compact(value)}`)
  const own = entry.regime === 'un' ? [`un-reference ${compact(entry.entryId)}`] : []
  // OFAC's uid is the same in all of its lists, and in the Consolidated Screening List.
  const uid = /^OFAC\b/.test(entry.list) && /^\d+$/.test(entry.entryId) ? [`uid ${entry.entryId}`] : []
  const name = fold(entry.names[0]?.text ?? '')
  return [...new Set([...numbers, ...own, ...uid, ...(name === '' ? [] : [`name ${name}`])])]
}

function proves({ scheme, value }: Identifier): boolean {
  return PROVING.has(scheme) && compact(value).length >= SHORTEST
}

function compact(value: string): string {
  return value.toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Case, accents, marks and the order of words aside. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

function isTelling(a: ListEntry, b: ListEntry): boolean {
  const sharesCountry = a.countries.some((country) => b.countries.includes(country))
  const isPerson = a.type === 'person' || b.type === 'person'
  const sharesDate = a.dates.some((date) =>
    b.dates.some((other) => date.first <= other.last && other.first <= date.last),
  )
  // Thousands of people share a name: without a day of birth in common they are not told to be one.
  if (isPerson) return sharesDate
  return sharesCountry || fold(a.names[0]?.text ?? '').includes(' ')
}

function contradicts(a: ListEntry, b: ListEntry): boolean {
  if (sort(a) !== sort(b) && sort(a) !== 'unknown' && sort(b) !== 'unknown') return true
  if (compareCountries(a.countries, b.countries) === 'different') return true
  const overlap = a.dates.some((date) => b.dates.some((other) => date.first <= other.last && other.first <= date.last))
  if (a.type === 'person' && a.dates.length > 0 && b.dates.length > 0 && !overlap) return true
  return a.identifiers.some(
    ({ scheme, value }) =>
      SINGLE.has(scheme) &&
      b.identifiers.some((other) => other.scheme === scheme) &&
      !b.identifiers.some((other) => other.scheme === scheme && compact(other.value) === compact(value)),
  )
}

/** Lists disagree on what is a bank or a public body, and not on what is a person or a ship. */
function sort({ type }: ListEntry): string {
  return type === 'bank' || type === 'public-body' || type === 'forwarder' ? 'company' : type
}
