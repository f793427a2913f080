import { Command } from 'commander'
import { importLists } from '../cache/import.js'
import { isListName } from '../cache/layout.js'
import { parseListArgument } from '../lists/argument.js'
import type { ListRequest } from '../lists/load.js'
import type { Problem } from '../model/problem.js'
import { OUTCOME_FORMATS, renderOutcomes } from '../report/list-outcomes.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { checkStdinOnce, openAs, pathOpener } from './inputs.js'
import { addCheckFlags, readDemands, type CheckFlags } from './lists-flags.js'
import { addEncodingFlag, addOutputFlags } from './option-flags.js'
import { readEncoding } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

interface ImportFlags extends CheckFlags {
  readonly name?: string
  readonly encoding?: string
}

function importCommand(): Command {
  const command = new Command('lists import')
    .usage('<file[@date]…> [options]')
    .description('Takes lists from files into the cache, with the checks of lists that were fetched.')
    .argument('<files...>', 'list files, or folders of them, each with the day that it is of where it does not say it')
    .option('--name <name>', "the list's name in the cache (default: its publisher's, else that of its file)")
  return addOutputFlags(addCheckFlags(addEncodingFlag(command)), OUTCOME_FORMATS)
}

/** Ends in 0 where every list was taken, or was there already, else in 2. */
export const runListsImport: CommandRun = async (words, around) => {
  const read = await readWords<ImportFlags>(importCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const demands = readDemands(flags, say)
  const encoding = flags.encoding === undefined ? undefined : readEncoding('--encoding', flags.encoding, say)
  const open = openAs(encoding, pathOpener(around.stdin))
  const requests: ListRequest[] = []
  for (const text of read.operands) {
    const argument = parseListArgument(text)
    if ('problem' in argument) problems.push(argument.problem)
    else requests.push({ ...argument, source: open(argument.path) })
  }
  const paths = requests.map(({ path }) => path)
  const output = readOutputRequest(flags, OUTCOME_FORMATS, paths)
  problems.push(...output.problems, ...checkStdinOnce(paths))
  if (flags.name !== undefined && !isListName(flags.name)) {
    const message = `--name: expected small letters, digits and hyphens, got ${JSON.stringify(flags.name)}`
    problems.push(usage(message, 'such as house-list'))
  }
  if (problems.length > 0) return refuse(problems, flags, around)

  const name = flags.name === undefined ? {} : { name: flags.name }
  const told = await importLists(cacheFolder(around.env), requests, { ...demands, ...name, now: around.now() })
  await tellProblems(told.problems, flags, around)
  const unwritten = await deliver((format, look) => renderOutcomes(told, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  return told.complete && unwritten.length === 0 ? 0 : 2
}
