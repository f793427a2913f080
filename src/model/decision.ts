import type { AfterDesignation, Confidence, FindingKind, Match } from './report.js'

/** What a party was when a decision was made on it: another name or number later makes it another case. */
export interface PartyState {
  readonly id: string
  readonly name: string
  /** In code-point order, as are the others. */
  readonly names: readonly string[]
  readonly countries: readonly string[]
  /** `scheme:value`. */
  readonly identifiers: readonly string[]
}

/** What an entry of a list was. */
export interface EntryState {
  readonly list: string
  readonly entryId: string
  readonly name: string
  /** Digest of its names, type, countries, identifiers and dates; programmes and remarks may change without it. */
  readonly version: string
}

interface Made {
  /** A line for who reviews the file; nothing is decided by it. */
  readonly about: string
  readonly reason?: string
  readonly by?: string
  /** The day of the screening on which it was made, `YYYY-MM-DD`. */
  readonly decidedOn: string
}

/** An analyst's word on a match: it is the party, or another of the same name. */
export interface MatchDecision extends Made {
  readonly decision: 'same' | 'not-same'
  readonly party: PartyState
  readonly entry: EntryState
  /** The match as it was: what was the same stays the same, also where the matcher no longer finds it by itself. */
  readonly match: Match
  /** The last day on which it counts. */
  readonly expires?: string
}

/** One finding set aside for a time. */
export interface Waiver extends Made {
  readonly decision: 'waive'
  readonly finding: string
  readonly kind: FindingKind
  readonly party: PartyState
  readonly target: { readonly id: string; readonly name: string }
  /** The entries that the target was held to be. */
  readonly entries: readonly EntryState[]
  readonly hops: number
  readonly confidence: Confidence
  readonly afterDesignation: AfterDesignation
  /** The chain as text, for who reviews it. */
  readonly chain: string
  readonly reason: string
  /** The last day on which it counts. */
  readonly expires: string
}

export type Decision = MatchDecision | Waiver

/** A decision with the line of the file on which it begins. */
export interface PlacedDecision<D extends Decision = Decision> {
  readonly decision: D
  readonly line: number
}
