import type { ListAddress, ListName } from '../../../model/entry.js'
import { isName } from '../../../records/row.js'
import { childOf, childTexts, elementsAt, fieldNames, textsAt, type XmlElement } from '../../xml/element.js'
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

const OWN = fieldNames('uid', 'lastName', 'firstName', 'sdnType', 'nspType', 'remarks', 'title')
const VESSEL = fieldNames('callSign', 'vesselFlag', 'vesselOwner')
const ALIAS = fieldNames('lastName', 'firstName', 'type', 'category')
const ADDRESS = fieldNames('address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country')
const ID = fieldNames('idType', 'idNumber', 'idCountry')

/** Reads an `sdnEntry`: what the CSV has in its four files stands here in elements, in the same words. */
export function readSdnEntry(element: XmlElement): SdnEntry {
  const [uid = '', lastName = '', firstName = '', sdnType = '', nspType = '', said = '', title = ''] = childTexts(
    element,
    OWN,
  )
  const type = sdnType || nspType
  const remarks = [...statements(element, title), ...sentences(said)].join('; ')
  const vessel = childOf(element, 'vesselInfo')
  const [callSign, flag, owner] = vessel === undefined ? [] : childTexts(vessel, VESSEL)
  const row = {
    uid,
    name: nameOf(lastName, firstName),
    type: type.toLowerCase(),
    programs: textsAt(element, 'programList', 'program').join('] ['),
    callSign: callSign || undefined,
    flag: flag || undefined,
    owner: owner || undefined,
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
function nameOf(lastName: string, firstName: string): string {
  return lastName === '' || firstName === '' ? lastName + firstName : `${lastName}, ${firstName}`
}

function aliasOf(element: XmlElement): readonly ListName[] {
  const [lastName = '', firstName = '', type = '', category = ''] = childTexts(element, ALIAS)
  const text = nameOf(lastName, firstName)
  if (!isName(text)) return []
  const strength = category.toLowerCase() === 'weak' ? 'weak' : 'strong'
  return [/^f/i.test(type) ? { text, strength, former: true } : { text, strength }]
}

function addressOf(element: XmlElement): readonly ListAddress[] {
  const lines = childTexts(element, ADDRESS)
  const text = lines.filter((part) => part !== '').join(', ')
  if (text === '') return []
  const country = ofacCountry(lines.at(-1) ?? '')
  return [country === undefined ? { text } : { text, country }]
}

/** What the CSV says in sentences of its remarks: numbers, dates, countries and the features that decide the kind. */
function statements(element: XmlElement, title: string): readonly string[] {
  const ids = elementsAt(element, 'idList', 'id').map((id) => {
    const [type = '', number = '', country = ''] = childTexts(id, ID)
    return country === '' ? `${type} ${number}` : `${type} ${number} (${country})`
  })
  const facts = [
    ...textsAt(element, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth').map((text) => `DOB ${text}`),
    ...textsAt(element, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth').map((text) => `POB ${text}`),
    ...textsAt(element, 'nationalityList', 'nationality', 'country').map((text) => `nationality ${text}`),
    ...textsAt(element, 'citizenshipList', 'citizenship', 'country').map((text) => `citizen ${text}`),
  ]
  return [...facts, ...ids, ...(title === '' ? [] : [`Title ${title}`])].map((text) =>
    text.includes(';') ? text.replaceAll(';', ',') : text,
  )
}

/** The XML sets `(Linked To: NAME)` in brackets, which the CSV does not. */
function sentences(remarks: string): readonly string[] {
  if (remarks === '') return []
  const parts = remarks.split(';').map((part) => {
    const text = part.trim()
    return text.startsWith('(') ? text.replace(/^\((Linked To: .*)\)\.?$/, '$1') : text
  })
  return parts.filter((part) => part !== '')
}
