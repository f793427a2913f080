import { z } from 'zod'
import type { Cell } from './row.js'

/** What a JSON record's field may be, besides a text, once its numbers are texts: nothing, or several texts. */
const fieldValue = z.union([z.null().transform(() => ''), z.array(z.union([z.string(), z.null().transform(() => '')]))])

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
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const keys = Object.keys(json)
  const misfits = new Map<number, string>()
  const cells = Object.values(json).map((its: unknown, index): Cell => {
    // Nearly all are texts, and a schema for each of ten million cells would take longer than reading them.
    if (typeof its === 'string') return its
    const parsed = fieldValue.safeParse(its)
    if (parsed.success) return parsed.data
    misfits.set(index, jsonKind(its))
    return Array.isArray(its) ? its.filter((element) => typeof element === 'string') : ''
  })
  return misfits.size === 0 ? { keys, cells } : { keys, cells, misfits }
}
