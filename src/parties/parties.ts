import type { IdTable } from '../columns/id-table.js'
import { compareCodePoints } from '../model/order.js'
import type { EntityRecord, PartyType } from '../model/record.js'
import type { Entities } from './entity-table.js'
import type { CheckedIds } from './ids.js'
import { createLists, type Lists } from './lists.js'
import { nameParties } from './party-ids.js'
import { profileOf, typeOf } from './profile.js'
import type { RecordKeys } from './record-keys.js'
import { compareRecords } from './record-order.js'
import type { Ends } from './resolve.js'
import type { UnionFind } from './union-find.js'

/** The parties, as integers from 0 to count - 1, in no order that means anything. */
export interface Parties {
  readonly count: number
  /** Parties that no entity record names. */
  readonly implicit: number
  /** Records and spellings that were brought together with a party named otherwise. */
  readonly merged: number
  /** What they were made of. */
  readonly records: Entities
  readonly folded: RecordKeys
  /** What most of their names stand in: those of records, those of ends. */
  readonly texts: readonly [names: IdTable, ends: IdTable]
  /** The place among the names of records of the only name of a party of which nothing else is known that tells parties apart; -1 for others. */
  soleNameOf(party: number): number
  /** The record of a party of which nothing but one record is known; -1 for others. */
  soleRecordOf(party: number): number
  /** Unique in a run: the id of the first record, else its name, else the first spelling. */
  idOf(party: number): string
  /** Compares ids in code-point order, which is quicker than to ask for both. */
  compareIds(a: number, b: number): number
  nameOf(party: number): string
  /** What its records say that it is. */
  typeOf(party: number): PartyType
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
  readonly records: Entities
  /** Keys of the names of all of them. */
  readonly folded: RecordKeys
  /** Records from here on come after all others of their party. */
  readonly onlyFrom: number
  readonly ids: CheckedIds
  readonly ends: Ends
  /** Names of rejected records: members after the ends, as those are after the records. */
  readonly extra: readonly string[]
  readonly sets: UnionFind
  readonly refused: ReadonlySet<number>
}

/** Who belongs to whom, all as integers. */
export interface Membership {
  readonly count: number
  /** The numbers of each party's records, in the order in which it is named after them. */
  readonly records: Lists
  /** The ends by which each party is called, and from the count of ends on the names of rejected records. */
  readonly spellings: Lists
  readonly partyOfEnd: Int32Array
}

export function buildParties(request: BuildRequest): { readonly parties: Parties; readonly partyOfEnd: Int32Array } {
  const { records, ends, extra, onlyFrom, ids } = request
  const its = membershipOf(request)
  const textOf = (spelling: number): string =>
    spelling < ends.count ? ends.texts.textOf(spelling) : (extra[spelling - ends.count] ?? '')
  const spellingsOf = (party: number): readonly Spelling[] =>
    its.spellings
      .of(party)
      .map((spelling) => ({ text: textOf(spelling), end: spelling < ends.count ? spelling : -1 }))
      .toSorted((a, b) => compareCodePoints(a.text, b.text))
  const recordsOf = (party: number): readonly EntityRecord[] => its.records.of(party).map(records.at)
  const named = nameParties({ ...its, entities: records, texts: ends.texts, onlyFrom, ids, spellingsOf, recordsOf })
  const soleRecordOf = (party: number): number => {
    const only = its.records.only(party)
    return only !== -1 && its.spellings.isEmpty(party) ? only : -1
  }
  const parties: Parties = {
    count: its.count,
    records,
    folded: request.folded,
    texts: [records.names, ends.texts],
    ...counted(its, request),
    ...named,
    soleNameOf(party) {
      const only = soleRecordOf(party)
      return only !== -1 && records.isPlain(only) ? records.nameAt(only) : -1
    },
    soleRecordOf,
    typeOf(party) {
      const only = its.records.only(party)
      return only === -1 ? typeOf(profileOf(recordsOf(party))) : records.typeAt(only)
    },
    recordsOf,
    spellingsOf,
  }
  return { parties, partyOfEnd: its.partyOfEnd }
}

