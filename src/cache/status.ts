import { LIST_SOURCES } from '../lists/sources.js'
import { formatDay, parsePartialDate } from '../model/date.js'
import type { CacheStatus, ListStatus, Version, VersionState } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { readChecked } from './checked.js'
import { cachePath } from './layout.js'
import { readStored, type StoredList } from './store.js'
import { changeOf } from './verify.js'

export interface StatusWish {
  /** Names of lists; all where none is given. */
  readonly names: readonly string[]
  /** The day from which ages are counted. */
  readonly day: number
  /** In days: an older list is an error. */
  readonly maxAge?: number
}

/** What the cache holds, every hash made anew. */
export async function cacheStatus(cache: string, { names, day, maxAge }: StatusWish): Promise<CacheStatus> {
  const { lists: all, problems: unread } = await readStored(cache)
  const lists = all.filter(({ name }) => names.length === 0 || names.includes(name))
  const problems: Problem[] = [...unread]
  const told: ListStatus[] = []
  for (const list of lists) {
    const status = await statusOf(cache, list, day)
    told.push(status)
    problems.push(...troubles(status, maxAge))
  }
  const isWhole = problems.every(({ severity }) => severity !== 'error')
  return { cache, asOf: formatDay(day), lists: told, complete: isWhole, problems }
}

async function statusOf(cache: string, { name, versions }: StoredList, day: number): Promise<ListStatus> {
  const newest = versions.at(-1)
  const states: VersionState[] = []
  for (const version of versions.toReversed()) states.push(await stateOf(cache, version, version === newest))
  const title = LIST_SOURCES.find((source) => source.name === name)?.title
  const own = parsePartialDate(newest?.day ?? '')
  const checked = await readChecked(cache, name)
  return {
    name,
    ...(title === undefined ? {} : { title }),
    versions: states,
    ...(own === undefined ? {} : { age: day - own.last }),
    ...(checked === undefined || checked.hash !== newest?.hash ? {} : { checkedAt: checked.checkedAt }),
  }
}

async function stateOf(cache: string, version: Version, isNewest: boolean): Promise<VersionState> {
  const trouble = await changeOf(cache, version)
  return trouble === undefined
    ? { ...version, isNewest, state: 'intact' }
    : { ...version, isNewest, state: 'changed', trouble }
}

function troubles({ name, versions, age }: ListStatus, maxAge: number | undefined): readonly Problem[] {
  const changed = versions.flatMap((version): Problem[] => {
    if (version.trouble === undefined) return []
    const message = `the list was changed since it was taken: ${version.trouble}`
    const again = version.isNewest ? `hopscreen lists update ${name}` : 'hopscreen lists import <file>@YYYY-MM-DD'
    const hint = `nothing that rests on it can be trusted; take it again: ${again}`
    return [{ severity: 'error', code: 'cache-changed', message, hint, file: cachePath(version) }]
  })
  if (maxAge === undefined || (age !== undefined && age <= maxAge)) return changed
  const what = age === undefined ? "has no day of its own, so how old it is can't be told" : `is ${age} days old`
  const message = `--max-list-age: the list ${name} ${what}; at most ${maxAge} are allowed`
  const code = age === undefined ? 'list-age-unknown' : 'list-too-old'
  return [...changed, { severity: 'error', code, message, hint: `take it again: hopscreen lists update ${name}` }]
}
