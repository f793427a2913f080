import type { EntityRecord } from '../model/record.js'
import type { Place, Problem } from '../model/problem.js'
import { foldingOf, type Fold } from './folding.js'
import { uniteByIdentifier } from './by-identifier.js'
import { checkIds } from './ids.js'
import { resolveGroup, type Member } from './group.js'
import { createGroups, type NameGroups } from './name-groups.js'
import { buildParties, type Parties } from './parties.js'
import { profileOf } from './profile.js'
import { createUnionFind, type UnionFind } from './union-find.js'

/** The distinct texts that name an end or a handler of a link, or that were read from a rejected row. */
export interface Ends {
  readonly count: number
  textOf(end: number): string
  /** The end of the text; -1 where there is none. */
  find(text: string): number
  /** Where it was first read. */
  placeOf(end: number): Place
}

export interface ResolveRequest {
  readonly records: readonly EntityRecord[]
  /** Records that say which parties are reported: they take part like others, but no party is named after one that has others. */
  readonly only?: readonly EntityRecord[]
  readonly ends: Ends
  /** Pairs of ends that a `same-as` link in effect holds to be one party. */
  readonly sameAs: readonly (readonly [number, number])[]
  /** No folding: names are equal when they are the same text. */
  readonly exactNames: boolean
}

export interface Resolution {
  readonly parties: Parties
  /** The party of each end; -1 where it fits two that contradict each other. */
  readonly partyOfEnd: Int32Array
  /** Records that can't stand: two names under one id. */
  readonly rejected: ReadonlySet<EntityRecord>
  readonly problems: readonly Problem[]
}

/**
 * Brings records and ends of links together into parties (docs/ARCHITECTURE.md, "One party, many records"): ids first, then numbers of
 * one register, then names that are equal after folding with nothing against it, then aliases for ends that nothing else names, then what `same-as` links say.
 */
export function resolveParties(request: ResolveRequest): Resolution {
  const ids = checkIds([...request.records, ...(request.only ?? [])], foldingOf(request.exactNames))
  const records = ids.kept
  const texts = [...ids.namesOfRejected]
  const problems: Problem[] = [...ids.problems]
  const endBase = records.length
  const extraBase = endBase + request.ends.count
  const sets = createUnionFind(extraBase + texts.length)
  for (const [first, again] of ids.sameId) sets.union(first, again)
  const fold = foldingOf(request.exactNames)
  problems.push(...uniteByIdentifier(records, fold, sets))

  const isId = uniteById(request.ends, ids.recordOf, endBase, sets)
  const byName = Int32Array.from(
    membersByName(endBase, extraBase + texts.length, (member) => isId[member - endBase] !== 1),
  )

  const nameOf = (member: number): string =>
    records[member]?.name ??
    (member < extraBase ? request.ends.textOf(member - endBase) : (texts[member - extraBase] ?? ''))
  const refused = mergeByName(records, byName, nameOf, fold, sets, problems)

  for (const [a, b] of request.sameAs)
    if (!refused.has(endBase + a) && !refused.has(endBase + b)) sets.union(endBase + a, endBase + b)
  const built = buildParties({
    records,
    endBase,
    ends: request.ends,
    extra: texts,
    sets,
    refused,
    isId,
    only: new Set(request.only),
  })
  return { ...built, rejected: ids.rejected, problems }
}

/** An end that is a record's id is that record, and no name; 1 for each such end. */
function uniteById(ends: Ends, recordOf: ReadonlyMap<string, number>, endBase: number, sets: UnionFind): Uint8Array {
  const isId = new Uint8Array(ends.count)
  for (const [id, record] of recordOf) {
    const end = ends.find(id)
    if (end < 0) continue
    isId[end] = 1
    sets.union(record, endBase + end)
  }
  return isId
}

/** Every record, and whatever else is known by a name. */
function* membersByName(endBase: number, count: number, isNamed: (member: number) => boolean): Generator<number> {
  for (let member = 0; member < count; member++) if (member < endBase || isNamed(member)) yield member
}

/** Unites the members whose names are equal after folding; gives those ends that fit two parties which contradict each other. */
function mergeByName(
  records: readonly EntityRecord[],
  byName: Int32Array,
  nameOf: (member: number) => string,
  fold: Fold,
  sets: UnionFind,
  problems: Problem[],
): ReadonlySet<number> {
  const groups = groupByCore(byName, nameOf, fold, records)
  const refused = new Set<number>()
  for (const group of groups) {
    const outcome = resolveGroup(group, sets)
    for (const end of outcome.refused) refused.add(end)
    problems.push(...outcome.problems)
  }
  return refused
}

/** Members under one folded core, or one of its other romanisations; groups of one are left out. Ends meet aliases only where no name meets them. */
function groupByCore(
  byName: Int32Array,
  nameOf: (member: number) => string,
  fold: Fold,
  records: readonly EntityRecord[],
): readonly (readonly Member[])[] {
  const groups = createGroups(byName.length)
  byName.forEach((index, place) => groups.add(place, fold(nameOf(index)), records[index] !== undefined))
  const memberOf = (index: number): Member => {
    const name = nameOf(index)
    const record = records[index]
    return {
      index,
      name,
      folded: fold(name),
      ...(record === undefined ? {} : { profile: profileOf([record]), record }),
    }
  }
  const met = new Map<number, Member[]>()
  const membersOf = (group: number): Member[] => {
    const known = met.get(group)
    if (known !== undefined) return known
    const made = groups.placesOf(group).map((place) => memberOf(byName[place] ?? -1))
    met.set(group, made)
    return made
  }
  for (const group of groups.withSeveral()) membersOf(group)
  joinAliases(records, groups, membersOf, fold)
  // Records that share an alias may be one by their names, which must be known by then.
  const known = [...met.values()].filter((group) => group.length > 1)
  const isByAlias = (group: readonly Member[]): boolean => group.some((member) => member.byAlias === true)
  return [...known.filter((group) => !isByAlias(group)), ...known.filter(isByAlias)]
}

/** A group of ends alone may be another record's alias: that record joins it, marked as known by that alias. */
function joinAliases(
  records: readonly EntityRecord[],
  groups: NameGroups,
  membersOf: (group: number) => Member[],
  fold: Fold,
): void {
  records.forEach((record, index) => {
    for (const alias of record.aliases) {
      const folded = fold(alias)
      const group = groups.find(folded)
      if (group === undefined || groups.hasRecord(group)) continue
      const members = membersOf(group)
      if (members.some((member) => member.index === index)) continue
      members.push({ index, name: alias, folded, profile: profileOf([record]), record, byAlias: true })
    }
  })
}
