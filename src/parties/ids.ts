import type { IdTable } from '../columns/id-table.js'
import { sameAfterFolding } from '../match/fold.js'
import { compareCodePoints } from '../model/order.js'
import type { Problem } from '../model/problem.js'
import type { EntityRecord } from '../model/record.js'
import type { Entities } from './entity-table.js'
import type { Fold } from './folding.js'

export interface CheckedIds {
  /** The integer of each record's id in the table of texts; -1 where it has none. */
  readonly textOfRecord: Int32Array
  /** By the same integers: the first record of each id that stands; -1 where there is none. */
  readonly recordOfText: Int32Array
  /** Pairs of records under one id. */
  readonly sameId: readonly (readonly [number, number])[]
  /** Records that can't stand: two names under one id. */
  readonly rejected: ReadonlySet<number>
  /** They are screened all the same. */
  readonly namesOfRejected: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * The same id is the same party; two names under one id, not equal after folding, are an error, and all records of that id are rejected.
 *
 * @param texts those of the ends of links; the ids go beside them.
 */
export function checkIds(records: Entities, texts: IdTable, fold: Fold): CheckedIds {
  const textOfRecord = internIds(records, texts)
  const recordOfText = new Int32Array(texts.size).fill(-1)
  const sameId: (readonly [number, number])[] = []
  const torn = new Set<number>()
  for (let record = 0; record < records.count; record++) {
    const text = textOfRecord[record] ?? -1
    if (text === -1) continue
    const first = recordOfText[text] ?? -1
    if (first === -1) recordOfText[text] = record
    else {
      sameId.push([first, record])
      if (!haveSameName(records, first, record, fold)) torn.add(text)
    }
  }
  for (const text of torn) recordOfText[text] = -1
  return {
    textOfRecord,
    recordOfText,
    sameId: sameId.filter(([first]) => !torn.has(textOfRecord[first] ?? -1)),
    ...rejectTorn(records, textOfRecord, torn, fold),
  }
}

/** Ids that are looked up together. */
const BATCH = 4096

function internIds({ ids, count }: Entities, texts: IdTable): Int32Array {
  const bytes = ids.bytes()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Int32Array(count)
  const bounds = new Int32Array(BATCH * 2)
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start)
    let held = 0
    const into = found.subarray(start, start + size)
    for (let at = 0; at < size; at++) {
      const [from, to] = [ids.startOf(start + at), ids.startOf(start + at + 1)]
      if (from === to) continue
      bounds[held * 2] = from
      bounds[held * 2 + 1] = to
      held++
    }
    texts.internAll(bytes, view, bounds, held, into)
    if (held < size) spread(into, (at) => ids.startOf(start + at) < ids.startOf(start + at + 1), held)
  }
  return found
}

/** Moves the `held` values at the beginning to the places that have one; the others get -1. */
function spread(values: Int32Array, hasOne: (at: number) => boolean, held: number): void {
  let next = held
  for (let at = values.length - 1; at >= 0; at--) values[at] = hasOne(at) ? (values[--next] ?? -1) : -1
}

function haveSameName(records: Entities, a: number, b: number, fold: Fold): boolean {
  return records.nameAt(a) === records.nameAt(b) || isSameName(records.at(a).name, records.at(b).name, fold)
}

function isSameName(a: string, b: string, fold: Fold): boolean {
  return a === b || sameAfterFolding(fold(a), fold(b))
}

function rejectTorn(
  records: Entities,
  textOfRecord: Int32Array,
  torn: ReadonlySet<number>,
  fold: Fold,
): Pick<CheckedIds, 'rejected' | 'namesOfRejected' | 'problems'> {
  if (torn.size === 0) return { rejected: new Set(), namesOfRejected: [], problems: [] }
  const rejected = new Map<number, EntityRecord>()
  const underOneId = new Map<number, EntityRecord[]>()
  textOfRecord.forEach((text, record) => {
    if (!torn.has(text)) return
    const its = records.at(record)
    rejected.set(record, its)
    const known = underOneId.get(text)
    if (known === undefined) underOneId.set(text, [its])
    else known.push(its)
  })
  const problems = [...rejected].map(([record, its]) =>
    twoNames(its, partnerOf(its, underOneId.get(textOfRecord[record] ?? -1) ?? [], fold)),
  )
  const names = [...rejected.values()].flatMap((record) => [record.name, ...record.aliases])
  return { rejected: new Set(rejected.keys()), namesOfRejected: [...new Set(names)], problems }
}

/** The record under the same id with another name: by content, so that the order of rows does not show. */
function partnerOf(record: EntityRecord, ofId: readonly EntityRecord[], fold: Fold): EntityRecord {
  const others = ofId.filter((other) => other !== record)
  const named = others.filter((other) => !isSameName(other.name, record.name, fold))
  return (named.length > 0 ? named : others).toSorted((a, b) => compareCodePoints(a.name, b.name))[0] ?? record
}

function twoNames(record: EntityRecord, other: EntityRecord): Problem {
  return {
    severity: 'error',
    code: 'row-two-names',
    message: `expected one name under one id, got ${JSON.stringify(record.name)} and ${JSON.stringify(other.name)} (${other.place.file}:${other.place.line}) under ${JSON.stringify(record.id)}`,
    hint: 'give each party an id of its own, or both rows the same name',
    file: record.place.file,
    line: record.place.line,
    column: 'id',
  }
}
