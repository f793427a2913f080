import { z } from 'zod'
import type { Cell } from './row.js'

/** What a JSON record's field may be once its numbers are text: a value, or several. */
const value = z.union([z.string(), z.null()])
const values = z.array(value)
const record = z.record(z.string(), z.unknown())

export interface JsonRow {
  readonly keys: readonly string[]
  readonly cells: readonly Cell[]
  readonly misfits?: ReadonlyMap<number, string>
}

/** What a JSON value is, for a message. */
export function jsonKind(json: unknown): string {
  if (json === null) return 'null'
  if (Array.isArray(json)) return 'an array'
  return typeof json === 'object' ? 'an object' : typeof json === 'string' ? 'a text' : JSON.stringify(json)
}

/** The fields of a JSON record as cells; `undefined` where it is no object. */
export function jsonCells(json: unknown): JsonRow | undefined {
  const parsed = record.safeParse(json)
  if (!parsed.success || Array.isArray(json)) return undefined
  const keys: string[] = []
  const cells: Cell[] = []
  const misfits = new Map<number, string>()
  for (const [key, its] of Object.entries(json ?? {})) {
    const index = keys.push(key) - 1
    const single = value.safeParse(its)
    if (single.success) {
      cells.push(single.data ?? '')
      continue
    }
    const several = values.safeParse(its)
    if (several.success) {
      cells.push(several.data.map((element) => element ?? ''))
      continue
    }
    misfits.set(index, jsonKind(its))
    cells.push(Array.isArray(its) ? its.filter((element) => typeof element === 'string') : '')
  }
  return misfits.size === 0 ? { keys, cells } : { keys, cells, misfits }
}
