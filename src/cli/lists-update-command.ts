import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import type { Config } from '../config/schema.js'
import type { Problem } from '../model/problem.js'
import { LIST_UPDATES } from '../model/thresholds.js'
import { OUTCOME_FORMATS, renderOutcomes } from '../report/list-outcomes.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { fetchProgress } from './fetch-progress.js'
import { pathOpener } from './inputs.js'
import { chooseSources, knownSources } from './list-sources.js'
import { addCheckFlags, readDemands, type CheckFlags } from './lists-flags.js'
import { addOutputFlags } from './option-flags.js'
import { readCount } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import { startProgress } from './progress.js'
import { CONFIG } from './settings.js'
import type { CommandRun, Surroundings } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

interface UpdateFlags extends CheckFlags {
  readonly acceptTerms?: boolean
  readonly timeout?: string
  readonly retries?: string
  readonly config?: string
}

function updateCommand(): Command {
  const command = new Command('lists update')
    .usage('[names…] [options]')
    .description(
      'Fetches the official lists into the cache, checks each, and only then lets it take the place of the one before.',
    )
    .argument('[names...]', 'lists, such as ofac-sdn, eu, uk, un (default: all that are free for any use)')
  addCheckFlags(command)
    .option('--accept-terms', 'you have read the terms of a source that is not free for every use, and may use it')
    .optionsGroup('How:')
    .option('--timeout <seconds>', `for one file, to its last byte (default: ${LIST_UPDATES.timeoutSeconds})`)
    .option(
      '--retries <n>',
      `new tries after trouble that may pass, later each time (default: ${LIST_UPDATES.retries})`,
    )
    .option('--config <file>', `a config, whose "sources" say where else lists are (default: ${CONFIG})`)
  return addOutputFlags(command, OUTCOME_FORMATS)
}

/** A timer that is set for longer ends at once: 24 days. */
const LONGEST_MS = 2 ** 31 - 1

/** Ends in 0 where every list is the newest there is, else in 2. */
export const runListsUpdate: CommandRun = async (words, around) => {
  const read = await readWords<UpdateFlags>(updateCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const cache = cacheFolder(around.env)
  const demands = readDemands(flags, say)
  const timeout = readCount('--timeout', flags.timeout ?? String(LIST_UPDATES.timeoutSeconds), say)
  const retries = readRetries(flags.retries ?? String(LIST_UPDATES.retries), say)
  const configured = await readSources(flags, around, say)
  const output = readOutputRequest(flags, OUTCOME_FORMATS, [])
  const { readStored } = await import('../cache/store.js')
  const held = new Set((await readStored(cache)).lists.map(({ name }) => name))
  const chosen = chooseSources(knownSources(configured), read.operands, held)
  problems.push(...output.problems, ...chosen.problems)
  if (problems.length > 0) return refuse(problems, flags, around)

  // The one place from which anything of hopscreen reaches the network.
  const { openClient, updateLists } = await import('../cache/update.js')
  const timeoutMs = Math.min((timeout ?? LIST_UPDATES.timeoutSeconds) * 1000, LONGEST_MS)
  const client = openClient(proxiesOf(around.env), Math.min(timeoutMs, LIST_UPDATES.idleSeconds * 1000))
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  const told = await updateLists(cache, chosen.sources, {
    ...demands,
    client,
    clock: { now: around.now, wait },
    acceptTerms: flags.acceptTerms === true,
    retries,
    timeoutMs,
    progress: fetchProgress(progress),
  }).finally(async () => {
    progress.clear()
    await client.close()
  })
  await tellProblems(told.problems, flags, around)
  const unwritten = await deliver((format, look) => renderOutcomes(told, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  return told.complete && unwritten.length === 0 ? 0 : 2
}

function readRetries(text: string, say: (problem: Problem) => void): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  say(usage(`--retries: expected a whole number up to 99, got ${JSON.stringify(text)}`))
  return 0
}

async function readSources(
  flags: UpdateFlags,
  around: Surroundings,
  say: (problem: Problem) => void,
): Promise<Config['sources']> {
  const path = flags.config ?? (existsSync(CONFIG) ? CONFIG : undefined)
  if (path === undefined) return undefined
  const { readConfig } = await import('../config/config.js')
  const { config, problems } = await readConfig(pathOpener(around.stdin)(path))
  problems.forEach(say)
  return config?.sources
}

/** The lower-case names go before: of the upper-case one for open lines a server once made use by a header of that name. */
function proxiesOf(env: Surroundings['env']) {
  const read = (name: string): string => env[name] ?? env[name.toUpperCase()] ?? ''
  return { http: read('http_proxy'), https: read('https_proxy'), none: read('no_proxy') }
}
