import type { PartialDate } from './date.js'
import type { Identifier } from './identifier.js'
import type { PartyType } from './record.js'

/** What is held against the lists: one party with all that its records say of it, or one name by itself. */
export interface Subject {
  /** At least one, no doubles, in code-point order. */
  readonly names: readonly string[]
  readonly type: PartyType
  /** ISO 3166 alpha-2 codes, sorted. */
  readonly countries: readonly string[]
  readonly identifiers: readonly Identifier[]
  /** Founding or birth dates. */
  readonly dates: readonly PartialDate[]
}
