import type { Problem } from '../model/problem.js'
import type { OutputFlags } from './option-flags.js'
import type { ExitCode, Surroundings } from './surroundings.js'
import { wantsColor } from './terminal.js'

/** So many of each kind are shown unless all are asked for: the report holds every one. */
const SHOWN_OF_A_KIND = 5

/** Tells problems on standard error; `--quiet` leaves out warnings, never errors. */
export async function tellProblems(
  problems: readonly Problem[],
  flags: OutputFlags,
  around: Surroundings,
): Promise<void> {
  const told = flags.quiet === true ? problems.filter((problem) => problem.severity === 'error') : problems
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
