import { countryName, isCountryCode } from '../../model/country.js'
import { parsePartialDate } from '../../model/date.js'
import type { PartyType } from '../../model/record.js'
import { addCountry, addName, addText, draftEntry, type EntryDraft } from '../draft.js'
import { parseRemarkDate } from '../ofac/dates.js'
import { directivesIn } from '../ofac/directives.js'
import { kindOf } from '../ofac/programs.js'
import { parseRemarks } from '../ofac/remarks.js'
import { cslSource } from './sources.js'

/** A record of the list, whether it stands in a row or in a JSON object. */
export interface CslRecord {
  readonly line: number
  /** One value. */
  text(field: string): string
  /** Several values, which a cell joins with `; `. */
  list(field: string): readonly string[]
  readonly addresses: readonly CslAddress[]
  readonly ids: readonly CslId[]
}

export interface CslAddress {
  readonly text: string
  /** ISO 3166 alpha-2. */
  readonly country: string
}

export interface CslId {
  readonly type: string
  readonly number: string
  /** ISO 3166 alpha-2. */
  readonly country: string
}

/** Fields that are read, and those that are left alone on purpose: what a vessel weighs, and whether a denial is in standard terms. */
export const CSL_FIELDS: ReadonlySet<string> = new Set([
  ...[
    '_id',
    'id',
    'source',
    'entity_number',
    'type',
    'programs',
    'name',
    'title',
    'addresses',
    'federal_register_notice',
  ],
  ...[
    'start_date',
    'end_date',
    'license_requirement',
    'license_policy',
    'call_sign',
    'vessel_flag',
    'vessel_owner',
    'remarks',
  ],
  ...['source_list_url', 'alt_names', 'citizenships', 'dates_of_birth', 'nationalities', 'places_of_birth'],
  ...['source_information_url', 'ids', 'country'],
  ...['standard_order', 'vessel_type', 'gross_tonnage', 'gross_registered_tonnage'],
])

/** `; and any successor, sub-unit, or subsidiary thereof`, as the State Department writes behind a name. */
const SUCCESSORS = /[;,]?\s+and any successors?\b.*$/is

/** The list that a record is on. */
export function cslList(record: CslRecord): string {
  const text = record.text('source')
  return cslSource(text)?.list ?? `${text} (CSL)`
}

/**
 * The publisher's key: a Treasury entry has its uid, others the hash of their content. The files of before 2022 have none for those, so there
 * their name is the key, and rows of one name on one list are one entry.
 */
export function cslKey(record: CslRecord): string {
  return record.text('entity_number') || record.text('_id') || record.text('id') || record.text('name')
}

/** What only one list's records can say: begins the entry of a record. A source that is new is held to be an export control. */
export function beginCsl(record: CslRecord, file: string): EntryDraft {
  const source = cslSource(record.text('source'))
  const draft = draftEntry({
    list: cslList(record),
    regime: 'us',
    kind: 'export-control',
    entryId: cslKey(record),
    type: typeOf(record.text('type')),
    place: { file, line: record.line },
  })
  const programs = record.list('programs')
  const directives = directivesIn(statements(record).join('; '))
  draft.kind = source === undefined ? 'export-control' : (source.kind ?? kindOf('OFAC SDN', { programs, directives }))
  return draft
}

function typeOf(text: string): PartyType {
  const types: ReadonlyMap<string, PartyType> = new Map([
    ['individual', 'person'],
    ['entity', 'company'],
    ['vessel', 'vessel'],
    ['aircraft', 'aircraft'],
  ])
  return types.get(text.toLowerCase()) ?? 'unknown'
}

/** Adds what a record says. */
export function addCsl(draft: EntryDraft, record: CslRecord): void {
  const facts = parseRemarks(statements(record).join('; '), false)
  addName(draft, record.text('name').replace(SUCCESSORS, ''), 'primary')
  for (const name of record.list('alt_names'))
    addName(draft, name.replace(/^and /, '').replace(SUCCESSORS, ''), 'strong')
  for (const name of facts.names) addName(draft, name.text, name.strength, name.former === true ? { former: true } : {})
  for (const { text, country } of record.addresses) {
    if (country !== '') draft.countries.add(country)
    if (draft.addresses.some((each) => each.text === text)) continue
    draft.addresses.push({ text, ...(country === '' ? {} : { country }) })
  }
  for (const text of [...record.list('citizenships'), ...record.list('nationalities')]) addCountry(draft, text)
  for (const country of facts.countries) draft.countries.add(country)
  for (const identifier of facts.identifiers) {
    const known = draft.identifiers.some((each) => each.scheme === identifier.scheme && each.value === identifier.value)
    if (!known) draft.identifiers.push(identifier)
  }
  addDates(draft, record)
  draft.dates.push(...facts.dates)
  addVessel(draft, record)
  for (const program of record.list('programs')) addText(draft.programs, program)
  for (const place of record.list('places_of_birth')) addText(draft.birthPlaces, place)
  addText(draft.legalBasis, record.text('federal_register_notice'))
  draft.relations.push(...facts.relations)
  addRemarks(draft, record)
  if (facts.financialInstitution && draft.type === 'company') draft.type = 'bank'
  const url = record.text('source_list_url') || record.text('source_information_url')
  if (url !== '') draft.url ??= url
}

function addDates(draft: EntryDraft, record: CslRecord): void {
  for (const text of record.list('dates_of_birth')) {
    const exact = parsePartialDate(text)
    const dates = exact === undefined ? parseRemarkDate(text) : [exact]
    if (dates === undefined) draft.uncertainDate = true
    else draft.dates.push(...dates)
  }
  draft.listedOn ??= parsePartialDate(record.text('start_date'))
  draft.delistedOn ??= parsePartialDate(record.text('end_date'))
}

function addVessel(draft: EntryDraft, record: CslRecord): void {
  const callSign = record.text('call_sign')
  if (callSign !== '') draft.identifiers.push({ scheme: 'call-sign', value: callSign })
  const flag = addCountry(draft, record.text('vessel_flag'))
  if (draft.type === 'vessel') draft.flag ??= flag
  const owner = record.text('vessel_owner')
  if (owner !== '') draft.relations.push({ kind: 'Vessel Owner', name: owner })
}

function addRemarks(draft: EntryDraft, record: CslRecord): void {
  const name = record.text('name')
  const title = record.text('title')
  const requirement = record.text('license_requirement')
  const policy = record.text('license_policy')
  addText(draft.remarks, record.text('remarks'))
  addText(draft.remarks, SUCCESSORS.exec(name)?.[0].replace(/^[;,]?\s+/, '') ?? '')
  if (title !== '') addText(draft.remarks, `Title: ${title}`)
  if (requirement !== '') addText(draft.remarks, `License requirement: ${requirement}`)
  if (policy !== '') addText(draft.remarks, `License policy: ${policy}`)
}

/** Numbers and remarks in the sentences that OFAC's own files have them in, so that one vocabulary reads them all. */
function statements(record: CslRecord): readonly string[] {
  const ids = record.ids.map(({ type, number, country }) => {
    const place = isCountryCode(country) ? ` (${countryName(country)})` : ''
    return `${type} ${number}${place}`.replaceAll(';', ',')
  })
  const remarks = record
    .text('remarks')
    .split(';')
    .map((part) => part.trim().replace(/^\((Linked To: .*)\)\.?$/s, '$1'))
  return [...ids, ...remarks.filter((part) => part !== '')]
}
