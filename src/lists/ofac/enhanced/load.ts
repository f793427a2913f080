import { parsePartialDate, type PartialDate } from '../../../model/date.js'
import type { ListAddress, ListName } from '../../../model/entry.js'
import { compareCodePoints } from '../../../model/order.js'
import type { ProblemSink } from '../../../model/problem.js'
import { quote } from '../../../records/quote.js'
import { isName } from '../../../records/row.js'
import { isoDay } from '../../day-forms.js'
import type { ListFile, LoadedList } from '../../loaded.js'
import { attributeOf, elementsAt, textAt, textsAt, type XmlElement } from '../../xml/element.js'
import { loadXmlList, type XmlList } from '../../xml/load.js'
import { elementNames } from '../../xml/names.js'
import { ofacCountry } from '../countries.js'
import { partyStatement, partyEntries, type OfacParty, type OfacStanding } from '../party.js'

const KNOWN = elementNames(
  'address addressPart addressParts addresses advancedXmlOffset aliasType code comments country dataAsOf dateRange detailType',
  'documentNumber entityType expirationDate feature features filters formattedFirstName formattedFullName formattedLastName',
  'fromDateBegin fromDateEnd generalInfo idFeature idFeatures identityDocument identityDocuments identityId isApproximate',
  'isDateRange isLowQuality isPrimary isUsCitizen isUsPerson isValid isoCode issueDate issuingAuthority issuingCountry',
  'issuingLocation legalAuthorities legalAuthority livingStatus name namePart nameParts names quality relatedEntity relationship',
  'relationships reliability remarks sanctionsList sanctionsLists sanctionsProgram sanctionsPrograms sanctionsType sanctionsTypes',
  'script title toDateBegin toDateEnd translation translations type value valueDate valueRefId versionId',
)

/** All that its schema has. */
const ATTRIBUTES = elementNames(
  'datePublished entityId featureTypeId featureVersionId id nameId nameTranslationId refId',
)

/** Reads OFAC's enhanced XML, SDN_ENHANCED.XML and its like: everything is in words beside its number, so no reference is followed. */
export function loadOfacEnhanced(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    let day: PartialDate | undefined
    const lists = new Set<string>()
    return {
      format: 'ofac-enhanced-xml',
      root: 'sanctionsData',
      containers: ['entities'],
      elements: new Map([
        [
          'publicationInfo',
          (element) => {
            day = isoDay(textAt(element, 'dataAsOf'))
            const only = textsAt(element, 'filters', 'sanctionsPrograms', 'sanctionsProgram')
            if (only.length > 0) sink(filtered(path, only))
          },
        ],
        [
          'entity',
          (element) => {
            const party = readParty(element)
            const entries = partyEntries(party, readStanding(element), path)
            for (const entry of entries) {
              lists.add(entry.list)
              collector.add(entry)
            }
            if (entries.length > 0) return
            const message = `expected the list that the entry ${quote(party.uid)} is on, got none`
            collector.reject({ code: 'unknown-kind', message }, element.line)
          },
        ],
      ]),
      ignored: ['referenceValues', 'featureTypes'],
      known: KNOWN,
      knownAttributes: ATTRIBUTES,
      needed: [
        'publicationInfo',
        'generalInfo',
        'name',
        'formattedFullName',
        'sanctionsList',
        'sanctionsProgram',
        'entityType',
      ],
      name: () => [...lists].sort(compareCodePoints).join(', ') || 'OFAC SDN',
      day: () => day,
    }
  })
}

const filtered = (file: string, programs: readonly string[]) =>
  ({
    severity: 'warning',
    code: 'list-filtered',
    message: `the file holds only the entries of ${programs.map(quote).join(', ')}, as its publication says, and is not the whole list`,
    hint: 'take the whole list where the others count too',
    file,
  }) as const

function readParty(element: XmlElement): OfacParty {
  const features = elementsAt(element, 'features', 'feature').map((feature) => ({
    type: textAt(feature, 'type'),
    value: textAt(feature, 'value'),
  }))
  const valueOf = (type: string): string | undefined => features.find((feature) => feature.type === type)?.value
  const documents = elementsAt(element, 'identityDocuments', 'identityDocument').map((document) =>
    partyStatement(textAt(document, 'type'), textAt(document, 'documentNumber'), textAt(document, 'issuingCountry')),
  )
  return {
    uid: attributeOf(element, 'id'),
    type: textAt(element, 'generalInfo', 'entityType'),
    names: elementsAt(element, 'names', 'name').flatMap(readName),
    addresses: elementsAt(element, 'addresses', 'address').flatMap(readAddress),
    statements: [...features.map(({ type, value }) => partyStatement(type, value)), ...documents],
    flag: valueOf('Vessel Flag'),
    callSign: valueOf('Vessel Call Sign'),
    owner: valueOf('Vessel Owner'),
    remarks: textAt(element, 'generalInfo', 'remarks') || undefined,
    line: element.line,
  }
}

function readName(element: XmlElement): readonly ListName[] {
  const primary = textAt(element, 'isPrimary') === 'true'
  const weak = textAt(element, 'isLowQuality') === 'true'
  const former = /^f/i.test(textAt(element, 'aliasType')) ? { former: true } : {}
  return elementsAt(element, 'translations', 'translation').flatMap((translation): readonly ListName[] => {
    const text = textAt(translation, 'formattedFullName')
    const script = textAt(translation, 'script')
    if (!isName(text)) return []
    const strength = weak ? 'weak' : primary && textAt(translation, 'isPrimary') === 'true' ? 'primary' : 'strong'
    return [{ text, strength, ...former, ...(script === '' || script === 'Latin' ? {} : { script }) }]
  })
}

function readAddress(element: XmlElement): readonly ListAddress[] {
  const country = textAt(element, 'country')
  const [first] = elementsAt(element, 'translations', 'translation')
  const parts = first === undefined ? [] : textsAt(first, 'addressParts', 'addressPart', 'value')
  const text = [...parts, country].filter((part) => part !== '').join(', ')
  const code = ofacCountry(country)
  return text === '' ? [] : [{ text, ...(code === undefined ? {} : { country: code }) }]
}

function readStanding(element: XmlElement): OfacStanding {
  return {
    lists: elementsAt(element, 'sanctionsLists', 'sanctionsList').map((list) => ({
      name: list.text,
      listedOn: parsePartialDate(attributeOf(list, 'datePublished').slice(0, 10)),
    })),
    programs: textsAt(element, 'sanctionsPrograms', 'sanctionsProgram'),
    legalBasis: textsAt(element, 'legalAuthorities', 'legalAuthority'),
    relations: elementsAt(element, 'relationships', 'relationship').map((relation) => {
      const [other] = elementsAt(relation, 'relatedEntity')
      const entryId = other === undefined ? '' : attributeOf(other, 'entityId')
      return {
        kind: textAt(relation, 'type'),
        name: other === undefined ? '' : other.text,
        ...(entryId === '' ? {} : { entryId }),
        ...relationDates(relation),
      }
    }),
  }
}

function relationDates(relation: XmlElement): { readonly since?: PartialDate; readonly until?: PartialDate } {
  const since = isoDay(textAt(relation, 'dateRange', 'fromDateBegin'))
  const until = isoDay(textAt(relation, 'dateRange', 'toDateEnd'))
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}
