import type { EntryRelation, ListAddress, ListEntry, ListName } from '../../model/entry.js'
import type { Identifier } from '../../model/identifier.js'
import { compareCodePoints } from '../../model/order.js'
import type { PartyType } from '../../model/record.js'
import { fitted } from '../fitted.js'
import { ofacCountry } from './countries.js'
import type { RemarkFacts } from './facts.js'
import { kindOf, splitPrograms, type OfacList } from './programs.js'
import { isKnownType, type MainRow } from './rows.js'

/** All that the files of one set say of one uid. */
export interface EntryParts {
  readonly row: MainRow
  /** Aliases of the alias file, all strong; of XML with their own strength. */
  readonly aliases: readonly ListName[]
  readonly addresses: readonly ListAddress[]
  /** With the continuation. */
  readonly remarks: string | undefined
  readonly facts: RemarkFacts
  /** Orders under which the remarks spell out directives, as `directivesIn` finds them. */
  readonly directives: readonly string[]
}

/** Schemes of registers that a company stands in where it is at home: their country is one of the company's. */
const HOME_REGISTERS: ReadonlySet<string> = new Set(['registration', 'tax', 'uscc', 'gazette'])

const DETAILS = 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id='

/** An entry that its reader may still change. */
export type BuiltEntry = { -readonly [Field in keyof ListEntry]: ListEntry[Field] }

/** Puts an entry together. */
export function buildEntry(list: OfacList, file: string, parts: EntryParts): BuiltEntry {
  const { row, facts, remarks } = parts
  const type = typeOf(row, facts)
  const programs = splitPrograms(row.programs)
  const identifiers = identifiersOf(type, parts)
  const flag = type === 'vessel' ? ofacCountry(row.flag ?? '') : undefined
  const { birthPlaces } = facts
  // Spreading what may be absent into each of tens of thousands of entries took a tenth of the reading.
  const entry: BuiltEntry = {
    list,
    regime: 'us',
    kind: kindOf(list, { programs, directives: parts.directives }),
    entryId: row.uid,
    names: distinctNames(row.name, parts.aliases, facts.names),
    type,
    countries: countriesOf(type, parts, identifiers),
    addresses: parts.addresses,
    identifiers,
    dates: facts.dates,
    programs,
    url: DETAILS + row.uid,
    relations: relationsOf(parts),
    place: { file, line: row.line },
  }
  if (birthPlaces.length > 0) entry.birthPlaces = birthPlaces
  if (flag !== undefined) entry.flag = flag
  if (remarks !== undefined) entry.remarks = remarks
  return entry
}

/**
 * An entry that is no individual, vessel or aircraft is an entity, which the lists do not divide further, but for banks: `Target Type
 * Government Entity` stands on state companies and ministries alike.
 */
function typeOf(row: MainRow, facts: RemarkFacts): PartyType {
  if (row.type === 'individual') return 'person'
  if (row.type === 'vessel' || row.type === 'aircraft') return row.type
  if (!isKnownType(row.type)) return 'unknown'
  return facts.financialInstitution ? 'bank' : 'company'
}

function identifiersOf(type: PartyType, { row, facts }: EntryParts): readonly Identifier[] {
  const { identifiers } = facts
  if (row.callSign === undefined && type !== 'person') return identifiers
  const read = identifiers.map((each): Identifier => {
    // Of a person it is the number of the identity card; of a company it may be any register's.
    return type === 'person' && each.scheme === 'identification' ? { ...each, scheme: 'national-id' } : each
  })
  if (row.callSign !== undefined) read.push({ scheme: 'call-sign', value: row.callSign })
  return read.length === 0 ? identifiers : read
}

function countriesOf(
  type: PartyType,
  { addresses, facts, row }: EntryParts,
  identifiers: readonly Identifier[],
): readonly string[] {
  const codes: string[] = []
  const add = (code: string | undefined): void => {
    if (code !== undefined && !codes.includes(code)) codes.push(code)
  }
  for (const address of addresses) add(address.country)
  for (const country of facts.countries) add(country)
  if (type !== 'person') for (const each of identifiers) if (HOME_REGISTERS.has(each.scheme)) add(each.country)
  if (row.flag !== undefined) add(ofacCountry(row.flag))
  return fitted(codes.length > 1 ? codes.sort(compareCodePoints) : codes)
}

function relationsOf({ row, facts }: EntryParts): readonly EntryRelation[] {
  return row.owner === undefined ? facts.relations : [...facts.relations, { kind: 'Vessel Owner', name: row.owner }]
}

/** The first of equal texts stays: the alias file's strong name before the remarks' weak one. */
function distinctNames(primary: string, aliases: readonly ListName[], weak: readonly ListName[]): readonly ListName[] {
  const names: ListName[] = [{ text: primary, strength: 'primary' }]
  if (aliases.length + weak.length === 0) return names
  const known = aliases.length + weak.length > FEW ? new Set([primary]) : undefined
  const isKnown = (text: string): boolean => known?.has(text) ?? names.some((name) => name.text === text)
  for (const more of [aliases, weak]) {
    for (const name of more) {
      if (isKnown(name.text)) continue
      known?.add(name.text)
      names.push(name)
    }
  }
  return fitted(names)
}

/** So many names are compared with each other sooner than filed. */
const FEW = 6
