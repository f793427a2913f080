import type { Match } from '../model/report.js'
import { jsonArray, jsonLine, mapped } from './json-stream.js'
import type { ListDays } from './list-days.js'
import { BLANK, line } from './line.js'
import type { Line, Tone } from './line.js'
import type { Look } from './look.js'
import { matchLines } from './match-lines.js'
import { gathered } from './gather.js'
import type { AnswerFormat } from './render.js'
import { arrangeMatch } from './report-order.js'
import { csvCell } from './sanitise.js'
import { badgeLine } from './verdict-lines.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { wordLines } from './word-lines.js'
import { counted } from './wording.js'

/** A name and what the lists have that is near it, best first. */
export interface QueryMatches {
  readonly query: string
  readonly candidates: readonly Match[]
}

function arranged({ query, candidates }: QueryMatches): { query: string; candidates: unknown[] } {
  return { query, candidates: candidates.map(arrangeMatch) }
}

function* jsonPieces(queries: Iterable<QueryMatches>): Generator<string> {
  yield* jsonArray(queries, arranged)
  yield '\n'
}

/** What there is to know of the lists and of the reading. */
export interface AnswerGrounds {
  /** Of which day each list is. */
  readonly days?: ListDays
  /** Whether all was read: else a name without a candidate is not clear. */
  readonly trusted?: boolean
}

const NOT_CLEARED = 'Not all was read: a name without a candidate is not cleared by this.'

function toneOf(candidates: readonly Match[], trusted: boolean): Tone {
  if (candidates.length === 0) return trusted ? 'good' : 'caution'
  return candidates.some((match) => match.confidence === 'confirmed') ? 'grave' : 'caution'
}

function* tableLines(queries: Iterable<QueryMatches>, grounds: AnswerGrounds, look: Look): Generator<Line> {
  const { days = () => undefined, trusted = true } = grounds
  if (!trusted) yield* [badgeLine('NOT COMPLETE', 'grave', NOT_CLEARED), BLANK]
  let asked = 0
  let found = 0
  let afterLong = false
  for (const { query, candidates } of queries) {
    const long = candidates.length > 0
    if (asked > 0 && (long || afterLong)) yield BLANK
    afterLong = long
    asked += 1
    if (long) found += 1
    const count = candidates.length === 0 ? 'no candidate' : counted(candidates.length, 'candidate')
    yield line(0, [
      { text: query, tone: 'strong' },
      { text: count, tone: toneOf(candidates, trusted) },
    ])
    for (const match of candidates) {
      yield* matchLines(match, days, look, 2)
      if (!look.quiet) yield* wordLines(match.tokens ?? [], 6)
    }
  }
  if (look.quiet || asked === 1) return
  if (asked > 0) yield BLANK
  const text = `${counted(asked, 'name')} asked for, ${counted(found, 'name')} with candidates.`
  yield line(0, [{ text, flows: true }])
}

const COLUMNS: readonly (readonly [string, (match: Match) => string])[] = [
  ['list', (match) => match.list],
  ['regime', (match) => match.regime],
  ['list_kind', (match) => match.listKind],
  ['entry_id', (match) => match.entryId],
  ['entry_name', (match) => match.entryName],
  ['programs', (match) => match.programs.join('; ')],
  ['listed_on', (match) => match.listedOn ?? ''],
  ['score', (match) => String(match.score)],
  ['confidence', (match) => match.confidence],
  ['basis', (match) => match.basis],
  ['record_name', (match) => match.recordName],
  ['matched_name', (match) => match.matchedName],
  ['name_strength', (match) => match.nameStrength],
  ['url', (match) => match.url ?? ''],
  ['explanation', (match) => match.explanation],
]

function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

/** A row a candidate; a name without one has a row with its rank empty, so that no name is missing. */
function* csvRows(queries: Iterable<QueryMatches>): Generator<string> {
  yield csvRow(['query', 'rank', ...COLUMNS.map(([name]) => name)])
  for (const { query, candidates } of queries) {
    if (candidates.length === 0) yield csvRow([query, '', ...COLUMNS.map(() => '')])
    for (const [at, match] of candidates.entries()) {
      yield csvRow([query, String(at + 1), ...COLUMNS.map(([, tell]) => tell(match))])
    }
  }
}

async function pieces(
  queries: Iterable<QueryMatches>,
  format: AnswerFormat,
  look: Look,
  grounds: AnswerGrounds,
): Promise<Iterable<string>> {
  switch (format) {
    case 'table':
      return typeset(tableLines(queries, grounds, look), await typesetterFor(look))
    case 'json':
      return jsonPieces(queries)
    case 'jsonl':
      return mapped(queries, (matches) => jsonLine(arranged(matches)))
    case 'csv':
      return csvRows(queries)
  }
}

/** The answers of `match` in any format, in pieces, each made when it is asked for. */
export async function renderMatches(
  queries: Iterable<QueryMatches>,
  format: AnswerFormat,
  look: Look,
  grounds: AnswerGrounds = {},
): Promise<Iterable<string>> {
  const made = await pieces(queries, format, look, grounds)
  // Someone at a terminal who types names waits for each answer.
  return look.width === undefined ? gathered(made) : made
}
