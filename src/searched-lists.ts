import type { CompiledFor, Span } from './cache/compiled.js'
import type { ListDemands } from './lists/in-force.js'
import type { LoadedList } from './lists/loaded.js'
import { compileEntries, type CompiledEntries } from './match/compiled.js'
import { append } from './model/append.js'
import { BEGINNING, END, parseDay } from './model/date.js'
import type { Problem } from './model/problem.js'
import type { Input } from './model/report.js'

/** Lists, ready to be searched. */
export interface SearchedLists {
  /** On which days the answer is the same. */
  readonly holds: Span
  readonly compiled: CompiledEntries
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

/**
 * The entries of lists that count on a day, worked out for the search. Of lists of the cache this is kept there, and a second search need not read
 * them: the answer is the same, since nothing is kept that an error was said of.
 *
 * @param cache where it is kept; absent where nothing is to be.
 */
export async function searchedLists(wanted: CompiledFor, cache?: string): Promise<SearchedLists> {
  const isCached = cache !== undefined && wanted.requests.every(({ hashes }) => hashes !== undefined)
  const kept = isCached ? await readKept(cache, wanted) : undefined
  if (kept !== undefined) return kept
  const read = await readLists(wanted)
  if (isCached && read.problems.every(({ severity }) => severity !== 'error')) await keep(cache, wanted, read)
  return read
}

async function readKept(cache: string, wanted: CompiledFor): Promise<SearchedLists | undefined> {
  const { readCompiled } = await import('./cache/compiled.js')
  const { restore } = await import('./match/compiled-bytes.js')
  const found = await readCompiled(cache, wanted)
  const compiled = found === undefined ? undefined : restore(found.bytes)
  return found === undefined || compiled === undefined
    ? undefined
    : { compiled, holds: found.holds, inputs: found.inputs, problems: found.problems }
}

async function keep(cache: string, wanted: CompiledFor, { compiled, ...said }: SearchedLists): Promise<void> {
  const { writeCompiled } = await import('./cache/compiled.js')
  const { serialise } = await import('./match/compiled-bytes.js')
  await writeCompiled(cache, wanted, { ...said, bytes: serialise(compiled) })
}

async function readLists({ requests, asOf, asOfGiven, demands, names }: CompiledFor): Promise<SearchedLists> {
  // Loaded where there are lists to read: not where what was worked out of them is kept.
  const { loadLists } = await import('./lists/load.js')
  const { entriesInForce } = await import('./lists/in-force.js')
  const problems: Problem[] = []
  const lists = await loadLists(requests, (problem) => problems.push(problem))
  const day = parseDay(asOf) ?? 0
  const inForce = entriesInForce(lists, { day, given: asOfGiven }, demands)
  append(problems, inForce.problems)
  const namesDay = problems.some(({ message }) => message.includes(asOf))
  return {
    holds: namesDay ? { from: day, until: day + 1 } : spanAround(day, turns(lists, demands)),
    compiled: compileEntries(inForce.entries, names),
    inputs: lists.flatMap(({ inputs }) => inputs),
    problems,
  }
}

/** The first days on which something else counts, or something else is said of a list, than on the day before. */
function* turns(lists: readonly LoadedList[], { maxListAge }: ListDemands): Generator<number> {
  for (const { day, entries } of lists) {
    if (day !== undefined) {
      yield day.first
      if (maxListAge !== undefined) yield day.last + maxListAge + 1
    }
    for (const { listedOn, delistedOn } of entries) {
      if (listedOn !== undefined) yield listedOn.first
      if (delistedOn !== undefined) yield delistedOn.last
    }
  }
}

function spanAround(day: number, days: Iterable<number>): Span {
  let [from, until]: [number, number] = [BEGINNING, END]
  for (const each of days) {
    if (each <= day) from = Math.max(from, each)
    else until = Math.min(until, each)
  }
  return { from, until }
}
