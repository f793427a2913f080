import type { Problem, ProblemSink } from '../model/problem.js'
import { readBytes } from '../sources/bytes.js'
import { examine, type Examined, type ReadOptions } from '../sources/examine.js'
import type { ReadOutcome } from '../sources/outcome.js'
import type { Source } from '../sources/source.js'
import { readCsvTable } from './csv-table.js'
import { paymentMessage } from './iso20022/recognise.js'
import type { TableReader } from './table-reader.js'
import { createTally } from './tally.js'
import type { Tally } from './tally.js'

const READABLE =
  'records are read from CSV with a header, XLSX, JSON Lines, a JSON array, or payments in ISO 20022 XML, plain or gzipped'

/** Reads a file of records row by row; the tally that it gives is complete. Never rejects for what a file holds. */
export async function readTable(source: Source, reader: TableReader, problems: ProblemSink): Promise<Tally> {
  const tally = createTally(reader.role, source.path)
  const reading = { source, reader, tally, problems }
  const told = toldOf(source, reader)
  const examined = await examine(source, told)
  if (examined.kind === 'workbook') {
    // Loaded where there is a workbook, as JSON below: a small screening would spend most of its time on loading.
    const { readSheetTable } = await import('./sheet-table.js')
    return finish('xlsx', await readSheetTable(reading, told.sheet))
  }
  const message = examined.kind === 'xml' ? paymentMessage(examined.head) : undefined
  if (message !== undefined && examined.kind === 'xml' && reader.role === 'transactions') {
    for (const note of examined.notes) problems(note)
    const { readPaymentMessage } = await import('./iso20022/table.js')
    return finish(message.name, await readPaymentMessage(reading, message, examined.form))
  }
  const trouble = unfit(examined, source.path, told.sheet)
  if (trouble !== undefined || examined.kind === 'failure' || examined.kind === 'xml') {
    if (trouble !== undefined) problems(trouble)
    const { facts } = await readBytes(source, { write: () => undefined, end: () => undefined })
    tally.finish(examined.kind === 'xml' ? 'xml' : 'unknown', facts)
    return tally
  }
  for (const note of examined.notes) problems(note)
  if (examined.kind === 'csv') return finish('csv', await readCsvTable(reading, examined))
  const { readJsonTable } = await import('./json-table.js')
  return finish(examined.kind, await readJsonTable(reading, examined.kind, examined.form))

  function finish(format: string, outcome: ReadOutcome): Tally {
    tally.finish(format, outcome.facts)
    if (outcome.failure !== undefined) problems(outcome.failure)
    else if (tally.rows === 0) problems(noRows(tally.file))
    return tally
  }
}

/** What the user said of the file, by the config, by the command line, or by a path that names a sheet. */
function toldOf({ sheet }: Source, { said }: TableReader): ReadOptions {
  return {
    ...(said?.encoding === undefined ? {} : { encoding: said.encoding }),
    ...(said?.delimiter === undefined ? {} : { delimiter: said.delimiter }),
    ...(said?.sheet === undefined ? {} : { sheet: said.sheet }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

/** Why a file is none of records, whatever else it is. */
function unfit(examined: Exclude<Examined, { kind: 'workbook' }>, file: string, sheet?: string): Problem | undefined {
  if (examined.kind === 'failure') return examined.problem
  const place = { severity: 'error', code: 'not-records', file } as const
  if (sheet !== undefined) {
    const message = `expected a workbook with the sheet ${JSON.stringify(sheet)}, got a file without sheets`
    return { ...place, code: 'no-sheet', message }
  }
  if (examined.kind !== 'xml') return undefined
  const payments = paymentMessage(examined.head)
  if (payments !== undefined) {
    const message = `expected records of parties or relations, got payments (${payments.name})`
    return { ...place, message, hint: 'give it with --transactions' }
  }
  const [message, hint] = xmlKind(examined.head)
  return { ...place, message: `expected records, got ${message}`, hint }
}

/** Programs that export "Excel" often write something else under that name. */
function xmlKind(head: string): readonly [what: string, hint: string] {
  if (/<(?:!doctype\s+)?html\b|<(?:table|meta|body|head)\b/i.test(head)) {
    return ['an HTML page, as some programs write under the name of a workbook', 'open it and save it as XLSX or CSV']
  }
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) {
    return ['an XML spreadsheet of Excel 2003', 'open it and save it as XLSX or as CSV UTF-8']
  }
  return ['XML', READABLE]
}

function noRows(file: string): Problem {
  return { severity: 'warning', code: 'no-rows', message: 'the file has no records', file }
}
