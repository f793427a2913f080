import { BEGINNING, END, type PartialDate } from '../model/date.js'
import type { ListEntry } from '../model/entry.js'
import type { Problem } from '../model/problem.js'
import type { LoadedList } from './load.js'

/** One entry as it stood for some days: from the first up to the day before the last. */
export interface EntryVersion {
  /** As the matcher knows it: its id is its own, also where a later snapshot says other things of it. */
  readonly entry: ListEntry
  /** The list's own key. */
  readonly entryId: string
  readonly first: number
  readonly end: number
  /** The day of the designation, as far as it is known. */
  readonly listedOn?: PartialDate
}

export interface Snapshots {
  readonly versions: readonly EntryVersion[]
  /** Own days of lists, ascending, each once. */
  readonly days: readonly number[]
  readonly problems: readonly Problem[]
}

/** Lists of one name are snapshots of one another, each in force from its own day up to that of the next. */
export function snapshotsOf(lists: readonly LoadedList[]): Snapshots {
  const problems: Problem[] = []
  const byName = new Map<string, LoadedList[]>()
  for (const list of lists) byName.set(list.name, [...(byName.get(list.name) ?? []), list])
  const versions: EntryVersion[] = []
  for (const [name, given] of byName) {
    problems.push(...doubts(name, given))
    const sorted = given.toSorted((a, b) => (a.day?.first ?? BEGINNING) - (b.day?.first ?? BEGINNING))
    versions.push(...versionsOf(sorted))
  }
  const counts = [...byName].filter(([, given]) => given.length > 1)
  if (counts.length > 0 && counts.length < byName.size) {
    const single = [...byName].filter(([, given]) => given.length === 1).map(([name]) => name)
    const message = `${single.join(', ')} is given once and other lists as several snapshots: it is taken as it stands, with the dates of its own entries`
    problems.push({ severity: 'warning', code: 'snapshots-differ', message })
  }
  const days = new Set(lists.flatMap((list) => list.day?.first ?? []))
  if (counts.length === 0 && days.size > 1) {
    const each = lists.flatMap(({ name, day }) => (day === undefined ? [] : [`${name} of ${day.text}`]))
    const message = `${each.join(', ')}: these are different lists and no snapshots of one, so that each counts from its own day on`
    const hint = 'snapshots of one list have its name: give the column "list" of your own list one value in all of them'
    problems.push({ severity: 'warning', code: 'snapshots-differ', message, hint })
  }
  return { versions: apart(versions), days: [...days].toSorted((a, b) => a - b), problems }
}

function doubts(name: string, given: readonly LoadedList[]): readonly Problem[] {
  const problems: Problem[] = []
  const about = (
    severity: Problem['severity'],
    code: string,
    message: string,
    list: LoadedList,
    hint?: string,
  ): void => {
    const file = list.inputs[0]?.path
    problems.push({
      severity,
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(file === undefined ? {} : { file }),
    })
  }
  const hint = 'say of which day each file is: --list <path>@YYYY-MM-DD'
  for (const [at, list] of given.entries()) {
    const before = given[at - 1]
    const isDated = list.entries.some((entry) => entry.listedOn !== undefined)
    if (list.day === undefined && (given.length > 1 || (!isDated && list.entries.length > 0))) {
      about(
        'error',
        'snapshot-undated',
        `${name} has no day of its own, so it can't say who was listed when`,
        list,
        hint,
      )
    }
    if (before?.day === undefined || list.day === undefined) continue
    if (list.day.first < before.day.first) {
      const message = `the snapshots of ${name} are not in the order of their days: ${list.day.text} comes after ${before.day.text}; they are taken by day`
      about('warning', 'snapshots-unordered', message, list)
    } else if (list.day.first === before.day.first) {
      about('error', 'snapshots-same-day', `two snapshots of ${name} are of ${list.day.text}`, list, hint)
    }
  }
  return problems
}

function versionsOf(sorted: readonly LoadedList[]): readonly EntryVersion[] {
  return sorted.flatMap((list, at) => {
    const own = list.day?.first ?? BEGINNING
    const before = at === 0 ? BEGINNING : (sorted[at - 1]?.day?.first ?? BEGINNING)
    const known = new Set(sorted[at - 1]?.entries.map((entry) => keyOf(entry)))
    const next = sorted[at + 1]?.day?.first ?? END
    return list.entries.flatMap((entry): EntryVersion[] => {
      const { listedOn, delistedOn } = entry
      // What stood in the snapshot before goes on; what did not came between the two, on its own day where it says one.
      const isNew = at === 0 || !known.has(keyOf(entry))
      const first = isNew && listedOn !== undefined && listedOn.first >= before ? listedOn.first : own
      const end = Math.min(next, delistedOn?.last ?? END)
      if (first >= end) return []
      return [{ entry, entryId: entry.entryId, first, end, ...(listedOn === undefined ? {} : { listedOn }) }]
    })
  })
}

function keyOf({ list, entryId }: ListEntry): string {
  return JSON.stringify([list, entryId])
}

/** Versions of one entry that follow each other unchanged are one; such as say different things get keys of their own. */
function apart(versions: readonly EntryVersion[]): readonly EntryVersion[] {
  const byKey = new Map<string, (EntryVersion & { readonly content: string })[]>()
  for (const version of versions) {
    const { place: _, ...said } = version.entry
    const content = JSON.stringify(said)
    const known = byKey.get(keyOf(version.entry)) ?? []
    byKey.set(keyOf(version.entry), known)
    const last = known.at(-1)
    if (last !== undefined && last.content === content && last.end >= version.first) {
      known[known.length - 1] = { ...last, end: Math.max(last.end, version.end) }
    } else known.push({ ...version, content })
  }
  return [...byKey.values()].flatMap((known) =>
    known.map(({ content: _, ...version }, at) =>
      at === 0 ? version : { ...version, entry: { ...version.entry, entryId: `${version.entryId}\0${at}` } },
    ),
  )
}
