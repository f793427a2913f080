import { BEGINNING, END, formatDay, type PartialDate } from '../model/date.js'
import type { ListEntry } from '../model/entry.js'
import type { Problem } from '../model/problem.js'
import { tooOld } from './age.js'
import { chooseEntries, type ListChoice } from './choose.js'
import type { LoadedList } from './load.js'

/** The days on one of which the designation was made, both included: `BEGINNING` where only a latest day is known. */
export interface Designation {
  readonly first: number
  readonly last: number
}

export interface InForce {
  /** Entries that count on the day asked for. */
  readonly entries: readonly ListEntry[]
  readonly problems: readonly Problem[]
  /** When an entry was designated, as far as it or its list says. */
  designationOf(list: string, entryId: string): Designation
}

/** The day of the screening, and whether the user asked for it: only then must a list be able to serve it. */
export interface AsOf {
  readonly day: number
  readonly given: boolean
}

const UNKNOWN: Designation = { first: BEGINNING, last: END }

/** What of the lists counts, and how old they may be. */
export interface ListDemands extends ListChoice {
  /** In days: an older list, or one whose day is unknown, makes the screening incomplete. */
  readonly maxListAge?: number
}

/**
 * Leaves out what was not chosen, and what was not yet, or no longer, listed on the day; says where a list can't tell, and where it is too old.
 */
export function entriesInForce(loaded: readonly LoadedList[], asOf: AsOf, demands: ListDemands = {}): InForce {
  const { lists, problems: misnamed } = chooseEntries(loaded, demands)
  const entries: ListEntry[] = []
  const problems: Problem[] = [...misnamed]
  const designations = new Map<string, Designation>()
  for (const list of lists) {
    const counted = list.entries.filter((entry) => counts(entry, asOf.day))
    problems.push(...doubts(list, counted.length, asOf), ...tooOld(list, asOf.day, demands.maxListAge))
    for (const entry of counted) {
      entries.push(entry)
      const key = keyOf(entry.list, entry.entryId)
      const known = designations.get(key)
      const made = designationIn(entry, list.day)
      designations.set(key, known === undefined ? made : earlier(known, made))
    }
  }
  return {
    entries,
    problems,
    designationOf: (list, entryId) => designations.get(keyOf(list, entryId)) ?? UNKNOWN,
  }
}

/** The earlier of two, as far as it is known. */
export function earlier(a: Designation, b: Designation): Designation {
  return { first: Math.min(a.first, b.first), last: Math.min(a.last, b.last) }
}

function keyOf(list: string, entryId: string): string {
  return JSON.stringify([list, entryId])
}

/** A list's own day proves only "listed on or before". */
function designationIn(entry: ListEntry, day: PartialDate | undefined): Designation {
  if (entry.listedOn !== undefined) return { first: entry.listedOn.first, last: entry.listedOn.last }
  return { first: BEGINNING, last: day?.last ?? END }
}

function isDated(list: LoadedList): boolean {
  return list.entries.some((entry) => entry.listedOn !== undefined)
}

function counts(entry: ListEntry, asOf: number): boolean {
  if (entry.delistedOn !== undefined && entry.delistedOn.last <= asOf) return false
  if (entry.listedOn !== undefined) return entry.listedOn.first <= asOf
  return true
}

function doubts(list: LoadedList, counted: number, asOf: AsOf): readonly Problem[] {
  if (list.entries.length === 0) return []
  const file = list.inputs[0]?.path
  const about = (severity: Problem['severity'], code: string, message: string, hint?: string): Problem => ({
    severity,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(file === undefined ? {} : { file }),
  })
  const day = formatDay(asOf.day)
  const hint = 'say of which day the file is: --list <path>@YYYY-MM-DD'
  const undated = list.entries.filter((entry) => entry.listedOn === undefined).length
  const problems: Problem[] = []
  if (!isDated(list) && list.day === undefined) {
    if (asOf.given)
      problems.push(
        about(
          'error',
          'list-undated',
          `${list.name} has no dates and no day of its own, so it can't say who was listed on ${day}`,
          hint,
        ),
      )
    else
      problems.push(
        about(
          'warning',
          'list-undated',
          `${list.name} has no dates and no day of its own, so how old it is can't be told`,
          hint,
        ),
      )
  } else if (undated > 0 && list.day !== undefined && list.day.first > asOf.day) {
    const severity = asOf.given ? 'error' : 'warning'
    problems.push(
      about(
        severity,
        'list-later',
        `${list.name} is of ${list.day.text} and ${undated} of its entries have no date, so it can't say who was listed on ${day}`,
        'give the list as it was on that day',
      ),
    )
  } else if (undated > 0 && isDated(list)) {
    const from = list.day === undefined ? 'always' : `from ${list.day.text}`
    problems.push(
      about(
        'warning',
        'entries-undated',
        `${undated} of ${list.entries.length} entries of ${list.name} have no date and count as listed ${from}`,
      ),
    )
  }
  const later = list.entries.filter((entry) => entry.listedOn !== undefined && entry.listedOn.first > asOf.day)
  const [first] = later
  if (first !== undefined && counted > 0) {
    const its =
      later.length === 1
        ? `1 entry of ${list.name} was listed after ${day} and does not count`
        : `${later.length} entries of ${list.name} were listed after ${day} and do not count`
    // A day that is still to come is a slip of the pen; one after a day that was asked for is as it should be.
    const slip = asOf.given
      ? undefined
      : `a day to come is no designation: see entry ${first.entryId}, ${first.listedOn?.text ?? ''}`
    problems.push(about('warning', 'entries-later', its, slip))
  }
  if (counted === 0) {
    const slip =
      first === undefined || asOf.given
        ? undefined
        : `entry ${first.entryId} is dated ${first.listedOn?.text ?? ''}, a day to come`
    problems.push(about('warning', 'none-in-force', `no entry of ${list.name} was in force on ${day}`, slip))
  }
  return problems
}
