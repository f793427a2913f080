import type { Problem } from '../model/problem.js'
import { formatProblems } from '../report/messages.js'
import type { OutputFlags } from './option-flags.js'
import type { ExitCode, Surroundings } from './surroundings.js'
import { wantsColor } from './terminal.js'

/** So many of each kind are shown unless all are asked for: the report holds every one. */
const SHOWN_OF_A_KIND = 5

/** Tells problems on standard error; `--quiet` leaves out warnings, never errors. */
export function tellProblems(problems: readonly Problem[], flags: OutputFlags, around: Surroundings): void {
  const told = flags.quiet === true ? problems.filter((problem) => problem.severity === 'error') : problems
  const color = wantsColor(flags.color, around.env, around.stderr)
  const limit = flags.verbose === true ? Number.POSITIVE_INFINITY : SHOWN_OF_A_KIND
  const text = formatProblems(told, { color, limit })
  if (text !== '') around.stderr.write(text)
}

/** Tells why a command line is not run. */
export function refuse(problems: readonly Problem[], flags: OutputFlags, around: Surroundings): ExitCode {
  tellProblems(problems, flags, around)
  return 2
}
