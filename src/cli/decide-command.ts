import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { readDecisions, type Decisions } from '../decisions/read.js'
import { decisionsText, withDecision } from '../decisions/write.js'
import type { Verdict } from '../decide.js'
import type { Decision } from '../model/decision.js'
import type { Problem } from '../model/problem.js'
import { jsonSafe, visible } from '../report/sanitise.js'
import { checkDecisions } from './decide-check.js'
import { addScreenFlags, collect, type DecideFlags } from './option-flags.js'
import { readDay } from './option-values.js'
import { pathOpener } from './inputs.js'
import { startProgress } from './progress.js'
import { readScreenRequest } from './screen-request.js'
import { readSettings, without } from './settings.js'
import type { CommandRun, ExitCode, Surroundings } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'
import { writeFileWhole, writeOut } from './write.js'
import { writeTrouble } from './write-trouble.js'

/** Where decisions are kept that are given no other place. */
const DECISIONS = 'hopscreen.decisions.json'

function decideCommand(): Command {
  const command = new Command('decide')
    .usage('<finding or party> [entities…] [options], or --check [entities…] [options]')
    .description(
      'Records what an analyst decided on a finding or a match, with the state of what was decided on, in a file that is reviewed like code.',
    )
    .argument('[finding or party]', 'the id of a finding; for a match, also the id or name of its party')
    .argument('[entities...]', 'files of parties, as for screen, so that what is decided on can be found')
    .optionsGroup('The decision:')
    .option('--same', 'the match is the party: it becomes a source')
    .option('--not-same', 'another of that name: the match is taken away before the walk, everywhere')
    .option('--waive', 'set the finding aside until it expires; needs --reason and --expires')
    .option('--entry <[list:]id>', 'which of several matches; "all" for every one; repeatable', collect)
    .option('--reason <text>', 'why')
    .option('--expires <date>', 'the last day on which it counts')
    .option('--by <name>', 'who decided')
    .option('--check', 'decide nothing: 0 where every decision still counts, 1 where one does not')
  return addScreenFlags(command, [])
}

/** Reads the decision itself, and checks that it is one. */
function readVerdict(flags: DecideFlags, asOf: string, problems: Problem[]): Verdict {
  const { same, notSame, waive, reason, by } = flags
  const said = (
    [
      ['same', same],
      ['not-same', notSame],
      ['waive', waive],
    ] as const
  ).filter(([, is]) => is === true)
  const [first, second] = said.map(([word]) => word)
  const expires =
    flags.expires === undefined ? undefined : readDay('--expires', flags.expires, (one) => problems.push(one))
  if (first === undefined) problems.push(usage('nothing is decided', 'say --same, --not-same or --waive'))
  if (second !== undefined) problems.push(usage(`--${first ?? ''} and --${second} can't both be meant`))
  if (reason?.trim() === '') problems.push(usage('--reason: expected a reason, got an empty one'))
  if (by?.trim() === '') problems.push(usage('--by: expected a name, got an empty one'))
  if (waive === true && reason === undefined)
    problems.push(usage('a waiver without a reason is none', 'say why with --reason'))
  if (waive === true && flags.expires === undefined) {
    problems.push(usage('a waiver without an expiry is none', 'say until when with --expires 2025-12-31'))
  }
  if (waive === true && flags.entry !== undefined)
    problems.push(usage('--entry says which match, and a waiver is of a finding'))
  if (expires !== undefined && expires < asOf) problems.push(usage(`--expires ${expires}: that day is over on ${asOf}`))
  return {
    decision: first ?? 'waive',
    entries: flags.entry ?? [],
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined ? {} : { by }),
    ...(expires === undefined ? {} : { expires }),
  }
}

async function readExisting(path: string, around: Surroundings): Promise<Decisions | undefined> {
  return existsSync(path) ? readDecisions(pathOpener(around.stdin)(path)) : undefined
}

/** Ends in 0 where something was recorded, else in 2; `--check` in 1 where a decision no longer counts. */
export const runDecide: CommandRun = async (words, around): Promise<ExitCode> => {
  const read = await readWords<DecideFlags>(decideCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const { decisions, ...flags } = read.options
  const all = await readSettings(flags, pathOpener(around.stdin))
  const path = decisions ?? all.flags.decisions ?? DECISIONS
  const settings = without(all, ['decisions', 'baseline'])
  if (flags.check === true) return checkDecisions(read.operands, path, flags, { around, settings })
  const [wanted, ...entities] = read.operands
  if (wanted === undefined) {
    const hint = 'as in hopscreen decide <finding> vendors.csv -t ledger.csv -l lists/ --waive --reason … --expires …'
    return refuse([usage('nothing to decide on: give the id of a finding, or a party', hint)], flags, around)
  }
  const known = existsSync(path)
  const request = await readScreenRequest(entities, known ? { ...flags, decisions: path } : flags, around, { settings })
  const problems = [...request.problems]
  const verdict = readVerdict(flags, request.options.asOf, problems)
  if (path === '-') problems.push(usage('--decisions: expected a file that can be written, got "-"'))
  if (problems.length > 0) return refuse(problems, flags, around)

  const { decideOn, sayDecision } = await import('../decide.js')
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  const hooks = { progress: progress.report }
  const decided = await decideOn(request.inputs, request.options, wanted, verdict, hooks).finally(progress.clear)
  await tellProblems(decided.problems, flags, around)
  if (decided.made.length === 0) return 2
  const before = (await readExisting(path, around))?.decisions.map(({ decision }) => decision) ?? []
  const failure = await save(path, decided.made.reduce(withDecision, before))
  if (failure !== undefined) return refuse([failure], flags, around)
  const lines = decided.made.map((one) => `${visible(`recorded in ${path}: ${sayDecision(one)}`)}\n`)
  await writeOut(around.stdout, lines)
  return 0
}

async function save(path: string, decisions: readonly Decision[]): Promise<Problem | undefined> {
  try {
    await writeFileWhole(path, [jsonSafe(decisionsText(decisions))])
    return undefined
  } catch (error) {
    return usage(`--decisions ${path}: can't be written: ${writeTrouble(error)}`)
  }
}
