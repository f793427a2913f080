import type { Since } from './baseline.js'
import type { ComparedWord } from './compared-word.js'
import type { ListKind, NameStrength, OwnershipRegime, Regime } from './entry.js'
import type { LinkKind } from './record.js'
import type { NameSettings } from './name-settings.js'
import type { Outlines } from './outline.js'
import type { Problem } from './problem.js'
import type { SwappedMarker } from './thresholds.js'

/** A step of a `routed` finding leads to the handler of a link, which no walk ever takes. */
export type StepKind = Exclude<LinkKind, 'same-as'> | 'via'

export type InputRole =
  | 'entities'
  | 'transactions'
  | 'relations'
  | 'list'
  | 'only'
  | 'decisions'
  | 'baseline'
  | 'config'

/** One file as it was read: `rows = accepted + rejected`, and degraded rows are accepted ones. */
export interface Input {
  readonly role: InputRole
  readonly path: string
  /** What was recognised, such as `csv`, `csv.gz`, `jsonl`, `ofac-sdn-csv`. */
  readonly format: string
  /** Of the bytes as they are stored, in hex. */
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly degraded: number
  readonly list?: string
  /** The list's own day, `YYYY-MM-DD`. */
  readonly publishedOn?: string
  /** Designations read, before options leave any out. */
  readonly entries?: number
}

export interface Signal {
  readonly code: string
  readonly state: 'raised' | 'not-evaluated'
  readonly party?: string
  readonly link?: string
  readonly message: string
}

export interface Hub {
  readonly party: string
  readonly counterparties: number
  readonly notFollowed: number
}

export const STOP_REASONS = ['public-body', 'self', 'no-one', 'officer', 'min-stake'] as const

/** A party at which a walk stopped for another reason than its many counterparties, though it had levels to go. */
export interface WalkStop {
  readonly party: string
  readonly reason: (typeof STOP_REASONS)[number]
  /** Distinct parties next beyond it that are not flagged. */
  readonly notFollowed: number
}

