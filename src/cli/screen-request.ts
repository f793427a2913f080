import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import type { Baseline } from '../baseline/read.js'
import type { Decisions } from '../decisions/read.js'
import type { ScreenInputs } from '../screen.js'
import type { Source } from '../sources/source.js'
import {
  cacheUse,
  checkStdinOnce,
  eachOnce,
  openAs,
  pathOpener,
  readListFlags,
  type CacheUse,
  type OpenPath,
} from './inputs.js'
import { readSettings, withNames, type Settings } from './settings.js'
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

/** Loaded where there are decisions: most runs have none. */
async function readDecisions(source: Source): Promise<Decisions> {
  return (await import('../decisions/read.js')).readDecisions(source)
}

async function readBaseline(source: Source): Promise<Baseline> {
  return (await import('../baseline/read.js')).readBaseline(source)
}

/** What a command has found out itself. */
export interface KnownBefore {
  readonly settings?: Settings
  /** Which lists of the cache stand in for `--list`, where that is not the usual. */
  readonly fromCache?: (options: ScreenOptions) => Pick<CacheUse, 'unnamed'>
}

/**
 * Reads what `screen` and `explain` are asked: files and options. Opens nothing but the config, the decisions and the records of the cache yet.
 */
export async function readScreenRequest(
  operands: readonly string[],
  typed: ScreenFlags,
  around: Surroundings,
  known: KnownBefore = {},
): Promise<ScreenRequest> {
  const problems: Problem[] = []
  const { only } = typed
  const entities = eachOnce(operands)
  const transactions = eachOnce(typed.transactions ?? [])
  const relations = eachOnce(typed.relations ?? [])
  const open = pathOpener(around.stdin)
  const settings = known.settings ?? (await readSettings(typed, open))
  const flags: ScreenFlags = { ...settings.flags, ...typed }
  const openRecords: OpenPath = (path) => {
    const said = settings.settingsOf(path)
    return said === undefined ? open(path) : { ...open(path), said }
  }
  const options = withNames(
    readScreenOptions(flags, around.now(), (problem) => problems.push(problem)),
    settings,
  )
  const openList: OpenPath = (path) => openAs(settings.settingsOf(path)?.encoding, open)(path)
  const fromCache = { ...cacheUse(around, options), ...known.fromCache?.(options) }
  const lists = await readListFlags(flags.list ?? [], openList, fromCache)
  const earlier = [flags.decisions, flags.baseline].filter((path) => path !== undefined)
  const given = [entities, transactions, relations]
  const records = [...given.flatMap(({ paths }) => paths), ...(only === undefined ? [] : [only])]
  const paths = [...records, ...lists.lists.map((list) => list.path), ...settings.paths, ...earlier]
  const decisions = flags.decisions === undefined ? undefined : await readDecisions(open(flags.decisions))
  const baseline = flags.baseline === undefined ? undefined : await readBaseline(open(flags.baseline))
  problems.push(...lists.problems, ...checkRecords(records), ...checkStdinOnce(paths))
  problems.push(...(decisions?.problems ?? []), ...(baseline?.problems ?? []))
  return {
    inputs: {
      entities: entities.paths.map(openRecords),
      transactions: transactions.paths.map(openRecords),
      relations: relations.paths.map(openRecords),
      lists: lists.lists,
      ...(only === undefined ? {} : { only: openRecords(only) }),
      ...(settings.map === undefined ? {} : { map: settings.map }),
      ...(settings.input === undefined ? {} : { config: settings.input }),
      notes: [
        ...settings.doubtsAbout([...records, ...lists.lists.map((list) => list.path)]),
        ...given.flatMap(({ notes }) => notes),
        ...lists.notes,
      ],
      ...(decisions === undefined ? {} : { decisions }),
      ...(baseline === undefined ? {} : { baseline }),
    },
    options,
    paths,
    // Of a config that can't be used nothing else can be said: what it would have given is missing.
    problems: settings.problems.length > 0 ? settings.problems : problems,
  }
}
