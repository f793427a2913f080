import type { EntryRelation, ListEntry, ListName } from '../model/entry.js'
import type { FieldChange } from '../model/list-diff.js'
import { compareCodePoints } from '../model/order.js'

type Said = (entry: ListEntry) => readonly (string | undefined)[]

/** What an entry says, field by field, as texts; where it stands in its file is no part of it. */
const FIELDS: readonly (readonly [field: string, said: Said])[] = [
  ['kind', ({ kind }) => [kind]],
  ['regime', ({ regime }) => [regime]],
  ['type', ({ type }) => [type]],
  ['names', ({ names }) => names.map(nameText)],
  ['countries', ({ countries }) => countries],
  ['addresses', ({ addresses }) => addresses.map(({ text }) => text)],
  ['identifiers', ({ identifiers }) => identifiers.map(({ scheme, value }) => `${scheme}:${value}`)],
  ['dates', ({ dates }) => dates.map(({ text }) => text)],
  ['birthPlaces', ({ birthPlaces = [] }) => birthPlaces],
  ['flag', ({ flag }) => [flag]],
  ['programs', ({ programs }) => programs],
  ['listedOn', ({ listedOn }) => [listedOn?.text]],
  ['delistedOn', ({ delistedOn }) => [delistedOn?.text]],
  ['legalBasis', ({ legalBasis = [] }) => legalBasis],
  ['reasons', ({ reasons }) => [reasons]],
  ['relations', ({ relations }) => relations.map(relationText)],
  ['remarks', ({ remarks }) => [remarks]],
  ['url', ({ url }) => [url]],
]

function nameText({ text, strength, former }: ListName, at: number): string {
  const marks = [at === 0 ? 'primary' : '', strength === 'weak' ? 'weak' : '', former === true ? 'former' : '']
  const shown = marks.filter((mark) => mark !== '').join(', ')
  return shown === '' ? text : `${text} (${shown})`
}

function relationText({ kind, name, entryId, since, until, former }: EntryRelation): string {
  const facts = [
    entryId,
    since === undefined ? undefined : `since ${since.text}`,
    until === undefined ? undefined : `until ${until.text}`,
  ]
  const shown = [...facts, former === true ? 'former' : undefined].filter((fact) => fact !== undefined).join(', ')
  return `${kind} ${name}${shown === '' ? '' : ` (${shown})`}`
}

/** What one entry says that another of the same key did not; the order in which a list says things is no change. */
export function entryChanges(before: ListEntry, now: ListEntry): readonly FieldChange[] {
  return FIELDS.flatMap(([field, said]) => {
    const [old, fresh] = [textsOf(said, before), textsOf(said, now)]
    const removed = old.filter((text) => !fresh.includes(text))
    const added = fresh.filter((text) => !old.includes(text))
    return removed.length === 0 && added.length === 0 ? [] : [{ field, removed, added }]
  })
}

function textsOf(said: Said, entry: ListEntry): readonly string[] {
  return [...new Set(said(entry).filter((text) => text !== undefined))].sort(compareCodePoints)
}
