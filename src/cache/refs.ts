import { parseDay } from '../model/date.js'
import type { Version } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { nearestWords } from '../model/spelling.js'
import { CACHE_PREFIX, versionFolder } from './layout.js'
import { readStored, type StoredList } from './store.js'
import { versionOn } from './cached-lists.js'

export interface Referred {
  readonly versions: readonly Version[]
  readonly problems: readonly Problem[]
}

const HASH = /^[0-9a-f]{6,64}$/
/** As `date -u +%FT%TZ` writes it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/

/**
 * Finds versions by what a person writes: a day (all lists as they were on it), the beginning of a hash, the name of a list (its newest), or a name
 * with a day or a hash after `@`; each also with `cache:` before it. Nothing but that stands for all lists. A moment, as `2024-02-01T03:17:00Z`, is what
 * the cache held then: of which day a list is says nothing of when it came.
 */
export async function findVersions(cache: string, text: string): Promise<Referred> {
  const word = text.startsWith(CACHE_PREFIX) ? text.slice(CACHE_PREFIX.length) : text
  const { lists, problems } = await readStored(cache)
  const moment = MOMENT.test(word) ? Date.parse(word) : Number.NaN
  if (!Number.isNaN(moment)) return { versions: heldAt(lists, moment), problems: [...problems, ...emptiness(lists)] }
  const mark = word.lastIndexOf('@')
  const name = mark === -1 ? (isOfAll(word) ? '' : word) : word.slice(0, mark)
  const which = mark === -1 ? (isOfAll(word) ? word : '') : word.slice(mark + 1)
  const among = name === '' ? lists : lists.filter((list) => list.name === name)
  if (among.length === 0) return { versions: [], problems: [...problems, unknown(text, name, lists)] }
  const found = which === '' || parseDay(which) !== undefined ? ofDay(among, which) : ofHash(among, which)
  if (found.versions.length > 0 || found.problems.length > 0)
    return { ...found, problems: [...problems, ...found.problems] }
  return { versions: [], problems: [...problems, unfound(text, among)] }
}

/** A list may be called `2024`, but not as a day is written; one called as a hash is found by `name@`. */
function isOfAll(word: string): boolean {
  return word === '' || parseDay(word) !== undefined || (HASH.test(word) && /\d/.test(word))
}

function ofDay(lists: readonly StoredList[], which: string): Referred {
  const chosen = lists.map((list) => versionOn(list, which === '' ? undefined : parseDay(which)))
  return {
    versions: chosen.flatMap(({ version }) => version ?? []),
    problems: chosen.flatMap(({ problem }) => problem ?? []),
  }
}

/** A list that had not come yet is left out: all of it is new. */
function heldAt(lists: readonly StoredList[], moment: number): readonly Version[] {
  return lists.flatMap(({ versions }) => versions.findLast(({ takenAt }) => Date.parse(takenAt) < moment) ?? [])
}

function ofHash(lists: readonly StoredList[], which: string): Referred {
  // As the folder of a version is called.
  const hash = which.toLowerCase().replace(/^(?:\d{4}-\d\d-\d\d|undated)-/, '')
  if (!HASH.test(hash)) return { versions: [], problems: [] }
  const versions = lists.flatMap((list) => list.versions.filter((version) => version.hash.startsWith(hash)))
  const distinct = new Set(versions.map((version) => version.hash))
  if (distinct.size < 2) return { versions: versions.slice(-1), problems: [] }
  const shown = versions.map((version) => `${version.name}@${version.hash.slice(0, 12)}`).join(', ')
  const message = `${JSON.stringify(which)} is the beginning of several hashes: ${shown}`
  return { versions: [], problems: [{ severity: 'error', code: 'usage', message, hint: 'write more of it' }] }
}

function unknown(text: string, name: string, lists: readonly StoredList[]): Problem {
  const [none] = emptiness(lists)
  if (none !== undefined) return none
  const names = lists.map((list) => list.name)
  const [near] = nearestWords(name, names)
  const hint = near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`
  const message = `expected a file, a day, a hash, or a list of the cache, got ${JSON.stringify(text)}`
  return { severity: 'error', code: 'list-unknown', message, hint }
}

function emptiness(lists: readonly StoredList[]): readonly Problem[] {
  if (lists.length > 0) return []
  return [{ severity: 'error', code: 'cache-empty', message: 'there is no list in the cache', hint: EMPTY_HINT }]
}

function unfound(text: string, lists: readonly StoredList[]): Problem {
  const versions = lists.flatMap((list) => list.versions).slice(-8)
  const hint = `there are, among others: ${versions.map((version) => `${version.name}@${versionFolder(version)}`).join(', ')}`
  const message = `expected a day or a hash of a version in the cache, got ${JSON.stringify(text)}`
  return { severity: 'error', code: 'list-unknown', message, hint }
}

/** How one comes by a cache. */
export const EMPTY_HINT =
  'hopscreen lists update fetches the official lists, hopscreen lists import <file> takes one by hand'
