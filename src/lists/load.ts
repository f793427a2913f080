import { stat } from 'node:fs/promises'
import type { Problem, ProblemSink } from '../model/problem.js'
import { loadFolder } from './folder.js'
import type { ListFile, LoadedList } from './loaded.js'
import { recognise } from './registry.js'
import { unusable } from './unusable.js'

export type { LoadedList } from './loaded.js'

/** A list file or a folder of them, as the user named it. */
export type ListRequest = ListFile

/**
 * Reads the lists in the order in which they were asked for. Never rejects for what a file holds: whatever is wrong goes to `problems`, and
 * a file that can't be used comes back as a list without entries that is not complete.
 */
export async function loadLists(
  requests: readonly ListRequest[],
  problems: ProblemSink,
): Promise<readonly LoadedList[]> {
  const lists: LoadedList[] = []
  const seen = new Set<string>()
  for (const request of requests) {
    if (seen.has(request.path)) {
      const message = 'the list is given twice; it is used once'
      problems({ severity: 'warning', code: 'list-repeated', message, file: request.path })
      continue
    }
    seen.add(request.path)
    if (await isFolder(request.source.location ?? request.path)) lists.push(...(await loadFolder(request, problems)))
    else lists.push(await loadFile(request, problems))
  }
  return lists
}

async function isFolder(path: string): Promise<boolean> {
  if (path === '-') return false
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}

async function loadFile(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  const recognised = await recognise(file)
  if (recognised.kind !== 'list') {
    problems(recognised.problem)
    return unusable(file)
  }
  const list = await recognised.load(problems)
  for (const problem of otherBytes(file, list)) problems(problem)
  return list
}

/** Files of a list whose bytes are known that are others now, or that are not of it. */
function otherBytes({ hashes }: ListFile, { inputs }: LoadedList): readonly Problem[] {
  if (hashes === undefined) return []
  const found = new Map(inputs.map((input) => [input.path, input.sha256]))
  const paths = [...new Set([...hashes.keys(), ...found.keys()])]
  const others = paths.filter((each) => found.get(each) !== hashes.get(each))
  return others.map((file) => {
    const what =
      found.get(file) === undefined ? 'is missing' : hashes.get(file) === undefined ? 'was added' : 'was changed'
    const message = `the file ${what} since the list was taken into the cache`
    const hint = 'see hopscreen lists status; hopscreen lists update takes the list again'
    return { severity: 'error', code: 'cache-changed', message, hint, file }
  })
}
