import type { Entities } from '../parties/entity-table.js'
import type { Fold } from '../parties/folding.js'
import type { Identifier } from '../model/identifier.js'
import { compareCodePoints } from '../model/order.js'
import type { Place } from '../model/problem.js'
import type { EntityRecord, NamedParty, PartyType } from '../model/record.js'

/** Collects what transactions say of the parties that they name, beside the names. */
export interface DescribedParties {
  add(party: NamedParty, place: Place): void
  /** As records, one a party: they are told by id where the transactions name the party by one, else by name. */
  toRecords(entities: Entities, fold: Fold): readonly EntityRecord[]
}

interface Described {
  readonly place: Place
  readonly names: Set<string>
  readonly countries: Set<string>
  readonly identifiers: Map<string, Identifier>
  type: PartyType
}

export function createDescribedParties(): DescribedParties {
  const byText = new Map<string, Described>()
  return {
    add({ text, name, type, country, identifiers }, place) {
      let known = byText.get(text)
      if (known === undefined) {
        known = { place, names: new Set(), countries: new Set(), identifiers: new Map(), type }
        byText.set(text, known)
      }
      if (name !== undefined) known.names.add(name)
      if (country !== undefined) known.countries.add(country)
      if (type === 'bank') known.type = type
      for (const one of identifiers) known.identifiers.set(`${one.scheme}:${one.value}`, one)
    },
    toRecords(entities, fold) {
      // Folding all names of the files of entities would be half the time of reading them.
      if (byText.size === 0) return []
      const byId = recordsById(byText, entities)
      const countryOf = countries(byText, entities, fold)
      return [...byText].map(([text, described]) => toRecord(text, described, byId.get(text), countryOf(text)))
    },
  }
}

/** The last record of each id that a transaction names. */
function recordsById(named: ReadonlyMap<string, unknown>, entities: Entities): ReadonlyMap<string, EntityRecord> {
  const byId = new Map<string, EntityRecord>()
  for (let record = 0; record < entities.count; record++) {
    const id = entities.ids.textAt(record)
    if (id !== '' && named.has(id)) byId.set(id, entities.at(record))
  }
  return byId
}

/**
 * The country that a party known by its name alone is given: none where a record, or another row, says a different one for that name. Two
 * parties would come of it, and every link that names either would fit both.
 */
function countries(
  byText: ReadonlyMap<string, Described>,
  entities: Entities,
  fold: Fold,
): (text: string) => string | undefined {
  const byCore = new Map<string, Set<string>>()
  const note = (name: string, its: Iterable<string>): void => {
    const { core } = fold(name)
    const known = byCore.get(core) ?? new Set()
    byCore.set(core, known)
    for (const country of its) known.add(country)
  }
  for (const [text, described] of byText) if (described.names.size === 0) note(text, described.countries)
  for (let record = 0; record < entities.count; record++) {
    const { name, aliases, country } = entities.at(record)
    // A record without a country is not contradicted, but its party must not be split either.
    for (const each of [name, ...aliases]) if (byCore.has(fold(each).core)) note(each, [country ?? ''])
  }
  return (text) => {
    const [only, another] = byCore.get(fold(text).core) ?? []
    return another === undefined && only !== '' ? only : undefined
  }
}

function toRecord(
  text: string,
  { place, names, countries: said, identifiers, type }: Described,
  known: EntityRecord | undefined,
  countryOfName: string | undefined,
): EntityRecord {
  const [first, ...others] = [...names].toSorted(compareCodePoints)
  const its = { type, identifiers: [...identifiers.values()], place }
  // The master record's word on name and country stands; what the ledger calls the party is looked up as well.
  if (known !== undefined) return { ...its, type: 'unknown', id: text, name: known.name, aliases: [...names] }
  const [only, another] = said
  const country = first === undefined ? countryOfName : another === undefined ? only : undefined
  const named = first === undefined ? { name: text, aliases: [] } : { id: text, name: first, aliases: others }
  return { ...its, ...named, ...(country === undefined ? {} : { country }) }
}
