import type { PartialDate } from '../model/date.js'
import { compareCountries } from '../model/former-country.js'
import type { Identifier } from '../model/identifier.js'
import type { EntityRecord, PartyType } from '../model/record.js'
import { compareIdentifiers, normaliseIdentifier, type NormalIdentifier } from '../match/identifiers.js'

/** What the records of one party say of it beside its names. */
export interface Profile {
  readonly countries: readonly string[]
  readonly types: readonly PartyType[]
  readonly identifiers: readonly Identifier[]
  readonly founded: readonly PartialDate[]
}

export const BLANK: Profile = { countries: [], types: [], identifiers: [], founded: [] }

export function profileOf(records: readonly EntityRecord[]): Profile {
  return {
    countries: distinct(records.flatMap((record) => (record.country === undefined ? [] : [record.country]))),
    types: distinct(records.flatMap((record) => (record.type === 'unknown' ? [] : [record.type]))),
    identifiers: records.flatMap((record) => record.identifiers),
    founded: records.flatMap((record) => (record.founded === undefined ? [] : [record.founded])),
  }
}

function distinct<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted()
}

/** Banks, forwarders and public bodies are organisations, and ledgers call them `company` without a thought. */
function isOrganisation(type: PartyType): boolean {
  return type === 'company' || type === 'bank' || type === 'forwarder' || type === 'public-body'
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value))
}

/** What keeps two records of one name apart, in a word for the message; `undefined` where nothing does. */
export function contradiction(a: Profile, b: Profile): 'country' | 'type' | 'identifier' | undefined {
  if (compareCountries(a.countries, b.countries) === 'different') return 'country'
  const kindsOf = (profile: Profile): readonly string[] =>
    profile.types.map((type) => (isOrganisation(type) ? 'organisation' : type))
  if (disjoint(kindsOf(a), kindsOf(b))) return 'type'
  if (a.identifiers.length === 0 || b.identifiers.length === 0) return undefined
  return compareIdentifiers(numbersOf(a), numbersOf(b)).conflict === undefined ? undefined : 'identifier'
}

const numbers = new WeakMap<Profile, readonly NormalIdentifier[]>()

/** The identifiers in the form in which they are compared; made once a profile, since thousands of namesakes are compared with each other. */
export function numbersOf(profile: Profile): readonly NormalIdentifier[] {
  const known = numbers.get(profile)
  if (known !== undefined) return known
  const made = profile.identifiers.flatMap((one) => normaliseIdentifier(one) ?? [])
  numbers.set(profile, made)
  return made
}

/**
 * The type that verdicts go by. A public body ends a walk, so records that disagree give `company`: never nearer to clear
 * than the most open of them.
 */
export function typeOf(profile: Profile): PartyType {
  const [only, ...others] = profile.types
  if (only === undefined) return 'unknown'
  if (others.length === 0) return only
  const specific = profile.types.filter((type) => type !== 'company' && type !== 'public-body')
  return specific.length === 1 && specific[0] !== undefined ? specific[0] : 'company'
}
