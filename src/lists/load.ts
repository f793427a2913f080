import { stat } from 'node:fs/promises'
import type { ProblemSink } from '../model/problem.js'
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
    if (await isFolder(request.path)) lists.push(...(await loadFolder(request, problems)))
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
  if (recognised.kind === 'list') return recognised.load(problems)
  problems(recognised.problem)
  return unusable(file)
}
