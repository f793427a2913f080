import { Command } from 'commander'
import type { SeriesWish } from '../verdicts/series-days.js'
import { BEGINNING, END, parseDay } from '../model/date.js'
import type { Problem } from '../model/problem.js'
import { BACKTEST_FORMATS, renderBacktest } from '../report/backtest.js'
import { deliver } from './deliver.js'
import { isTrusted } from './exit-code.js'
import type { CacheUse } from './inputs.js'
import { addScreenFlags, type ScreenFlags } from './option-flags.js'
import { readCount, readDay } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import { startProgress } from './progress.js'
import { pathOpener } from './inputs.js'
import { readScreenRequest } from './screen-request.js'
import { readSettings, without } from './settings.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

interface BacktestFlags extends ScreenFlags {
  readonly from?: string
  readonly to?: string
  readonly every?: string
}

/** Options of `screen` that ask for what a series of days can't give. */
const NOT_HERE: readonly (readonly [keyof BacktestFlags, string])[] = [
  ['chronological', '--chronological'],
  ['since', '--since'],
  ['until', '--until'],
  ['decisions', '--decisions'],
  ['baseline', '--baseline'],
  ['dryRun', '--dry-run'],
]

/** Options for an exit code of 1, which a series of days never has: nothing here where a config says them of screenings, refused where typed. */
const NO_VERDICT: readonly (readonly [keyof BacktestFlags, string])[] = [
  ['failOn', '--fail-on'],
  ['failHops', '--fail-hops'],
]

function backtestCommand(): Command {
  const command = new Command('backtest')
    .usage('[entities…] [options]')
    .description(
      'Screens the same records as of a series of days, and says how long before its designation each party was flagged.',
    )
    .argument('[entities...]', 'files of parties, as for screen')
    .optionsGroup('The days:')
    .option('--from <date>', 'the first day (default: with several snapshots of a list, their own days)')
    .option('--to <date>', 'the last day (default: that of --as-of)')
    .option('--every <days>', 'days from one to the next (default: 1)')
  addScreenFlags(command, BACKTEST_FORMATS)
  const refused = new Set([...NOT_HERE, ...NO_VERDICT].map(([, option]) => option))
  for (const option of command.options) if (refused.has(option.long ?? '')) option.hideHelp()
  return command
}

function readWish({ from, to, every }: BacktestFlags, problems: Problem[]): SeriesWish {
  const say = (problem: Problem): void => void problems.push(problem)
  const first = from === undefined ? undefined : readDay('--from', from, say)
  const last = to === undefined ? undefined : readDay('--to', to, say)
  const step = every === undefined ? undefined : readCount('--every', every, say)
  return {
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
    every: step ?? 1,
  }
}

/** Of the cache all versions count that were the newest on a day of the series. */
function snapshotsWithin({ from, to }: BacktestFlags, asOf: string): Pick<CacheUse, 'unnamed'> {
  const [first, last] = [parseDay(from ?? '') ?? BEGINNING, parseDay(to ?? asOf) ?? END]
  return {
    unnamed: async (cache) => (await import('../cache/cached-lists.js')).cachedSnapshots(cache, first, last),
  }
}

/** Ends in 0, or in 2 where something was not read or there are no days to go through. */
export const runBacktest: CommandRun = async (words, around) => {
  const read = await readWords<BacktestFlags>(backtestCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  // What was decided since is no part of what would have been found on those days.
  const settings = without(await readSettings(flags, pathOpener(around.stdin)), ['decisions', 'baseline'])
  const request = await readScreenRequest(read.operands, flags, around, {
    settings,
    fromCache: ({ asOf }) => snapshotsWithin(flags, asOf),
  })
  const { inputs, options, paths, problems } = request
  const output = readOutputRequest(flags, BACKTEST_FORMATS, paths)
  const wrong = [...problems, ...output.problems]
  const refuseIn = (asked: BacktestFlags, listed: typeof NOT_HERE): void => {
    for (const [key, option] of listed) {
      if (asked[key] !== undefined && asked[key] !== false) wrong.push(usage(`${option} can't be used with backtest`))
    }
  }
  refuseIn({ ...settings.flags, ...flags }, NOT_HERE)
  refuseIn(flags, NO_VERDICT)
  const wish = readWish(flags, wrong)
  if (wrong.length > 0) return refuse(wrong, flags, around)

  const { backtest } = await import('../backtest.js')
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  const told = await backtest(inputs, options, wish, { progress: progress.report }).finally(progress.clear)
  await tellProblems(told.problems, flags, around)
  const unwritten = await deliver((format, look) => renderBacktest(told, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  return isTrusted(told, options) && unwritten.length === 0 ? 0 : 2
}
