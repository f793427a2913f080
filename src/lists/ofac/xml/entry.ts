import type { ListAddress, ListName } from '../../../model/entry.js'
import { isName } from '../../../records/row.js'
import { fitted } from '../../fitted.js'
import { childOf, childTexts, elementsAt, fieldNames, textsAt, type XmlElement } from '../../xml/element.js'
import { ofacCountry } from '../countries.js'
import { directivesIn } from '../directives.js'
import type { EntryParts } from '../entry.js'
import { parseStatements, remarksOf, statement, type Statement } from '../statements.js'

export interface SdnEntry {
  readonly parts: EntryParts
  /** Whether the type is one that the list has. */
  readonly typed: boolean
}

const WEAK = /^weak$/i
const FORMER = /^f/i
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
  const statements = statementsOf(element, title)
  const sentences = unbracketed(said)
  const remarks = remarksOf(statements, sentences)
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
    aliases: aliasesOf(element),
    addresses: addressesOf(element),
    remarks: row.remarks,
    facts: parseStatements(statements, sentences),
    directives: directivesIn(remarks),
  }
  return { parts, typed: TYPES.test(type) }
}

/** As the CSV writes it: `HANIYA, Ismail`. */
function nameOf(lastName: string, firstName: string): string {
  return lastName === '' || firstName === '' ? lastName + firstName : `${lastName}, ${firstName}`
}

function aliasesOf(element: XmlElement): readonly ListName[] {
  const aliases: ListName[] = []
  for (const aka of elementsAt(element, 'akaList', 'aka')) {
    const said = childTexts(aka, ALIAS)
    const text = nameOf(said[0] ?? '', said[1] ?? '')
    if (!isName(text)) continue
    const strength = WEAK.test(said[3] ?? '') ? 'weak' : 'strong'
    aliases.push(FORMER.test(said[2] ?? '') ? { text, strength, former: true } : { text, strength })
  }
  return aliases
}

function addressesOf(element: XmlElement): readonly ListAddress[] {
  const addresses: ListAddress[] = []
  for (const address of elementsAt(element, 'addressList', 'address')) {
    const lines = childTexts(address, ADDRESS)
    const text = lines.filter((line) => line !== '').join(', ')
    if (text === '') continue
    const country = ofacCountry(lines[lines.length - 1] ?? '')
    addresses.push(country === undefined ? { text } : { text, country })
  }
  return fitted(addresses)
}

/** What the CSV says in sentences of its remarks: numbers, dates, countries and the features that decide the kind. */
function statementsOf(element: XmlElement, title: string): readonly Statement[] {
  const statements: Statement[] = []
  const add = (label: string, values: readonly string[]): void => {
    for (const value of values) statements.push(statement(label, value))
  }
  add('DOB', textsAt(element, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth'))
  add('POB', textsAt(element, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth'))
  add('nationality', textsAt(element, 'nationalityList', 'nationality', 'country'))
  add('citizen', textsAt(element, 'citizenshipList', 'citizenship', 'country'))
  for (const id of elementsAt(element, 'idList', 'id')) {
    const said = childTexts(id, ID)
    statements.push(statement(said[0] ?? '', said[1] ?? '', said[2]))
  }
  if (title !== '') add('Title', [title])
  return statements
}

/** The XML sets `(Linked To: NAME)` in brackets, which the CSV does not. */
function unbracketed(remarks: string): string {
  if (!remarks.includes(';') && !remarks.startsWith('(')) return remarks
  const parts = remarks.split(';').map((part) => {
    const text = part.trim()
    return text.startsWith('(') ? text.replace(/^\((Linked To: .*)\)\.?$/, '$1') : text
  })
  return parts.filter((part) => part !== '').join('; ')
}
