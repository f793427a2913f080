import { parsePartialDate } from '../../model/date.js'
import type { PartyType } from '../../model/record.js'
import { addCountry, addIdentifier, addName, addText, type EntryDraft } from '../draft.js'

/** The properties of a FollowTheMoney entity: texts, or the ids of others. */
export type Properties = ReadonlyMap<string, readonly string[]>

/** Schemata of things that can be listed, as FollowTheMoney names them. Others are relations, or facts about these. */
const TYPES: ReadonlyMap<string, PartyType> = new Map([
  ['Person', 'person'],
  ['Company', 'company'],
  ['Organization', 'company'],
  ['LegalEntity', 'company'],
  ['PublicBody', 'public-body'],
  ['Vessel', 'vessel'],
  ['Airplane', 'aircraft'],
])

export function typeOfSchema(schema: string, topics: readonly string[]): PartyType {
  const type = TYPES.get(schema) ?? 'unknown'
  return type === 'company' && topics.includes('fin.bank') ? 'bank' : type
}

/** Properties that hold numbers: the scheme and the country of the register. */
const IDENTIFIERS: readonly { readonly property: string; readonly scheme: string; readonly country?: string }[] = [
  { property: 'innCode', scheme: 'tax', country: 'RU' },
  { property: 'ogrnCode', scheme: 'registration', country: 'RU' },
  { property: 'okpoCode', scheme: 'gazette', country: 'RU' },
  { property: 'kppCode', scheme: 'kpp', country: 'RU' },
  { property: 'bikCode', scheme: 'bik', country: 'RU' },
  { property: 'uscCode', scheme: 'uscc', country: 'CN' },
  { property: 'taxNumber', scheme: 'tax' },
  { property: 'vatCode', scheme: 'tax' },
  { property: 'registrationNumber', scheme: 'registration' },
  { property: 'leiCode', scheme: 'lei' },
  { property: 'swiftBic', scheme: 'swift' },
  { property: 'dunsCode', scheme: 'duns' },
  { property: 'imoNumber', scheme: 'imo' },
  { property: 'mmsi', scheme: 'mmsi' },
  { property: 'callSign', scheme: 'call-sign' },
  { property: 'passportNumber', scheme: 'passport' },
  { property: 'socialSecurityNumber', scheme: 'ssn' },
  { property: 'idNumber', scheme: 'identification' },
  { property: 'registrationNumberAircraft', scheme: 'aircraft-tail-number' },
  { property: 'serialNumber', scheme: 'aircraft-serial-number' },
  { property: 'uniqueEntityId', scheme: 'us-uei' },
  { property: 'wikidataId', scheme: 'wikidata' },
]

const COUNTRIES = ['country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'flag']

/** Adds what an entity says of itself. */
export function addProperties(draft: EntryDraft, caption: string, properties: Properties): void {
  const values = (name: string): readonly string[] => properties.get(name) ?? []
  addName(draft, caption, 'primary')
  for (const name of [...values('name'), ...values('alias')]) addName(draft, name, 'strong')
  for (const name of values('previousName')) addName(draft, name, 'strong', { former: true })
  for (const name of [...values('weakAlias'), ...values('abbreviation')]) addName(draft, name, 'weak')
  for (const name of COUNTRIES) for (const code of values(name)) addCountry(draft, code.toUpperCase())
  if (draft.type === 'vessel') draft.flag = addCountry(draft, (values('flag')[0] ?? '').toUpperCase())
  for (const { property, scheme, country } of IDENTIFIERS) {
    const own = scheme === 'identification' && draft.type === 'person' ? 'national-id' : scheme
    for (const value of values(property)) addIdentifier(draft, own, value, country)
  }
  for (const text of values('address')) addPlace(draft, text)
  for (const name of ['birthDate', 'incorporationDate']) {
    for (const text of values(name)) {
      const date = parsePartialDate(text)
      if (date === undefined) draft.uncertainDate = true
      else draft.dates.push(date)
    }
  }
  for (const place of values('birthPlace')) addText(draft.birthPlaces, place)
  for (const program of values('programId')) addText(draft.programs, program)
  for (const text of [...values('notes'), ...values('summary')]) addText(draft.remarks, text)
  const [url] = values('sourceUrl')
  if (url !== undefined) draft.url = url
}

/** An address whose country stands nowhere but in its own words. */
export function addPlace(draft: EntryDraft, text: string): void {
  if (draft.addresses.every((each) => each.text !== text)) draft.addresses.push({ text })
}
