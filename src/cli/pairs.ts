import type { Problem, ProblemSink } from '../model/problem.js'
import { PARTY_TYPES, type PartyType } from '../model/record.js'
import { readCsv } from '../sources/csv.js'
import type { TextForm } from '../sources/encoding/text-form.js'
import { examine, type ExaminedText } from '../sources/examine.js'
import { readJsonRecords } from '../sources/json.js'
import type { Source } from '../sources/source.js'

/** Two names to hold against each other, with what the file says is true. */
export interface Pair {
  readonly name1: string
  readonly name2: string
  readonly type?: PartyType
  /** Whether the two are the same, where the file says so. */
  readonly isMatch?: boolean
  /** Why the row could not be read. */
  readonly unreadable?: string
}

type Field = 'name1' | 'name2' | 'type' | 'is_match'
type Cells = ReadonlyMap<string, string>

const FIELD_OF: ReadonlyMap<string, Field> = new Map([
  ['name1', 'name1'],
  ['name2', 'name2'],
  ['type', 'type'],
  // As the FollowTheMoney model and the benchmarks that are built on it call it.
  ['schema', 'type'],
  ['ismatch', 'is_match'],
])
const NEEDED = ['name1', 'name2'] as const

const TYPE_OF: ReadonlyMap<string, PartyType> = new Map([
  ...PARTY_TYPES.map((type) => [type.replaceAll('-', ''), type] as const),
  ['organization', 'company'],
  ['organisation', 'company'],
  ['legalentity', 'unknown'],
])

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'y', 't'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'n', 'f'].map((word) => [word, false] as const),
])

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, '')

interface Reading {
  readonly file: string
  readonly problems: ProblemSink
}

/** A value by its word; one that is none of them is dropped with a warning. */
function valueOf<T>(
  words: ReadonlyMap<string, T>,
  field: Field,
  cells: Cells,
  line: number,
  to: Reading,
): T | undefined {
  const text = (cells.get(field) ?? '').trim()
  if (text === '') return undefined
  const value = words.get(plain(text))
  if (value === undefined) {
    const message = `expected one of ${[...words.keys()].join(', ')}, got ${JSON.stringify(text)}`
    to.problems({ severity: 'warning', code: `bad-${field}`, message, file: to.file, line, column: field })
  }
  return value
}

function reject(cells: Cells, code: string, message: string, line: number, { file, problems }: Reading): Pair {
  problems({ severity: 'error', code, message, file, line })
  const isMatch = TRUTH.get(plain(cells.get('is_match') ?? ''))
  const type = TYPE_OF.get(plain(cells.get('type') ?? ''))
  const names = { name1: (cells.get('name1') ?? '').trim(), name2: (cells.get('name2') ?? '').trim() }
  return {
    ...names,
    ...(type === undefined ? {} : { type }),
    ...(isMatch === undefined ? {} : { isMatch }),
    unreadable: message,
  }
}

function readPair(cells: Cells, line: number, to: Reading): Pair {
  const empty = NEEDED.find((field) => (cells.get(field) ?? '').trim() === '')
  if (empty !== undefined) return reject(cells, 'row-no-name', `expected a name in "${empty}", got nothing`, line, to)
  const type = valueOf(TYPE_OF, 'type', cells, line, to)
  const isMatch = valueOf(TRUTH, 'is_match', cells, line, to)
  return {
    name1: (cells.get('name1') ?? '').trim(),
    name2: (cells.get('name2') ?? '').trim(),
    ...(type === undefined ? {} : { type }),
    ...(isMatch === undefined ? {} : { isMatch }),
  }
}

/** Why a header can't be used; nothing where it can. */
function headerTrouble(fields: readonly (Field | undefined)[]): Pick<Problem, 'code' | 'message'> | undefined {
  const missing = NEEDED.filter((field) => !fields.includes(field))
  if (missing.length > 0) {
    return {
      code: 'missing-column',
      message: `expected the columns name1 and name2, found no ${missing.join(' and no ')}`,
    }
  }
  const twice = fields.find((field, at) => field !== undefined && fields.indexOf(field) !== at)
  return twice === undefined
    ? undefined
    : { code: 'doubled-column', message: `expected one column for "${twice}", got two` }
}