export const FINDING_KINDS = ['listed', 'owned', 'exposed', 'intermediary', 'routed'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export type Confidence = 'confirmed' | 'possible'
export type AfterDesignation = 'yes' | 'no' | 'undecided'

/** An entry of another list that is the same party as a matched one. */
export interface SameEntry {
  readonly list: string
  readonly entryId: string
  /** By what: a number or key that both lists have, or an equal name with nothing against it. */
  readonly basis: 'identifier' | 'name'
  readonly confidence: Confidence
}

/** `open` where what is known leaves it so. */
export type HitAnswer = 'yes' | 'no' | 'open'

/** One of the questions by which OFAC tells a true hit from a false one (FAQ 5), as far as record and list answer it. */
export interface HitQuestion {
  readonly number: 1 | 2 | 3 | 4 | 5
  readonly question: string
  readonly answer: HitAnswer
  /** A clause without a full stop. */
  readonly says: string
  /** What neither side, or one of them, does not say: `country in the record`. */
  readonly missing: readonly string[]
}

export interface Match {
  readonly list: string
  readonly regime: Regime
  readonly listKind: ListKind
  readonly entryId: string
  /** The entry's primary name. */
  readonly entryName: string
  readonly programs: readonly string[]
  readonly listedOn?: string
  readonly url?: string
  /** 0 to 1; an equal identifier or a name equal after folding is 1. */
  readonly score: number
  /** Held to be the entry, or only near it. */
  readonly confidence: Confidence
  /** What the record alone would make of it, where `sameAs` makes more: `none` of a match that only the other list tells of. */
  readonly alone?: 'none' | 'possible'
  /** Matched entries of other lists that are the same party; the match stands as the surest of them. */
  readonly sameAs?: readonly SameEntry[]
  readonly basis: 'identifier' | 'name'
  /** The record's name, or its `scheme:value`, that matched. */
  readonly recordName: string
  /** The entry's name, or its `scheme:value`, that it matched. */
  readonly matchedName: string
  readonly nameStrength: NameStrength
  /** Sentences that an analyst can put before a regulator: what agreed, what spoke against, what was missing. */
  readonly explanation: string
  /** The words of the two names, where they matched by name. */
  readonly tokens?: readonly ComparedWord[]
  /** All five, in their order; absent of a match that a decision alone stands for. */
  readonly questions?: readonly HitQuestion[]
}

/** Of partial dates the least and the most that it may be; negative before the designation. */
export interface DaysFromDesignation {
  readonly least?: number
  readonly most?: number
}

export interface Evidence {
  readonly kind: string
  readonly id?: string
  readonly date?: string
  readonly amount?: string
  readonly currency?: string
  readonly goods?: string
  readonly percent?: string
  /** Of goods and payments in a chain: from the day of the target's designation to that of the link. */
  readonly daysFromDesignation?: DaysFromDesignation
  readonly file: string
  readonly line: number
}

export interface Step {
  /** Party id, nearer the flagged party. */
  readonly from: string
  /** Party id, nearer the target. */
  readonly to: string
  /** The names of the two, so that a finding can be read without the rest of the report. */
  readonly fromName: string
  readonly toName: string
  /** Whether the link itself runs from `from` to `to`. */
  readonly along: boolean
  readonly kind: StepKind
  readonly evidence: readonly Evidence[]
}

export interface PartyRecord {
  readonly id?: string
  readonly name: string
  readonly file: string
  readonly line: number
}

export interface ReportedParty {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly records: readonly PartyRecord[]
}

export interface Stake {
  readonly owner: string
  readonly percent?: string
  readonly basis: string
  readonly evidence: readonly Evidence[]
}

export interface Finding {
  /** The same in every run for the same verdict on the same party and target. */
  readonly id: string
  readonly kind: FindingKind
  readonly party: ReportedParty
  /** 0 for listed and owned; an intermediary has that of the nearer end of its link. */
  readonly hops: number
  /** Of `exposed`: which walk found it; absent where every step is corporate. */
  readonly side?: 'supplier' | 'customer'
  readonly confidence: Confidence
  readonly target: {
    readonly party: { readonly id: string; readonly name: string }
    readonly matches: readonly Match[]
  }
  readonly regimes?: readonly Regime[]
  readonly stakes?: readonly Stake[]
  readonly wouldExpose?: number
  /** From the party to the target, as long as `hops`; that of an intermediary starts at the nearer end of its link. */
  readonly chain: readonly Step[]
  /** Of an intermediary: the links that it handled. */
  readonly handled?: readonly Evidence[]
  readonly afterDesignation: AfterDesignation
  /** One sentence that a person can act on. Names no file or line. */
  readonly reason: string
}

export interface ReportOptions {
  readonly hops: number
  readonly direction: 'suppliers' | 'customers' | 'both'
  readonly chronological: boolean
  readonly minScore: number
  readonly confirmScore: number
  readonly swappedMarker?: SwappedMarker
  readonly names?: NameSettings
  readonly spread: Confidence
  readonly kinds: readonly LinkKind[]
  readonly minStake: string
  readonly exactNames: boolean
  readonly ownership?: readonly OwnershipRegime[]
  readonly since?: string
  readonly until?: string
  readonly self?: string
  readonly hubLimit?: number
  readonly failOn: string
  readonly failHops?: number
  readonly maxBad: string
  readonly strict: boolean
  /** What of the lists counted; all where it is absent. */
  readonly onlyLists?: readonly string[]
  readonly onlyPrograms?: readonly string[]
  /** In days. */
  readonly maxListAge?: number
}

export interface Summary {
  readonly parties: number
  readonly implicitParties: number
  readonly mergedRecords: number
  readonly links: number
  readonly steps: number
  readonly listEntries: number
  readonly namesScreened: number
  readonly findings: Readonly<Record<FindingKind, number>>
  readonly byHops: Readonly<Record<string, number>>
  readonly waived: number
  readonly notFollowed: number
}

export interface WaivedFinding extends Finding {
  readonly decision: { readonly reason: string; readonly by?: string; readonly expires: string }
}

/** An analyst's word on a match that counted in this screening. */
export interface DecidedMatch {
  readonly decision: 'same' | 'not-same'
  readonly party: { readonly id: string; readonly name: string }
  readonly list: string
  readonly entryId: string
  readonly entryName: string
  readonly reason?: string
  readonly by?: string
  readonly expires?: string
}

export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'hopscreen'; readonly version: string }
  readonly complete: boolean
  readonly asOf: string
  readonly options: ReportOptions
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
  readonly signals: readonly Signal[]
  readonly hubs: readonly Hub[]
  readonly stops: readonly WalkStop[]
  readonly summary: Summary
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
  /** Matches that a decision took away or confirmed; absent where no decisions were given. */
  readonly decided?: readonly DecidedMatch[]
  /** What became of an earlier report; then `findings` are what is new or worse, and `standing` here is the rest. */
  readonly baseline?: Since
}

/** Findings in the order of the report, of which each is made when it is asked for; an array is such as well. */
export interface Findings extends Iterable<Finding> {
  readonly length: number
  at(index: number): Finding | undefined
  /** The same told in less time, as far as they can be. */
  readonly outlines?: Outlines
}

/** A report whose findings need not all be there at once: what writers take. Every `Report` is one. */
export interface FlowingReport extends Omit<Report, 'findings'> {
  readonly findings: Findings
}
