import { join } from 'node:path'
import { loadLists, type LoadedList } from '../lists/load.js'
import type { Problem } from '../model/problem.js'
import { fileAt, inEncoding } from '../sources/file.js'

export interface StagedList {
  /** Absent where the files are not one list. */
  readonly list: LoadedList | undefined
  readonly said: readonly Problem[]
}

/** What a user says of a list that its files don't tell. */
export interface Told {
  readonly day?: string | undefined
  readonly encoding?: string | undefined
}

/** Reads a list from the staging folder as it will be read from its place; messages name it by the path that is given. */
export async function loadStaged(
  folder: string,
  main: string,
  shown: string,
  { day, encoding }: Told = {},
): Promise<StagedList> {
  const said: Problem[] = []
  const source = inEncoding(encoding, fileAt(shown, join(folder, main)))
  const request = { path: shown, source, ...(day === undefined ? {} : { day }) }
  const [list] = await loadLists([request], (problem) => said.push(problem))
  return { list, said }
}
