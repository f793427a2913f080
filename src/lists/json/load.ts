import type { PartialDate } from '../../model/date.js'
import type { ListEntry } from '../../model/entry.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { createTally, type RowRef } from '../../records/tally.js'
import { readJsonRecords } from '../../sources/json.js'
import { createCollector, type Collector } from '../collect.js'
import { readHead } from '../head.js'
import { beginList } from '../list-reading.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { createStrangeNames } from '../strange-names.js'
import { quote } from '../../records/quote.js'

/** A JSON object, its fields by name. */
export type JsonFields = ReadonlyMap<string, unknown>

/** How one publisher's JSON becomes entries. */
export interface JsonList {
  /** As the report names it, such as `us-csl-json`; the kind of JSON is not told. */
  readonly format: string
  /** Every field that a record may have, those that are left alone on purpose among them. */
  readonly known: ReadonlySet<string>
  /** The same of the objects in some of the fields. */
  readonly knownWithin?: ReadonlyMap<string, ReadonlySet<string>>
  readonly onRecord: (fields: JsonFields, line: number) => void
  /** After the last record. */
  readonly finish?: () => readonly Omit<Problem, 'file'>[]
  /** Of formats whose records are not one an entry: the entries, instead of those that the collector has. */
  entries?(): readonly ListEntry[]
  /** The list's name, by the entries that count. */
  name(lists: readonly string[]): string
  /** The day in the file. */
  day?(): PartialDate | undefined
}

export interface JsonReading {
  readonly path: string
  readonly collector: Collector
  /** For records that are no entry by themselves, and are counted all the same. */
  acceptOther(): RowRef
  /** Rejects such a record after all; whoever does so says the problem. */
  rejectLater(row: RowRef): void
  readonly problems: ProblemSink
}

/** The fields of an object; `undefined` where it is none. */
export function fieldsOf(value: unknown): JsonFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map<string, unknown>(Object.entries(value))
}

/** The texts in a value: a text, or those of an array. Numbers are texts here. */
export function textsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

export function textIn(value: unknown): string {
  return textsIn(value)[0] ?? ''
}

/** Reads a list in JSON Lines or a JSON array. One that is not whole is refused. */
export async function loadJsonList(
  file: ListFile,
  problems: ProblemSink,
  formatOf: (reading: JsonReading) => JsonList,
): Promise<LoadedList> {
  const tally = createTally('list', file.path)
  const reading = beginList(file, problems)
  const sink = reading.problems
  const collector = createCollector(tally, sink)
  const format = formatOf({
    path: file.path,
    collector,
    acceptOther: () => tally.accept(false),
    rejectLater: (row) => tally.rejectLater(row),
    problems: sink,
  })
  const strange = createStrangeNames('fields-unknown', (name) => `the field ${quote(name)}`)
  const head = await readHead(file.source)
  const kind = 'kind' in head && head.kind === 'json' ? 'json' : 'jsonl'
  let total: unknown
  const outcome = await readJsonRecords(file.source, {
    kind,
    ...('kind' in head && head.within !== undefined ? { within: head.within } : {}),
    onAround: (value) => {
      total = fieldsOf(value)?.get('total')
    },
    onRecord(value, line) {
      const fields = fieldsOf(value)
      if (fields === undefined)
        collector.reject({ code: 'broken-row', message: 'expected a JSON object, got another value' }, line)
      else {
        for (const name of strangeFields(fields, format)) strange.note(name, line)
        format.onRecord(fields, line)
      }
    },
    onBroken: (line, message) => collector.reject({ code: 'broken-row', message }, line),
  })
  tally.finish(format.format, outcome.facts)
  if (outcome.failure !== undefined) sink(outcome.failure)
  const page = pageOf(total, tally.rows)
  if (page !== undefined) sink({ ...page, file: file.path })
  for (const problem of [...(format.finish?.() ?? []), ...strange.problems()]) sink({ ...problem, file: file.path })

  const read = format.entries?.() ?? collector.finish()
  const whole = outcome.failure === undefined && page === undefined
  const entries = whole ? read : []
  if (whole && entries.length === 0 && reading.errors() === 0)
    sink({ severity: 'error', code: 'list-empty', message: 'expected a list, got no entries', file: file.path })
  const name = format.name([...new Set(entries.map((entry) => entry.list))])
  return reading.end({ name, day: format.day?.(), entries, whole }, tally)
}

/** Fields of a record, and of the objects in its fields, that the format does not know. */
function strangeFields(fields: JsonFields, { known, knownWithin = NONE }: JsonList): readonly string[] {
  const own = [...fields.keys()].filter((name) => !known.has(name))
  const within = [...knownWithin].flatMap(([field, names]) =>
    objectsIn(fields.get(field))
      .flatMap((each) => [...each.keys()])
      .filter((name) => !names.has(name))
      .map((name) => `${field}.${name}`),
  )
  return [...own, ...within]
}

const NONE: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** The objects in a value, which is an array of them where it holds any. */
export function objectsIn(value: unknown): readonly JsonFields[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : []
  return all.map(fieldsOf).filter((each) => each !== undefined)
}

/** An answer that says there are more than it has is a page of a list, and half a list is worse than none. */
function pageOf(total: unknown, rows: number): Omit<Problem, 'file'> | undefined {
  if (typeof total !== 'string' || !(Number(total) > rows)) return undefined
  const message = `expected the ${total} records that the file itself counts as all ("total"), got ${rows}, a page of a list`
  const hint = 'take the whole list, consolidated.json or consolidated.csv, from data.trade.gov'
  return { severity: 'error', code: 'list-part', message, hint }
}
