import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import type { ScreenInputs } from '../screen.js'
import { checkStdinOnce, pathOpener, readListFlags, type OpenPath } from './inputs.js'
import { readSettings } from './settings.js'
import type { ScreenFlags } from './option-flags.js'
import { readScreenOptions } from './screen-options.js'
import type { Surroundings } from './surroundings.js'
import { usage } from './usage.js'

export interface ScreenRequest {
  readonly inputs: ScreenInputs
  readonly options: ScreenOptions
  /** Paths that are read, as typed. */
  readonly paths: readonly string[]
  /** Where there is one, nothing is to be run. */
  readonly problems: readonly Problem[]
}

function checkRecords(paths: readonly string[]): readonly Problem[] {
  if (paths.length > 0) return []
  return [usage('nothing to screen', 'give files of entities, or of transactions with -t')]
}

/** Reads what `screen` and `explain` are asked: files and options. Opens nothing but the config yet. */
export async function readScreenRequest(
  entities: readonly string[],
  typed: ScreenFlags,
  around: Surroundings,
): Promise<ScreenRequest> {
  const problems: Problem[] = []
  const { transactions = [], relations = [], only } = typed
  const open = pathOpener(around.stdin)
  const settings = await readSettings(typed, open)
  const flags: ScreenFlags = { ...settings.flags, ...typed }
  const openRecords: OpenPath = (path) => {
    const said = settings.settingsOf(path)
    return said === undefined ? open(path) : { ...open(path), said }
  }
  const options = readScreenOptions(flags, around.now(), (problem) => problems.push(problem))
  const lists = readListFlags(flags.list ?? [], open)
  const records = [...entities, ...transactions, ...relations, ...(only === undefined ? [] : [only])]
  const paths = [...records, ...lists.lists.map((list) => list.path), ...settings.paths]
  problems.push(...lists.problems, ...checkRecords(records), ...checkStdinOnce(paths))
  return {
    inputs: {
      entities: entities.map(openRecords),
      transactions: transactions.map(openRecords),
      relations: relations.map(openRecords),
      lists: lists.lists,
      ...(only === undefined ? {} : { only: openRecords(only) }),
      ...(settings.map === undefined ? {} : { map: settings.map }),
      ...(settings.input === undefined ? {} : { config: settings.input }),
      notes: settings.doubtsAbout(records),
    },
    options,
    paths,
    // Of a config that can't be used nothing else can be said: what it would have given is missing.
    problems: settings.problems.length > 0 ? settings.problems : problems,
  }
}
