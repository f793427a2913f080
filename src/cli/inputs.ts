import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { CachedLists } from '../cache/cached-lists.js'
import { parseDay } from '../model/date.js'
import type { Problem } from '../model/problem.js'
import { fileSource, inEncoding, stdinSource } from '../sources/file.js'
import type { Source } from '../sources/source.js'
import { parseListArgument } from '../lists/argument.js'
import type { ListRequest } from '../lists/load.js'
import { cacheFolder } from './cache-folder.js'
import type { Surroundings } from './surroundings.js'
import { usage } from './usage.js'

/** Makes a source of a path as it was typed; `-` is standard input. */
export type OpenPath = (path: string) => Source

export function pathOpener(stdin: Readable): OpenPath {
  const fromStdin = stdinSource(stdin)
  return (path) => (path === '-' ? fromStdin : fileSource(path))
}

/** The same sources, with the encoding that was told of those that can't be told apart. */
export function openAs(encoding: string | undefined, open: OpenPath): OpenPath {
  return (path) => inEncoding(encoding, open(path))
}

/** Standard input holds one file. */
export function checkStdinOnce(paths: readonly string[]): readonly Problem[] {
  if (paths.filter((path) => path === '-').length < 2) return []
  return [usage('"-" is given more than once, and standard input can be read only once', 'give a file for all but one')]
}

export interface PathsOnce {
  readonly paths: readonly string[]
  readonly notes: readonly Problem[]
}

/** The paths of one role without those that lead to a file that is there already: its rows would all be evidence twice. */
export function eachOnce(typed: readonly string[]): PathsOnce {
  const seen = new Set<string>()
  const paths: string[] = []
  const notes: Problem[] = []
  for (const path of typed) {
    const place = path === '-' ? path : resolve(path)
    if (!seen.has(place) || path === '-') paths.push(path)
    else {
      const message = 'the file is given twice; it is used once'
      notes.push({ severity: 'warning', code: 'file-repeated', message, file: path })
    }
    seen.add(place)
  }
  return { paths, notes }
}

export interface ReadLists {
  readonly lists: readonly ListRequest[]
  /** Where there is one, nothing is to be run. */
  readonly problems: readonly Problem[]
  /** What there is to say of lists that can be used all the same: it belongs into the report. */
  readonly notes: readonly Problem[]
}

/** What stands in for `--list` where it is not given, and what `cache:` means. */
export interface CacheUse {
  readonly folder: string
  /** The day asked for, where one was. */
  readonly day: number | undefined
  /** The lists where none is named; those of the day, else the newest, where this is not given. */
  readonly unnamed?: (cache: string) => Promise<CachedLists>
}

/** The cache as a command uses it: on the day that was asked for, else as it is. */
export function cacheUse(
  { env }: Surroundings,
  options: { readonly asOf: string; readonly asOfGiven: boolean },
): CacheUse {
  return { folder: cacheFolder(env), day: options.asOfGiven ? parseDay(options.asOf) : undefined }
}

/** Reads `--list path[@date]` and `--list cache:…`; without any, the lists are those of the cache. */
export async function readListFlags(texts: readonly string[], open: OpenPath, cache: CacheUse): Promise<ReadLists> {
  const lists: ListRequest[] = []
  const problems: Problem[] = []
  const notes: Problem[] = []
  const take = (cached: CachedLists): void => {
    lists.push(...cached.lists)
    // A version that was spoilt makes the screening incomplete; with the others a report can still be given.
    const told = cached.lists.length === 0 ? problems : notes
    told.push(...cached.problems)
  }
  if (texts.length === 0) take(await (await import('./cache-lists.js')).unnamedLists(cache))
  for (const text of texts) {
    if (text.startsWith('cache:')) {
      take(await (await import('./cache-lists.js')).namedLists(cache, text))
      continue
    }
    const read = parseListArgument(text)
    if ('problem' in read) problems.push(read.problem)
    else lists.push({ ...read, source: open(read.path) })
  }
  return { lists, problems, notes }
}
