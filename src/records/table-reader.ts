import type { FileSettings } from '../model/file-settings.js'
import type { Place, Problem, ProblemSink } from '../model/problem.js'
import type { InputRole } from '../model/report.js'
import type { Source } from '../sources/source.js'
import type { Field, FileShape } from './columns.js'
import type { Layout, LayoutProblem, LayoutRequest } from './layout.js'
import type { Row } from './row.js'
import type { Tally } from './tally.js'

/** How the rows of a kind of file are read. */
export interface TableReader {
  readonly role: InputRole
  readonly shape: FileShape
  /** What the user said of the file. */
  readonly said?: FileSettings
  /** The columns that a header with this layout still needs; the first that is missing refuses the file. */
  readonly needed: (layout: Layout) => readonly Field[]
  /** Takes a row whose structure is sound, and accepts or rejects it in the tally. */
  readonly row: (row: Row, tally: Tally) => void
  readonly rejectedNames: (names: readonly string[], place: Place) => void
  readonly enough?: () => boolean
}

/** A table that is being read: what its rows go into. */
export interface Reading {
  readonly source: Source
  readonly reader: TableReader
  readonly tally: Tally
  readonly problems: ProblemSink
}

/** Rejects rows whose structure is broken, and keeps the names that can be read in them. */
export function createRejecter(file: string, reader: TableReader, tally: Tally, problems: ProblemSink) {
  const names = (found: readonly string[], line: number): void => {
    if (found.length > 0) reader.rejectedNames(found, { file, line })
  }
  return {
    names,
    reject(line: number, why: LayoutProblem, found: readonly string[]): void {
      tally.reject()
      problems({ severity: 'error', ...why, file, line })
      names(found, line)
    },
  }
}

/** What its header is understood by. */
export function layoutRequest({ role, said }: TableReader): LayoutRequest {
  return said === undefined ? { role } : { role, said }
}

/** A mapping that nobody asked for is said, so that a person can object. */
export function mappingTaken({ name, title }: { readonly name: string; readonly title: string }): Problem {
  return {
    severity: 'warning',
    code: 'mapping-taken',
    message: `the header is that of ${title}: it was read by the mapping "${name}"`,
    hint: 'see --dry-run for what each column was taken for; --map or the config say it otherwise',
  }
}
