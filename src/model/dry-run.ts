import type { Problem } from './problem.js'
import type { Input } from './report.js'

/** A field, the columns that it is read from, and what stands in the first rows. */
export interface MappedField {
  readonly field: string
  /** As the file writes them; several are read together. */
  readonly columns: readonly string[]
  readonly samples: readonly string[]
}

/** How a file of records was understood. */
export interface MappedInput extends Input {
  /** As messages name it where that is not the path: the sheet of a workbook. */
  readonly file?: string
  readonly mapping: readonly MappedField[]
  /** Columns that are not known, which nothing is read from. */
  readonly leftAlone: readonly string[]
  /** The kind of link that the names of the columns give. */
  readonly kind?: string
  /** The ready-made mapping that the header was recognised by. */
  readonly recognisedAs?: string
}

/** What a screening would read, and what it would screen. */
export interface DryRun {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'hopscreen'; readonly version: string }
  /** Whether everything that was given can be read. */
  readonly complete: boolean
  readonly asOf: string
  readonly inputs: readonly MappedInput[]
  /** Of lists and the config. */
  readonly others: readonly Input[]
  readonly wouldScreen: {
    readonly records: number
    readonly links: number
    /** Distinct names of records, ends and handlers, and of rejected rows. */
    readonly names: number
    readonly listEntries: number
  }
  readonly problems: readonly Problem[]
}
