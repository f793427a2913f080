import { PARTY_TYPES, type PartyType } from '../model/record.js'
import type { Subject } from '../model/subject.js'

/** Subjects on their way to another thread. Most say one name, a type and a country: as objects half a million of them took seconds to copy. */
export interface PackedSubjects {
  /** Names of those that say no more, one a line; an empty line for each of the others. */
  readonly names: string
  /** Index in PARTY_TYPES. */
  readonly types: Uint8Array
  /** Countries as the names. */
  readonly countries: string
  readonly others: ReadonlyMap<number, Subject>
}

const TYPE_CODES: ReadonlyMap<PartyType, number> = new Map(PARTY_TYPES.map((type, code) => [type, code]))

export function packSubjects(subjects: readonly Subject[]): PackedSubjects {
  const others = new Map<number, Subject>()
  const names: string[] = []
  const countries: string[] = []
  const types = new Uint8Array(subjects.length)
  for (const [at, subject] of subjects.entries()) {
    const isPlain = saysLittle(subject)
    if (!isPlain) others.set(at, subject)
    names.push(isPlain ? (subject.names[0] ?? '') : '')
    countries.push(isPlain ? (subject.countries[0] ?? '') : '')
    types[at] = TYPE_CODES.get(subject.type) ?? 0
  }
  return { names: names.join('\n'), types, countries: countries.join('\n'), others }
}

function saysLittle({ names, countries, identifiers, dates }: Subject): boolean {
  const [name, another] = names
  if (name === undefined || another !== undefined || name.includes('\n')) return false
  return countries.length < 2 && identifiers.length === 0 && dates.length === 0
}

export function unpackSubjects({ names, types, countries, others }: PackedSubjects): readonly Subject[] {
  const countryOf = countries.split('\n')
  if (types.length === 0) return []
  return names.split('\n').map((name, at): Subject => {
    const country = countryOf[at] ?? ''
    const type = PARTY_TYPES[types[at] ?? -1] ?? 'unknown'
    return (
      others.get(at) ?? {
        names: [name],
        type,
        countries: country === '' ? NONE : [country],
        identifiers: NONE,
        dates: NONE,
      }
    )
  })
}

const NONE: readonly never[] = []
