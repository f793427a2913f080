import { compareCodePoints } from '../model/order.js'
import type { EntityRecord } from '../model/record.js'
import { profileOf } from './profile.js'
import type { UnionFind } from './union-find.js'
import type { Ends } from './resolve.js'

/** The parties, as integers from 0 to count - 1, in no order that means anything. */
export interface Parties {
  readonly count: number
  /** Parties that no entity record names. */
  readonly implicit: number
  /** Records and spellings that were brought together with a party named otherwise. */
  readonly merged: number
  /** Unique in a run: the id of the first record, else its name, else the first spelling. */
  idOf(party: number): string
  nameOf(party: number): string
  /** In code-point order of id, then name; records without an id come last. */
  recordsOf(party: number): readonly EntityRecord[]
  /** Distinct names by which links and rejected rows call it, in code-point order; texts that are an id of its records are left out. */
  spellingsOf(party: number): readonly Spelling[]
}

export interface Spelling {
  readonly text: string
  /** The end; -1 for a name out of a rejected row. */
  readonly end: number
}

export interface BuildRequest {
  readonly records: readonly EntityRecord[]
  /** Members from here on are ends, and after those the names of rejected rows. */
  readonly endBase: number
  readonly ends: Ends
  readonly extra: readonly string[]
  readonly sets: UnionFind
  readonly refused: ReadonlySet<number>
  /** 1 for an end that is the id of a record. */
  readonly isId: Uint8Array
  /** Records that come after all others of their party. */
  readonly only: ReadonlySet<EntityRecord>
}

const NONE: readonly never[] = []

export function buildParties(request: BuildRequest): { readonly parties: Parties; readonly partyOfEnd: Int32Array } {
  const { records, endBase, ends, sets, refused } = request
  const partyOfRoot = new Int32Array(endBase + ends.count + request.extra.length).fill(-1)
  let count = 0
  const partyOf = (member: number): number => {
    const root = sets.find(member)
    const known = partyOfRoot[root] ?? -1
    if (known >= 0) return known
    partyOfRoot[root] = count
    return count++
  }

  const recordsOf: EntityRecord[][] = []
  records.forEach((record, member) => {
    const party = partyOf(member)
    const known = recordsOf[party]
    if (known === undefined) recordsOf[party] = [record]
    else known.push(record)
  })
  const inOrder = recordOrder(request.only)
  for (const some of recordsOf) if (some.length > 1) some.sort(inOrder)

  const spellingsOf = new Map<number, Spelling[]>()
  const spell = (party: number, text: string, end: number): void => {
    if (recordsOf[party]?.some((record) => record.id === text || record.name === text) === true) return
    const known = spellingsOf.get(party)
    if (known === undefined) spellingsOf.set(party, [{ text, end }])
    else if (!known.some((spelling) => spelling.text === text)) known.push({ text, end })
  }
  const partyOfEnd = new Int32Array(ends.count).fill(-1)
  for (let end = 0; end < ends.count; end++) {
    if (refused.has(endBase + end)) continue
    partyOfEnd[end] = partyOf(endBase + end)
    if (request.isId[end] === 0) spell(partyOfEnd[end] ?? -1, ends.textOf(end), end)
  }
  request.extra.forEach((text, at) => {
    const member = endBase + ends.count + at
    if (!refused.has(member)) spell(partyOf(member), text, -1)
  })
  for (const some of spellingsOf.values()) if (some.length > 1) some.sort((a, b) => compareCodePoints(a.text, b.text))

  const { ids, names } = nameParties(count, recordsOf, spellingsOf, request.only)
  let implicit = 0
  let merged = 0
  for (let party = 0; party < count; party++) {
    const its = recordsOf[party] ?? NONE
    const named = countNamed(its, request.only)
    const spellings = spellingsOf.get(party)?.length ?? 0
    if (named === 0 && (its.length === 0 || spellings > 0)) implicit++
    merged += Math.max(0, named + spellings - 1)
  }
  const parties: Parties = {
    count,
    implicit,
    merged,
    idOf: (party) => ids[party] ?? '',
    nameOf: (party) => names[party] ?? '',
    recordsOf: (party) => recordsOf[party] ?? NONE,
    spellingsOf: (party) => spellingsOf.get(party) ?? NONE,
  }
  return { parties, partyOfEnd }
}

