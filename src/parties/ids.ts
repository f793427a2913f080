import { sameAfterFolding } from '../match/fold.js'
import type { EntityRecord } from '../model/record.js'
import type { Problem } from '../model/problem.js'
import type { Fold } from './folding.js'

export interface CheckedIds {
  /** The records that stand, in their order. */
  readonly kept: readonly EntityRecord[]
  /** Index into `kept` of the first record of each id. */
  readonly recordOf: ReadonlyMap<string, number>
  /** Pairs of indexes into `kept` under one id. */
  readonly sameId: readonly (readonly [number, number])[]
  readonly rejected: ReadonlySet<EntityRecord>
  /** They are screened all the same. */
  readonly namesOfRejected: readonly string[]
  readonly problems: readonly Problem[]
}

/** The same id is the same party; two names under one id, not equal after folding, are an error, and all records of that id are rejected. */
export function checkIds(records: readonly EntityRecord[], fold: Fold): CheckedIds {
  const firstOfId = new Map<string, EntityRecord>()
  const torn = new Map<string, EntityRecord>()
  for (const record of records) {
    if (record.id === undefined) continue
    const first = firstOfId.get(record.id)
    if (first === undefined) firstOfId.set(record.id, record)
    else if (!torn.has(record.id) && !sameName(first.name, record.name, fold)) torn.set(record.id, record)
  }
  const kept: EntityRecord[] = []
  const recordOf = new Map<string, number>()
  const sameId: (readonly [number, number])[] = []
  const rejected = new Set<EntityRecord>()
  const problems: Problem[] = []
  for (const record of records) {
    const other = record.id === undefined ? undefined : torn.get(record.id)
    if (record.id !== undefined && other !== undefined) {
      rejected.add(record)
      problems.push(twoNames(record.id, record, firstOfId.get(record.id) ?? other, other))
      continue
    }
    if (record.id !== undefined) {
      const first = recordOf.get(record.id)
      if (first === undefined) recordOf.set(record.id, kept.length)
      else sameId.push([first, kept.length])
    }
    kept.push(record)
  }
  const namesOfRejected = [...new Set([...rejected].flatMap((record) => [record.name, ...record.aliases]))]
  return { kept, recordOf, sameId, rejected, namesOfRejected, problems }
}

function sameName(a: string, b: string, fold: Fold): boolean {
  return a === b || sameAfterFolding(fold(a), fold(b))
}

function twoNames(id: string, record: EntityRecord, first: EntityRecord, second: EntityRecord): Problem {
  const other = record === first ? second : first
  return {
    severity: 'error',
    code: 'row-two-names',
    message: `expected one name under one id, got ${JSON.stringify(record.name)} and ${JSON.stringify(other.name)} (${other.place.file}:${other.place.line}) under ${JSON.stringify(id)}`,
    hint: 'give each party an id of its own, or both rows the same name',
    file: record.place.file,
    line: record.place.line,
    column: 'id',
  }
}
