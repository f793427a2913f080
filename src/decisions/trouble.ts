import type { Decision, PlacedDecision } from '../model/decision.js'
import type { Problem } from '../model/problem.js'

/** What to do about a decision that no longer counts. */
export const DECIDE_AGAIN = 'look again, and decide again with hopscreen decide'

/** Days are compared as text, which their form allows. The last day still counts. */
export function isExpired(expires: string | undefined, asOf: string): boolean {
  return expires !== undefined && expires < asOf
}

/** A decision in a message: what it is on, by its name in the report. */
export function about(decision: Decision): string {
  return decision.decision === 'waive'
    ? `waiver of ${decision.finding} (${decision.party.name}, target ${decision.target.name})`
    : `${decision.decision}: ${decision.party.name} and ${decision.entry.name}, entry ${decision.entry.entryId} of ${decision.entry.list}`
}

/** A decision that does not count any more is a warning: what it set aside is back, and makes the exit code what it is. */
export function trouble({ line }: PlacedDecision, file: string, code: string, message: string, hint?: string): Problem {
  return { severity: 'warning', code, message, ...(hint === undefined ? {} : { hint }), file, line }
}

/** A decision whose last day is over. */
export function expired(placed: PlacedDecision, file: string): Problem {
  const { decision } = placed
  const message = `expired on ${decision.expires ?? ''} and no longer counts: ${about(decision)}`
  return trouble(placed, file, 'decision-expired', message, DECIDE_AGAIN)
}
