import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileAt } from '../../sources/file.js'
import type { Source } from '../../sources/source.js'
import type { OfacFile } from './rows.js'
import type { OfacList } from './programs.js'

export type Companion = Exclude<OfacFile, 'main'>

export const COMPANIONS: readonly Companion[] = ['alt', 'add', 'comments']

/** The names by which OFAC publishes the set, without extension. */
const NAMES: Readonly<Record<OfacList, Readonly<Record<OfacFile, string>>>> = {
  'OFAC SDN': { main: 'sdn', alt: 'alt', add: 'add', comments: 'sdn_comments' },
  'OFAC Consolidated': { main: 'cons_prim', alt: 'cons_alt', add: 'cons_add', comments: 'cons_comments' },
}

export interface FoundCompanions {
  /** Named as the main file's path was typed, with the companion's own name. */
  readonly sources: ReadonlyMap<Companion, Source>
  /** Names of those that are not there. */
  readonly missing: ReadonlyMap<Companion, string>
}

/**
 * Looks beside the main file for its companions, in any letter case. What a user has added to the main file's name (`sdn-2023.csv`,
 * `old_sdn.csv.gz`) is looked for on theirs first, then the names as they are published.
 */
export function findCompanions(list: OfacList, mainFile: Source): FoundCompanions {
  const { path, location = path } = mainFile
  const main = basename(path)
  const folder = path.slice(0, path.length - main.length)
  const files = path === '-' ? [] : namesIn(dirname(location))
  const byName = new Map(files.sort().map((file) => [file.toLowerCase(), file]))
  const sources = new Map<Companion, Source>()
  const missing = new Map<Companion, string>()
  for (const companion of COMPANIONS) {
    const [first = '', ...others] = candidates(list, companion, main.toLowerCase())
    const found = [first, ...others].map((name) => byName.get(name)).find((name) => name !== undefined && name !== main)
    if (found === undefined) missing.set(companion, first)
    else sources.set(companion, fileAt(folder + found, join(dirname(location), found)))
  }
  return { sources, missing }
}

/** None where the folder can't be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function candidates(list: OfacList, companion: Companion, main: string): readonly string[] {
  const names = NAMES[list]
  const at = main.lastIndexOf(names.main)
  const published = [`${names[companion]}.csv`, `${names[companion]}.csv.gz`]
  if (at === -1) return published
  const before = main.slice(0, at)
  const after = main.slice(at + names.main.length)
  return [...new Set([before + names[companion] + after, ...published])]
}
