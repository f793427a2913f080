import { z } from 'zod'
import type { Version } from '../model/list-cache.js'
import { parsePartialDate } from '../model/date.js'
import { isListName, versionFolder } from './layout.js'
import { versionHash } from './version-hash.js'

export const RECORD = 'version.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

const file = z.strictObject({
  name: z.string().regex(/^[^/\\]+$/),
  bytes: count,
  sha256,
  url: z.exactOptional(z.string()),
  headers: z.exactOptional(z.record(z.string(), z.string())),
})

const schema = z.strictObject({
  schemaVersion: z.literal(1),
  name: z.string().refine(isListName),
  list: z.string().min(1),
  day: z.exactOptional(z.string().refine((text) => parsePartialDate(text) !== undefined)),
  dayFrom: z.exactOptional(z.enum(['file', 'user', 'server', 'clock'])),
  hash: sha256,
  format: z.string().min(1),
  entries: count,
  files: z.array(file).min(1),
  takenAt: z.string(),
  takenBy: z.enum(['fetch', 'import']),
  order: count,
  tool: z.string(),
})

/** The record of a version as it stands beside its files. */
export function recordText(version: Version): string {
  return `${JSON.stringify({ schemaVersion: 1, ...version }, undefined, 2)}\n`
}

/** Reads a record; `undefined` where it is none, or not that of the folder in which it stands. */
export function readRecord(text: string, name: string, folder: string): Version | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return undefined
  const { schemaVersion: _, ...version } = parsed.data
  const isItsOwn =
    version.name === name && versionFolder(version) === folder && versionHash(version.files) === version.hash
  return isItsOwn ? version : undefined
}
