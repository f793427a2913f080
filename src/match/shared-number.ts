import type { ListEntry } from '../model/entry.js'
import { compareFacts, type PartyFacts } from './facts.js'
import { sameIdentifier, type NormalIdentifier } from './identifiers.js'
import { normaliseName } from './normalise.js'
import { WORLD_SCHEMES } from './tables/identifier-schemes.js'

/** Numbers that a register gives to one party alone, and the numbers by which lists name each other's entries. */
const PROVING: ReadonlySet<string> = new Set([
  ...['tax', 'registration', 'uscc', 'gazette', 'lei', 'swift', 'imo', 'duns', 'passport', 'national-id', 'wikidata'],
  ...['un-reference', 'ofsi-group'],
])
/** Of these a party has one in the whole world: two different ones are two parties. */
const SINGLE: ReadonlySet<string> = new Set(['lei', 'imo', 'un-reference', 'ofsi-group'])
/** A publisher that copies a person's documents from a table gets a row wrong now and then: OFSI has the passport of another in 12274. */
const OF_PERSONS: ReadonlySet<string> = new Set(['passport', 'national-id'])

export const isProving = ({ scheme }: NormalIdentifier): boolean => PROVING.has(scheme)

/** The other's writing of the number, where it is the same of the same register and neither kind nor country speaks against it. */
export function sharedNumber(
  identifier: NormalIdentifier,
  own: PartyFacts,
  its: PartyFacts,
): NormalIdentifier | undefined {
  const other = its.identifiers.find((each) => sameIdentifier(identifier, each, own.countries))
  if (other === undefined) return undefined
  const evidence = compareFacts(own, its)
  if (evidence.type === 'person' || evidence.type === 'kind' || hasAnotherNumber(own, its)) return undefined
  // A flag or an address may be another on each list; a number of no known register needs the country beside it.
  const isOfOneRegister =
    WORLD_SCHEMES.has(other.scheme) ||
    SINGLE.has(other.scheme) ||
    (identifier.country !== undefined && identifier.country === other.country)
  return isOfOneRegister || evidence.country !== 'different' ? other : undefined
}

/** Whether a number that two entries share is enough by itself: that of a person's document is where their names have a word in common. */
export function provesOnePerson({ scheme }: NormalIdentifier, own: ListEntry, its: ListEntry): boolean {
  if (!OF_PERSONS.has(scheme)) return true
  const words = wordsOf(own)
  return [...wordsOf(its)].some((word) => words.has(word))
}

/** All words of all names, in every convention by which they are romanised. */
function wordsOf({ names }: ListEntry): ReadonlySet<string> {
  const folded = names.map(({ text }) => normaliseName(text))
  return new Set(folded.flatMap(({ words, readings }) => [words, ...readings].flat()))
}

/** Whether each of two parties has a number of which there is one a party, and none of them is the other's. */
export function hasAnotherNumber(a: PartyFacts, b: PartyFacts): boolean {
  const valuesOf = (facts: PartyFacts, scheme: string): readonly string[] =>
    facts.identifiers.filter((each) => each.scheme === scheme).map(({ value }) => value)
  return [...SINGLE].some((scheme) => {
    const [mine, others] = [valuesOf(a, scheme), valuesOf(b, scheme)]
    return mine.length > 0 && others.length > 0 && !mine.some((value) => others.includes(value))
  })
}
