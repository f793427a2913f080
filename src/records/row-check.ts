import type { FileSettings } from '../model/file-settings.js'
import type { Place, ProblemSink } from '../model/problem.js'
import { headerOf, textOf } from './row.js'
import type { Row } from './row.js'
import { valueFormats, type ValueFormats } from './value-formats.js'
import { SPOILT_IDENTIFIER, type Reading } from './values.js'

/** Reads the fields of the rows of one file, one row after the other, and says what is wrong with them. */
export interface RowCheck {
  readonly row: Row
  readonly place: Place
  readonly formats: ValueFormats
  /** Whether a value of this row had to be dropped. */
  readonly degraded: boolean
  /** The value of a field; where it is bad it is dropped, said, and the row is degraded. */
  optional<T>(field: string, read: (text: string) => Reading<T>): T | undefined
  /** Says that a value was dropped. */
  drop(reading: Reading<unknown>, column: string): void
  /** Says why the row is rejected. */
  reject(code: string, message: string, field: string, hint?: string): void
}

/** Goes on to the next row. One object serves all: a million rows pass through it. */
export type NextRow = (row: Row) => RowCheck

export function createRowCheck(file: string, problems: ProblemSink, said?: FileSettings): NextRow {
  const check = {
    row: NO_ROW,
    formats: valueFormats(said),
    place: { file, line: 0 },
    degraded: false,
    optional<T>(field: string, read: (text: string) => Reading<T>): T | undefined {
      const text = textOf(check.row, field)
      if (text === '') return undefined
      const reading = read(text)
      if (reading.ok) return reading.value
      check.drop(reading, headerOf(check.row, field))
      return undefined
    },
    drop(reading: Reading<unknown>, column: string): void {
      if (reading.ok) return
      check.degraded = true
      const { code, message, hint } = reading
      // Without its number a record is not found by it, and its links lead to somebody else: that is no smaller loss than a row.
      const severity = code === SPOILT_IDENTIFIER ? 'error' : 'warning'
      problems({ severity, code, message, ...(hint === undefined ? {} : { hint }), ...check.place, column })
    },
    reject(code: string, message: string, field: string, hint?: string): void {
      const column = headerOf(check.row, field)
      problems({ severity: 'error', code, message, ...(hint === undefined ? {} : { hint }), ...check.place, column })
    },
  }

  return (row) => {
    check.row = row
    check.place = { file: row.file ?? file, line: row.line }
    check.degraded = false
    if (row.misfits !== undefined) dropMisfits(check, row.misfits)
    return check
  }
}

const NO_ROW: Row = {
  cells: [],
  layout: { headers: [], at: new Map(), identifiers: [], torn: false, unknown: [] },
  line: 0,
}

/** JSON values that are no text: of columns that are left alone they are left alone too. */
function dropMisfits(check: RowCheck, misfits: ReadonlyMap<number, string>): void {
  const { headers, unknown } = check.row.layout
  for (const [index, got] of misfits) {
    const column = headers[index] ?? ''
    if (unknown.includes(column)) continue
    const message = `expected a text, a number or an array of them, got ${got}`
    check.drop({ ok: false, code: 'bad-value', message }, column)
  }
}
