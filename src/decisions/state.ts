import { createHash } from 'node:crypto'
import type { EntryState, PartyState } from '../model/decision.js'
import type { ListEntry } from '../model/entry.js'
import { compareCodePoints } from '../model/order.js'
import type { Subject } from '../model/subject.js'

const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted(compareCodePoints)

/** What is decided on when a party is: who it is by its records. */
export function partyState(id: string, name: string, subject: Subject): PartyState {
  return {
    id,
    name,
    names: sorted(subject.names),
    countries: sorted(subject.countries),
    identifiers: sorted(subject.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
  }
}

/** Who an entry is: by its names, kind, countries, numbers and dates, in any order. */
export function entryState(entry: ListEntry): EntryState {
  const identity = [
    sorted(entry.names.map(({ text, strength }) => `${strength} ${text}`)),
    entry.type,
    sorted(entry.countries),
    sorted(entry.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
    sorted(entry.dates.map(({ text }) => text)),
  ]
  const version = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)
  return { list: entry.list, entryId: entry.entryId, name: entry.names[0]?.text ?? entry.entryId, version }
}

// Only the way of writing: case, spacing and punctuation make no other party.
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function change(what: string, before: readonly string[], now: readonly string[]): string[] {
  const [old, fresh] = [new Set(before.map(plain)), new Set(now.map(plain))]
  const come = now.filter((text) => !old.has(plain(text)))
  const gone = before.filter((text) => !fresh.has(plain(text)))
  return [
    ...come.map((text) => `a new ${what} ${JSON.stringify(text)}`),
    ...gone.map((text) => `no longer the ${what} ${JSON.stringify(text)}`),
  ]
}

/** What makes a party another than that which was decided on, in words; empty where nothing does. */
export function partyChanges(before: PartyState, now: PartyState): readonly string[] {
  return [
    ...change('name', before.names, now.names),
    ...change('identifier', before.identifiers, now.identifiers),
    ...change('country', before.countries, now.countries),
  ]
}
