import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { asRequest } from '../cache/cached-lists.js'
import { CACHE_PREFIX } from '../cache/layout.js'
import { findVersions } from '../cache/refs.js'
import type { ListsSide } from '../compare-lists.js'
import { parseListArgument } from '../lists/argument.js'
import type { Problem } from '../model/problem.js'
import { DIFF_FORMATS, renderListsDiff } from '../report/list-diff.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { checkStdinOnce, pathOpener, type OpenPath } from './inputs.js'
import { addOutputFlags, addScoreFlags, collect, type OutputFlags, type ScoreFlags } from './option-flags.js'
import { readOutputRequest } from './output-request.js'
import { readScreenOptions } from './screen-options.js'
import { readSettings, withNames } from './settings.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { readWords } from './words.js'

interface ListsDiffFlags extends OutputFlags, ScoreFlags {
  readonly entities?: readonly string[]
  readonly config?: string
}

function diffCommand(): Command {
  const command = new Command('lists diff')
    .usage('<old> <new> [options]')
    .description('Says which entries came, went and changed, and what changed of them.')
    .argument(
      '<old>',
      'a file or a folder; or of the cache: a day, a hash, a list, a list@day, or what it held at a moment, as 2024-02-01T03:17:00Z',
    )
    .argument('<new>', 'the same')
    .option('--entities <file>', 'your parties: which of them does it concern? repeatable', collect)
    .option('--config <file>', 'a config, for files of parties that need one')
  addScoreFlags(command)
  return addOutputFlags(command, DIFF_FORMATS)
}

/** Ends in 1 where it concerns a party, in 2 where something could not be read, else in 0. */
export const runListsDiff: CommandRun = async (words, around) => {
  const read = await readWords<ListsDiffFlags>(diffCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const open = pathOpener(around.stdin)
  const [old = '', fresh = ''] = read.operands
  const sides = [await sideOf(old, around.env, open, say), await sideOf(fresh, around.env, open, say)] as const
  const { entities = [] } = flags
  const { config, ...scores } = flags
  const settings = await readSettings(config === undefined ? {} : { config }, open)
  const { minScore, confirmScore, swappedMarker } = scores
  const given = {
    ...(minScore === undefined ? {} : { minScore }),
    ...(confirmScore === undefined ? {} : { confirmScore }),
    ...(swappedMarker === undefined ? {} : { swappedMarker }),
  }
  const options = withNames(readScreenOptions(given, around.now(), say), settings)
  const paths = [...sides.flatMap(({ lists }) => lists.map(({ path }) => path)), ...entities]
  const output = readOutputRequest(flags, DIFF_FORMATS, paths)
  problems.push(...output.problems, ...checkStdinOnce(paths), ...settings.problems)
  if (problems.some(({ severity }) => severity === 'error')) return refuse(problems, flags, around)

  const { compareLists } = await import('../compare-lists.js')
  const sources = entities.map((path) => {
    const said = settings.settingsOf(path)
    return said === undefined ? open(path) : { ...open(path), said }
  })
  const found = await compareLists(sides[0], sides[1], sources, options)
  const told = { ...found, problems: [...problems, ...found.problems] }
  await tellProblems(told.problems, flags, around)
  const unwritten = await deliver((format, look) => renderListsDiff(told, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  if (!told.complete || unwritten.length > 0) return 2
  return (told.concerns ?? []).length > 0 ? 1 : 0
}

/** A file that is there is meant before anything of the cache; `cache:` before a word means the cache. */
async function sideOf(
  text: string,
  env: Parameters<typeof cacheFolder>[0],
  open: OpenPath,
  say: (problem: Problem) => void,
): Promise<ListsSide> {
  const argument = parseListArgument(text)
  const path = 'path' in argument ? argument.path : ''
  if (!text.startsWith(CACHE_PREFIX) && 'path' in argument && (path === '-' || existsSync(path))) {
    return { name: text, lists: [{ ...argument, source: open(path) }] }
  }
  if ('problem' in argument && /[./\\]/.test(text)) {
    say(argument.problem)
    return { name: text, lists: [] }
  }
  const cache = cacheFolder(env)
  const { versions, problems } = await findVersions(cache, text)
  problems.forEach(say)
  return { name: text, lists: versions.map((version) => asRequest(cache, version)) }
}
