import type { PlacedDecision } from '../model/decision.js'
import type { Problem } from '../model/problem.js'
import { readDecisions } from '../decisions/read.js'
import { decisionsText } from '../decisions/write.js'
import { expired, isExpired } from '../decisions/trouble.js'
import { dayAt, formatDay } from '../model/date.js'
import { jsonSafe } from '../report/sanitise.js'
import { counted } from '../report/wording.js'
import { pathOpener } from './inputs.js'
import type { DecideFlags } from './option-flags.js'
import { startProgress } from './progress.js'
import { readScreenRequest } from './screen-request.js'
import type { Settings } from './settings.js'
import type { ExitCode, Surroundings } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { writeOut } from './write.js'

/** Codes of what makes a decision count no more. */
const IDLE: ReadonlySet<string> = new Set(['decision-expired', 'decision-lapsed', 'decision-unused'])

function expiredOnes(decisions: readonly PlacedDecision[], file: string, asOf: string): readonly Problem[] {
  return decisions.flatMap((placed) => {
    return isExpired(placed.decision.expires, asOf) ? [expired(placed, file)] : []
  })
}

/** What is no error and still makes a review harder: the next decision would change lines that nobody meant to. */
function unsorted(text: string, decisions: readonly PlacedDecision[], file: string): readonly Problem[] {
  const written = jsonSafe(decisionsText(decisions.map(({ decision }) => decision)))
  if (text === written) return []
  const message = 'is not as hopscreen decide writes it, which the next decision will change'
  return [{ severity: 'warning', code: 'decisions-form', message, file }]
}

/**
 * Checks the file by itself and, where records and lists are given, each decision against what it is on. 0 where all of
 * them count, 1 where one no longer does, 2 where the file or the records can't be read.
 */
export async function checkDecisions(
  entities: readonly string[],
  path: string,
  flags: DecideFlags,
  { around, settings }: { readonly around: Surroundings; readonly settings: Settings },
): Promise<ExitCode> {
  if (settings.problems.length > 0) return refuse(settings.problems, flags, around)
  const { decisions, problems, text } = await readDecisions(pathOpener(around.stdin)(path))
  if (problems.length > 0) return refuse(problems, flags, around)
  const isAlone = entities.length === 0 && flags.transactions === undefined && flags.relations === undefined
  const asOf = flags.asOf ?? formatDay(dayAt(around.now()))
  let idle = expiredOnes(decisions, path, asOf)
  if (!isAlone) {
    const request = await readScreenRequest(entities, { ...flags, decisions: path }, around, { settings })
    if (request.problems.length > 0) return refuse(request.problems, flags, around)
    const { investigate } = await import('../investigate.js')
    const progress = startProgress(around.stderr, flags.quiet === true, around.now)
    const hooks = { progress: progress.report }
    const found = await investigate(request.inputs, request.options, hooks).finally(progress.clear)
    const errors = found.problems.filter((problem) => problem.severity === 'error')
    if (errors.length > 0) return refuse(errors, flags, around)
    idle = found.problems.filter((problem) => IDLE.has(problem.code))
  }
  await tellProblems([...unsorted(text, decisions, path), ...idle], flags, around)
  const said = isAlone ? 'none has expired' : 'all of them count'
  const verdict = idle.length === 0 ? said : `${counted(idle.length, 'of them counts', 'of them count')} no longer`
  await writeOut(around.stdout, [`${counted(decisions.length, 'decision')}: ${verdict}\n`])
  return idle.length === 0 ? 0 : 1
}
