import type { Place, Problem, ProblemSink } from '../model/problem.js'
import type { InputRole } from '../model/report.js'
import { readBytes } from '../sources/bytes.js'
import { readCsv } from '../sources/csv.js'
import { readJsonRecords } from '../sources/json.js'
import type { ReadOutcome } from '../sources/outcome.js'
import { sniff } from '../sources/sniff.js'
import type { Sniffed } from '../sources/sniff.js'
import type { Source } from '../sources/source.js'
import type { Field, FileShape } from './columns.js'
import { jsonCells, jsonKind } from './json-cells.js'
import { createLayout, missingColumn, unknownColumns } from './layout.js'
import type { Layout, LayoutProblem } from './layout.js'
import { readableNames } from './readable-names.js'
import { namesIn } from './row.js'
import type { Row } from './row.js'
import { createTally } from './tally.js'
import type { Tally } from './tally.js'

/** How the rows of a kind of file are read. */
export interface TableReader {
  readonly role: InputRole
  readonly shape: FileShape
  /** The columns that a header with this layout still needs; the first that is missing refuses the file. */
  readonly needed: (layout: Layout) => readonly Field[]
  /** Takes a row whose structure is sound, and accepts or rejects it in the tally. */
  readonly row: (row: Row, tally: Tally) => void
  readonly rejectedNames: (names: readonly string[], place: Place) => void
  readonly enough?: () => boolean
}

const READABLE = 'records are read from CSV with a header, JSON Lines, or a JSON array, plain or gzipped, in UTF-8'

/** Reads a file of records row by row; the tally that it gives is complete. Never rejects for what a file holds. */
export async function readTable(source: Source, reader: TableReader, problems: ProblemSink): Promise<Tally> {
  const tally = createTally(reader.role, source.path)
  const sniffed = await sniff(source)
  if (sniffed.kind === 'csv') return finish(await readCsvTable(source, sniffed.delimiter, reader, tally, problems))
  if (sniffed.kind === 'json' || sniffed.kind === 'jsonl') {
    return finish(await readJsonTable(source, sniffed.kind, reader, tally, problems))
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

/** Rejects rows whose structure is broken, and keeps the names that can be read in them. */
function createRejecter(source: Source, reader: TableReader, tally: Tally, problems: ProblemSink) {
  const file = source.path
  const names = (found: readonly string[], line: number): void => {
    if (found.length > 0) reader.rejectedNames(found, { file, line })
  }
  return {
    names,
    reject(line: number, why: LayoutProblem, found: readonly string[]): void {
      tally.reject()
      problems({ severity: 'error', ...why, file, line })
      names(found, line)
    },
  }
}

function readCsvTable(
  source: Source,
  delimiter: string,
  reader: TableReader,
  tally: Tally,
  problems: ProblemSink,
): Promise<ReadOutcome> {
  const file = source.path
  const rejecter = createRejecter(source, reader, tally, problems)
  let layout: Layout | undefined
  let refused = false

  function header(cells: readonly string[], line: number, broken?: LayoutProblem): void {
    layout = createLayout(reader.shape, cells)
    const wrong = broken ?? layout.doubled ?? missingColumn(reader.shape, layout, reader.needed(layout))
    const unknown = unknownColumns(reader.shape, layout, layout.unknown)
    if (wrong !== undefined) {
      refused = true
      problems({ severity: 'error', ...wrong, file, line })
    } else if (unknown !== undefined) problems({ severity: 'warning', ...unknown, file, line })
  }

  return readCsv(source, {
    delimiter,
    ...(reader.enough === undefined ? {} : { enough: reader.enough }),
    onRow(cells, line) {
      if (layout === undefined) return header(cells, line)
      const row = { cells, layout, line }
      if (refused) {
        tally.reject()
        rejecter.names(namesIn(row, reader.shape.nameFields), line)
      } else if (cells.length === layout.headers.length) reader.row(row, tally)
      else rejecter.reject(line, wrongLength(layout, cells), namesIn(row, reader.shape.nameFields))
    },
    onBroken(cells, line, message) {
      if (layout === undefined) header(cells, line, { code: 'broken-header', message })
      else rejecter.reject(line, { code: 'broken-row', message }, namesIn({ cells, layout, line }, reader.shape.nameFields))
    },
  })
}

function wrongLength(layout: Layout, cells: readonly string[]): LayoutProblem {
  const [expected, got] = [layout.headers.length, cells.length]
  const message = `expected ${expected} ${expected === 1 ? 'field' : 'fields'} as in the header, got ${got}`
  if (got < expected) return { code: 'row-short', message }
  return { code: 'row-long', message, hint: 'a value that holds the delimiter must stand in double quotes' }
}

async function readJsonTable(
  source: Source,
  kind: 'json' | 'jsonl',
  reader: TableReader,
  tally: Tally,
  problems: ProblemSink,
): Promise<ReadOutcome> {
  const rejecter = createRejecter(source, reader, tally, problems)
  const layouts = new Map<string, Layout>()
  const unknown = new Set<string>()

  function layoutOf(keys: readonly string[]): Layout {
    const key = keys.join('\0')
    const known = layouts.get(key)
    if (known !== undefined) return known
    const layout = createLayout(reader.shape, keys)
    for (const name of layout.unknown) unknown.add(name)
    // Records whose keys are data would make a layout each.
    if (layouts.size < 1000) layouts.set(key, layout)
    return layout
  }

  const outcome = await readJsonRecords(source, {
    kind,
    ...(reader.enough === undefined ? {} : { enough: reader.enough }),
    onRecord(value, line) {
      const json = jsonCells(value)
      if (json === undefined) {
        const message = `expected a JSON object, got ${jsonKind(value)}`
        return rejecter.reject(line, { code: 'broken-row', message }, [])
      }
      const { keys, ...cells } = json
      const row = { ...cells, layout: layoutOf(keys), line }
      if (row.layout.doubled === undefined) reader.row(row, tally)
      else rejecter.reject(line, { ...row.layout.doubled, code: 'broken-row' }, namesIn(row, reader.shape.nameFields))
    },
    onBroken(line, message, text) {
      rejecter.reject(line, { code: 'broken-row', message }, readableNames(text, reader.shape))
    },
  })
  const left = unknownColumns(reader.shape, createLayout(reader.shape, [...unknown]), unknown)
  if (left !== undefined) problems({ severity: 'warning', ...left, file: source.path })
  return outcome
}
