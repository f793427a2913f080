import type { ListEntry } from '../../model/entry.js'
import { compareCodePoints } from '../../model/order.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import type { RowRef, Tally } from '../../records/tally.js'

/** An entry with the row that gave it. */
export interface OwnRow {
  readonly entry: ListEntry
  readonly row: RowRef
}

/**
 * Brings rows of one designation together. Rows under one id whose names don't fold to one are all rejected, as records are; rows
 * that say the same designation again, or another part of it, are one entry.
 */
export function mergeRows(rows: readonly OwnRow[], tally: Tally, problems: ProblemSink): readonly ListEntry[] {
  const merged = new Map<string, ListEntry>()
  for (const group of groupBy(rows, ({ entry }) => JSON.stringify([entry.list, entry.entryId])).values()) {
    if (new Set(group.map(({ entry }) => foldName(entry.names[0]?.text ?? ''))).size > 1) {
      for (const problem of clashes(group)) problems(problem)
      for (const { row } of group) tally.rejectLater(row)
      continue
    }
    for (const { entry } of group) {
      const key = designationKey(entry)
      const before = merged.get(key)
      merged.set(key, before === undefined ? entry : union(before, entry))
    }
  }
  return [...merged.values()]
}

/** Order of words, case, accents and punctuation aside: legal forms are the matcher's, which no list knows. */
function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

function designationKey(entry: ListEntry): string {
  const { list, entryId, regime, kind, listedOn, delistedOn } = entry
  return JSON.stringify([list, entryId, regime, kind, listedOn?.text, delistedOn?.text])
}

function union(first: ListEntry, second: ListEntry): ListEntry {
  const names = [...first.names, ...second.names.map((name) => ({ ...name, strength: 'strong' as const }))]
  const identifiers = [...first.identifiers, ...second.identifiers]
  return {
    ...first,
    type: first.type === 'unknown' ? second.type : first.type,
    names: [...groupBy(names, ({ text }) => text).values()].flatMap(([name]) => name ?? []),
    countries: [...new Set([...first.countries, ...second.countries])].sort(compareCodePoints),
    identifiers: [...groupBy(identifiers, ({ scheme, value }) => `${scheme}:${value}`).values()].flatMap(
      ([each]) => each ?? [],
    ),
    programs: [...new Set([...first.programs, ...second.programs])],
  }
}

function clashes(group: readonly OwnRow[]): readonly Problem[] {
  const lines = group.map(({ entry }) => entry.place.line).join(', ')
  return group.map(({ entry }) => ({
    severity: 'error',
    code: 'id-twice',
    message: `expected one entry for the id ${quote(entry.entryId)}, got different names in lines ${lines}; none is used`,
    file: entry.place.file,
    line: entry.place.line,
    column: 'id',
  }))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
