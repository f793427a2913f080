import type { PartialDate } from '../../model/date.js'
import type { ListEntry } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import { dayFirst } from '../day-forms.js'
import { addName, addText, draftEntry, finishDraft } from '../draft.js'
import { readListDay } from '../list-day.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { elementsAt, textAt, textsAlong, type XmlElement } from '../xml/element.js'
import { loadXmlList, type XmlList } from '../xml/load.js'
import { elementNames } from '../xml/names.js'
import { addUkAddress, addUkFacts, addUkName, UK_FIELDS, UK_LIST, ukType, type UkValues } from './designation.js'
import { kindOfMeasures } from './measures.js'

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(UK_FIELDS).flatMap(({ path }) => [...path]),
  ...elementNames(
    'UniqueID Names Name Name1 Name2 Name3 Name4 Name5 Name6 NameType AliasStrength NonLatinNames NonLatinName',
    'NameNonLatinScript NonLatinScriptType Addresses Address AddressLine1 AddressLine2 AddressLine3 AddressLine4',
    'AddressLine5 AddressLine6 AddressPostalCode AddressCountry SanctionsImposedIndicators BirthDetails Location',
    'TownOfBirth CountryOfBirth',
    // The single measures, of which the text of SanctionsImposed is the sum.
    'AssetFreeze ArmsEmbargo TargetedArmsEmbargo CharteringOfShips ClosureOfRepresentativeOffices Deflag TravelBan',
    'CrewServicingOfShipsAndAircraft PreventionOfBusinessArrangements ProhibitionOfPortEntry TrustServicesSanctions',
    'PreventionOfCharteringOfShips PreventionOfCharteringOfShipsAndAircraft TechnicalAssistanceRelatedToAircraft',
    'DirectorDisqualificationSanction ShippingSanctions',
    // Left alone: ways to reach the party, what it measures, who proposed it, and words about its numbers.
    'LastUpdated DesignationSource PhoneNumbers PhoneNumber Websites Website EmailAddresses EmailAddress Genders Gender',
    'NonLatinScriptLanguage NationalIdentifierAdditionalInformation PassportAdditionalInformation PreviousFlags PreviousFlag',
    'TypeOfShipDetails TypeOfShip TonnageOfShipDetails TonnageOfShip LengthOfShipDetails LengthOfShip YearsBuilt YearBuilt',
  ),
])

/** Reads the UK Sanctions List in XML. */
export function loadUkXml(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    let day: PartialDate | undefined
    return {
      format: 'uk-sanctions-xml',
      root: 'Designations',
      containers: [],
      elements: new Map([
        ['DateGenerated', (element) => (day = dayFirst(element.text))],
        [
          'Designation',
          (element) => {
            const { entry, degraded } = readDesignation(element, path, sink)
            collector.add(entry, degraded)
          },
        ],
      ]),
      known: KNOWN,
      needed: [
        'UniqueID',
        'Name',
        'Name6',
        'NameType',
        'IndividualEntityShip',
        'RegimeName',
        'SanctionsImposed',
        'DateDesignated',
      ],
      name: () => UK_LIST,
      day: () => day,
    }
  })
}

function readDesignation(
  element: XmlElement,
  file: string,
  problems: ProblemSink,
): { readonly entry: ListEntry; readonly degraded: boolean } {
  const values: UkValues = (field) => textsAlong(element, UK_FIELDS[field].path)
  const measures = [...values('imposed').flatMap((text) => text.split('|')), ...indicators(element)]
  const type = ukType(values('type')[0] ?? '')
  const draft = draftEntry({
    list: UK_LIST,
    regime: 'uk',
    kind: kindOfMeasures(measures),
    entryId: textAt(element, 'UniqueID'),
    type: type ?? 'unknown',
    place: { file, line: element.line },
  })
  for (const name of elementsAt(element, 'Names', 'Name')) {
    const parts = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'].map((part) => textAt(name, part))
    addUkName(
      draft,
      parts.filter((part) => part !== ''),
      textAt(name, 'NameType'),
      textAt(name, 'AliasStrength'),
    )
  }
  for (const name of elementsAt(element, 'NonLatinNames', 'NonLatinName')) {
    const script = textAt(name, 'NonLatinScriptType')
    addName(draft, textAt(name, 'NameNonLatinScript'), 'strong', script === '' ? {} : { script })
  }
  for (const address of elementsAt(element, 'Addresses', 'Address')) {
    const lines = ['1', '2', '3', '4', '5', '6'].map((number) => textAt(address, `AddressLine${number}`))
    addUkAddress(draft, [...lines, textAt(address, 'AddressPostalCode')], textAt(address, 'AddressCountry'))
  }
  for (const place of elementsAt(element, 'IndividualDetails', 'Individual', 'BirthDetails', 'Location')) {
    const parts = ['TownOfBirth', 'CountryOfBirth'].map((name) => textAt(place, name))
    addText(draft.birthPlaces, parts.filter((part) => part !== '').join(', '))
  }
  addUkFacts(draft, values)
  const listed = readListDay(draft, dayFirst, values('designated')[0] ?? '', 'DateDesignated', problems)
  draft.listedOn = listed.day
  return { entry: finishDraft(draft), degraded: listed.bad }
}

/** Measures that a flag names: the text that sums them up may be missing. */
function indicators(element: XmlElement): readonly string[] {
  const named: string[] = []
  for (const { first } of elementsAt(element, 'SanctionsImposedIndicators'))
    for (let child = first; child !== undefined; child = child.next)
      if (child.text === 'true') named.push(child.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '))
  return named
}
