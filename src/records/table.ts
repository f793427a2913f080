import type { Problem, ProblemSink } from '../model/problem.js'
import { readBytes } from '../sources/bytes.js'
import type { ReadOutcome } from '../sources/outcome.js'
import { sniff } from '../sources/sniff.js'
import type { Sniffed } from '../sources/sniff.js'
import type { Source } from '../sources/source.js'
import { readCsvTable } from './csv-table.js'
import type { TableReader } from './table-reader.js'
import { createTally } from './tally.js'
import type { Tally } from './tally.js'

const READABLE = 'records are read from CSV with a header, JSON Lines, or a JSON array, plain or gzipped, in UTF-8'

/** Reads a file of records row by row; the tally that it gives is complete. Never rejects for what a file holds. */
export async function readTable(source: Source, reader: TableReader, problems: ProblemSink): Promise<Tally> {
  const tally = createTally(reader.role, source.path)
  const reading = { source, reader, tally, problems }
  const sniffed = await sniff(source)
  if (sniffed.kind === 'csv') return finish(await readCsvTable(reading, sniffed.delimiter))
  if (sniffed.kind === 'json' || sniffed.kind === 'jsonl') {
    // Loaded where there is JSON: the schema that checks its fields is half of what a small screening would load.
    const { readJsonTable } = await import('./json-table.js')
    return finish(await readJsonTable(reading, sniffed.kind))
  }
  problems(unfit(sniffed, source.path))
  const { facts } = await readBytes(source, { write: () => undefined, end: () => undefined })
  tally.finish(sniffed.kind === 'xml' ? 'xml' : 'unknown', facts)
  return tally

  function finish(outcome: ReadOutcome): Tally {
    tally.finish(sniffed.kind, outcome.facts)
    if (outcome.failure !== undefined) problems(outcome.failure)
    else if (tally.rows === 0) problems(noRows(source.path))
    return tally
  }
}

function unfit(sniffed: Sniffed, file: string): Problem {
  if ('problem' in sniffed) return sniffed.problem
  const message = 'expected records, got XML'
  return { severity: 'error', code: 'not-records', message, hint: READABLE, file }
}

function noRows(file: string): Problem {
  return { severity: 'warning', code: 'no-rows', message: 'the file has no records', file }
}
