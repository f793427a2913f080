import { join } from 'node:path'
import type { ListRequest } from '../lists/load.js'
import { formatDay } from '../model/date.js'
import type { Version } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { fileAt, inEncoding } from '../sources/file.js'
import { cachePath } from './layout.js'
import { dayNumber, folderOf, listNames, readDay, readStored, type StoredList } from './store.js'

/** Which lists of the cache are wanted, and of which day. */
export interface CacheWish {
  /** All where none is named. */
  readonly name?: string
  /** The day asked for; the newest where none was. */
  readonly day?: number
}

export interface CachedLists {
  readonly lists: readonly ListRequest[]
  readonly problems: readonly Problem[]
}

/** The lists of the cache as they were on a day, else the newest; as files to load, each with the hashes that it was taken with. */
export async function cachedLists(cache: string, { name, day }: CacheWish = {}): Promise<CachedLists> {
  const problems: Problem[] = []
  const names = name === undefined ? await listNames(cache, problems) : [name]
  const lists: StoredList[] = []
  for (const each of names) {
    const stored = await readDay(cache, each, day)
    lists.push(...stored.lists)
    problems.push(...stored.problems)
  }
  const chosen = lists.map((list) => versionOn(list, day))
  return {
    lists: chosen.flatMap(({ version }) => (version === undefined ? [] : [asRequest(cache, version)])),
    problems: [...problems, ...chosen.flatMap(({ problem }) => problem ?? [])],
  }
}

/** All versions that were the newest on a day of a span: snapshots, oldest first, one a day. */
export async function cachedSnapshots(cache: string, from: number, to: number): Promise<CachedLists> {
  const { lists, problems } = await readStored(cache)
  const requests = lists.flatMap(({ versions }) => {
    const lastOfDay = versions.filter((version, at) => versions[at + 1]?.day !== version.day)
    const within = lastOfDay.filter((version, at) => {
      const next = lastOfDay[at + 1]
      return dayNumber(version) <= to && (next === undefined || dayNumber(next) > from)
    })
    return within.map((version) => asRequest(cache, version))
  })
  return { lists: requests, problems }
}

interface Chosen {
  readonly version?: Version
  readonly problem?: Problem
}

/** The version of a day, or the last before it. */
export function versionOn({ name, versions }: StoredList, day: number | undefined): Chosen {
  const newest = versions.at(-1)
  const version = day === undefined ? newest : versions.findLast((each) => dayNumber(each) <= day)
  if (version !== undefined) return { version }
  const [first] = versions
  if (first === undefined || day === undefined) return {}
  const message = `the cache has no version of ${name} of ${formatDay(day)} or before; the first there is, of ${first.day ?? 'an unknown day'}, is used, from which whoever was delisted between is missing`
  const hint = 'bring in the list as it was on that day: hopscreen lists import <file>@YYYY-MM-DD'
  return { version: first, problem: { severity: 'warning', code: 'cache-later', message, hint } }
}

export function asRequest(cache: string, version: Version): ListRequest {
  const [main] = version.files
  const path = cachePath(version, main?.name)
  return {
    path,
    source: inEncoding(version.encoding, fileAt(path, join(folderOf(cache, version), main?.name ?? ''))),
    ...(version.day === undefined ? {} : { day: version.day }),
    hashes: new Map(version.files.map(({ name, sha256 }) => [cachePath(version, name), sha256])),
  }
}
