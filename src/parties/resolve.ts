import type { EntityRecord } from '../model/record.js'
import type { Place, Problem } from '../model/problem.js'
import { foldingOf, type Fold } from './folding.js'
import { checkIds } from './ids.js'
import { resolveGroup, type Member } from './group.js'
import { buildParties, type Parties } from './parties.js'
import { profileOf } from './profile.js'
import { createUnionFind, type UnionFind } from './union-find.js'

/** The distinct texts that name an end or a handler of a link, or that were read from a rejected row. */
export interface Ends {
  readonly count: number
  textOf(end: number): string
  /** Where it was first read. */
  placeOf(end: number): Place
}

export interface ResolveRequest {
  readonly records: readonly EntityRecord[]
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
 * Brings records and ends of links together into parties (docs/ARCHITECTURE.md, "One party, many records"): ids first, then names that are
 * equal after folding with nothing against it, then aliases for ends that nothing else names, then what `same-as` links say.
 */
export function resolveParties(request: ResolveRequest): Resolution {
  const ids = checkIds(request.records, foldingOf(request.exactNames))
  const records = ids.kept
  const texts = [...ids.namesOfRejected]
  const problems: Problem[] = [...ids.problems]
  const endBase = records.length
  const extraBase = endBase + request.ends.count
  const sets = createUnionFind(extraBase + texts.length)
  for (const [first, again] of ids.sameId) sets.union(first, again)

  const byName: number[] = records.map((_, at) => at)
  for (let end = 0; end < request.ends.count; end++) {
    const record = ids.recordOf.get(request.ends.textOf(end))
    if (record === undefined) byName.push(endBase + end)
    else sets.union(record, endBase + end)
  }
  for (let extra = 0; extra < texts.length; extra++) byName.push(extraBase + extra)

  const nameOf = (member: number): string =>
    records[member]?.name ??
    (member < extraBase ? request.ends.textOf(member - endBase) : (texts[member - extraBase] ?? ''))
  const fold = foldingOf(request.exactNames)
  const refused = mergeByName(records, byName, nameOf, fold, sets, problems)

  for (const [a, b] of request.sameAs)
    if (!refused.has(endBase + a) && !refused.has(endBase + b)) sets.union(endBase + a, endBase + b)
  const built = buildParties({ records, endBase, ends: request.ends, extra: texts, sets, refused })
  return { ...built, rejected: ids.rejected, problems }
}

/** Unites the members whose names are equal after folding; gives those ends that fit two parties which contradict each other. */
function mergeByName(
  records: readonly EntityRecord[],
  byName: readonly number[],
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
  byName: readonly number[],
  nameOf: (member: number) => string,
  fold: Fold,
  records: readonly EntityRecord[],
): readonly (readonly Member[])[] {
  const groupOfKey = new Map<string, number>()
  const groups: Member[][] = []
  const moved: number[] = []
  const settle = (group: number): number => {
    let at = group
    while ((moved[at] ?? at) !== at) at = moved[at] ?? at
    return at
  }
  for (const index of byName) {
    const name = nameOf(index)
    const folded = fold(name)
    const record = records[index]
    const member: Member = {
      index,
      name,
      folded,
      ...(record === undefined ? {} : { profile: profileOf([record]), record }),
    }
    let group: number | undefined
    for (const key of [folded.core, ...folded.alternates]) {
      const known = groupOfKey.get(key)
      if (known === undefined) continue
      const root = settle(known)
      if (group === undefined) group = root
      else if (group !== root) {
        groups[group]?.push(...(groups[root] ?? []))
        groups[root] = []
        moved[root] = group
      }
    }
    if (group === undefined) {
      group = groups.length
      groups.push([])
      moved.push(group)
    }
    groups[group]?.push(member)
    for (const key of [folded.core, ...folded.alternates]) groupOfKey.set(key, group)
  }
  joinAliases(records, groups, groupOfKey, settle, fold)
  return groups.filter((group) => group.length > 1)
}

/** A group of ends alone may be another record's alias: that record joins it, marked as known by that alias. */
function joinAliases(
  records: readonly EntityRecord[],
  groups: Member[][],
  groupOfKey: ReadonlyMap<string, number>,
  settle: (group: number) => number,
  fold: Fold,
): void {
  const endsOnly = new Set(
    groups.flatMap((group, at) => (group.length > 0 && group.every((m) => m.record === undefined) ? [at] : [])),
  )
  records.forEach((record, index) => {
    for (const alias of record.aliases) {
      const folded = fold(alias)
      const key = [folded.core, ...folded.alternates].find((core) => groupOfKey.has(core))
      const group = key === undefined ? undefined : settle(groupOfKey.get(key) ?? -1)
      if (group === undefined || !endsOnly.has(group)) continue
      if (groups[group]?.some((member) => member.index === index)) continue
      groups[group]?.push({ index, name: alias, folded, profile: profileOf([record]), record })
    }
  })
}
