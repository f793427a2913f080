import { mkdir } from 'node:fs/promises'
import type { Pruned, Version } from '../model/list-cache.js'
import { listsFolder } from './layout.js'
import { clearStaging, closeStaging, openStaging } from './staging.js'
import { dayNumber, readStored, withdraw, type StoredList } from './store.js'

export interface PruneWish {
  /** What is taken away by name, whatever rests on it. */
  readonly named: ReadonlySet<Version>
  /** The first day that is still kept: a version that was the newest on it, or later, stays. Absent where only what is named goes. */
  readonly keepFrom?: number
  /** Days of decisions, whose versions stay. */
  readonly decisionDays: readonly number[]
  readonly dryRun: boolean
  readonly now: number
}

/** Takes away versions that nothing needs any more. The newest of each list always stays, unless it is named. */
export async function pruneCache(cache: string, wish: PruneWish): Promise<Omit<Pruned, 'decisionDays'>> {
  const { lists } = await readStored(cache)
  const named = new Set([...wish.named].map(keyOf))
  const removed: Version[] = []
  const kept: { name: string; versions: number }[] = []
  for (const list of lists) {
    const gone = list.versions.filter((version, at) => named.has(keyOf(version)) || isPast(list, at, wish))
    removed.push(...gone)
    kept.push({ name: list.name, versions: list.versions.length - gone.length })
  }
  if (!wish.dryRun) await remove(cache, removed, wish.now)
  return { cache, dryRun: wish.dryRun, removed, kept }
}

const keyOf = ({ name, day, hash }: Version): string => JSON.stringify([name, day, hash])

/** A version is what screenings used from its day up to the next one's. */
function isPast({ versions }: StoredList, at: number, { keepFrom, decisionDays }: PruneWish): boolean {
  const [version, next] = [versions[at], versions[at + 1]]
  if (version === undefined || next === undefined || keepFrom === undefined) return false
  const [first, end] = [dayNumber(version), dayNumber(next)]
  // One that another of the same day replaced was used on that day all the same.
  const last = Math.max(first, end - 1)
  return last < keepFrom && !decisionDays.some((day) => day >= first && day <= last)
}

async function remove(cache: string, versions: readonly Version[], now: number): Promise<void> {
  await mkdir(listsFolder(cache), { recursive: true })
  await clearStaging(cache, now)
  if (versions.length === 0) return
  const aside = await openStaging(cache)
  try {
    for (const version of versions) await withdraw(cache, version, aside)
  } finally {
    await closeStaging(aside)
  }
}
