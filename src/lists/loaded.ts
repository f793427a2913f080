import type { PartialDate } from '../model/date.js'
import type { ListEntry } from '../model/entry.js'
import type { Input } from '../model/report.js'
import type { Source } from '../sources/source.js'

/** One list file, as the user named it or as it was found in a folder. */
export interface ListFile {
  readonly path: string
  /** `YYYY-MM-DD`: the day that the user says the file is of. */
  readonly day?: string
  readonly source: Source
  /** Where it is known: for each path, companions too, the hash that its bytes must have. */
  readonly hashes?: ReadonlyMap<string, string>
}

/** A list as it was read. */
export interface LoadedList {
  readonly name: string
  /** The list's own day: in the file, or said by the user. */
  readonly day?: PartialDate
  readonly entries: readonly ListEntry[]
  /** The named file first, then its companions, which have no `entries`. */
  readonly inputs: readonly Input[]
  /** Whether every file of it could be read to its end. Rejected rows stand in the inputs. */
  readonly complete: boolean
}
