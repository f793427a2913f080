import { isAscii } from 'node:buffer'
import { createIdTable } from '../columns/id-table.js'
import type { PlainEntity, Span } from '../model/plain-entity.js'
import type { ProblemSink } from '../model/problem.js'
import { PARTY_TYPES } from '../model/record.js'
import { createCsvLines } from '../sources/csv.js'
import { isBlank, isPlainName, isSureName, mayHaveWideBlanks } from '../sources/scan/byte-values.js'
import { createLineCells } from '../sources/scan/cells.js'
import { createCsvTable } from './csv-table.js'
import { entityReader } from './entities.js'
import { createHeaderWordCheck } from './header-again.js'
import { ENTITY_CELL, type EntityPlan } from './scan-entity-plan.js'
import type { EntityScanSink } from './scan-entities.js'
import { createTally, type RowRef } from './tally.js'
import { readCountry, readWord, type Reading } from './values.js'

export interface EntityCounts {
  readonly rows: number
  readonly rejected: number
  readonly degraded: readonly number[]
}

export interface EntityRows {
  /** Takes the whole lines of `bytes[0..until)`; `false` where the file is not for the scanner. */
  take(bytes: Uint8Array, until: number): boolean
  finish(): EntityCounts
}

const LF = 0x0a
const CR = 0x0d
/** So many lines whose cells can't be told from bytes are read as texts for sure; beyond that the file is, where they are more than one in twenty. */
const FREE_ODD_LINES = 2000

type MutableSpan = { -readonly [at in keyof Span]: Span[at] }
type Row = {
  -readonly [field in keyof PlainEntity]: PlainEntity[field] extends Span ? MutableSpan : PlainEntity[field]
}

/**
 * Scans the rows of a file of entities. A row that is trivially fine is given as its bytes; any other goes to the reader of texts, as cells where these can
 * be told and as a line where not, so that what is wrong with a row is decided and said in one place only.
 */
export function createEntityRows(plan: EntityPlan, sink: EntityScanSink, problems: ProblemSink): EntityRows {
  const { cells: roles } = plan
  const width = roles.length
  const cells = createLineCells(plan.delimiter.charCodeAt(0), width)
  const types = createWords((text) => readWord(text, PARTY_TYPES, 'bad-type'))
  const countries = createWords(readCountry)
  const mayBeHeader = createHeaderWordCheck(plan.layout.headers)
  let bytes: Uint8Array = new Uint8Array(0)
  let view = new DataView(bytes.buffer)
  let rows = 0
  let rejected = 0
  let line = plan.lines
  let odd = 0
  const degraded: number[] = []
  const row: Row = {
    bytes,
    view,
    name: { start: 0, end: 0 },
    id: { start: 0, end: 0 },
    address: { start: 0, end: 0 },
    type: 'unknown',
    country: '',
    line: 0,
    row: 0,
  }

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

  /** Puts the cells of the line into `row`; whether each is trivially fine. */
  function isPlain(): boolean {
    const { name, id, address } = row
    row.type = 'unknown'
    row.country = ''
    name.start = name.end = id.start = id.end = address.start = address.end = 0
    for (let cell = 0; cell < width; cell++) {
      const role = roles[cell] ?? 0
      if (
        role !== ENTITY_CELL.skipped &&
        !takeCell(role, cells.bounds[cell * 2] ?? 0, cells.bounds[cell * 2 + 1] ?? 0)
      ) {
        return false
      }
    }
    return name.end > name.start
  }

  function takeCell(role: number, from: number, to: number): boolean {
    let start = from
    let end = to
    while (start < end && isBlank(bytes[start] ?? 0)) start++
    while (start < end && isBlank(bytes[end - 1] ?? 0)) end--
    if (start === end) return role !== ENTITY_CELL.name
    if (((bytes[start] ?? 0) | (bytes[end - 1] ?? 0)) >= 0x80 && mayHaveWideBlanks(bytes, start, end)) return false
    switch (role) {
      case ENTITY_CELL.name:
        row.name.start = start
        row.name.end = end
        // The header once more is told by the whole row, which is for the reader of texts.
        return isSureName(bytes, start, end) && !mayBeHeader(bytes, start, end)
      case ENTITY_CELL.id:
        row.id.start = start
        row.id.end = end
        return isPlainName(bytes, start, end)
      case ENTITY_CELL.type: {
        const type = types.read(bytes, view, start, end)
        row.type = type ?? 'unknown'
        return type !== undefined
      }
      case ENTITY_CELL.country: {
        const country = countries.read(bytes, view, start, end)
        row.country = country ?? ''
        return country !== undefined
      }
      case ENTITY_CELL.address:
        row.address.start = start
        row.address.end = end
        return true
      default:
        return false
    }
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

  function takeOdd(start: number): number {
    const end = bytes.indexOf(LF, start)
    oddLines.line(textOf(start, end), line)
    odd++
    return end + 1
  }

  return {
    take(block, until) {
      bytes = block
      view = new DataView(block.buffer, block.byteOffset, block.byteLength)
      row.bytes = bytes
      row.view = view
      for (let start = 0; start < until;) {
        line++
        if (oddLines.isOpen() || !cells.find(block, start)) {
          start = takeOdd(start)
          continue
        }
        if (isPlain()) {
          row.line = line
          row.row = rows++
          sink.plain(row)
        } else texts.onRow(cellTexts(), line)
        start = cells.next
      }
      return odd <= FREE_ODD_LINES || odd * 20 <= line - plan.lines
    },
    finish() {
      oddLines.end()
      return { rows, rejected, degraded }
    },
  }
}

/** Different words of a column that are remembered; a column of more is no column of words. */
const MOST_WORDS = 10_000

/** Reads cells that hold one of a few words: each is judged once, as a text. */
function createWords<Word extends string>(read: (text: string) => Reading<Word>) {
  const known = createIdTable()
  const words: (Word | undefined)[] = []
  return {
    /** `undefined` where it is none of them, or can't be remembered. */
    read(bytes: Uint8Array, view: DataView, start: number, end: number): Word | undefined {
      const at = known.size < MOST_WORDS ? known.intern(bytes, view, start, end) : known.find(bytes, view, start, end)
      if (at === words.length) {
        const reading = read(known.textOf(at))
        words.push(reading.ok ? reading.value : undefined)
      }
      return words[at]
    },
  }
}
