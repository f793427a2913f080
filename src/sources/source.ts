import type { Readable } from 'node:stream'
import type { FileSettings } from '../model/file-settings.js'

/**
 * A file to read, as the user named it. It can be opened more than once and gives the same bytes each time
 * (evidence is read back after the walk), so standard input is kept by whoever makes its source.
 */
export interface Source {
  /** As typed; `-` for standard input. */
  readonly path: string
  /** Where it may be on disk as a regular file, which can be read at any place; absent where it is never one. */
  readonly location?: string | undefined
  /** The sheet of a workbook that the path names after a `!`. */
  readonly sheet?: string
  /** What the user said of how it is written and what its columns hold. */
  readonly said?: FileSettings
  /** The stored bytes. Rejects with the error of the file system where the file can't be opened. */
  open(): Promise<Readable>
}
