import type { Place, ProblemSink } from '../model/problem.js'
import { headerOf, textOf } from './row.js'
import type { Row } from './row.js'
import type { Reading } from './values.js'

/** Reads the fields of one row, and says what is wrong with them. */
export interface RowCheck {
  readonly row: Row
  readonly place: Place
  /** Whether a value had to be dropped. */
  readonly degraded: boolean
  /** The value of a field; where it is bad it is dropped, said, and the row is degraded. */
  optional<T>(field: string, read: (text: string) => Reading<T>): T | undefined
  /** Says that a value was dropped. */
  drop(reading: Reading<unknown>, column: string): void
  /** Says why the row is rejected. */
  reject(code: string, message: string, field: string, hint?: string): void
}

export function checkRow(row: Row, file: string, problems: ProblemSink): RowCheck {
  const place = { file, line: row.line }
  let degraded = false

  function drop(reading: Reading<unknown>, column: string): void {
    if (reading.ok) return
    degraded = true
    const { code, message, hint } = reading
    problems({ severity: 'warning', code, message, ...(hint === undefined ? {} : { hint }), ...place, column })
  }

  for (const [index, got] of row.misfits ?? []) {
    const header = row.layout.headers[index] ?? ''
    if (row.layout.unknown.includes(header)) continue
    drop({ ok: false, code: 'bad-value', message: `expected a text, a number or an array of them, got ${got}` }, header)
  }

  return {
    row,
    place,
    get degraded() {
      return degraded
    },
    drop,
    optional(field, read) {
      const text = textOf(row, field)
      if (text === '') return undefined
      const reading = read(text)
      if (reading.ok) return reading.value
      drop(reading, headerOf(row, field))
      return undefined
    },
    reject(code, message, field, hint) {
      const column = headerOf(row, field)
      problems({ severity: 'error', code, message, ...(hint === undefined ? {} : { hint }), ...place, column })
    },
  }
}
