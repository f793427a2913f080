import type { Problem } from '../model/problem.js'
import type { FailOn } from '../model/options.js'
import type { Finding, FlowingReport, Match } from '../model/report.js'
import { badRowsAllowed } from './bad-rows.js'
import type { ExitCode } from './surroundings.js'

/** What the exit code is decided by, beside the report. */
export interface ExitPolicy {
  readonly failOn: FailOn
  /** Exposed parties this many hops away or more do not count. */
  readonly failHops?: number
  readonly maxBad: string
  readonly strict: boolean
}

/**
 * Errors each of which is a rejected row, which `--max-bad` may allow. Any other, also one that nobody has thought of
 * here, makes the screening incomplete whatever is allowed.
 */
const ROW_ERRORS: ReadonlySet<string> = new Set([
  'row-short',
  'row-long',
  'row-broken',
  'broken-row',
  'no-name',
  'no-end',
  'unknown-kind',
  'kind-contradiction',
  'spoilt-number',
  'row-two-names',
  'row-fits-two',
  'id-twice',
  'bad-kind',
  'bad-regime',
  'bad-uid',
  'uid-twice',
])

const isRowError = (problem: Problem) => problem.line !== undefined && ROW_ERRORS.has(problem.code)

/** Whether what was read can carry a verdict. */
export function isTrusted(report: Pick<FlowingReport, 'problems' | 'inputs'>, policy: ExitPolicy): boolean {
  const errors = report.problems.filter((problem) => problem.severity === 'error')
  return errors.every(isRowError) && badRowsAllowed(report.inputs, policy.maxBad, policy.strict)
}

/** Handling goods or money is no exposure of the handler's own, and what was wholly before the designation is past. */
function isGrave(finding: Finding): boolean {
  if (finding.kind === 'intermediary') return false
  return finding.kind !== 'routed' || finding.afterDesignation !== 'no'
}

function isNear(finding: Finding, failHops: number | undefined): boolean {
  return finding.kind !== 'exposed' || failHops === undefined || finding.hops < failHops
}

/** Whether a finding is one that `--fail-on` names. */
export function countsAs(finding: Finding, policy: ExitPolicy): boolean {
  if (!isNear(finding, policy.failHops)) return false
  switch (policy.failOn) {
    case 'any':
      return isGrave(finding)
    case 'all':
      return true
    case 'confirmed':
      return isGrave(finding) && finding.confidence === 'confirmed'
    case 'listed':
      return finding.kind === 'listed' || finding.kind === 'owned'
    case 'none':
      return false
  }
}

/** Of a name alone there is nothing but its candidates: each is what `listed` names. */
export function countsAsMatch(match: Match, { failOn }: Pick<ExitPolicy, 'failOn'>): boolean {
  return failOn === 'confirmed' ? match.confidence === 'confirmed' : failOn !== 'none'
}

/** 2 where the report can't be trusted, which wins over 1, something found; else 0. */
export function exitCode(report: FlowingReport, policy: ExitPolicy): ExitCode {
  if (!isTrusted(report, policy)) return 2
  if (policy.failOn === 'none') return 0
  for (const finding of report.findings) {
    if (countsAs(finding, policy)) return 1
    // Listed and owned parties stand first: of a million others none need be looked at.
    if (policy.failOn === 'listed' && finding.hops > 0) return 0
  }
  return 0
}
