import type { CompiledFor } from './cache/compiled.js'
import { compileEntries, type CompiledEntries } from './match/compiled.js'
import { parseDay } from './model/date.js'
import type { Problem } from './model/problem.js'
import type { Input } from './model/report.js'

/** Lists, ready to be searched. */
export interface SearchedLists {
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
  const [{ readCompiled }, { restore }] = await Promise.all([
    import('./cache/compiled.js'),
    import('./match/compiled-bytes.js'),
  ])
  const found = await readCompiled(cache, wanted)
  const compiled = found === undefined ? undefined : restore(found.bytes)
  return found === undefined || compiled === undefined
    ? undefined
    : { compiled, inputs: found.inputs, problems: found.problems }
}

async function keep(cache: string, wanted: CompiledFor, { compiled, inputs, problems }: SearchedLists): Promise<void> {
  const [{ writeCompiled }, { serialise }] = await Promise.all([
    import('./cache/compiled.js'),
    import('./match/compiled-bytes.js'),
  ])
  await writeCompiled(cache, wanted, { inputs, problems, bytes: serialise(compiled) })
}

async function readLists({ requests, asOf, asOfGiven, demands }: CompiledFor): Promise<SearchedLists> {
  // Loaded where there are lists to read: not where what was worked out of them is kept.
  const [{ loadLists }, { entriesInForce }] = await Promise.all([
    import('./lists/load.js'),
    import('./lists/in-force.js'),
  ])
  const problems: Problem[] = []
  const lists = await loadLists(requests, (problem) => problems.push(problem))
  const inForce = entriesInForce(lists, { day: parseDay(asOf) ?? 0, given: asOfGiven }, demands)
  return {
    compiled: compileEntries(inForce.entries),
    inputs: lists.flatMap(({ inputs }) => inputs),
    problems: [...problems, ...inForce.problems],
  }
}
