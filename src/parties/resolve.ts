import type { IdTable } from '../columns/id-table.js'
import { append } from '../model/append.js'
import type { EntityRecord } from '../model/record.js'
import type { Place, Problem } from '../model/problem.js'
import type { Entities } from './entity-table.js'
import { foldingOf, type Fold } from './folding.js'
import { uniteByIdentifier } from './by-identifier.js'
import { checkIds } from './ids.js'
import { resolveGroup, type Member } from './group.js'
import { createGroups, type NameGroups } from './name-groups.js'
import type { NameKeys } from './name-keys.js'
import { createRecordKeys, type RecordKeys } from './record-keys.js'
import { buildParties, type Parties } from './parties.js'
import { profileOf } from './profile.js'
import { createUnionFind, type UnionFind } from './union-find.js'

/** The distinct texts that name an end or a handler of a link, or that were read from a rejected row. */
export interface Ends {
  readonly count: number
  /** Those of the ends, from 0 on; ids of records come after them. */
  readonly texts: IdTable
  /** Where it was first read. */
  placeOf(end: number): Place
}

export interface ResolveRequest {
  readonly records: Entities
  /** Records from here on say which parties are reported: they take part like others, but no party is named after one that has others. */
  readonly onlyFrom?: number
  readonly ends: Ends
  /** Pairs of ends that a `same-as` link in effect holds to be one party. */
  readonly sameAs: readonly (readonly [number, number])[]
  /** No folding: names are equal when they are the same text. */
  readonly exactNames: boolean
  /** What the names of the records fold to, as far as that is known; made here where it is absent. */
  readonly folded?: RecordKeys
}

export interface Resolution {
  readonly parties: Parties
  /** The party of each end; -1 where it fits two that contradict each other. */
  readonly partyOfEnd: Int32Array
  /** Records that can't stand: two names under one id. */
  readonly rejected: ReadonlySet<number>
  readonly problems: readonly Problem[]
}

/** Everything that is known by a name: records, then ends of links, then the names of rejected records. */
interface Members {
  readonly records: Entities
  readonly ends: Ends
  readonly endBase: number
  readonly extra: readonly string[]
  readonly extraBase: number
  readonly count: number
  /** Whether it takes part under its name: no rejected record, and no end that is a record's id. */
  isNamed(member: number): boolean
  nameOf(member: number): string
}

/**
 * Brings records and ends of links together into parties (docs/ARCHITECTURE.md, "One party, many records"): ids first, then numbers of
 * one register, then names that are equal after folding with nothing against it, then aliases for ends that nothing else names, then what `same-as` links say.
 */
export function resolveParties(request: ResolveRequest): Resolution {
  const { records, ends, exactNames } = request
  const fold = foldingOf(exactNames)
  const ids = checkIds(records, ends.texts, fold)
  const endBase = records.count
  const extraBase = endBase + ends.count
  const extra = ids.namesOfRejected
  const sets = createUnionFind(extraBase + extra.length)
  for (const [first, again] of ids.sameId) sets.union(first, again)
  const further = [...records.further()].filter(([record]) => !ids.rejected.has(record))
  const problems: Problem[] = [...ids.problems, ...uniteByIdentifier(further, fold, sets)]

  for (let end = 0; end < ends.count; end++) {
    const record = ids.recordOfText[end] ?? -1
    if (record !== -1) sets.union(record, endBase + end)
  }
  const members: Members = {
    records,
    ends,
    endBase,
    extra,
    extraBase,
    count: extraBase + extra.length,
    isNamed: (member) =>
      member < endBase
        ? !ids.rejected.has(member)
        : (ids.recordOfText[member - endBase] ?? -1) === -1 || member >= extraBase,
    nameOf: (member) =>
      member < endBase
        ? records.names.textOf(records.nameAt(member))
        : member < extraBase
          ? ends.texts.textOf(member - endBase)
          : (extra[member - extraBase] ?? ''),
  }
  const { folded = createRecordKeys(records.names, exactNames) } = request
  const refused = mergeByName(members, further, folded, fold, sets, problems)

  for (const [a, b] of request.sameAs)
    if (!refused.has(endBase + a) && !refused.has(endBase + b)) sets.union(endBase + a, endBase + b)
  const built = buildParties({
    records,
    folded,
    onlyFrom: request.onlyFrom ?? records.count,
    ids,
    ends,
    extra,
    sets,
    refused,
  })
  return { ...built, rejected: ids.rejected, problems }
}

