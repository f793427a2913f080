import type { Problem } from './problem.js'
import type { Match } from './report.js'

/** A list as one side of a comparison. */
export interface ListSide {
  /** The file as it was given, or its place in the cache. */
  readonly path: string
  readonly day?: string
  readonly sha256: string
  readonly entries: number
}

export interface EntryRef {
  readonly entryId: string
  readonly name: string
  readonly type: string
  readonly programs: readonly string[]
  readonly listedOn?: string
}

/** What of one field of an entry is no longer there, and what is new; of a field with one value the old and the new one. */
export interface FieldChange {
  readonly field: string
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

export interface ChangedEntry extends EntryRef {
  readonly changes: readonly FieldChange[]
}

/** One list on both sides; where it is on one side alone, all of it came or went. */
export interface ListChanges {
  readonly list: string
  readonly old: readonly ListSide[]
  readonly new: readonly ListSide[]
  /** In code-point order of their keys, as are the others. */
  readonly added: readonly EntryRef[]
  readonly removed: readonly EntryRef[]
  readonly changed: readonly ChangedEntry[]
}

/** A party of the user's that an entry which came, went or changed is held to be. */
export interface Concern {
  readonly party: { readonly id: string; readonly name: string; readonly country?: string }
  readonly change: 'added' | 'removed' | 'changed'
  /** With the entry as it now is, or as it was where it went. */
  readonly match: Match
  /** A changed entry that is matched on one side alone: the change brought the match, or took it away. */
  readonly onlyIn?: 'old' | 'new'
}

export interface ListsDiff {
  readonly old: string
  readonly new: string
  readonly complete: boolean
  readonly lists: readonly ListChanges[]
  /** Absent where no parties were given. */
  readonly concerns?: readonly Concern[]
  readonly problems: readonly Problem[]
}
