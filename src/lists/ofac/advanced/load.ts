import type { PartialDate } from '../../../model/date.js'
import type { EntryRelation, ListAddress } from '../../../model/entry.js'
import { compareCodePoints } from '../../../model/order.js'
import type { ProblemSink } from '../../../model/problem.js'
import { quote } from '../../../records/quote.js'
import type { ListFile, LoadedList } from '../../loaded.js'
import { attributeOf, elementsAt, textAt, type XmlElement } from '../../xml/element.js'
import { loadXmlList, type XmlList } from '../../xml/load.js'
import { partyEntries, type OfacParty, type OfacStanding } from '../party.js'
import type { Statement } from '../statements.js'
import { dateIn } from './dates.js'
import { ATTRIBUTES, CONTAINERS, IGNORED, KNOWN } from './names.js'
import { readDocument, readLocation, readParty } from './party.js'
import { createReferences, REFERENCE_TABLES, type References } from './references.js'

interface Relationship {
  readonly to: string
  readonly kind: string
  readonly former: boolean
}

interface Standing {
  readonly lists: { readonly name: string; readonly listedOn: PartialDate | undefined }[]
  readonly programs: Set<string>
  readonly legalBasis: Set<string>
}

/**
 * Reads OFAC's advanced XML, SDN_ADVANCED.XML and its like. Everything in it is a number that leads into a table before or after it: places and
 * documents stand before the parties, relations and what lists they are on behind them. Parties are kept in words, not as elements.
 */
export function loadOfacAdvanced(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    const references = createReferences()
    const locations = new Map<string, ListAddress>()
    const documents = new Map<string, Statement[]>()
    const parties = new Map<string, OfacParty>()
    const relations = new Map<string, Relationship[]>()
    const standings = new Map<string, Standing>()
    const lists = new Set<string>()
    let day: PartialDate | undefined

    const readers: Readonly<Record<string, (element: XmlElement) => void>> = {
      DateOfIssue: (element) => (day = dateIn(element)),
      Location: (element) => void locations.set(attributeOf(element, 'ID'), readLocation(element, references)),
      IDRegDocument: (element) =>
        push(documents, attributeOf(element, 'IdentityID'), readDocument(element, references)),
      DistinctParty(element) {
        const [profile] = elementsAt(element, 'Profile')
        const id = profile === undefined ? '' : attributeOf(profile, 'ID')
        const party = readParty(element, { references, locations, documents })
        if (parties.has(id))
          collector.reject({ code: 'uid-twice', message: `expected one party ${quote(id)}, got another` }, element.line)
        else parties.set(id, party)
      },
      ProfileRelationship: (element) =>
        push(relations, attributeOf(element, 'From-ProfileID'), {
          to: attributeOf(element, 'To-ProfileID'),
          kind: references.word('RelationType', attributeOf(element, 'RelationTypeID')),
          former: attributeOf(element, 'Former') === 'true',
        }),
      SanctionsEntry: (element) => addStanding(standings, element, references),
    }

    function finish(): void {
      for (const [id, party] of parties) {
        const standing = standings.get(id)
        if (standing === undefined) {
          const message = `expected the list that the party ${quote(party.uid)} is on, got none`
          collector.reject({ code: 'unknown-kind', message }, party.line)
          continue
        }
        const related = (relations.get(id) ?? []).map((each) => relationOf(each, parties))
        for (const entry of partyEntries(party, plain(standing, related), path)) {
          lists.add(entry.list)
          collector.add(entry)
        }
      }
      const orphans = [...standings.keys()].filter((id) => !parties.has(id))
      if (orphans.length > 0) sink(unknownParties(path, orphans))
      if (references.lost().length > 0) sink(lostReferences(path, references.lost()))
    }

    return {
      format: 'ofac-advanced-xml',
      root: 'Sanctions',
      containers: CONTAINERS,
      elements: new Map([
        ...REFERENCE_TABLES.map((name) => [name, references.add] as const),
        ...Object.entries(readers),
      ]),
      ignored: IGNORED,
      known: KNOWN,
      knownAttributes: ATTRIBUTES,
      needed: [
        'DateOfIssue',
        'DistinctParty',
        'Profile',
        'Identity',
        'Alias',
        'NamePartValue',
        'SanctionsEntry',
        'AliasType',
        'PartyType',
        'List',
      ],
      finish,
      name: () => [...lists].sort(compareCodePoints).join(', ') || 'OFAC SDN',
      day: () => day,
    }
  })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key)
  if (before === undefined) map.set(key, [value])
  else before.push(value)
}

/** The events of an entry are those of its own list: an earlier one of the same party may be another list's. */
function addStanding(standings: Map<string, Standing>, element: XmlElement, references: References): void {
  const profile = attributeOf(element, 'ProfileID')
  const standing = standings.get(profile) ?? { lists: [], programs: new Set(), legalBasis: new Set() }
  standings.set(profile, standing)
  const events = elementsAt(element, 'EntryEvent')
  const days = events.flatMap((event) => dateIn(elementsAt(event, 'Date')[0]) ?? [])
  const [first] = days.toSorted((a, b) => a.first - b.first)
  standing.lists.push({ name: references.word('List', attributeOf(element, 'ListID')), listedOn: first })
  for (const event of events) {
    const basis = references.word('LegalBasis', attributeOf(event, 'LegalBasisID'))
    if (basis !== '' && basis !== 'Unknown') standing.legalBasis.add(basis)
  }
  for (const measure of elementsAt(element, 'SanctionsMeasure')) {
    const program = textAt(measure, 'Comment')
    if (program !== '' && isProgram(references, attributeOf(measure, 'SanctionsTypeID'))) standing.programs.add(program)
  }
}

/** A measure of the type `Program` holds the programme's tag as its comment; of others it holds remarks. */
function isProgram(references: References, type: string): boolean {
  return /^program$/i.test(references.word('SanctionsType', type))
}

function plain(standing: Standing, relations: readonly EntryRelation[]): OfacStanding {
  return { lists: standing.lists, programs: [...standing.programs], legalBasis: [...standing.legalBasis], relations }
}

function relationOf({ to, kind, former }: Relationship, parties: ReadonlyMap<string, OfacParty>): EntryRelation {
  const other = parties.get(to)
  const name = other?.names.find((each) => each.strength === 'primary')?.text ?? other?.names[0]?.text ?? ''
  return { kind, name, entryId: other?.uid ?? to, ...(former ? { former } : {}) }
}

const AGAIN = 'the file may be cut or changed; take it again from where it came from'

const unknownParties = (file: string, ids: readonly string[]) =>
  ({
    severity: 'error',
    code: 'entries-lost',
    message: `expected a party for every designation, got none for ${ids.length}, the first of them ${quote(ids[0] ?? '')}`,
    hint: AGAIN,
    file,
  }) as const

const lostReferences = (file: string, lost: readonly string[]) =>
  ({
    severity: 'warning',
    code: 'references-lost',
    message: `numbers lead into no table: ${lost.join(', ')}; what they stand for is not screened`,
    hint: AGAIN,
    file,
  }) as const
