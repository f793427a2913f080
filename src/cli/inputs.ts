import type { Readable } from 'node:stream'
import type { Problem } from '../model/problem.js'
import { fileSource, stdinSource } from '../sources/file.js'
import type { Source } from '../sources/source.js'
import { parseListArgument } from '../lists/argument.js'
import type { ListRequest } from '../lists/load.js'
import { usage } from './usage.js'

/** Makes a source of a path as it was typed; `-` is standard input. */
export type OpenPath = (path: string) => Source

export function pathOpener(stdin: Readable): OpenPath {
  const fromStdin = stdinSource(stdin)
  return (path) => (path === '-' ? fromStdin : fileSource(path))
}

/** The same sources, with the encoding that was told of those that can't be told apart. */
export function openAs(encoding: string | undefined, open: OpenPath): OpenPath {
  return encoding === undefined ? open : (path) => ({ ...open(path), said: { encoding } })
}

/** Standard input holds one file. */
export function checkStdinOnce(paths: readonly string[]): readonly Problem[] {
  if (paths.filter((path) => path === '-').length < 2) return []
  return [usage('"-" is given more than once, and standard input can be read only once', 'give a file for all but one')]
}

export interface ReadLists {
  readonly lists: readonly ListRequest[]
  readonly problems: readonly Problem[]
}

/** Reads `--list path[@date]`; none at all is an error, since nothing could be found. */
export function readListFlags(texts: readonly string[], open: OpenPath): ReadLists {
  if (texts.length === 0) {
    return {
      lists: [],
      problems: [usage('no list to screen against', 'give one with --list, as in -l sdn.csv@2024-01-31')],
    }
  }
  const lists: ListRequest[] = []
  const problems: Problem[] = []
  for (const text of texts) {
    const read = parseListArgument(text)
    if ('problem' in read) problems.push(read.problem)
    else lists.push({ ...read, source: open(read.path) })
  }
  return { lists, problems }
}
