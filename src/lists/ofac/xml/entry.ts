import type { ListAddress, ListName } from '../../../model/entry.js'
import { isName } from '../../../records/row.js'
import { elementsAt, textAt, textsAt, type XmlElement } from '../../xml/element.js'
import { ofacCountry } from '../countries.js'
import { directivesIn } from '../directives.js'
import type { EntryParts } from '../entry.js'
import { parseRemarks } from '../remarks.js'

export interface SdnEntry {
  readonly parts: EntryParts
  /** Whether the type is one that the list has. */
  readonly typed: boolean
}

const TYPES = /^(?:individual|entity|vessel|aircraft)$/i

/** Reads an `sdnEntry`: what the CSV has in its four files stands here in elements, in the same words. */
export function readSdnEntry(element: XmlElement): SdnEntry {
  const type = textAt(element, 'sdnType') || textAt(element, 'nspType')
  const remarks = [...statements(element), ...sentences(textAt(element, 'remarks'))].join('; ')
  const row = {
    uid: textAt(element, 'uid'),
    name: nameOf(element),
    type: type.toLowerCase(),
    programs: textsAt(element, 'programList', 'program').join('] ['),
    callSign: textAt(element, 'vesselInfo', 'callSign') || undefined,
    flag: textAt(element, 'vesselInfo', 'vesselFlag') || undefined,
    owner: textAt(element, 'vesselInfo', 'vesselOwner') || undefined,
    remarks: remarks || undefined,
    line: element.line,
  }
  const parts: EntryParts = {
    row,
    aliases: elementsAt(element, 'akaList', 'aka').flatMap(aliasOf),
    addresses: elementsAt(element, 'addressList', 'address').flatMap(addressOf),
    remarks: row.remarks,
    facts: parseRemarks(remarks, false),
    directives: directivesIn(remarks),
  }
  return { parts, typed: TYPES.test(type) }
}

/** As the CSV writes it: `HANIYA, Ismail`. */
function nameOf(element: XmlElement): string {
  const parts = [textAt(element, 'lastName'), textAt(element, 'firstName')].filter((part) => part !== '')
  return parts.join(', ')
}

function aliasOf(element: XmlElement): readonly ListName[] {
  const text = nameOf(element)
  if (!isName(text)) return []
  const former = /^f/i.test(textAt(element, 'type')) ? { former: true } : {}
  return [{ text, strength: textAt(element, 'category').toLowerCase() === 'weak' ? 'weak' : 'strong', ...former }]
}

function addressOf(element: XmlElement): readonly ListAddress[] {
  const lines = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country']
  const parts = lines.map((name) => textAt(element, name)).filter((part) => part !== '')
  if (parts.length === 0) return []
  const country = ofacCountry(textAt(element, 'country'))
  return [{ text: parts.join(', '), ...(country === undefined ? {} : { country }) }]
}

/** What the CSV says in sentences of its remarks: numbers, dates, countries and the features that decide the kind. */
function statements(element: XmlElement): readonly string[] {
  const ids = elementsAt(element, 'idList', 'id').map((id) => {
    const country = textAt(id, 'idCountry')
    return `${textAt(id, 'idType')} ${textAt(id, 'idNumber')}${country === '' ? '' : ` (${country})`}`
  })
  const facts = [
    ...textsAt(element, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth').map((text) => `DOB ${text}`),
    ...textsAt(element, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth').map((text) => `POB ${text}`),
    ...textsAt(element, 'nationalityList', 'nationality', 'country').map((text) => `nationality ${text}`),
    ...textsAt(element, 'citizenshipList', 'citizenship', 'country').map((text) => `citizen ${text}`),
  ]
  const title = textAt(element, 'title')
  return [...facts, ...ids, ...(title === '' ? [] : [`Title ${title}`])].map((text) => text.replaceAll(';', ','))
}

/** The XML sets `(Linked To: NAME)` in brackets, which the CSV does not. */
function sentences(remarks: string): readonly string[] {
  const parts = remarks.split(';').map((part) => part.trim().replace(/^\((Linked To: .*)\)\.?$/, '$1'))
  return parts.filter((part) => part !== '')
}
