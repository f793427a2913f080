import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import type { ScreenInputs } from '../screen.js'
import { checkStdinOnce, pathOpener, readListFlags } from './inputs.js'
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

/** Reads what `screen` and `explain` are asked: files and options. Opens nothing yet. */
export function readScreenRequest(
  entities: readonly string[],
  flags: ScreenFlags,
  around: Surroundings,
): ScreenRequest {
  const problems: Problem[] = []
  const { transactions = [], relations = [], only } = flags
  const open = pathOpener(around.stdin)
  const options = readScreenOptions(flags, around.now(), (problem) => problems.push(problem))
  const lists = readListFlags(flags.list ?? [], open)
  const records = [...entities, ...transactions, ...relations, ...(only === undefined ? [] : [only])]
  const paths = [...records, ...lists.lists.map((list) => list.path)]
  problems.push(...lists.problems, ...checkRecords(records), ...checkStdinOnce(paths))
  return {
    inputs: {
      entities: entities.map(open),
      transactions: transactions.map(open),
      relations: relations.map(open),
      lists: lists.lists,
      ...(only === undefined ? {} : { only: open(only) }),
    },
    options,
    paths,
    problems,
  }
}
