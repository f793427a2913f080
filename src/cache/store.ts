import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BEGINNING, parsePartialDate } from '../model/date.js'
import { codeOf } from '../model/error-facts.js'
import type { Version } from '../model/list-cache.js'
import { compareCodePoints } from '../model/order.js'
import type { Problem } from '../model/problem.js'
import { whyNot } from '../sources/file.js'
import { replaceDurably, syncFolder, writeDurably } from './durable.js'
import { CACHE_PREFIX, dayOfFolder, isListName, isVersionFolder, listsFolder, versionFolder } from './layout.js'
import { readRecord, RECORD, recordText } from './record.js'

/** Versions of one list, oldest first. */
export interface StoredList {
  readonly name: string
  readonly versions: readonly Version[]
}

export interface Stored {
  /** In code-point order of their names; none without a version. */
  readonly lists: readonly StoredList[]
  readonly problems: readonly Problem[]
}

/**
 * Reads what the cache holds. The folders are the index: a version is there when its folder has its name, which it gets whole and at once, so there
 * is no file that several updates write and none that could contradict what is there.
 */
export async function readStored(cache: string, only?: string): Promise<Stored> {
  const problems: Problem[] = []
  const lists: StoredList[] = []
  const names = only === undefined ? await listNames(cache, problems) : [only]
  for (const name of names) {
    const folders = (await namesIn(join(listsFolder(cache), name), problems)).filter(isVersionFolder)
    const versions: Version[] = []
    for (const folder of folders.sort(compareCodePoints)) {
      const version = await readVersion(cache, name, folder)
      if ('severity' in version) problems.push(version)
      else versions.push(version)
    }
    if (versions.length > 0) lists.push({ name, versions: versions.sort(byAge) })
  }
  return { lists, problems }
}

/** Names of the lists that the cache may hold. */
export async function listNames(cache: string, problems: Problem[]): Promise<readonly string[]> {
  return (await namesIn(listsFolder(cache), problems)).filter(isListName).sort(compareCodePoints)
}

/**
 * The versions of one list from which that of a day is taken, oldest first: those of the last day up to it, else of the first day there is. Only
 * their records are read, since years of nights may stand beside them.
 */
export async function readDay(cache: string, name: string, day: number | undefined): Promise<Stored> {
  const problems: Problem[] = []
  const folders = (await namesIn(join(listsFolder(cache), name), problems)).filter(isVersionFolder)
  const byDay = new Map<number, string[]>()
  for (const folder of folders) {
    const of = dayNumber(dayOfFolder(folder))
    byDay.set(of, [...(byDay.get(of) ?? []), folder])
  }
  const days = [...byDay.keys()].sort((a, b) => a - b)
  const upTo = days.filter((each) => day === undefined || each <= day).toReversed()
  for (const each of [...upTo, ...days.filter((other) => !upTo.includes(other))]) {
    const versions: Version[] = []
    for (const folder of (byDay.get(each) ?? []).sort(compareCodePoints)) {
      const version = await readVersion(cache, name, folder)
      if ('severity' in version) problems.push(version)
      else versions.push(version)
    }
    if (versions.length > 0) return { lists: [{ name, versions: versions.sort(byAge) }], problems }
  }
  return { lists: [], problems }
}

async function namesIn(folder: string, problems: Problem[]): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) {
      const message = `the cache can't be read: ${whyNot(error)}`
      problems.push({ severity: 'error', code: 'cache-unreadable', message, file: folder })
    }
    return []
  }
}

async function readVersion(cache: string, name: string, folder: string): Promise<Version | Problem> {
  const path = join(listsFolder(cache), name, folder, RECORD)
  const text = await readFile(path, 'utf8').catch(() => '')
  const version = readRecord(text, name, folder)
  if (version !== undefined) return version
  const what = text === '' ? 'is missing' : 'was changed'
  return {
    severity: 'error',
    code: 'cache-changed',
    message: `a version of the list ${name} can't be used: its record (${RECORD}) ${what}`,
    hint: `take the folder away, then take the list again: hopscreen lists update ${name}`,
    file: `${CACHE_PREFIX}${name}/${folder}`,
  }
}

/** By day, then by which was taken later. One without a day is older than all that have one. */
function byAge(a: Version, b: Version): number {
  return dayNumber(a) - dayNumber(b) || a.order - b.order || compareCodePoints(a.hash, b.hash)
}

/** The first day that a version may be of. */
export function dayNumber({ day }: Pick<Version, 'day'>): number {
  return parsePartialDate(day ?? '')?.first ?? BEGINNING
}

/** Where the files of a version are. */
export function folderOf(cache: string, version: Version): string {
  return join(listsFolder(cache), version.name, versionFolder(version))
}

/**
 * Gives staged files their place as a version, at once and for good: whoever is killed on the way, or comes second, leaves the cache whole. Where
 * the same version is there already nothing is done.
 */
export async function publish(cache: string, staged: string, version: Version): Promise<void> {
  const place = folderOf(cache, version)
  await writeDurably(join(staged, RECORD), recordText(version))
  await syncFolder(staged)
  await mkdir(join(listsFolder(cache), version.name), { recursive: true })
  try {
    await rename(staged, place)
  } catch (error) {
    const isThere = await stat(place).then(
      (facts) => facts.isDirectory(),
      () => false,
    )
    if (!isThere) throw error
    if (!('severity' in (await readVersion(cache, version.name, versionFolder(version))))) return
    // Its record was spoilt, so that nobody could use it.
    await renew(cache, staged, version)
  }
  await syncFolder(join(listsFolder(cache), version.name))
}

/**
 * Gives staged files the place of those of a version that is there, one by one. At no moment is it missing, so that no older one passes for the
 * newest; whoever reads it meanwhile finds the hashes off, if they were before.
 */
export async function renew(cache: string, staged: string, version: Version): Promise<void> {
  const place = folderOf(cache, version)
  const own = new Set([RECORD, ...version.files.map(({ name }) => name)])
  for (const { name } of version.files) await rename(join(staged, name), join(place, name))
  for (const name of await readdir(place)) {
    if (!own.has(name)) await rm(join(place, name), { recursive: true, force: true })
  }
  await replaceDurably(join(place, RECORD), recordText(version))
}

/** Takes a version out of the cache, whole and at once; its files are then in a folder of the one that was given. */
export async function withdraw(cache: string, version: Version, aside: string): Promise<void> {
  await rename(folderOf(cache, version), join(aside, `${version.name}-${versionFolder(version)}-${randomUUID()}`))
  await syncFolder(join(listsFolder(cache), version.name))
}
