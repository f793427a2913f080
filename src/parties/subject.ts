import { compareCodePoints } from '../model/order.js'
import type { EntityRecord } from '../model/record.js'
import type { Subject } from '../model/subject.js'
import type { Parties } from './parties.js'
import { profileOf, typeOf } from './profile.js'

/** What a party's records say of it, as the lists are asked. */
export function subjectOf(parties: Parties, party: number): Subject {
  const records = parties.recordsOf(party)
  const spellings = parties.spellingsOf(party)
  const [only, ...others] = records
  if (only !== undefined && others.length === 0 && only.aliases.length === 0 && spellings.length === 0) {
    return subjectOfRecord(only)
  }
  const names = new Set<string>()
  for (const record of records) {
    names.add(record.name)
    for (const alias of record.aliases) names.add(alias)
  }
  for (const spelling of spellings) names.add(spelling.text)
  const profile = profileOf(records)
  return {
    names: [...names].toSorted(compareCodePoints),
    type: typeOf(profile),
    countries: profile.countries,
    identifiers: profile.identifiers,
    dates: profile.founded,
  }
}

/** Most parties are one record with one name. */
function subjectOfRecord({ name, type, country, identifiers, founded }: EntityRecord): Subject {
  return {
    names: [name],
    type,
    countries: country === undefined ? [] : [country],
    identifiers,
    dates: founded === undefined ? [] : [founded],
  }
}
