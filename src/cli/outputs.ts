import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Problem } from '../model/problem.js'
import { unknownWord, usage } from './usage.js'

/** A report to write into a file. */
export interface FileOutput<F extends string> {
  readonly path: string
  readonly format: F
}

const FORMAT_OF_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.csv', 'csv'],
  ['.txt', 'table'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.sarif', 'sarif'],
  ['.junit', 'junit'],
  ['.xml', 'junit'],
  ['.dot', 'dot'],
  ['.gv', 'dot'],
])

/**
 * Reads `[format=]file`. A word of letters before the first `=` is a format, so that a misspelt one is never taken for a
 * part of the file's name; a file of such a name is given as `./name=…`.
 */
function readOutput<F extends string>(text: string, formats: readonly F[]): FileOutput<F> | Problem {
  const named = /^([A-Za-z]+)=(.*)$/s.exec(text)
  const path = named?.[2] ?? text
  const word = named?.[1] ?? FORMAT_OF_EXTENSION.get(extname(path).toLowerCase())
  if (path === '' || path === '-')
    return usage(`--output: expected a file, got ${JSON.stringify(text)}`, '--format says what standard output gets')
  if (word === undefined) {
    return usage(`--output ${path}: the extension tells no format`, `say which, as in --output json=${path}`)
  }
  const format = formats.find((known) => known === word)
  return format === undefined ? unknownWord('format', word, formats) : { path, format }
}

/** The file that a path means, so that two ways of writing it are seen to be one. */
export function realPath(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync(whole)
  } catch {
    // A file that is still to be written has no real path, but its folder has.
    try {
      return join(realpathSync(dirname(whole)), basename(whole))
    } catch {
      return whole
    }
  }
}

/** Found out before the work and not after it. */
function unwritable(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return 'it is a folder'
  const folder = dirname(resolve(path))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return `there is no folder ${dirname(path)}`
  // A device or a named pipe is written into; a file is replaced by one that is first written beside it.
  const touched = found === undefined ? [folder] : found.isFile() ? [folder, path] : [path]
  return touched.every(isWritable) ? undefined : 'no permission'
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export interface OutputPlan<F extends string> {
  readonly files: readonly FileOutput<F>[]
  readonly problems: readonly Problem[]
}

/** Reads all `--output` of a command line. A report never overwrites another, nor a file that is read. */
export function planOutputs<F extends string>(
  texts: readonly string[],
  formats: readonly F[],
  inputs: readonly string[],
): OutputPlan<F> {
  const files: FileOutput<F>[] = []
  const problems: Problem[] = []
  const taken = new Map(inputs.filter((path) => path !== '-').map((path) => [realPath(path), 'it is read as an input']))
  for (const text of texts) {
    const output = readOutput(text, formats)
    if (!('path' in output)) {
      problems.push(output)
      continue
    }
    const real = realPath(output.path)
    const reason = taken.get(real) ?? unwritable(output.path)
    if (reason !== undefined) problems.push(usage(`--output ${output.path}: can't be written: ${reason}`))
    else files.push(output)
    taken.set(real, 'another report goes there')
  }
  return { files, problems }
}

/**
 * Leaves out outputs that turned out to be read as well: a file of a folder of lists, a companion beside a list. Named inputs are refused before
 * anything is read.
 */
export function sparingInputs<F extends string>(
  files: readonly FileOutput<F>[],
  inputs: readonly string[],
): OutputPlan<F> {
  const read = new Set(inputs.filter((path) => path !== '-').map(realPath))
  const spared = files.filter((file) => !read.has(realPath(file.path)))
  const problems = files.flatMap((file) =>
    read.has(realPath(file.path)) ? [usage(`--output ${file.path}: can't be written: it is read as an input`)] : [],
  )
  return { files: spared, problems }
}
