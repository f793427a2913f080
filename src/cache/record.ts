import type { DayFrom, Version, VersionFile } from '../model/list-cache.js'
import { parsePartialDate } from '../model/date.js'
import { isListName, versionFolder } from './layout.js'
import { versionHash } from './version-hash.js'

export const RECORD = 'version.json'

/** The record of a version as it stands beside its files. */
export function recordText(version: Version): string {
  return `${JSON.stringify({ schemaVersion: 1, ...version }, undefined, 2)}\n`
}

/**
 * Reads a record; `undefined` where it is none, or not that of the folder in which it stands. Checked by hand: every run reads some, and loading a
 * library of schemas takes as long as all the rest of `match`.
 */
export function readRecord(text: string, name: string, folder: string): Version | undefined {
  const version = versionOf(parsed(text))
  if (version === undefined) return undefined
  const isItsOwn =
    version.name === name && versionFolder(version) === folder && versionHash(version.files) === version.hash
  return isItsOwn ? version : undefined
}

type Json = Readonly<Record<string, unknown>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isHash = (value: unknown): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value)

const DAYS_FROM: readonly DayFrom[] = ['file', 'user', 'server', 'clock']

function versionOf(json: unknown): Version | undefined {
  if (!isObject(json) || json['schemaVersion'] !== 1) return undefined
  const { name, list, hash, format, encoding, entries, takenAt, takenBy, order, tool, day } = json
  const dayFrom = DAYS_FROM.find((from) => from === json['dayFrom'])
  const files = filesOf(json['files'])
  if (!isText(name) || !isListName(name) || !isText(list) || !isHash(hash) || !isText(format)) return undefined
  if (!isCount(entries) || !isText(takenAt) || !isCount(order) || !isText(tool) || files === undefined) return undefined
  if (takenBy !== 'fetch' && takenBy !== 'import') return undefined
  if (encoding !== undefined && !isText(encoding)) return undefined
  if (day !== undefined && (!isText(day) || parsePartialDate(day) === undefined)) return undefined
  return {
    name,
    list,
    ...(day === undefined ? {} : { day }),
    ...(dayFrom === undefined ? {} : { dayFrom }),
    hash,
    format,
    ...(encoding === undefined ? {} : { encoding }),
    entries,
    files,
    takenAt,
    takenBy,
    order,
    tool,
  }
}

function filesOf(json: unknown): readonly VersionFile[] | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined
  const files = json.flatMap((each) => fileOf(each) ?? [])
  return files.length === json.length ? files : undefined
}

function fileOf(json: unknown): VersionFile | undefined {
  if (!isObject(json)) return undefined
  const { name, bytes, sha256, url, headers } = json
  if (!isText(name) || !/^[^/\\]+$/.test(name) || !isCount(bytes) || !isHash(sha256)) return undefined
  if (url !== undefined && !isText(url)) return undefined
  const kept = isObject(headers)
    ? { headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)])) }
    : {}
  return { name, bytes, sha256, ...(url === undefined ? {} : { url }), ...kept }
}
