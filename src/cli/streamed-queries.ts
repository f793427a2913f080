import { compareCodePoints } from '../model/order.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import type { EntityRecord } from '../model/record.js'
import { ENTITY_SHAPE } from '../records/columns.js'
import { readEntities } from '../records/entities.js'
import { createLayout } from '../records/layout.js'
import { isName } from '../records/row.js'
import type { TextForm } from '../sources/encoding/text-form.js'
import { examine, type ExaminedText } from '../sources/examine.js'
import { readLines } from '../sources/lines.js'
import { splitRecord } from '../sources/split-record.js'
import type { Source } from '../sources/source.js'
import { bareQuery, notAName, type Query, type ReadQueries } from './query.js'

function recordQuery(record: EntityRecord): Query {
  const { name, aliases, type, country, identifiers, founded } = record
  return {
    text: name,
    subject: {
      names: [...new Set([name, ...aliases])].toSorted(compareCodePoints),
      type,
      countries: country === undefined ? [] : [country],
      identifiers,
      dates: founded === undefined ? [] : [founded],
    },
  }
}

async function readNameLines(source: Source, form: TextForm, problems: ProblemSink): Promise<readonly Query[]> {
  const queries: Query[] = []
  const takeLine = (text: string, line: number): void => {
    const name = text.trim()
    if (isName(name)) queries.push(bareQuery(name))
    else if (name !== '') problems({ ...notAName(name), file: source.path, line })
  }
  const { failure } = await readLines(source, takeLine, undefined, form)
  if (failure !== undefined) problems(failure)
  return queries
}

async function readRecords(source: Source, problems: ProblemSink): Promise<ReadQueries> {
  const queries: Query[] = []
  const tally = await readEntities(
    source,
    'entities',
    {
      record: (record) => void queries.push(recordQuery(record)),
      // A name that can be read is asked for, whatever else is wrong with its row.
      rejectedNames: (names) => void queries.push(...names.map(bareQuery)),
    },
    problems,
  )
  return { queries, inputs: [tally.input()] }
}

/**
 * Whether the first line is a header that has a column of names and another one: its rows are no names, and taken for such none would be
 * found. A lone word may be a name.
 */
function isTable({ head, delimiter }: ExaminedText): boolean {
  const first = head.split('\n').find((line) => line.trim() !== '') ?? ''
  const { at, identifiers } = createLayout(ENTITY_SHAPE, splitRecord(first, delimiter), { role: 'entities' })
  return at.has('name') && at.size + identifiers.length > 1
}

/** Names one a line; or records in JSON Lines, a JSON array or a table, which the beginning tells. */
export async function readStreamed(source: Source, problems: ProblemSink): Promise<ReadQueries> {
  const examined = await examine(source, source.said)
  if (examined.kind === 'workbook') problems({ ...WORKBOOK, file: source.path })
  // That there is nothing in it is said once, of all that was given.
  else if (examined.kind === 'failure' && examined.problem.code !== 'empty-file') problems(examined.problem)
  if (examined.kind === 'workbook' || examined.kind === 'failure') return { queries: [], inputs: [] }
  // The reader of records says itself how it understood its file.
  if (examined.kind === 'json' || examined.kind === 'jsonl' || isTable(examined)) return readRecords(source, problems)
  for (const note of examined.notes) problems(note)
  return { queries: await readNameLines(source, examined.form, problems), inputs: [] }
}

const WORKBOOK: Problem = {
  severity: 'error',
  code: 'not-text',
  message: 'expected names, one a line, or JSON Lines, got a workbook',
  hint: 'screen it as a file of entities, or save the column of names as text',
}
