import { Command } from 'commander'
import { EMPTY_HINT } from '../cache/refs.js'
import { cacheStatus } from '../cache/status.js'
import { dayAt } from '../model/date.js'
import type { Problem } from '../model/problem.js'
import { renderStatus, STATUS_FORMATS } from '../report/list-status.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { addOutputFlags, type OutputFlags } from './option-flags.js'
import { readDays } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { unknownWord, usage } from './usage.js'
import { readWords } from './words.js'

interface StatusFlags extends OutputFlags {
  readonly all?: boolean
  readonly maxListAge?: string
}

function statusCommand(): Command {
  const command = new Command('lists status')
    .usage('[names…] [options]')
    .description('Says of each list of the cache its day, age, hash, entries and source; every hash is made anew.')
    .argument('[names...]', 'lists (default: all)')
    .option('--all', 'every version, not the newest alone')
    .option('--max-list-age <days>', 'an older list, or one whose day is unknown, makes the exit code 2')
  return addOutputFlags(command, STATUS_FORMATS)
}

/** Ends in 0, or in 2 where a list was changed since it was taken, is too old, or there is none. */
export const runListsStatus: CommandRun = async (words, around) => {
  const read = await readWords<StatusFlags>(statusCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const maxAge = flags.maxListAge === undefined ? undefined : readDays('--max-list-age', flags.maxListAge, say)
  const output = readOutputRequest(flags, STATUS_FORMATS, [])
  problems.push(...output.problems)
  if (problems.length > 0) return refuse(problems, flags, around)

  const cache = cacheFolder(around.env)
  const day = dayAt(around.now())
  const found = await cacheStatus(cache, { names: read.operands, day, ...(maxAge === undefined ? {} : { maxAge }) })
  const missing = await lost(
    read.operands,
    cache,
    found.lists.map(({ name }) => name),
  )
  const told = {
    ...found,
    complete: found.complete && missing.length === 0,
    problems: [...found.problems, ...missing],
  }
  await tellProblems(told.problems, flags, around)
  const all = flags.all === true
  const unwritten = await deliver(
    (format, look) => renderStatus(told, all, format, look),
    output.delivery,
    flags,
    around,
  )
  await tellProblems(unwritten, flags, around)
  return told.complete && unwritten.length === 0 ? 0 : 2
}

async function lost(names: readonly string[], cache: string, found: readonly string[]): Promise<readonly Problem[]> {
  if (names.length === 0)
    return found.length === 0 ? [usage(`there is no list in the cache (${cache})`, EMPTY_HINT)] : []
  return names.filter((name) => !found.includes(name)).map((name) => unknownWord('list', name, found))
}