function cellsOf(fields: readonly (Field | undefined)[], row: readonly string[]): Cells {
  const cells = new Map<string, string>()
  for (const [at, field] of fields.entries()) if (field !== undefined) cells.set(field, row[at] ?? '')
  return cells
}

async function readTable(
  source: Source,
  { delimiter, form }: ExaminedText,
  to: Reading,
  pairs: Pair[],
): Promise<Problem | undefined> {
  let fields: readonly (Field | undefined)[] | undefined
  let refused: Problem | undefined
  const onRow = (row: readonly string[], line: number) => {
    if (refused !== undefined) return
    if (fields === undefined) {
      fields = row.map((header) => FIELD_OF.get(plain(header)))
      const trouble = headerTrouble(fields)
      if (trouble !== undefined) refused = { severity: 'error', ...trouble, file: source.path, line }
      return
    }
    const cells = cellsOf(fields, row)
    if (row.length === fields.length) pairs.push(readPair(cells, line, to))
    else {
      const message = `expected ${fields.length} fields as in the header, got ${row.length}`
      pairs.push(reject(cells, row.length < fields.length ? 'row-short' : 'row-long', message, line, to))
    }
  }
  const onBroken = (row: readonly string[], line: number, message: string) => {
    pairs.push(reject(cellsOf(fields ?? [], row), 'row-broken', message, line, to))
  }
  const { failure } = await readCsv(source, { delimiter, form, onRow, onBroken })
  return refused ?? failure
}

function jsonCells(value: unknown): Cells | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const cells = new Map<string, string>()
  for (const [key, held] of Object.entries(value)) {
    const field = FIELD_OF.get(plain(key))
    if (field !== undefined && (typeof held === 'string' || typeof held === 'boolean')) cells.set(field, String(held))
  }
  return cells
}

async function readJson(
  source: Source,
  kind: 'json' | 'jsonl',
  form: TextForm,
  to: Reading,
  pairs: Pair[],
): Promise<Problem | undefined> {
  const { failure } = await readJsonRecords(source, {
    kind,
    form,
    onRecord: (value, line) => {
      const cells = jsonCells(value)
      if (cells !== undefined) pairs.push(readPair(cells, line, to))
      else pairs.push(reject(new Map(), 'row-no-object', 'expected an object with name1 and name2', line, to))
    },
    onBroken: (line, message) => pairs.push(reject(new Map(), 'row-broken', message, line, to)),
  })
  return failure
}

/** Reads a file of pairs, in its order; every row gives one, also a row that can't be read. */
export async function readPairs(source: Source, problems: ProblemSink): Promise<readonly Pair[]> {
  const examined = await examine(source, source.said)
  if (examined.kind === 'failure') {
    problems(examined.problem)
    return []
  }
  if (examined.kind === 'workbook' || examined.kind === 'xml') {
    problems({ ...unfit(examined.kind), file: source.path })
    return []
  }
  for (const note of examined.notes) problems(note)
  const pairs: Pair[] = []
  const to: Reading = { file: source.path, problems }
  const failure =
    examined.kind === 'csv'
      ? await readTable(source, examined, to, pairs)
      : await readJson(source, examined.kind, examined.form, to, pairs)
  if (failure !== undefined) problems(failure)
  else if (pairs.length === 0)
    problems({ severity: 'error', code: 'no-pairs', message: 'expected pairs of names, got none', file: source.path })
  return pairs
}

function unfit(kind: 'workbook' | 'xml'): Problem {
  const message = `expected CSV, JSON Lines or a JSON array, got ${kind === 'xml' ? 'XML' : 'a workbook'}`
  return { severity: 'error', code: 'unknown-format', message, hint: 'save the pairs as CSV UTF-8' }
}
