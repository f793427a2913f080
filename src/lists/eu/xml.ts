import type { PartialDate } from '../../model/date.js'
import type { ListEntry } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import { isoDay } from '../day-forms.js'
import { addText, draftEntry, finishDraft } from '../draft.js'
import { readListDay } from '../list-day.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { attributeIn, attributeOf, childrenOf, textsAt, type XmlElement } from '../xml/element.js'
import { loadXmlList, type XmlList } from '../xml/load.js'
import { elementNames } from '../xml/names.js'
import {
  addEuAddress,
  addEuBirth,
  addEuCitizenship,
  addEuEntity,
  addEuIdentification,
  addEuName,
  addEuRegulation,
  choosePrimary,
  EU_LIST,
  euType,
  type EuField,
} from './entry.js'

const KNOWN = elementNames(
  'remark regulation publicationUrl subjectType nameAlias citizenship birthdate address identification',
  // Left alone: which regulation each single fact came with, ways to reach the party, and what a regulation says of itself.
  'regulationSummary contactInfo additionalInformation corrigendum country',
)

const ATTRIBUTES = elementNames(
  'designationDate designationDetails unitedNationId euReferenceNumber logicalId delistingDate regulationType organisationType',
  'publicationDate entryIntoForceDate numberTitle programme publicationUrl code classificationCode firstName middleName',
  'lastName wholeName function gender title nameLanguage strong regulationLanguage region countryIso2Code',
  'countryDescription circa calendarType city zipCode birthdate dayOfMonth monthOfYear year yearRangeFrom yearRangeTo place',
  'street poBox asAtListingTime key value number latinNumber diplomatic knownExpired knownFalse reportedLost',
  'revokedByIssuer issuedBy issuedDate issueDate validFrom validTo nameOnDocument identificationTypeCode',
  'identificationTypeDescription acquisitionDate disenfranchisementDate',
)

/** Reads the EU's Financial Sanctions File, version 1.1, in XML. Everything stands in attributes. */
export function loadEuXml(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    let day: PartialDate | undefined
    return {
      format: 'eu-fsf-xml',
      root: 'export',
      containers: [],
      elements: new Map([
        [
          'sanctionEntity',
          (element) => {
            const { entry, degraded } = readEntity(element, path, sink)
            collector.add(entry, degraded)
          },
        ],
      ]),
      known: KNOWN,
      knownAttributes: ATTRIBUTES,
      needed: ['sanctionEntity', 'nameAlias', 'subjectType', 'regulation'],
      onRoot: (attributes) => {
        day = isoDay(attributeIn(attributes, 'generationDate'))
      },
      name: () => EU_LIST,
      day: () => day,
    }
  })
}

function readEntity(
  element: XmlElement,
  file: string,
  problems: ProblemSink,
): { readonly entry: ListEntry; readonly degraded: boolean } {
  const fieldOf =
    (part: XmlElement): EuField =>
    (name) =>
      name === 'publicationUrl' ? (textsAt(part, name)[0] ?? '') : attributeOf(part, name)
  const own = fieldOf(element)
  const [subject] = childrenOf(element, 'subjectType')
  const draft = draftEntry({
    list: EU_LIST,
    regime: 'eu',
    kind: 'asset-freeze',
    entryId: own('euReferenceNumber') || own('logicalId'),
    type:
      subject === undefined
        ? 'unknown'
        : euType(attributeOf(subject, 'classificationCode'), attributeOf(subject, 'code')),
    place: { file, line: element.line },
  })
  for (const alias of childrenOf(element, 'nameAlias'))
    addEuName(draft, fieldOf(alias), textsAt(alias, 'remark').join(' '))
  choosePrimary(draft)
  const parts = [
    ['regulation', addEuRegulation],
    ['citizenship', addEuCitizenship],
    ['address', addEuAddress],
    ['birthdate', addEuBirth],
    ['identification', addEuIdentification],
  ] as const
  for (const [name, add] of parts) for (const part of childrenOf(element, name)) add(draft, fieldOf(part))
  for (const remark of childrenOf(element, 'remark')) addText(draft.remarks, remark.text)
  addEuEntity(draft, own)
  const listed = readListDay(draft, isoDay, own('designationDate'), 'designationDate', problems)
  return { entry: finishDraft(draft), degraded: listed.bad }
}
