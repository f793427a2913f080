import type { Decision } from '../model/decision.js'
import { compareDecisions, decisionKey } from './key.js'

/** The decisions with one more, in the place of an earlier one on the same. */
export function withDecision(decisions: readonly Decision[], made: Decision): readonly Decision[] {
  const key = decisionKey(made)
  return [...decisions.filter((one) => decisionKey(one) !== key), made].toSorted(compareDecisions)
}

/**
 * The file of decisions. The same decisions are the same bytes, in whatever order they were made, so that a review shows
 * what was decided and nothing else.
 */
export function decisionsText(decisions: readonly Decision[]): string {
  return `${JSON.stringify({ schemaVersion: 1, decisions: decisions.toSorted(compareDecisions) }, null, 2)}\n`
}
