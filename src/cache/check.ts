import type { LoadedList } from '../lists/loaded.js'
import { LIST_SOURCES, sourceOf } from '../lists/sources.js'
import { dayAt } from '../model/date.js'
import type { Version } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { dayNumber } from './store.js'

/** What a list must be to take its place. */
export interface Demands {
  /** So many percent fewer entries than before are taken for a list that was cut off. */
  readonly maxDrop: number
  /** Another format than before is taken. */
  readonly acceptFormat: boolean
}

/** A list that came, and those that are there. */
export interface Candidate {
  readonly version: Version
  readonly list: LoadedList
  /** What the loading of it said. */
  readonly said: readonly Problem[]
  /** The one that it follows by its day. */
  readonly before: Version | undefined
  readonly newest: Version | undefined
  /** One that is not the newest and has the same files. */
  readonly sameBefore: Version | undefined
}

/** Why a list can't take its place; a list without a single reason may. */
export function objections(candidate: Candidate, demands: Demands): readonly Problem[] {
  const { version, list, said } = candidate
  const unread = said.filter((problem) => problem.severity === 'error' && problem.line === undefined)
  if (unread.length > 0) return []
  if (!list.complete || version.entries === 0) {
    return [objection(version, 'list-incomplete', 'could not be read to its end', 'take it again')]
  }
  return [...kindObjections(candidate, demands), ...dayObjections(candidate), ...dropObjections(candidate, demands)]
}

function objection({ name }: Version, code: string, what: string, hint: string): Problem {
  return { severity: 'error', code, message: `the list ${name} is not taken: it ${what}`, hint }
}

function kindObjections({ version, before, newest }: Candidate, { acceptFormat }: Demands): readonly Problem[] {
  const known = sourceOf(version.format, version.list)
  const own = (before ?? newest)?.format
  if (own !== undefined && own !== version.format && !acceptFormat) {
    const hint = 'where you changed its address, or know why: --accept-format'
    return [objection(version, 'list-format-differs', `is ${version.format}, and was ${own} before`, hint)]
  }
  if (known === undefined) return own === undefined && !acceptFormat ? foreignObjections(version) : []
  if (known.name === version.name || (own !== undefined && acceptFormat)) return []
  const hint = `see whether the address is right; that list has its place as ${known.name}`
  return [objection(version, 'list-is-another', `is ${version.list} (${version.format})`, hint)]
}

/** A table that anybody could have written is no official list, whatever address it came from. */
function foreignObjections(version: Version): readonly Problem[] {
  const formats = LIST_SOURCES.find(({ name }) => name === version.name)?.formats ?? []
  if (formats.length === 0) return []
  const hint = 'see whether the address is right; where it is, and you know why: --accept-format'
  return [objection(version, 'list-is-another', `is ${version.format}, not ${formats.join(', ')}`, hint)]
}

function dayObjections(candidate: Candidate): readonly Problem[] {
  const { version, newest } = candidate
  const removeHint = (wrong: Version): string =>
    `where the later one is wrong, take it away first: hopscreen lists prune ${wrong.name}@${wrong.day ?? ''}`
  // A slip of the pen would be the newest for years. Where the file or a server says the day, our own clock may be the wrong one.
  if (version.dayFrom === 'user' && dayNumber(version) > dayAt(Date.parse(version.takenAt)) + 1) {
    const what = `is said to be of ${version.day ?? 'a day'}, which is yet to come`
    return [objection(version, 'list-day-future', what, 'say of which day it is, as in <file>@YYYY-MM-DD')]
  }
  if (newest?.day !== undefined && version.day === undefined) {
    const what = `has no day, and the one before is of ${newest.day}: which is the later can't be told`
    return [objection(version, 'list-day-missing', what, 'say of which day it is: <file>@YYYY-MM-DD')]
  }
  if (version.takenBy === 'fetch' && newest !== undefined && dayNumber(version) < dayNumber(newest)) {
    const what = `is of ${version.day ?? 'an unknown day'}, and the one before is of ${newest.day ?? 'an unknown day'}`
    return [
      objection(
        version,
        'list-day-back',
        what,
        `the publisher gives an older file: try again later; ${removeHint(newest)}`,
      ),
    ]
  }
  // Without a word of the publisher on its day, a file that was there before is told by its hash.
  const known = candidate.sameBefore
  if (version.dayFrom === 'clock' && known !== undefined) {
    const what = `is the file of ${known.day ?? 'an unknown day'} again, and a later one has come since`
    return [objection(version, 'list-day-back', what, 'the publisher gives an older file: try again later')]
  }
  return []
}

function dropObjections({ version, before }: Candidate, { maxDrop }: Demands): readonly Problem[] {
  if (before === undefined || version.entries >= before.entries * (1 - maxDrop / 100)) return []
  const what = `has ${version.entries} entries, and had ${before.entries}: more than ${maxDrop} % fewer`
  const hint = 'see at the publisher whether so many were delisted; if so, --max-drop with a higher percentage takes it'
  return [objection(version, 'list-shrunk', what, hint)]
}