type Further = readonly (readonly [member: number, record: EntityRecord])[]

/** Unites the members whose names are equal after folding; gives those ends that fit two parties which contradict each other. */
function mergeByName(
  members: Members,
  further: Further,
  folded: RecordKeys,
  fold: Fold,
  sets: UnionFind,
  problems: Problem[],
): ReadonlySet<number> {
  const refused = new Set<number>()
  for (const group of groupByCore(members, further, folded, fold)) {
    const outcome = resolveGroup(group, sets)
    for (const end of outcome.refused) refused.add(end)
    append(problems, outcome.problems)
  }
  return refused
}

/** Members under one folded core, or one of its other romanisations; groups of one are left out. Ends meet aliases only where no name meets them. */
function groupByCore(
  members: Members,
  further: Further,
  folded: RecordKeys,
  fold: Fold,
): readonly (readonly Member[])[] {
  const { keys } = folded
  const groups = createGroups(members.count)
  addAll(members, folded, groups)
  const memberOf = (index: number): Member => {
    const record = index < members.endBase ? members.records.at(index) : undefined
    const name = record?.name ?? members.nameOf(index)
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
    const made = groups.membersOf(group).map(memberOf)
    met.set(group, made)
    return made
  }
  for (const group of groups.withSeveral()) membersOf(group)
  joinAliases(further, groups, keys, membersOf, fold)
  // Records that share an alias may be one by their names, which must be known by then.
  const known = [...met.values()].filter((group) => group.length > 1)
  const isByAlias = (group: readonly Member[]): boolean => group.some((member) => member.byAlias === true)
  return [...known.filter((group) => !isByAlias(group)), ...known.filter(isByAlias)]
}

/** Puts every member into the group of its name; each distinct name of records is folded once. */
function addAll(members: Members, folded: RecordKeys, groups: NameGroups): void {
  const { records, ends, endBase, extraBase, extra } = members
  const { keys } = folded
  folded.foldAhead()
  for (let member = 0; member < endBase; member++) {
    if (!members.isNamed(member)) continue
    const name = records.nameAt(member)
    groups.add(member, folded.keyAt(name), folded.othersAt(name), true)
  }
  const bytes = ends.texts.bytes()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let member = endBase; member < extraBase; member++) {
    if (!members.isNamed(member)) continue
    const end = member - endBase
    const key = keys.keyOf(bytes, view, ends.texts.startOf(end), ends.texts.startOf(end + 1))
    groups.add(member, key, keys.others, false)
  }
  extra.forEach((text, at) => groups.add(extraBase + at, keys.keyOfText(text), keys.others, false))
}

/** A group of ends alone may be another record's alias: that record joins it, marked as known by that alias. */
function joinAliases(
  further: Further,
  groups: NameGroups,
  keys: NameKeys,
  membersOf: (group: number) => Member[],
  fold: Fold,
): void {
  for (const [index, record] of further) {
    for (const alias of record.aliases) {
      const folded = fold(alias)
      const group = keys
        .known(folded)
        .map(groups.find)
        .find((one) => one !== undefined)
      if (group === undefined || groups.hasRecord(group)) continue
      const members = membersOf(group)
      if (members.some((member) => member.index === index)) continue
      members.push({ index, name: alias, folded, profile: profileOf([record]), record, byAlias: true })
    }
  }
}
