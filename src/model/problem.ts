/** Where something stands: the path as the user typed it (`-` for standard input), and the line on which its record begins, from 1. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** Expected trouble, as data. An error means that the screening is not complete; a warning that it is, but that a person should look. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** A stable word for programs, such as `row-short` or `bad-date`. */
  readonly code: string
  /** One sentence: what was expected, what stood there. Names no file or line, which have fields of their own. */
  readonly message: string
  readonly hint?: string
  readonly file?: string
  readonly line?: number
  readonly column?: string
}

/** Takes problems as they are found. */
export type ProblemSink = (problem: Problem) => void
