import { isAscii } from 'node:buffer'
import type { ProblemSink } from '../model/problem.js'
import { PARTY_TYPES } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { createLineCells } from '../sources/scan/cells.js'
import { createCellWords } from './cell-words.js'
import { createCsvTable } from './csv-table.js'
import { entityReader } from './entities.js'
import { createEntityRowScanner } from './entity-row-scanner.js'
import type { EntityScanSink } from './scan-entities.js'
import type { EntityPlan } from './scan-entity-plan.js'
import { createTally, type RowRef } from './tally.js'
import { readCountry, readWord } from './values.js'

export interface EntityCounts {
  readonly rows: number
  readonly rejected: number
  readonly degraded: readonly number[]
}

export interface EntityRows {
  /** Where the bytes have to stand. */
  readonly block: Uint8Array<ArrayBuffer>
  /** Takes the whole lines of `block[0..until)`; `false` where the file is not for the scanner. */
  take(until: number): boolean
  finish(): EntityCounts
}

const LF = 0x0a
const CR = 0x0d
/** So many lines whose cells can't be told from bytes are read as texts for sure; beyond that the file is, where they are more than one in twenty. */
const FREE_ODD_LINES = 2000

/**
 * Scans the rows of a file of entities. Rows that are trivially fine are given as their bytes; any other goes to the reader of texts, as cells where these can
 * be told and as a line where not, so that what is wrong with a row is decided and said in one place only.
 */
export function createEntityRows(plan: EntityPlan, sink: EntityScanSink, problems: ProblemSink): EntityRows {
  const width = plan.cells.length
  const scanner = createEntityRowScanner(plan)
  const { block: bytes, mostRows } = scanner
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cells = createLineCells(plan.delimiter.charCodeAt(0), width)
  const types = createCellWords(scanner.types, UNKNOWN, textOf, (text) => {
    const reading = readWord(text, PARTY_TYPES, 'bad-type')
    return reading.ok ? { ok: true, value: PARTY_TYPES.indexOf(reading.value) } : reading
  })
  const countries = createCellWords(scanner.countries, '', textOf, readCountry)
  const countryPlaces = new Int32Array(mostRows)
  const typeCodes = new Uint8Array(mostRows)
  let rows = 0
  let rejected = 0
  let line = plan.lines
  let odd = 0
  const degraded: number[] = []

  const tally = {
    ...createTally('entities', plan.path),
    accept(isDegraded: boolean): RowRef {
      const its = rows++
      if (isDegraded) degraded.push(its)
      return { row: its, degraded: isDegraded }
    },
    reject(): void {
      rows++
      rejected++
    },
  }
  const texts = createCsvTable(
    plan.path,
    entityReader({ path: plan.path }, 'entities', sink, problems),
    tally,
    problems,
    plan.layout,
  )
  const oddLines = createCsvLines({ delimiter: plan.delimiter, ...texts })

  /** Gives the rows that the scanner just took; those with a word that is not known go to the reader of texts. */
  function keepRows(count: number): void {
    for (let first = 0; first < count;) {
      let end = first
      while (end < count && areKnown(end)) end++
      if (end > first) give(first, end)
      if (end < count) takeOdd(scanner.offsets[end] ?? 0)
      first = end + 1
    }
  }

  /** Whether type and country of a row are words that are known. */
  function areKnown(row: number): boolean {
    const type = types.words[types.placeOf(row)]
    const country = countries.placeOf(row)
    typeCodes[row] = type ?? UNKNOWN
    countryPlaces[row] = country
    return type !== undefined && countries.words[country] !== undefined
  }

  function give(first: number, end: number): void {
    const boundsOf = (column: Int32Array): Int32Array => column.subarray(first * 2, end * 2)
    sink.plain({
      count: end - first,
      bytes,
      view,
      names: boundsOf(scanner.names),
      ids: boundsOf(scanner.ids),
      addresses: boundsOf(scanner.addresses),
      types: typeCodes.subarray(first, end),
      countries: countryPlaces.subarray(first, end),
      countryWords: countries.words,
      line: line + 1,
      row: rows,
    })
    line += end - first
    rows += end - first
  }

  function textOf(start: number, end: number): string {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    return text.toString(isAscii(text) ? 'latin1' : 'utf8')
  }

  function cellTexts(): readonly string[] {
    return Array.from({ length: width }, (_, cell) => {
      const [start = 0, end = 0] = [cells.bounds[cell * 2], cells.bounds[cell * 2 + 1]]
      const isLast = cell === width - 1 && bytes[end] === LF && end > start && bytes[end - 1] === CR
      return textOf(start, isLast ? end - 1 : end)
    })
  }

  /** Gives the line that begins at a place to the reader of texts; gives where the next one begins. */
  function takeOdd(start: number): number {
    line++
    if (!oddLines.isOpen() && cells.find(bytes, start)) {
      texts.onRow(cellTexts(), line)
      return cells.next
    }
    const end = bytes.indexOf(LF, start)
    oddLines.line(textOf(start, end), line)
    odd++
    return end + 1
  }

  /** Takes what stands at a place up to the first line that is no plain row, and that one; gives where the next begins. */
  function takeSome(start: number): number {
    if (oddLines.isOpen()) return takeOdd(start)
    const count = scanner.scan(start)
    if (count > 0) keepRows(count)
    const { next } = scanner
    switch (scanner.stopped) {
      case 'odd':
        return takeOdd(next)
      case 'blank':
        line++
        return bytes[next] === CR ? next + 2 : next + 1
      case 'handled':
      case 'done':
        return next
    }
  }

  return {
    block: bytes,
    take(until) {
      scanner.open(until)
      for (let start = 0; start < until;) start = takeSome(start)
      return odd <= FREE_ODD_LINES || odd * 20 <= line - plan.lines
    },
    finish() {
      oddLines.end()
      return { rows, rejected, degraded }
    },
  }
}

const UNKNOWN = PARTY_TYPES.indexOf('unknown')
