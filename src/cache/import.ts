import { basename, join } from 'node:path'
import { loadLists, type ListRequest, type LoadedList } from '../lists/load.js'
import { sourceOf } from '../lists/sources.js'
import { append } from '../model/append.js'
import type { ListOutcome, ListOutcomes, VersionFile } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { fileSource } from '../sources/file.js'
import type { Source } from '../sources/source.js'
import { writeBody } from './body.js'
import type { Demands } from './check.js'
import { diskTrouble } from './disk-trouble.js'
import { listNameOf } from './layout.js'
import { RECORD } from './record.js'
import { failedWith, settle } from './settle.js'
import { clearStaging, closeStaging, openStaging } from './staging.js'
import { loadStaged } from './staged-list.js'

export interface ImportHow extends Demands {
  /** The name in the cache; else the publisher's list, else the file's own name. */
  readonly name?: string
  readonly now: number
  readonly maxBytes: number
}

/** Takes lists from files, with the checks of a list that was fetched; a folder is taken as all lists in it. */
export async function importLists(
  cache: string,
  requests: readonly ListRequest[],
  how: ImportHow,
): Promise<ListOutcomes> {
  const problems: Problem[] = []
  const outcomes: ListOutcome[] = []
  await clearStaging(cache, how.now)
  for (const request of requests) {
    const said: Problem[] = []
    const lists = await loadLists([request], (problem) => said.push(problem))
    append(problems, said)
    for (const list of lists) {
      const name = how.name ?? nameFor(list)
      const trouble = whyNotThis(list, lists.length, name, how)
      if (trouble !== undefined) problems.push(...(said.some(isError) && list.entries.length === 0 ? [] : [trouble]))
      if (trouble !== undefined) outcomes.push(failedWith(list.inputs[0]?.path ?? request.path, undefined))
      else outcomes.push(await take(cache, request, { list, name }, how, problems))
    }
  }
  return { cache, lists: outcomes, complete: !problems.some(isError), problems }
}

const isError = ({ severity }: Problem): boolean => severity === 'error'

function whyNotThis(list: LoadedList, count: number, name: string, how: ImportHow): Problem | undefined {
  const [main] = list.inputs
  const file = main === undefined ? {} : { file: main.path }
  if (list.entries.length === 0 || !list.complete) {
    return {
      severity: 'error',
      code: 'list-incomplete',
      message: 'the list is not taken: it could not be read',
      ...file,
    }
  }
  if (how.name !== undefined && count > 1) {
    const message = `--name: ${count} lists can't have one name`
    return { severity: 'error', code: 'usage', message, hint: 'import each by itself', ...file }
  }
  if (name !== '') return undefined
  const message = 'no name for the list can be made of that of its file'
  return {
    severity: 'error',
    code: 'list-nameless',
    message,
    hint: 'give it one with --name, such as --name house-list',
    ...file,
  }
}

/** Formats of lists of one's own, packed or not: such a list is called after its file. */
const OWN_FORMAT = /^(?:csv|jsonl?)\b/

function nameFor(list: LoadedList): string {
  const [main] = list.inputs
  if (main === undefined) return ''
  const known = sourceOf(main.format, list.name)
  if (known !== undefined) return known.name
  return listNameOf(OWN_FORMAT.test(main.format) ? keptName(main.path).replace(/(?<=.)\.[^.]*$/, '') : list.name)
}

/** What a file is called in the cache, where nothing is packed. */
function keptName(path: string): string {
  const name = path === '-' ? 'stdin' : basename(path).replace(/(?<=.)\.gz$/i, '')
  return name === RECORD ? `list-${name}` : name
}

interface Found {
  readonly list: LoadedList
  readonly name: string
}

async function take(
  cache: string,
  request: ListRequest,
  { list, name }: Found,
  how: ImportHow,
  problems: Problem[],
): Promise<ListOutcome> {
  const staged = await openStaging(cache).catch((error: unknown) => diskTrouble(name, error))
  if (typeof staged !== 'string') {
    problems.push(staged)
    return failedWith(name, undefined)
  }
  try {
    const files: VersionFile[] = []
    for (const { path } of list.inputs) {
      const file = await copy(path === request.path ? request.source : fileSource(path), staged, how.maxBytes)
      if ('severity' in file) {
        problems.push(file)
        return failedWith(name, undefined)
      }
      files.push(file)
    }
    const shown = list.inputs[0]?.path ?? request.path
    // Read from the copy: what is checked is what gets the place.
    const encoding = request.source.said?.encoding
    const told = { day: request.day, encoding }
    const again = await loadStaged(staged, files[0]?.name ?? '', shown.replace(/(?<=.)\.gz$/i, ''), told)
    if (again.list === undefined || again.list.entries.length !== list.entries.length) {
      const message = 'the list is not taken: it changed while it was copied'
      problems.push({ severity: 'error', code: 'list-incomplete', message, file: shown })
      return failedWith(name, undefined)
    }
    const day = again.list.day?.text
    const settled = await settle(
      cache,
      staged,
      {
        name,
        list: again.list,
        said: again.said,
        files,
        ...(day === undefined ? {} : { day, dayFrom: day === request.day ? 'user' : 'file' }),
        ...(encoding === undefined ? {} : { encoding }),
        takenBy: 'import',
        takenAt: new Date(how.now).toISOString(),
      },
      how,
    )
    // What the reading says was said of the file itself.
    const known = new Set(again.said)
    append(
      problems,
      settled.problems.filter((problem) => !known.has(problem)),
    )
    return settled.outcome
  } catch (error) {
    problems.push(diskTrouble(name, error))
    return failedWith(name, undefined)
  } finally {
    await closeStaging(staged)
  }
}

async function copy(source: Source, staged: string, maxBytes: number): Promise<VersionFile | Problem> {
  const name = keptName(source.path)
  const written = await writeBody(await source.open(), '', join(staged, name), maxBytes)
  if (written.kind === 'written') return { name, bytes: written.bytes, sha256: written.sha256 }
  const message = `the list is not taken: it is ${written.message}`
  return { severity: 'error', code: 'list-incomplete', message, file: source.path }
}
