import type { Problem } from '../model/problem.js'
import type { OutputFlags } from './option-flags.js'
import type { ExitCode, Surroundings } from './surroundings.js'
import { wantsColor } from './terminal.js'

/** So many of each kind are shown unless all are asked for: the report holds every one. */
const SHOWN_OF_A_KIND = 5

/** With `--strict` a degraded row decides the exit code as an error does, so that its place is told like one. */
export interface TellFlags extends OutputFlags {
  readonly strict?: boolean
}

const isGrave = (problem: Problem, { strict }: TellFlags) =>
  problem.severity === 'error' || (strict === true && problem.line !== undefined)

/** Tells problems on standard error; `--quiet` leaves out warnings, never what makes the exit code 2. */
export async function tellProblems(
  problems: readonly Problem[],
  flags: TellFlags,
  around: Surroundings,
): Promise<void> {
  const told = flags.quiet === true ? problems.filter((problem) => isGrave(problem, flags)) : problems
  if (told.length === 0) return
  // Most runs have nothing to tell, and need not load what would colour it.
  const { formatProblems } = await import('../report/messages.js')
  const color = wantsColor(flags.color, around.env, around.stderr)
  const limit = flags.verbose === true ? Number.POSITIVE_INFINITY : SHOWN_OF_A_KIND
  around.stderr.write(formatProblems(told, { color, limit }))
}

/** Tells why a command line is not run. */
export async function refuse(
  problems: readonly Problem[],
  flags: OutputFlags,
  around: Surroundings,
): Promise<ExitCode> {
  await tellProblems(problems, flags, around)
  return 2
}
