import { parsePartialDate, type PartialDate } from '../model/date.js'
import type { EntryRelation, ListAddress, ListEntry, ListKind, ListName, NameStrength, Regime } from '../model/entry.js'
import type { Identifier } from '../model/identifier.js'
import { compareCodePoints } from '../model/order.js'
import type { Place } from '../model/problem.js'
import type { PartyType } from '../model/record.js'
import { isName } from '../records/row.js'
import { countryOf } from './countries.js'
import { fitted, NONE } from './fitted.js'

/** An entry while it is put together from the elements or rows that tell of it. */
export interface EntryDraft {
  readonly list: string
  readonly regime: Regime
  kind: ListKind
  readonly entryId: string
  type: PartyType
  readonly names: ListName[]
  readonly countries: Set<string>
  readonly addresses: ListAddress[]
  readonly identifiers: Identifier[]
  readonly dates: PartialDate[]
  /** Set where the list is not sure of a date: the others would contradict a record that the list does not. */
  uncertainDate: boolean
  readonly programs: string[]
  listedOn?: PartialDate | undefined
  delistedOn?: PartialDate | undefined
  readonly birthPlaces: string[]
  flag?: string | undefined
  readonly reasons: string[]
  readonly legalBasis: string[]
  readonly remarks: string[]
  url?: string | undefined
  readonly relations: EntryRelation[]
  readonly place: Place
}

type Start = Pick<EntryDraft, 'list' | 'regime' | 'kind' | 'entryId' | 'type' | 'place'>

export function draftEntry({ list, regime, kind, entryId, type, place }: Start): EntryDraft {
  return {
    list,
    regime,
    kind,
    entryId,
    type,
    place,
    names: [],
    countries: new Set(),
    addresses: [],
    identifiers: [],
    dates: [],
    uncertainDate: false,
    programs: [],
    listedOn: undefined,
    delistedOn: undefined,
    birthPlaces: [],
    flag: undefined,
    reasons: [],
    legalBasis: [],
    remarks: [],
    url: undefined,
    relations: [],
  }
}

/** Adds a name, if it is one: a publisher's empty alias elements and dashes are none. */
export function addName(
  draft: EntryDraft,
  text: string,
  strength: NameStrength,
  more: Pick<ListName, 'former' | 'script'> = {},
): void {
  const name = tidy(text)
  if (isName(name)) draft.names.push({ text: name, strength, ...more })
}

/** Adds an address of what its parts say; one of its country alone is kept as that. */
export function addAddress(draft: EntryDraft, parts: readonly string[], countryText: string): void {
  const country = countryOf(countryText)
  const text = [...parts, countryText]
    .map(tidy)
    .filter((part) => part !== '')
    .join(', ')
  if (country !== undefined) draft.countries.add(country)
  if (text === '' || draft.addresses.some((each) => each.text === text)) return
  draft.addresses.push({ text, ...(country === undefined ? {} : { country }) })
}

export function addCountry(draft: EntryDraft, text: string): string | undefined {
  const country = countryOf(text)
  if (country !== undefined) draft.countries.add(country)
  return country
}

/** Adds a number; it needs a digit or, of codes such as a BIC, may be letters. */
export function addIdentifier(draft: EntryDraft, scheme: string, text: string, countryText = ''): void {
  const value = tidy(text)
  if (!/[\p{L}\p{N}]/u.test(value)) return
  const country = countryOf(countryText)
  if (draft.identifiers.some((each) => each.scheme === scheme && each.value === value)) return
  draft.identifiers.push({ scheme, value, ...(country === undefined ? {} : { country }) })
}

export function addText(texts: string[], text: string): void {
  const value = text.trim()
  if (value !== '' && !texts.includes(value)) texts.push(value)
}

/** The entry that the draft has become: the primary name first, nothing twice. It has no name where the list gives none. */
export function finishDraft(draft: EntryDraft): ListEntry {
  const { url, flag, listedOn, delistedOn } = draft
  const entry: { -readonly [Key in keyof ListEntry]: ListEntry[Key] } = {
    list: draft.list,
    regime: draft.regime,
    kind: draft.kind,
    entryId: draft.entryId,
    names: inOrder(draft.names),
    type: draft.type,
    countries: draft.countries.size === 0 ? NONE : [...draft.countries].sort(compareCodePoints),
    addresses: fitted(draft.addresses),
    identifiers: fitted(draft.identifiers),
    dates: draft.uncertainDate || draft.dates.length === 0 ? NONE : distinctDates(draft.dates),
    programs: draft.programs.length < 2 ? fitted(draft.programs) : [...new Set(draft.programs)],
    relations: fitted(draft.relations),
    place: draft.place,
  }
  if (listedOn !== undefined) entry.listedOn = listedOn
  if (delistedOn !== undefined) entry.delistedOn = delistedOn
  if (draft.birthPlaces.length > 0) entry.birthPlaces = fitted(draft.birthPlaces)
  if (flag !== undefined) entry.flag = flag
  if (draft.reasons.length > 0) entry.reasons = draft.reasons.join('; ')
  if (draft.legalBasis.length > 0) entry.legalBasis = fitted(draft.legalBasis)
  if (url !== undefined) entry.url = url
  const remarks = draft.remarks.join('; ')
  if (remarks !== '') entry.remarks = remarks
  return entry
}

/** Up to so many names each is compared with each, which is faster than a set. */
const FEW = 8

const RANKS: Readonly<Record<NameStrength, number>> = { primary: 0, strong: 1, weak: 2 }

/** One primary name at least, first; of equal texts the strongest stays. */
function inOrder(names: readonly ListName[]): readonly ListName[] {
  const [only, second] = names
  if (only === undefined) return NONE
  if (second === undefined) return [asPrimary(only)]
  const isSorted = names.every(
    (name, at) => at === 0 || RANKS[names[at - 1]?.strength ?? 'primary'] <= RANKS[name.strength],
  )
  const sorted = isSorted ? names : names.toSorted((a, b) => RANKS[a.strength] - RANKS[b.strength])
  const known = sorted.length > FEW ? new Set<string>() : undefined
  const distinct = sorted.filter(({ text }, at) =>
    known === undefined ? sorted.findIndex((each) => each.text === text) === at : !known.has(text) && known.add(text),
  )
  const [first = only, ...others] = distinct
  return [asPrimary(first), ...others]
}

function asPrimary(name: ListName): ListName {
  return name.strength === 'primary' ? name : { ...name, strength: 'primary' }
}

function distinctDates(dates: readonly PartialDate[]): readonly PartialDate[] {
  return dates.length === 1 ? dates : [...new Map(dates.map((date) => [date.text, date])).values()]
}

const UNEVEN = /[^\S ]| {2}/

/** Runs of blanks are one, and none stand at the ends. */
export function tidy(text: string): string {
  const trimmed = text.trim()
  return UNEVEN.test(trimmed) ? trimmed.replaceAll(/\s+/g, ' ') : trimmed
}

/** Every year of a range, since the party was born in one of them; `undefined` where it is too long to say anything. */
export function yearsBetween(from: string, to: string): readonly PartialDate[] | undefined {
  const first = Number(from)
  const last = Number(to)
  if (!/^\d{4}$/.test(from) || !/^\d{4}$/.test(to) || last < first || last - first > LONGEST_RANGE) return undefined
  const years = Array.from({ length: last - first + 1 }, (_, offset) => parsePartialDate(String(first + offset)))
  return years.filter((year) => year !== undefined)
}

const LONGEST_RANGE = 20
