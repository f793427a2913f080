import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { diskTrouble } from '../cache/disk-trouble.js'
import { pruneCache } from '../cache/prune.js'
import { findVersions } from '../cache/refs.js'
import { readStored } from '../cache/store.js'
import { dayAt, formatDay, parseDay } from '../model/date.js'
import type { Pruned, Version } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { LIST_UPDATES } from '../model/thresholds.js'
import { PRUNE_FORMATS, renderPruned } from '../report/list-pruned.js'
import { cacheFolder } from './cache-folder.js'
import { deliver } from './deliver.js'
import { pathOpener } from './inputs.js'
import { addOutputFlags, collect, type OutputFlags } from './option-flags.js'
import { readDays } from './option-values.js'
import { readOutputRequest } from './output-request.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { readWords } from './words.js'

interface PruneFlags extends OutputFlags {
  readonly keepDays?: string
  readonly decisions?: readonly string[]
  readonly dryRun?: boolean
}

const DECISIONS = 'hopscreen.decisions.json'

function pruneCommand(): Command {
  const command = new Command('lists prune')
    .usage('[versions…] [options]')
    .description(
      'Takes old versions out of the cache. The newest of each list stays, and every version that was the newest on a day within --keep-days or on the day of a decision.',
    )
    .argument('[versions...]', 'these alone, whatever rests on them: a hash, or list@day')
    .option('--keep-days <days>', `how far back (default: ${LIST_UPDATES.keepDays}, ten years: 31 CFR 501.601)`)
    .option(
      '--decisions <file>',
      `decisions whose days are kept; repeatable (default: ${DECISIONS}, where it is)`,
      collect,
    )
    .option('--dry-run', 'take nothing away, and say what would be')
  return addOutputFlags(command, PRUNE_FORMATS)
}

/** Ends in 0, or in 2 where something could not be read or taken away. */
export const runListsPrune: CommandRun = async (words, around) => {
  const read = await readWords<PruneFlags>(pruneCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const cache = cacheFolder(around.env)
  const named = new Set<Version>()
  for (const text of read.operands) for (const version of await exactly(cache, text, say)) named.add(version)
  // Which version is the newest can't be told where one can't be read.
  if (read.operands.length === 0) problems.push(...(await readStored(cache)).problems)
  const keepDays = readDays('--keep-days', flags.keepDays ?? String(LIST_UPDATES.keepDays), say)
  const files = flags.decisions ?? (existsSync(DECISIONS) ? [DECISIONS] : [])
  const days = await decisionDays(files.map(pathOpener(around.stdin)), say)
  const output = readOutputRequest(flags, PRUNE_FORMATS, files)
  problems.push(...output.problems)
  if (problems.length > 0) return refuse(problems, flags, around)

  const today = dayAt(around.now())
  let told: Pruned
  try {
    const pruned = await pruneCache(cache, {
      named,
      ...(read.operands.length > 0 || keepDays === undefined ? {} : { keepFrom: today - keepDays }),
      decisionDays: days,
      dryRun: flags.dryRun === true,
      now: around.now(),
    })
    told = { ...pruned, decisionDays: days.map(formatDay) }
  } catch (error) {
    return refuse([diskTrouble('of the cache', error)], flags, around)
  }
  const unwritten = await deliver((format, look) => renderPruned(told, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  return unwritten.length === 0 ? 0 : 2
}

/** What is to be taken away must be named so that nothing else can be meant. */
async function exactly(cache: string, text: string, say: (problem: Problem) => void): Promise<readonly Version[]> {
  const { versions, problems } = await findVersions(cache, text)
  const day = /@(\d{4}-\d\d-\d\d)$/.exec(text)?.[1]
  const isExact =
    versions.length === 1 && (day === undefined || versions[0]?.day === day) && /@|^[0-9a-f]{6,}$/.test(text)
  problems.forEach(say)
  if (isExact || problems.some(({ severity }) => severity === 'error')) return versions
  const message = `expected one version, got ${JSON.stringify(text)}`
  say({
    severity: 'error',
    code: 'usage',
    message,
    hint: 'write it as list@day, list@hash or by its hash: see hopscreen lists status --all',
  })
  return []
}

type Sources = readonly ReturnType<ReturnType<typeof pathOpener>>[]

async function decisionDays(files: Sources, say: (problem: Problem) => void): Promise<readonly number[]> {
  if (files.length === 0) return []
  const { readDecisions } = await import('../decisions/read.js')
  const days = new Set<number>()
  for (const file of files) {
    const { decisions, problems } = await readDecisions(file)
    problems.forEach(say)
    for (const { decision } of decisions) days.add(parseDay(decision.decidedOn) ?? 0)
  }
  return [...days].sort((a, b) => a - b)
}
