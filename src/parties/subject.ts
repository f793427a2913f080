import { compareCodePoints } from '../model/order.js'
import type { EntityRecord } from '../model/record.js'
import type { Subject } from '../model/subject.js'
import { readNameParts } from './name-parts.js'
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
    for (const name of namesIn(record.name)) names.add(name)
    for (const alias of record.aliases) names.add(alias)
  }
  for (const spelling of spellings) for (const name of namesIn(spelling.text)) names.add(name)
  const profile = profileOf(records)
  return {
    names: [...names].toSorted(compareCodePoints),
    type: typeOf(profile),
    countries: profile.countries,
    identifiers: profile.identifiers,
    dates: profile.founded,
  }
}

/** The name as it stands, which may be a listed one word for word, and each that it is made of. */
function namesIn(text: string): readonly string[] {
  const { name, others } = readNameParts(text)
  return name === text ? [text] : [...new Set([text, name, ...others])]
}

/** Most parties are one record with one name. */
function subjectOfRecord({ name, type, country, identifiers, founded }: EntityRecord): Subject {
  return {
    names: namesIn(name).toSorted(compareCodePoints),
    type,
    countries: country === undefined ? [] : [country],
    identifiers,
    dates: founded === undefined ? [] : [founded],
  }
}
