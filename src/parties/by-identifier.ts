import { normaliseIdentifier, sameIdentifier, type NormalIdentifier } from '../match/identifiers.js'
import { isFormerCountry } from '../model/former-country.js'
import type { Problem } from '../model/problem.js'
import type { EntityRecord } from '../model/record.js'
import type { Fold } from './folding.js'
import type { UnionFind } from './union-find.js'

/**
 * Registers that give one number to one party. A SWIFT code is not among them: vendor masters hold that of the vendor's bank. A national number
 * counts only where its country is known on both sides.
 */
const WORLD_REGISTERS: ReadonlySet<string> = new Set(['lei', 'imo', 'duns'])
const NATIONAL_REGISTERS: ReadonlySet<string> = new Set(['tax', 'registration', 'uscc'])

interface Held {
  readonly member: number
  readonly record: EntityRecord
  readonly number: NormalIdentifier
}

/** Unites records that share a number of one register, whatever their names say; names with nothing in common are said. */
export function uniteByIdentifier(
  records: Iterable<readonly [member: number, record: EntityRecord]>,
  fold: Fold,
  sets: UnionFind,
): readonly Problem[] {
  const holders = new Map<string, Held[]>()
  const problems: Problem[] = []
  for (const [member, record] of records) {
    for (const identifier of record.identifiers) {
      const number = normaliseIdentifier(withCountry(identifier, record))
      if (number === undefined || !provesIdentity(number)) continue
      const known = holders.get(number.value) ?? []
      holders.set(number.value, known)
      const same = known.find((held) => sameIdentifier(held.number, number))
      if (same === undefined) known.push({ member, record, number })
      else if (sets.find(same.member) !== sets.find(member)) {
        sets.union(same.member, member)
        if (!haveWordInCommon(same.record.name, record.name, fold)) problems.push(strangers(same.record, record))
      }
    }
  }
  return problems
}

function withCountry(
  identifier: EntityRecord['identifiers'][number],
  { country }: EntityRecord,
): EntityRecord['identifiers'][number] {
  const isKnown = country !== undefined && !isFormerCountry(country)
  return identifier.country === undefined && isKnown ? { ...identifier, country } : identifier
}

function provesIdentity({ scheme, country }: NormalIdentifier): boolean {
  return WORLD_REGISTERS.has(scheme) || (NATIONAL_REGISTERS.has(scheme) && country !== undefined)
}

const SHARED_BEGINNING = 4

/** Whether a word of one, or its beginning, stands in the other; all of a name where it has no longer word. */
function haveWordInCommon(a: string, b: string, fold: Fold): boolean {
  const [left, right] = [fold(a).core, fold(b).core]
  if (left === right) return true
  const words = a.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
    const core = fold(word).core
    return core.length >= SHARED_BEGINNING ? [core.slice(0, SHARED_BEGINNING)] : []
  })
  return words.some((word) => right.includes(word))
}

function strangers(a: EntityRecord, b: EntityRecord): Problem {
  const [first, second] = [a, b]
    .map(({ name, place }) => `${JSON.stringify(name)} (${place.file}:${place.line})`)
    .toSorted()
  return {
    severity: 'warning',
    code: 'same-number',
    message: `${first} and ${second} share a number and were taken for one party, though their names have nothing in common`,
    hint: 'if they are two parties, one of the numbers is wrong',
    file: b.place.file,
    line: b.place.line,
  }
}
