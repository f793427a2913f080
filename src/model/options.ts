import type { Confidence } from './report.js'
import type { OwnershipRegime } from './entry.js'
import type { LinkKind } from './record.js'
import type { NameSettings } from './name-settings.js'
import type { SwappedMarker } from './thresholds.js'

export const FAIL_ON = ['any', 'all', 'confirmed', 'listed', 'none'] as const
/** What makes the exit code 1. */
export type FailOn = (typeof FAIL_ON)[number]

export type Direction = 'suppliers' | 'customers' | 'both'

/** How a screening is done. Every field has a value: defaults are filled in where the options are read. */
export interface ScreenOptions {
  /** Flag parties fewer than this many hops away; a whole number from 1. */
  readonly hops: number
  readonly direction: Direction
  /** Links that are walked. */
  readonly kinds: readonly LinkKind[]
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  /** Whether the user gave the day: only then must the lists be able to serve it. */
  readonly asOfGiven: boolean
  readonly minScore: number
  readonly confirmScore: number
  /** What a swapped series marker or place is; a contradiction where nothing is said. */
  readonly swappedMarker?: SwappedMarker
  /** The user's own weights and words, where the config has them. */
  readonly names?: NameSettings
  readonly spread: Confidence
  readonly exactNames: boolean
  /** Percent as exact decimal text: a stake known to be smaller is no step. */
  readonly minStake: string
  /** Whose rules of ownership are asked; where absent those of every regime of which a list is used. */
  readonly ownership?: readonly OwnershipRegime[]
  /** Links of that time: from the first day of the one date up to the last day of the other; partial dates as PartialDate has them. */
  readonly since?: string
  readonly until?: string
  /** Only chains whose legs can have happened in that order. */
  readonly chronological: boolean
  readonly hubLimit?: number
  /** Id or name of the user's own company. */
  readonly self?: string
  readonly failOn: FailOn
  /** Of exposed parties, only those fewer than this many hops away make the exit code 1. */
  readonly failHops?: number
  /** `n` or `n%` of rejected rows that still leave the screening acceptable. */
  readonly maxBad: string
  readonly strict: boolean
  /** Names of the lists whose entries count; all where it is not given. */
  readonly onlyLists?: readonly string[]
  /** Programmes whose entries count; all where it is not given. */
  readonly onlyPrograms?: readonly string[]
  /** In days: an older list, or one of an unknown day, makes the screening incomplete. */
  readonly maxListAge?: number
}
