import { sameAfterFolding } from '../match/fold.js'
import { compareCodePoints } from '../model/order.js'
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
  const torn = new Set<string>()
  for (const record of records) {
    if (record.id === undefined) continue
    const first = firstOfId.get(record.id)
    if (first === undefined) firstOfId.set(record.id, record)
    else if (!sameName(first.name, record.name, fold)) torn.add(record.id)
  }
  const kept: EntityRecord[] = []
  const recordOf = new Map<string, number>()
  const sameId: (readonly [number, number])[] = []
  const rejected = new Set<EntityRecord>()
  const problems: Problem[] = []
  for (const record of records) {
    if (record.id !== undefined && torn.has(record.id)) {
      rejected.add(record)
      continue
    }
    if (record.id !== undefined) {
      const first = recordOf.get(record.id)
      if (first === undefined) recordOf.set(record.id, kept.length)
      else sameId.push([first, kept.length])
    }
    kept.push(record)
  }
  const underOneId = new Map<string | undefined, EntityRecord[]>()
  for (const record of rejected) {
    const known = underOneId.get(record.id)
    if (known === undefined) underOneId.set(record.id, [record])
    else known.push(record)
  }
  for (const record of rejected)
    problems.push(twoNames(record, partnerOf(record, underOneId.get(record.id) ?? [], fold)))
  const namesOfRejected = [...new Set([...rejected].flatMap((record) => [record.name, ...record.aliases]))]
  return { kept, recordOf, sameId, rejected, namesOfRejected, problems }
}

function sameName(a: string, b: string, fold: Fold): boolean {
  return a === b || sameAfterFolding(fold(a), fold(b))
}

/** The record under the same id with another name: by content, so that the order of rows does not show. */
function partnerOf(record: EntityRecord, ofId: readonly EntityRecord[], fold: Fold): EntityRecord {
  const others = ofId.filter((other) => other !== record)
  const named = others.filter((other) => !sameName(other.name, record.name, fold))
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
