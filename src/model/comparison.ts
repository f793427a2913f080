import type { ComparedWord } from './compared-word.js'
import type { PartyType } from './record.js'

/** Two names held against each other. */
export interface ComparedPair {
  readonly name1: string
  readonly name2: string
  readonly type?: PartyType
  /** 0 to 1. */
  readonly score: number
  readonly verdict: 'none' | 'possible' | 'confirmed'
  /** Of a pair that could not be read: why. */
  readonly explanation: string
  /** The words of the reading that decided; absent of a pair that could not be read. */
  readonly tokens?: readonly ComparedWord[]
}

/** How often a verdict was right; a share is `null` where it would be one of nothing. */
export interface Scores {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly trueNegatives: number
}

export interface ThresholdScores extends Scores {
  readonly threshold: number
}

/** Verdicts against what the user says is true. */
export interface Evaluation extends ThresholdScores {
  readonly byType: Readonly<Record<string, Scores>>
  /** At every other threshold, rising. */
  readonly byThreshold?: readonly ThresholdScores[]
  readonly best: { readonly threshold: number; readonly f1: number | null }
}

export interface Comparison {
  /** In the order of the file; any iterable, so that a long file need not be held. */
  readonly pairs: Iterable<ComparedPair>
  readonly evaluation?: Evaluation
}
