import { asRequest, cachedLists, type CachedLists } from '../cache/cached-lists.js'
import { CACHE_PREFIX } from '../cache/layout.js'
import { findVersions } from '../cache/refs.js'
import type { CacheUse } from './inputs.js'
import { usage } from './usage.js'

/** The lists where none is named; an error that says how to get a cache where there is none. */
export async function unnamedLists({ folder, day, unnamed }: CacheUse): Promise<CachedLists> {
  const cached = await (unnamed?.(folder) ?? cachedLists(folder, day === undefined ? {} : { day }))
  if (cached.lists.length > 0 || cached.problems.length > 0) return cached
  const message = `no list to screen against: none is given, and there is none in the cache (${folder})`
  const hint =
    'give one with --list, as in -l sdn.csv@2024-01-31; or fill the cache: hopscreen lists update, or hopscreen lists import <file>'
  return { lists: [], problems: [usage(message, hint)] }
}

/** The lists that `--list cache:`, `cache:eu` or `cache:eu@2024-01-31` names; without a day of its own it is of that asked for. */
export async function namedLists(use: CacheUse, text: string): Promise<CachedLists> {
  if (text === CACHE_PREFIX) return unnamedLists({ folder: use.folder, day: use.day })
  const name = text.slice(CACHE_PREFIX.length)
  if (use.day !== undefined && !name.includes('@')) {
    const ofDay = await cachedLists(use.folder, { name, day: use.day })
    if (ofDay.lists.length > 0) return ofDay
  }
  const { versions, problems } = await findVersions(use.folder, text)
  return { lists: versions.map((version) => asRequest(use.folder, version)), problems }
}
