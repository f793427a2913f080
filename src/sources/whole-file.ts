import type { Problem } from '../model/problem.js'
import { readBytes } from './bytes.js'
import type { Source } from './source.js'

export interface WholeFile {
  /** Absent where it could not be read; then the problem says why. */
  readonly text?: string
  readonly sha256: string
  readonly bytes: number
  readonly problem?: Problem
}

/** A file that must be known as a whole before any of it counts: as UTF-8, without its byte order mark. */
export async function readWholeFile(source: Source, most: number): Promise<WholeFile> {
  const chunks: Buffer[] = []
  let size = 0
  const { facts, failure } = await readBytes(source, {
    write(chunk) {
      size += chunk.length
      if (size > most) {
        const message = `expected at most ${most >> 20} MiB, got more`
        return { severity: 'error', code: 'file-too-big', message, file: source.path }
      }
      chunks.push(chunk)
      return undefined
    },
    end: () => undefined,
  })
  const { sha256, bytes } = facts
  if (failure !== undefined) return { sha256, bytes, problem: failure }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return { text, sha256, bytes }
}
