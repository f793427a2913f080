import { SINGLE_SCHEMES } from '../match/tables/identifier-schemes.js'
import { partition } from './partition.js'
import { numbersOf, type Profile } from './profile.js'

/** From here on all with all is too much: a vendor master may hold thousands of "Cash sale customer". */
const MANY = 64

export interface Split {
  readonly sets: readonly (readonly number[])[]
  /** Those that fit two which contradict each other. */
  readonly ambiguous: readonly number[]
}

/**
 * `partition`, and for many members first by the number of one register that most of them have: two of them with different ones never fit. A member
 * without that number joins the one set that it fits, and stays alone where there are two.
 */
export function split(
  members: readonly number[],
  profileOf: (member: number) => Profile,
  compatible: (a: number, b: number) => boolean,
): Split {
  const register = members.length > MANY ? mostHeld(members, profileOf) : undefined
  if (register === undefined) {
    const { sets, ambiguous } = partition(members.length, (a, b) => compatible(members[a] ?? -1, members[b] ?? -1))
    const back = (indexes: readonly number[]): readonly number[] => indexes.map((index) => members[index] ?? -1)
    return { sets: sets.map(back), ambiguous: back(ambiguous) }
  }
  const classes = new Map<string, number[]>()
  const without: number[] = []
  for (const member of members) {
    const value = valueIn(register, profileOf(member))
    if (value === undefined) without.push(member)
    else push(classes, value, member)
  }
  const parts = [...classes.values()].map((its) => split(its, profileOf, compatible))
  return withBlanks(
    parts.flatMap((part) => part.sets),
    parts.flatMap((part) => part.ambiguous),
    split(without, profileOf, compatible),
    compatible,
  )
}

function withBlanks(
  sets: readonly (readonly number[])[],
  ambiguous: readonly number[],
  blanks: Split,
  compatible: (a: number, b: number) => boolean,
): Split {
  const joined = sets.map((set) => [...set])
  const torn = [...ambiguous, ...blanks.ambiguous]
  for (const blank of blanks.sets) {
    const fitting: number[][] = []
    for (const set of joined) {
      if (set.every((a) => blank.every((b) => compatible(a, b)))) fitting.push(set)
      if (fitting.length === 2) break
    }
    const [only, second] = fitting
    if (only !== undefined && second === undefined) only.push(...blank)
    else {
      joined.push([...blank])
      if (only !== undefined) torn.push(...blank)
    }
  }
  return { sets: joined, ambiguous: torn }
}

/** The register of which most members hold a number, where there are two different ones. */
function mostHeld(members: readonly number[], profileOf: (member: number) => Profile): string | undefined {
  const held = new Map<string, { count: number; readonly values: Set<string> }>()
  for (const member of members) {
    for (const { scheme, country, value } of numbersOf(profileOf(member))) {
      if (!SINGLE_SCHEMES.has(scheme)) continue
      const register = JSON.stringify([scheme, country])
      const known = held.get(register) ?? { count: 0, values: new Set<string>() }
      known.count++
      known.values.add(value)
      held.set(register, known)
    }
  }
  const telling = [...held].filter(([, { values }]) => values.size > 1)
  return telling.toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))[0]?.[0]
}

function valueIn(register: string, profile: Profile): string | undefined {
  return numbersOf(profile)
    .filter(({ scheme, country }) => JSON.stringify([scheme, country]) === register)
    .map(({ value }) => value)
    .toSorted()[0]
}

function push(classes: Map<string, number[]>, value: string, member: number): void {
  const known = classes.get(value)
  if (known === undefined) classes.set(value, [member])
  else known.push(member)
}
