import type { EntityRecord } from '../model/record.js'
import type { RowRef } from '../records/links.js'

/** Which row each record came from. It is asked of a few rejected ones, so that a map is made only when it is asked for. */
export interface RowsOf {
  note(record: EntityRecord, file: number, row: RowRef): void
  find(record: EntityRecord): { readonly file: number; readonly row: RowRef } | undefined
}

export function createRowsOf(): RowsOf {
  const records: EntityRecord[] = []
  const files: number[] = []
  const rows: number[] = []
  const degraded = new Set<number>()
  let places: Map<EntityRecord, number> | undefined
  return {
    note(record, file, row) {
      if (row.degraded) degraded.add(records.length)
      records.push(record)
      files.push(file)
      rows.push(row.row)
      places = undefined
    },
    find(record) {
      places ??= new Map(records.map((known, at) => [known, at]))
      const at = places.get(record)
      const [file, row] = at === undefined ? [] : [files[at], rows[at]]
      return at === undefined || file === undefined || row === undefined
        ? undefined
        : { file, row: { row, degraded: degraded.has(at) } }
    },
  }
}
