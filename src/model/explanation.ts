import type { PartyType } from './record.js'
import type { Problem } from './problem.js'
import type { Finding, Input, Match, ReportOptions, Signal, Step, WaivedFinding } from './report.js'

/** A record of the party and what brought it there. */
export interface ExplainedRecord {
  readonly id?: string
  readonly name: string
  readonly country?: string
  readonly file: string
  readonly line: number
  /** One sentence: why it is this party's, such as `equal after folding to "Diaproektor OJSC"`. */
  readonly why: string
}

/** An entry that was looked at and not held to be the party. */
export interface NearMiss extends Omit<Match, 'confidence'> {
  /** One sentence: what kept it from a match, such as `score under 0.80`. */
  readonly whyNot: string
}

/** Another listed party that the walk would have come to. */
export interface FurtherTarget {
  readonly party: { readonly id: string; readonly name: string }
  readonly matches: readonly Match[]
  readonly hops: number
  readonly side?: 'supplier' | 'customer'
  /** Whether it is near enough to flag the party by itself. */
  readonly within: boolean
  readonly chain: readonly Step[]
}

/** A party whose name is near, and which was not brought together with this one. */
export interface NearName {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly score: number
  /** One sentence: what is alike and what spoke against. */
  readonly why: string
  /** A row for a relations file that would bring the two together. */
  readonly suggestion: string
}

export interface VerdictChange {
  /** `If the supply T6 were left out …`: a clause without a full stop. */
  readonly change: string
  /** `Diaproektor is no longer flagged`. */
  readonly becomes: string
}

/** One party's whole story. */
export interface Explanation {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'hopscreen'; readonly version: string }
  readonly complete: boolean
  readonly asOf: string
  readonly party: {
    readonly id: string
    readonly name: string
    readonly country?: string
    readonly type: PartyType
    /** Known from links alone. */
    readonly implicit: boolean
  }
  /** One sentence. */
  readonly verdict: string
  readonly records: readonly ExplainedRecord[]
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  /** All on this party, or the one that was asked for. */
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
  readonly furtherTargets: readonly FurtherTarget[]
  readonly nearNames: readonly NearName[]
  readonly verdictChanges: readonly VerdictChange[]
  readonly signals: readonly Signal[]
  readonly options: ReportOptions
  readonly lists: readonly Input[]
  /** That touch the party: its records, its links. */
  readonly problems: readonly Problem[]
}
