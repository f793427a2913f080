import { join } from 'node:path'
import { loadLists, type LoadedList } from '../lists/load.js'
import type { Problem } from '../model/problem.js'
import { fileAt } from '../sources/file.js'

export interface StagedList {
  /** Absent where the files are not one list. */
  readonly list: LoadedList | undefined
  readonly said: readonly Problem[]
}

/** Reads a list from the staging folder as it will be read from its place; messages name it by the path that is given. */
export async function loadStaged(folder: string, main: string, shown: string, day?: string): Promise<StagedList> {
  const said: Problem[] = []
  const source = fileAt(shown, join(folder, main))
  const request = { path: shown, source, ...(day === undefined ? {} : { day }) }
  const [list] = await loadLists([request], (problem) => said.push(problem))
  return { list, said }
}