/** Records of a party under different ids or names. One that only chooses what is reported brings nothing together. */
function countNamed(records: readonly EntityRecord[], only: ReadonlySet<EntityRecord>): number {
  const [first, ...others] = records
  if (first === undefined || only.has(first)) return 0
  if (others.length === 0) return 1
  return new Set(records.flatMap((record) => (only.has(record) ? [] : [record.id ?? record.name]))).size
}

/** Code-point order of id, then name; then the rest of the content, so that the order of rows never shows. */
function recordOrder(only: ReadonlySet<EntityRecord>): (a: EntityRecord, b: EntityRecord) => number {
  return (a, b) => {
    if (only.has(a) !== only.has(b)) return only.has(a) ? 1 : -1
    if ((a.id === undefined) !== (b.id === undefined)) return a.id === undefined ? 1 : -1
    return (
      compareCodePoints(a.id ?? '', b.id ?? '') ||
      compareCodePoints(a.name, b.name) ||
      compareCodePoints(contentOf(a), contentOf(b))
    )
  }
}

function contentOf({ country, type, identifiers, aliases, founded, address }: EntityRecord): string {
  return JSON.stringify([country, type, identifiers, aliases, founded?.text, address])
}

function nameParties(
  count: number,
  recordsOf: readonly (readonly EntityRecord[] | undefined)[],
  spellingsOf: ReadonlyMap<number, readonly Spelling[]>,
  only: ReadonlySet<EntityRecord>,
): { readonly ids: readonly string[]; readonly names: readonly string[] } {
  const ids: string[] = []
  const names: string[] = []
  const holders = new Map<string, number>()
  const doubled = new Set<string>()
  for (let party = 0; party < count; party++) {
    const first = recordsOf[party]?.[0]
    const spelling = spellingsOf.get(party)?.[0]?.text
    const record = first !== undefined && only.has(first) && spelling !== undefined ? undefined : first
    names[party] = record?.name ?? spelling ?? ''
    ids[party] = record?.id ?? names[party] ?? ''
    const id = ids[party] ?? ''
    if (holders.has(id)) doubled.add(id)
    holders.set(id, party)
  }
  if (doubled.size > 0) tellApart(ids, doubled, recordsOf)
  return { ids, names }
}

/** Two parties of one name and no id: what tells them apart is added in brackets, so that ids stay unique and do not depend on order. */
function tellApart(
  ids: string[],
  doubled: ReadonlySet<string>,
  recordsOf: readonly (readonly EntityRecord[] | undefined)[],
): void {
  const taken = new Set(ids)
  const mark = (party: number): string => {
    const records = recordsOf[party]
    if (records === undefined) return 'from links'
    const { countries, types, identifiers } = profileOf(records)
    const numbers = [...new Set(identifiers.map(({ scheme, value }) => `${scheme}:${value}`))].toSorted(
      compareCodePoints,
    )
    return [...countries, ...types, ...numbers].join(', ') || 'no country'
  }
  const namesakes = ids.flatMap((id, party) => (doubled.has(id) && recordsOf[party]?.[0]?.id !== id ? [party] : []))
  namesakes.sort((a, b) => compareCodePoints(ids[a] ?? '', ids[b] ?? '') || compareCodePoints(mark(a), mark(b)))
  for (const party of namesakes) {
    const wanted = `${ids[party] ?? ''} (${mark(party)})`
    let id = wanted
    for (let more = 2; taken.has(id); more++) id = `${wanted} ${more}`
    taken.add(id)
    ids[party] = id
  }
}
