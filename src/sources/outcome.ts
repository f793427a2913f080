import type { Problem } from '../model/problem.js'

/** What a file was: hash and size of the bytes as they are stored, the whole of it even where reading ended early. */
export interface FileFacts {
  /** In hex. */
  readonly sha256: string
  readonly bytes: number
  readonly compression: 'none' | 'gzip'
}

/** How reading a file ended. `failure` is an error with the file, and a line where there is one: the rest could not be read. */
export interface ReadOutcome {
  readonly facts: FileFacts
  readonly failure?: Problem
}
