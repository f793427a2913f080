import { Command } from 'commander'
import { createCompiledMatcher } from '../match/matcher.js'
import { append } from '../model/append.js'
import type { Problem } from '../model/problem.js'
import { listDays } from '../report/list-days.js'
import { renderMatches, type QueryMatches } from '../report/query-matches.js'
import { ANSWER_FORMATS } from '../report/render.js'
import { searchedLists } from '../searched-lists.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { countsAsMatch, isTrusted } from './exit-code.js'
import { cacheUse, checkStdinOnce, openAs, pathOpener, readListFlags } from './inputs.js'
import {
  addConfigFlag,
  addEncodingFlag,
  addExitFlags,
  addListFlags,
  addOutputFlags,
  type MatchFlags,
} from './option-flags.js'
import { readEncoding } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import { filesAmong, readQueries } from './queries.js'
import type { Query } from './query.js'
import { readMatchOptions } from './screen-options.js'
import { onlyConfig, readSettings, withNames } from './settings.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

function matchCommand(): Command {
  const command = new Command('match')
    .usage('[names…] [options]')
    .description('Holds names against the lists alone: candidates with score and reason, best first.')
    .argument(
      '[names...]',
      'names; "-" reads them from standard input, one a line, or JSON Lines or a table with name, type, country, identifiers',
    )
  addEncodingFlag(command.optionsGroup('Names:'))
  addListFlags(command)
  addExitFlags(command)
  addConfigFlag(command)
  return addOutputFlags(command, ANSWER_FORMATS)
}

export const runMatch: CommandRun = async (words, around) => {
  const read = await readWords<MatchFlags>(matchCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const settings = await readSettings(onlyConfig(read.options), pathOpener(around.stdin))
  const flags: MatchFlags = { ...settings.flags, ...read.options }
  const problems: Problem[] = [...settings.problems]
  const say = (problem: Problem) => void problems.push(problem)
  const encoding = flags.encoding === undefined ? undefined : readEncoding('--encoding', flags.encoding, say)
  const open = openAs(encoding, pathOpener(around.stdin))
  const options = withNames(readMatchOptions(flags, around.now(), say), settings)
  const requests = await readListFlags(flags.list ?? [], open, cacheUse(around, options))
  const paths = [...read.operands.filter((name) => name === '-'), ...requests.lists.map((list) => list.path)]
  const output = readOutputRequest(flags, ANSWER_FORMATS, paths)
  problems.push(...requests.problems, ...output.problems, ...checkStdinOnce(paths), ...filesAmong(read.operands))
  if (read.operands.length === 0) say(usage('no name to match', 'give names, or "-" to read them from standard input'))
  if (problems.length > 0) return refuse(problems, flags, around)

  append(problems, requests.notes)
  const { asOf, asOfGiven, names } = options
  const wanted = { requests: requests.lists, asOf, asOfGiven, demands: options, names }
  const lists = await searchedLists(wanted, cacheFolder(around.env))
  append(problems, lists.problems)
  const asked = await readQueries(read.operands, open, say)
  const matcher = createCompiledMatcher(lists.compiled, options)
  const answered = asked.queries.map(({ text, subject }: Query): QueryMatches => ({
    query: text,
    candidates: matcher.match(subject),
  }))
  await tellProblems(problems, flags, around)
  const inputs = [...asked.inputs, ...lists.inputs]
  const days = listDays(inputs)
  const trusted = isTrusted({ problems, inputs }, options)
  const unwritten = await deliver(
    (format, look) => renderMatches(answered, format, look, { days, trusted }),
    output.delivery,
    flags,
    around,
  )
  await tellProblems(unwritten, flags, around)
  if (unwritten.length > 0 || !trusted) return 2
  return answered.some(({ candidates }) => candidates.some((match) => countsAsMatch(match, options))) ? 1 : 0
}