function membershipOf({ records, onlyFrom, ids, ends, extra, sets, refused }: BuildRequest): Membership {
  const endBase = records.count
  const partyOfRoot = new Int32Array(endBase + ends.count + extra.length).fill(-1)
  let count = 0
  const partyOf = (member: number): number => {
    const root = sets.find(member)
    const known = partyOfRoot[root] ?? -1
    if (known >= 0) return known
    partyOfRoot[root] = count
    return count++
  }
  const partyOfRecord = new Int32Array(endBase).fill(-1)
  for (let record = 0; record < endBase; record++) {
    if (!ids.rejected.has(record)) partyOfRecord[record] = partyOf(record)
  }
  const partyOfEnd = new Int32Array(ends.count).fill(-1)
  for (let end = 0; end < ends.count; end++) {
    if (!refused.has(endBase + end)) partyOfEnd[end] = partyOf(endBase + end)
  }
  const partyOfExtra = extra.map((_, at) => {
    const member = endBase + ends.count + at
    return refused.has(member) ? -1 : partyOf(member)
  })
  const ofParty = createLists(partyOfRecord, count)
  ofParty.sortEach((record) => ({ isOnly: record >= onlyFrom, its: records.at(record) }), compareRecords)
  return { count, records: ofParty, spellings: spellingLists(), partyOfEnd }

  /** Ends that are an id, or the name of a record of their party, are no spellings. */
  function spellingLists(): Lists {
    const partyOfSpelling = new Int32Array(ends.count + extra.length).fill(-1)
    for (let end = 0; end < ends.count; end++) {
      const party = partyOfEnd[end] ?? -1
      if (party === -1 || (ids.recordOfText[end] ?? -1) !== -1) continue
      const isName = !ofParty.isEmpty(party) && isNamedSo(party, ends.texts.textOf(end))
      if (!isName) partyOfSpelling[end] = party
    }
    extra.forEach((text, at) => {
      const party = partyOfExtra[at] ?? -1
      if (party === -1 || isNamedSo(party, text)) return
      const end = ends.texts.findText(text)
      const isEnd = end !== -1 && end < ends.count && partyOfSpelling[end] === party
      if (!isEnd) partyOfSpelling[ends.count + at] = party
    })
    return createLists(partyOfSpelling, count)
  }

  function isNamedSo(party: number, text: string): boolean {
    const name = records.names.findText(text)
    const id = ends.texts.findText(text)
    return ofParty
      .of(party)
      .some((record) => records.nameAt(record) === name || (id !== -1 && ids.textOfRecord[record] === id))
  }
}

/** How many parties no record names, and what was brought together with a party named otherwise. */
function counted(
  { count, records, spellings }: Membership,
  request: BuildRequest,
): Pick<Parties, 'implicit' | 'merged'> {
  let implicit = 0
  let merged = 0
  for (let party = 0; party < count; party++) {
    const named = countNamed(party, records, request)
    const spelled = spellings.sizeOf(party)
    if (named === 0 && (records.isEmpty(party) || spelled > 0)) implicit++
    merged += Math.max(0, named + spelled - 1)
  }
  return { implicit, merged }
}

/** Records of a party under different ids or names. One that only chooses what is reported brings nothing together. */
function countNamed(party: number, records: Lists, { onlyFrom, ids, records: entities }: BuildRequest): number {
  const only = records.only(party)
  if (only !== -1) return only < onlyFrom ? 1 : 0
  const texts = new Set<string>()
  for (const record of records.of(party)) {
    if (record >= onlyFrom) continue
    texts.add((ids.textOfRecord[record] ?? -1) === -1 ? nameOf(entities, record) : entities.ids.textAt(record))
  }
  return texts.size
}

function nameOf(entities: Entities, record: number): string {
  return entities.names.textOf(entities.nameAt(record))
}
