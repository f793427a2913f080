import type { AfterDesignation, Confidence, Finding, FindingKind } from './report.js'

export const CHANGES = ['new', 'worse', 'better', 'gone'] as const
export type ChangeKind = (typeof CHANGES)[number]

/** How a finding stood in a report. */
export interface Stand {
  readonly hops: number
  readonly confidence: Confidence
  readonly afterDesignation: AfterDesignation
}

/** What became of one verdict on one party between two reports. */
export interface Change {
  readonly change: ChangeKind
  /** The finding's id; of what is gone, that which it had. */
  readonly id: string
  readonly kind: FindingKind
  readonly party: { readonly id: string; readonly name: string }
  readonly target: { readonly id: string; readonly name: string }
  readonly was?: Stand
  readonly now?: Stand
  /** What the two reports show of the cause, each a clause; never empty. */
  readonly why: readonly string[]
}

/** A report held against an earlier one. `F` is a finding as the later of the two holds it. */
export interface Since<F = Finding> {
  /** Of the earlier report. */
  readonly asOf: string
  readonly version: string
  readonly complete: boolean
  /** In the order new, worse, better, gone, then as findings are sorted. */
  readonly changes: readonly Change[]
  /** Findings that are neither new nor worse, and so are not among those of the report. */
  readonly standing: readonly F[]
}
