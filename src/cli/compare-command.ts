import { Command } from 'commander'
import { compareNames } from '../match/compare.js'
import type { ComparedPair, Comparison } from '../model/comparison.js'
import type { Problem } from '../model/problem.js'
import type { Thresholds } from '../model/thresholds.js'
import { renderComparison } from '../report/comparison.js'
import { ANSWER_FORMATS } from '../report/render.js'
import { deliver } from './deliver.js'
import { evaluate, UNREAD } from './evaluate.js'
import { openAs, pathOpener } from './inputs.js'
import { addConfigFlag, addEncodingFlag, addOutputFlags, addScoreFlags, type CompareFlags } from './option-flags.js'
import { readEncoding } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import { readPairs, type Pair } from './pairs.js'
import { readThresholds } from './screen-options.js'
import { onlyConfig, readSettings, withNames } from './settings.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

function compareCommand(): Command {
  const command = new Command('compare')
    .usage('<a> <b> [options], or --pairs <file> [options]')
    .description('Scores pairs of names. Where a file says what is true, also how often the verdicts are right.')
    .argument('[a]', 'a name')
    .argument('[b]', 'another')
    .optionsGroup('Names:')
    .option('--pairs <file>', 'a file of pairs: name1, name2, and where known type and is_match; "-" is standard input')
  addEncodingFlag(command)
  addScoreFlags(command)
  addConfigFlag(command)
  return addOutputFlags(command, ANSWER_FORMATS)
}

function comparePair(pair: Pair, thresholds: Thresholds): ComparedPair {
  const { name1, name2, type, unreadable } = pair
  const names = { name1, name2, ...(type === undefined ? {} : { type }) }
  if (unreadable !== undefined) return { ...names, score: 0, verdict: 'none', explanation: unreadable }
  const { score, verdict, explanation, words } = compareNames(name1, name2, type ?? 'unknown', thresholds)
  return { ...names, score, verdict, explanation, tokens: words }
}

function compareAll(pairs: readonly Pair[], thresholds: Thresholds): Comparison {
  const compared = pairs.map((pair) => comparePair(pair, thresholds))
  const judged = pairs.flatMap(({ isMatch, unreadable, type = 'unknown' }, at) =>
    isMatch === undefined
      ? []
      : [{ score: unreadable === undefined ? (compared[at]?.score ?? 0) : UNREAD, isMatch, type }],
  )
  return judged.length === 0
    ? { pairs: compared }
    : { pairs: compared, evaluation: evaluate(judged, thresholds.minScore) }
}

/** Ends in 0, or in 2 where a pair could not be read. */
export const runCompare: CommandRun = async (words, around) => {
  const read = await readWords<CompareFlags>(compareCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const settings = await readSettings(onlyConfig(read.options), pathOpener(around.stdin))
  const flags: CompareFlags = { ...settings.flags, ...read.options }
  const [name1, name2] = read.operands
  const problems: Problem[] = []
  const say = (problem: Problem) => void problems.push(problem)
  problems.push(...settings.problems)
  const thresholds = withNames(readThresholds(flags, say), settings)
  const output = readOutputRequest(flags, ANSWER_FORMATS, flags.pairs === undefined ? [] : [flags.pairs])
  problems.push(...output.problems)
  if (flags.pairs !== undefined && name1 !== undefined) say(usage('expected two names or --pairs, got both'))
  if (flags.pairs === undefined && (name1 === undefined || name2 === undefined)) {
    say(
      usage(
        'expected two names, or a file of them',
        'as in hopscreen compare "Peleng" "PELENG JSC", or --pairs pairs.csv',
      ),
    )
  }
  const encoding = flags.encoding === undefined ? undefined : readEncoding('--encoding', flags.encoding, say)
  if (flags.pairs === undefined && flags.encoding !== undefined)
    say(usage('--encoding is of a file: give one with --pairs'))
  for (const name of [name1, name2]) {
    if (name !== undefined && name.trim() === '') say(usage('expected a name, got nothing'))
  }
  if (problems.length > 0) return refuse(problems, flags, around)

  const open = openAs(encoding, pathOpener(around.stdin))
  const given = [{ name1: name1 ?? '', name2: name2 ?? '' }]
  const pairs = flags.pairs === undefined ? given : await readPairs(open(flags.pairs), say)
  await tellProblems(problems, flags, around)
  const comparison = compareAll(pairs, thresholds)
  const unwritten = await deliver(
    (format, look) => renderComparison(comparison, format, look),
    output.delivery,
    flags,
    around,
  )
  await tellProblems(unwritten, flags, around)
  return unwritten.length > 0 || problems.some((problem) => problem.severity === 'error') ? 2 : 0
}
