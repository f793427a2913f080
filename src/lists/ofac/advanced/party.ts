import type { ListAddress, ListName } from '../../../model/entry.js'
import { isName } from '../../../records/row.js'
import { attributeOf, elementsAt, textAt, textsAt, type XmlElement } from '../../xml/element.js'
import { ofacCountry } from '../countries.js'
import { partyStatement, type OfacParty } from '../party.js'
import { periodWords } from './dates.js'
import type { Statement } from '../statements.js'
import type { References } from './references.js'

/** What stands before the parties in the file, and what they refer to. */
export interface Surroundings {
  readonly references: References
  readonly locations: ReadonlyMap<string, ListAddress>
  /** Documents by the identity that they are of, as statements. */
  readonly documents: ReadonlyMap<string, readonly Statement[]>
}

/** Parts of an address in the order in which the legacy files join them. */
const PART_ORDER = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'CITY', 'STATE/PROVINCE', 'POSTAL CODE', 'REGION', 'Unknown']

export function readLocation(element: XmlElement, references: References): ListAddress {
  const [countryElement] = elementsAt(element, 'LocationCountry')
  const country =
    countryElement === undefined ? '' : references.word('Country', attributeOf(countryElement, 'CountryID'))
  const parts = elementsAt(element, 'LocationPart').map((part) => ({
    order: PART_ORDER.indexOf(references.word('LocPartType', attributeOf(part, 'LocPartTypeID'))),
    text: textsAt(part, 'LocationPartValue', 'Value').join(' '),
  }))
  const texts = parts.toSorted((a, b) => a.order - b.order).map(({ text }) => text)
  const code = ofacCountry(country)
  const text = [...texts, country].filter((each) => each !== '').join(', ')
  return { text, ...(code === undefined ? {} : { country: code }) }
}

export function readDocument(element: XmlElement, references: References): Statement {
  const type = references.word('IDRegDocType', attributeOf(element, 'IDRegDocTypeID'))
  const country = references.word('Country', attributeOf(element, 'IssuedBy-CountryID'))
  return partyStatement(type, textAt(element, 'IDRegistrationNo'), country)
}

/** Reads a party, its references put into words. A party has one profile, and that one identity that is its own. */
export function readParty(element: XmlElement, around: Surroundings): OfacParty {
  const { references, documents } = around
  const [profile] = elementsAt(element, 'Profile')
  const identities = profile === undefined ? [] : elementsAt(profile, 'Identity')
  const features =
    profile === undefined ? [] : elementsAt(profile, 'Feature').flatMap((each) => readFeature(each, around))
  const subType = profile === undefined ? '' : attributeOf(profile, 'PartySubTypeID')
  const valueOf = (type: string): string | undefined => features.find((feature) => feature.type === type)?.value
  const comment = textAt(element, 'Comment')
  return {
    uid: attributeOf(element, 'FixedRef'),
    type: typeWord(subType, references),
    names: identities.flatMap((identity) => readNames(identity, references)),
    addresses: features.flatMap(({ type, address }) => (type === 'Location' && address !== undefined ? [address] : [])),
    statements: [
      ...features
        .filter(({ type, value }) => type !== 'Location' && value !== '')
        .map(({ type, value }) => partyStatement(type, value)),
      ...identities.flatMap((identity) => documents.get(attributeOf(identity, 'ID')) ?? []),
    ],
    flag: valueOf('Vessel Flag'),
    callSign: valueOf('Vessel Call Sign'),
    owner: valueOf('Vessel Owner'),
    remarks: comment || undefined,
    line: element.line,
  }
}

function typeWord(subType: string, references: References): string {
  const word = references.word('PartySubType', subType)
  if (/^(?:vessel|aircraft)$/i.test(word)) return word
  return references.word('PartyType', references.attribute('PartySubType', subType, 'PartyTypeID'))
}

function readNames(identity: XmlElement, references: References): readonly ListName[] {
  const groups = new Map(
    elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup').map((group) => [
      attributeOf(group, 'ID'),
      references.word('NamePartType', attributeOf(group, 'NamePartTypeID')),
    ]),
  )
  return elementsAt(identity, 'Alias').flatMap((alias) => {
    const primary = attributeOf(alias, 'Primary') === 'true'
    const weak = attributeOf(alias, 'LowQuality') === 'true'
    const former = /^f/i.test(references.word('AliasType', attributeOf(alias, 'AliasTypeID'))) ? { former: true } : {}
    return elementsAt(alias, 'DocumentedName').flatMap((name): readonly ListName[] => {
      const values = elementsAt(name, 'DocumentedNamePart', 'NamePartValue')
      const text = joinName(values, groups)
      const script = references.word('Script', attributeOf(values[0] ?? name, 'ScriptID'))
      const latin = script === '' || script === 'Latin'
      if (!isName(text)) return []
      const strength = weak ? 'weak' : primary && latin ? 'primary' : 'strong'
      return [{ text, strength, ...former, ...(latin ? {} : { script }) }]
    })
  })
}

/** `LAST, First Middle`, as the legacy files have it; parts of no known kind stand as they come. */
function joinName(values: readonly XmlElement[], groups: ReadonlyMap<string, string>): string {
  const parts = values.map((value) => ({
    last: /^last name$/i.test(groups.get(attributeOf(value, 'NamePartGroupID')) ?? ''),
    text: value.text,
  }))
  const last = parts
    .filter((part) => part.last)
    .map((part) => part.text)
    .join(' ')
  const others = parts
    .filter((part) => !part.last)
    .map((part) => part.text)
    .join(' ')
  return [last, others].filter((part) => part !== '').join(', ')
}

interface Feature {
  readonly type: string
  readonly value: string
  readonly address: ListAddress | undefined
}

function readFeature(element: XmlElement, { references, locations }: Surroundings): readonly Feature[] {
  const type = references.word('FeatureType', attributeOf(element, 'FeatureTypeID'))
  return elementsAt(element, 'FeatureVersion').flatMap((version) => {
    const places = elementsAt(version, 'VersionLocation').map((each) => locations.get(attributeOf(each, 'LocationID')))
    const details = elementsAt(version, 'VersionDetail').map(
      (detail) => detail.text || references.word('DetailReference', attributeOf(detail, 'DetailReferenceID')),
    )
    const periods = elementsAt(version, 'DatePeriod').map(periodWords)
    const value =
      [...periods, ...details, ...places.map((place) => place?.text ?? '')].find((each) => each !== '') ?? ''
    return places.length > 1
      ? places.map((address) => ({ type, value: address?.text ?? '', address }))
      : [{ type, value, address: places[0] }]
  })
}
