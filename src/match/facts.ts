import type { PartialDate } from '../model/date.js'
import { compareCountries } from '../model/former-country.js'
import type { PartyType } from '../model/record.js'
import type { Subject } from '../model/subject.js'
import {
  compareIdentifiers,
  normaliseIdentifier,
  type IdentifierEvidence,
  type NormalIdentifier,
} from './identifiers.js'

/** What is known of a party beside its names. */
export interface PartyFacts {
  readonly type: PartyType
  readonly countries: readonly string[]
  readonly identifiers: readonly NormalIdentifier[]
  readonly dates: readonly PartialDate[]
}

/** What the facts of two parties say to each other: `unknown` wherever a side is silent. */
export interface FactEvidence {
  /** `perhaps`: a state of old on one side, one of its successors on the other. */
  readonly country: 'equal' | 'perhaps' | 'different' | 'unknown'
  /** `kind`: a company against a vessel; `person`: a person against anything else. */
  readonly type: 'agrees' | 'unknown' | 'kind' | 'person'
  /** `equal` needs two whole days; `near` are dates that may be one, such as a year against a day of it or a day with a slip. */
  readonly date: 'equal' | 'near' | 'different' | 'unknown'
  readonly identifiers: IdentifierEvidence
}

/** What an entry or a subject says of its party, its numbers brought to one form. */
export function factsOf(party: Pick<Subject, 'type' | 'countries' | 'identifiers' | 'dates'>): PartyFacts {
  const identifiers = party.identifiers.map(normaliseIdentifier).filter((identifier) => identifier !== undefined)
  return { type: party.type, countries: party.countries, identifiers, dates: party.dates }
}

export function compareFacts(subject: PartyFacts, entry: PartyFacts): FactEvidence {
  return {
    country: compareCountries(subject.countries, entry.countries),
    type: compareTypes(subject.type, entry.type),
    date: compareDates(subject.dates, entry.dates),
    identifiers: compareIdentifiers(subject.identifiers, entry.identifiers, subject.countries),
  }
}

type TypeClass = 'person' | 'organisation' | 'vessel' | 'aircraft' | 'unknown'

/** Banks, forwarders and public bodies are organisations as companies are: records and lists draw those lines differently. */
function typeClass(type: PartyType): TypeClass {
  return type === 'person' || type === 'vessel' || type === 'aircraft' || type === 'unknown' ? type : 'organisation'
}

/** OFAC FAQ 5, step 2: a name of another kind of party is no match. */
function compareTypes(a: PartyType, b: PartyType): FactEvidence['type'] {
  const [x, y] = [typeClass(a), typeClass(b)]
  if (x === 'unknown' || y === 'unknown') return 'unknown'
  if (x === y) return 'agrees'
  return x === 'person' || y === 'person' ? 'person' : 'kind'
}

function compareDates(a: readonly PartialDate[], b: readonly PartialDate[]): FactEvidence['date'] {
  if (a.length === 0 || b.length === 0) return 'unknown'
  const pairs = a.flatMap((one) => b.map((other) => [one, other] as const))
  if (pairs.some(([one, other]) => one.first === other.first && one.first === one.last && other.first === other.last))
    return 'equal'
  if (pairs.some(([one, other]) => one.first <= other.last && other.first <= one.last)) return 'near'
  return pairs.some(([one, other]) => isSlip(one.text, other.text)) ? 'near' : 'different'
}

const WHOLE_DAY = 10

/** Two whole days that a clerk may have written for one: day and month changed over, or one digit wrong. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== WHOLE_DAY || b.length !== WHOLE_DAY) return false
  const [year, month, day] = a.split('-')
  if (`${year}-${day}-${month}` === b) return true
  return [...a].filter((digit, i) => digit !== b[i]).length === 1 && a.slice(0, 3) === b.slice(0, 3)
}
