import type { Problem } from './problem.js'

/** One file of a version of a list. */
export interface VersionFile {
  readonly name: string
  readonly bytes: number
  /** In hex, of the file as it is kept, which is never packed. */
  readonly sha256: string
  /** Of one that was fetched: from where, redirects followed, and what the server said of it. */
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Who says of which day a version is: its own file, the user, or the server's `Last-Modified` or `Date`. */
export type DayFrom = 'file' | 'user' | 'server' | 'clock'

/** A list as it was on a day, as the cache keeps it. */
export interface Version {
  /** The list's place in the cache, such as `ofac-sdn`. */
  readonly name: string
  /** As matches name it, such as `OFAC SDN`. */
  readonly list: string
  /** `YYYY-MM-DD`; absent where nobody knows. */
  readonly day?: string
  readonly dayFrom?: DayFrom
  /** Of its one file, else of the names and hashes of its files. */
  readonly hash: string
  readonly format: string
  /** How its files are written, where the user said it since they can't be told apart. */
  readonly encoding?: string
  readonly entries: number
  /** The main file first. */
  readonly files: readonly VersionFile[]
  /** When it was taken, as the clock of that machine said. */
  readonly takenAt: string
  readonly takenBy: 'fetch' | 'import'
  /** A later one of the same day goes before: clocks may go back, this number does not. */
  readonly order: number
  /** The version of the tool that checked it. */
  readonly tool: string
}

/** What became of one list of `lists update` or `lists import`. */
export interface ListOutcome {
  readonly name: string
  readonly outcome: 'new' | 'unchanged' | 'failed'
  /** What is there now: the new one, or the one that stays; absent where there is none. */
  readonly version?: Version
  /** The one before a new one. */
  readonly before?: Version
  /** Whether it is the newest by its day; an older one serves `--as-of`. */
  readonly isNewest?: boolean
}

export interface ListOutcomes {
  readonly cache: string
  readonly lists: readonly ListOutcome[]
  readonly complete: boolean
  readonly problems: readonly Problem[]
}

/** One version, after its hashes were made anew. */
export interface VersionState extends Version {
  readonly state: 'intact' | 'changed'
  /** What was changed, in words. */
  readonly trouble?: string
  /** Whether screenings of today use it. */
  readonly isNewest: boolean
}

export interface ListStatus {
  readonly name: string
  readonly title?: string
  /** Newest first. */
  readonly versions: readonly VersionState[]
  /** In days, of the newest. */
  readonly age?: number
  /** When its publisher last said that the newest is the newest. */
  readonly checkedAt?: string
}

export interface CacheStatus {
  readonly cache: string
  readonly asOf: string
  readonly lists: readonly ListStatus[]
  readonly complete: boolean
  readonly problems: readonly Problem[]
}

/** What `lists prune` took away, or would. */
export interface Pruned {
  readonly cache: string
  readonly dryRun: boolean
  readonly removed: readonly Version[]
  readonly kept: readonly { readonly name: string; readonly versions: number }[]
  /** Days of decisions that were looked at. */
  readonly decisionDays: readonly string[]
}
