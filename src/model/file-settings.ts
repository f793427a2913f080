/** What the user said of a file of records, by the config or the command line. What is not said is told from the content. */
export interface FileSettings {
  /** A name that `TextDecoder` or the code pages know, such as `windows-1251`. */
  readonly encoding?: string
  /** One character. */
  readonly delimiter?: string
  /** The sheet of a workbook, by name. */
  readonly sheet?: string
  /** The name of a ready-made mapping. */
  readonly mapping?: string
  /** Columns by field, each as the header writes it; several are joined. */
  readonly columns?: ColumnMap
  /** The same from the command line, which speaks to all files: for those that have the column. */
  readonly flags?: MapFlags
  /** Such as `DD.MM.YYYY`. */
  readonly dateFormat?: string
  readonly decimalComma?: boolean
  readonly thousandSeparator?: string
  /** Amounts may be written as `5.68E7`. */
  readonly exponents?: boolean
  /** Columns in whose text names are looked for. */
  readonly text?: readonly string[]
}

export type ColumnMap = ReadonlyMap<string, readonly string[]>

/** The mapping of a command line, and which of its columns some file had. */
export interface MapFlags {
  readonly columns: ColumnMap
  readonly found: Set<string>
}
