import type { Decision } from '../model/decision.js'
import { compareCodePoints } from '../model/order.js'

/** What a decision is on: two on the same contradict each other, or one is too many. */
export function decisionKey(decision: Decision): string {
  return decision.decision === 'waive'
    ? JSON.stringify(['finding', decision.finding])
    : JSON.stringify(['match', decision.party.id, decision.entry.list, decision.entry.entryId])
}

/**
 * By party, so that what is decided on one stands together and two people who decide on different ones change different
 * places of the file; then by what it is on.
 */
export function compareDecisions(a: Decision, b: Decision): number {
  return compareCodePoints(a.party.id, b.party.id) || compareCodePoints(decisionKey(a), decisionKey(b))
}
