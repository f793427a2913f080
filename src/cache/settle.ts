import type { LoadedList } from '../lists/loaded.js'
import type { DayFrom, ListOutcome, Version, VersionFile } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { VERSION } from '../model/version.js'
import { objections, type Demands } from './check.js'
import { dayNumber, publish, readStored, renew } from './store.js'
import { changeOf } from './verify.js'
import { versionHash } from './version-hash.js'

/** Files that were brought to the staging folder and read there. */
export interface Brought {
  readonly name: string
  readonly list: LoadedList
  /** What the reading said. */
  readonly said: readonly Problem[]
  readonly files: readonly VersionFile[]
  readonly day?: string
  readonly dayFrom?: DayFrom
  readonly encoding?: string
  readonly takenBy: Version['takenBy']
  readonly takenAt: string
}

export interface Settled {
  readonly outcome: ListOutcome
  readonly problems: readonly Problem[]
}

/** Checks what was brought against what is there, and gives it its place; where it may not have it, the one before stays. */
export async function settle(cache: string, staged: string, brought: Brought, demands: Demands): Promise<Settled> {
  // Read again just now: another update may have been faster.
  const stored = await readStored(cache, brought.name)
  const versions = stored.lists[0]?.versions ?? []
  const newest = versions.at(-1)
  const version = versionOf(brought, versions)
  const before = versions.findLast((each) => dayNumber(each) <= dayNumber(version))
  const same = versions.findLast(({ hash }) => hash === version.hash)
  if (same !== undefined && isNothingNew(version, same, newest)) return keep(cache, staged, same, newest)
  const candidate = { version, list: brought.list, said: brought.said, before, newest, sameBefore: same }
  const problems = [...brought.said, ...objections(candidate, demands)]
  const failed = problems.some((problem) => problem.severity === 'error' && problem.line === undefined)
  if (failed) return { outcome: failedWith(brought.name, newest), problems }
  // A publisher may go back, within a day, to what it had before: that is then the later of the two.
  if (same !== undefined && same.day === version.day) await renew(cache, staged, version)
  else await publish(cache, staged, version)
  const isNewest = newest === undefined || dayNumber(version) >= dayNumber(newest)
  const outcome: ListOutcome = {
    name: brought.name,
    outcome: 'new',
    version,
    ...(before === undefined ? {} : { before }),
    isNewest,
  }
  return { outcome, problems: [...problems, ...notes(version, newest, isNewest)] }
}

/** A publisher may show the same file under a later day; what a user says of a file is a statement of its own. */
function isNothingNew(version: Version, same: Version, newest: Version | undefined): boolean {
  // Read in another encoding the same bytes are other names.
  if (version.encoding !== same.encoding) return false
  if (version.takenBy === 'fetch') return same === newest
  return version.day === undefined || same.day === version.day
}

export function failedWith(name: string, version: Version | undefined): ListOutcome {
  return { name, outcome: 'failed', ...(version === undefined ? {} : { version }) }
}

/** What is there already stays; where somebody changed its files, those that came take their place. */
async function keep(cache: string, staged: string, same: Version, newest: Version | undefined): Promise<Settled> {
  const outcome: ListOutcome = { name: same.name, outcome: 'unchanged', version: same, isNewest: same === newest }
  const change = await changeOf(cache, same)
  if (change === undefined) return { outcome, problems: [] }
  await renew(cache, staged, same)
  const message = `the list ${same.name} of ${same.day ?? 'an unknown day'} was not as it was taken (${change}); it is put right`
  return { outcome, problems: [{ severity: 'warning', code: 'cache-mended', message }] }
}

function versionOf(brought: Brought, versions: readonly Version[]): Version {
  const { name, list, files, day, dayFrom, encoding, takenBy, takenAt } = brought
  const [main] = list.inputs
  return {
    name,
    list: list.name,
    ...(day === undefined ? {} : { day }),
    ...(day === undefined || dayFrom === undefined ? {} : { dayFrom }),
    hash: versionHash(files),
    format: main?.format ?? '',
    ...(encoding === undefined ? {} : { encoding }),
    entries: main?.entries ?? 0,
    files,
    takenAt,
    takenBy,
    order: Math.max(0, ...versions.map(({ order }) => order)) + 1,
    tool: VERSION,
  }
}

function notes(version: Version, newest: Version | undefined, isNewest: boolean): readonly Problem[] {
  if (!isNewest && newest !== undefined) {
    const message = `${version.name}: kept as the version of ${version.day ?? 'an unknown day'}; the one of ${newest.day ?? 'an unknown day'} stays the newest`
    return [{ severity: 'warning', code: 'list-older', message }]
  }
  if (version.day !== undefined) return []
  const message = `${version.name} has no day of its own, so how old it is can't be told`
  const hint = 'say of which day the file is: hopscreen lists import <file>@YYYY-MM-DD'
  return [{ severity: 'warning', code: 'list-undated', message, hint }]
}
