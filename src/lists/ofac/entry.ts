import type { EntryRelation, ListAddress, ListEntry, ListName } from '../../model/entry.js'
import type { Identifier } from '../../model/identifier.js'
import { compareCodePoints } from '../../model/order.js'
import type { PartyType } from '../../model/record.js'
import { ofacCountry } from './countries.js'
import { directivesIn } from './directives.js'
import { kindOf, splitPrograms, type OfacList } from './programs.js'
import type { RemarkFacts } from './remarks.js'
import type { MainRow } from './rows.js'

/** All that the files of one set say of one uid. */
export interface EntryParts {
  readonly row: MainRow
  /** Aliases of the alias file, all strong; of XML with their own strength. */
  readonly aliases: readonly ListName[]
  readonly addresses: readonly ListAddress[]
  /** With the continuation. */
  readonly remarks: string | undefined
  readonly facts: RemarkFacts
}

/** Schemes of registers that a company stands in where it is at home: their country is one of the company's. */
const HOME_REGISTERS: ReadonlySet<string> = new Set(['registration', 'tax', 'uscc', 'gazette'])

const DETAILS = 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id='

/** Puts an entry together. */
export function buildEntry(list: OfacList, file: string, parts: EntryParts): ListEntry {
  const { row, facts } = parts
  const type = typeOf(row, facts)
  const programs = splitPrograms(row.programs)
  const identifiers = identifiersOf(type, parts)
  const flag = ofacCountry(row.flag ?? '')
  return {
    list,
    regime: 'us',
    kind: kindOf(list, { programs, directives: directivesIn(parts.remarks ?? '') }),
    entryId: row.uid,
    names: distinctNames([{ text: row.name, strength: 'primary' }, ...parts.aliases, ...facts.names]),
    type,
    countries: countriesOf(type, parts, identifiers),
    addresses: parts.addresses,
    identifiers,
    dates: facts.dates,
    programs,
    ...(facts.birthPlaces.length === 0 ? {} : { birthPlaces: facts.birthPlaces }),
    ...(type === 'vessel' && flag !== undefined ? { flag } : {}),
    url: DETAILS + row.uid,
    ...(parts.remarks === undefined ? {} : { remarks: parts.remarks }),
    relations: relationsOf(parts),
    place: { file, line: row.line },
  }
}

/**
 * An entry that is no individual, vessel or aircraft is an entity, which the lists do not divide further, but for banks: `Target Type
 * Government Entity` stands on state companies and ministries alike.
 */
function typeOf(row: MainRow, facts: RemarkFacts): PartyType {
  if (row.type === 'individual') return 'person'
  if (row.type === 'vessel' || row.type === 'aircraft') return row.type
  return facts.financialInstitution ? 'bank' : 'company'
}

function identifiersOf(type: PartyType, { row, facts }: EntryParts): readonly Identifier[] {
  const read = facts.identifiers.map((each): Identifier => {
    // Of a person it is the number of the identity card; of a company it may be any register's.
    return type === 'person' && each.scheme === 'identification' ? { ...each, scheme: 'national-id' } : each
  })
  return row.callSign === undefined ? read : [...read, { scheme: 'call-sign', value: row.callSign }]
}

function countriesOf(type: PartyType, parts: EntryParts, identifiers: readonly Identifier[]): readonly string[] {
  const registers = type === 'person' ? [] : identifiers.filter((each) => HOME_REGISTERS.has(each.scheme))
  const codes = [
    ...parts.addresses.map((address) => address.country),
    ...parts.facts.countries,
    ...registers.map((each) => each.country),
    ofacCountry(parts.row.flag ?? ''),
  ]
  return [...new Set(codes.filter((code) => code !== undefined))].sort(compareCodePoints)
}

function relationsOf({ row, facts }: EntryParts): readonly EntryRelation[] {
  return row.owner === undefined ? facts.relations : [...facts.relations, { kind: 'Vessel Owner', name: row.owner }]
}

/** The first of equal texts stays: the alias file's strong name before the remarks' weak one. */
function distinctNames(names: readonly ListName[]): readonly ListName[] {
  const byText = new Map<string, ListName>()
  for (const name of names) if (!byText.has(name.text)) byText.set(name.text, name)
  return [...byText.values()]
}
