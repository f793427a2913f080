import type { ListEntry } from '../model/entry.js'

/** List entries by their number; an array of them is one. A table read back from bytes makes each when it is asked for. */
export interface EntryTable {
  readonly length: number
  /** The entry of a number from 0 up. */
  readonly at: (number: number) => ListEntry | undefined
}
