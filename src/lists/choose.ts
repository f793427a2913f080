import type { ListEntry } from '../model/entry.js'
import type { Problem } from '../model/problem.js'
import { nearestWords } from '../model/spelling.js'
import type { LoadedList } from './loaded.js'

/** Which entries count, beside those that are in force. */
export interface ListChoice {
  /** Names of lists; all where none is given. */
  readonly onlyLists?: readonly string[]
  /** Programmes; all where none is given. */
  readonly onlyPrograms?: readonly string[]
}

export interface ChosenLists {
  readonly lists: readonly LoadedList[]
  readonly problems: readonly Problem[]
}

/** Leaves out the entries of other lists and programmes. A name that is none of theirs is an error: it would leave out what was meant. */
export function chooseEntries(lists: readonly LoadedList[], choice: ListChoice): ChosenLists {
  const { onlyLists, onlyPrograms } = choice
  if (onlyLists === undefined && onlyPrograms === undefined) return { lists, problems: [] }
  const entries = lists.flatMap((list) => list.entries)
  const problems: Problem[] = []
  const named = new Set<string>()
  const listNames = [...new Set(entries.map((entry) => entry.list))]
  for (const name of onlyLists ?? []) {
    const found = listsCalled(name, listNames)
    if (found.length === 0) problems.push(unknown('--only-lists', 'list', name, listNames))
    for (const each of found) named.add(each)
  }
  const programs = new Set(entries.flatMap((entry) => entry.programs.map(fold)))
  for (const name of onlyPrograms ?? []) {
    if (programs.has(fold(name))) continue
    const written = [...new Set(entries.flatMap((entry) => entry.programs))]
    problems.push(unknown('--only-programs', 'programme', name, written))
  }
  const wanted = new Set((onlyPrograms ?? []).map(fold))
  const counts = (entry: ListEntry): boolean =>
    (onlyLists === undefined || named.has(entry.list)) &&
    (onlyPrograms === undefined || entry.programs.some((program) => wanted.has(fold(program))))
  const chosen = lists.map((list): LoadedList => ({ ...list, entries: list.entries.filter(counts) }))
  if (problems.length === 0 && entries.length > 0 && chosen.every((list) => list.entries.length === 0)) {
    const message = 'no entry is of the lists and programmes that --only-lists and --only-programs name'
    problems.push({ severity: 'error', code: 'no-entries-chosen', message })
  }
  if (problems.length === 0) problems.push(leftOut(entries.length, chosen, choice))
  return { lists: chosen, problems }
}

/** Said in every report: who reads it must know that it does not speak of all that was loaded. */
function leftOut(all: number, chosen: readonly LoadedList[], { onlyLists, onlyPrograms }: ListChoice): Problem {
  const left = chosen.reduce((sum, list) => sum + list.entries.length, 0)
  const options = [
    ...(onlyLists === undefined ? [] : [`--only-lists ${onlyLists.join(',')}`]),
    ...(onlyPrograms === undefined ? [] : [`--only-programs ${onlyPrograms.join(',')}`]),
  ]
  const message = `${options.join(' ')}: ${left} of ${all} entries count, the others are not screened against`
  return { severity: 'warning', code: 'entries-left-out', message }
}

/** Case, blanks and marks aside. */
function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The list of that name; else those whose name has all its words, as `sdn` and `entity list` do. */
function listsCalled(name: string, names: readonly string[]): readonly string[] {
  const exact = names.filter((each) => fold(each) === fold(name))
  if (exact.length > 0) return exact
  const words = wordsOf(name)
  return words.length === 0 ? [] : names.filter((each) => words.every((word) => wordsOf(each).includes(word)))
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** As many as a person reads. */
const MOST_NAMED = 20

function unknown(option: string, what: string, name: string, known: readonly string[]): Problem {
  const byLower = new Map<string, string>()
  for (const each of known) for (const word of [...wordsOf(each), each.toLowerCase()]) byLower.set(word, each)
  const whole = nearestWords(name.toLowerCase(), byLower.keys())
  const strange = wordsOf(name).filter((word) => !byLower.has(word))
  const near = (whole.length > 0 ? whole : strange.flatMap((word) => nearestWords(word, byLower.keys())))
    .map((each) => byLower.get(each))
    .filter((each) => each !== undefined)
  const shown = known.slice(0, MOST_NAMED).join('; ')
  const more = known.length > MOST_NAMED ? `; and ${known.length - MOST_NAMED} more` : ''
  const hint = near.length > 0 ? `did you mean ${[...new Set(near)].join(' or ')}?` : `known are ${shown}${more}`
  return {
    severity: 'error',
    code: 'unknown-choice',
    message: `${option}: no ${what} is called ${JSON.stringify(name)}`,
    hint,
  }
}
