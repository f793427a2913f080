import type { Owned } from './owned.js'
import type { Confidence, FindingKind, StepKind } from '../model/report.js'

/** A step as integers: what its links say is read back only when all drafts stand. */
export interface DraftStep {
  readonly from: number
  readonly to: number
  readonly along: boolean
  readonly kind: StepKind
  readonly links: readonly number[]
  /** Of a chain in order of time: goods went, or were paid for, and no link says when. */
  readonly undated?: boolean
}

/** A verdict as integers. */
export interface Draft {
  readonly kind: FindingKind
  readonly party: number
  readonly hops: number
  readonly side?: 'supplier' | 'customer'
  readonly confidence: Confidence
  readonly target: number
  readonly chain: readonly DraftStep[]
  readonly wouldExpose?: number
  /** Of an owned party. */
  readonly owned?: Owned
  /** Of an intermediary. */
  readonly handled?: readonly number[]
}
