import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Source } from './source.js'

/** 256 KiB: fewer trips through the event loop than the default of 64, and no more memory to speak of. */
const CHUNK = 1 << 18

/** What the file system's code for an error says in words. */
export function whyNot(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read the file'
  if (code === 'EISDIR') return 'expected a file, got a folder'
  return 'message' in error ? String(error.message) : 'unknown trouble'
}

async function collect(stream: Readable): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
  return chunks
}

/** A stream can be read but once, so its bytes are kept in memory from the first opening on. */
function kept(open: () => Readable): () => Promise<Readable> {
  let chunks: Promise<readonly Buffer[]> | undefined
  return async () => {
    chunks ??= collect(open())
    return Readable.from(await chunks, { objectMode: false })
  }
}

/**
 * A file on disk, or a pipe that the shell names as one. Opening rejects with a sentence for a person where there is
 * no such file, or it is a folder.
 */
export function fileSource(path: string): Source {
  const stream = (): Readable => createReadStream(path, { highWaterMark: CHUNK })
  const pipe = kept(stream)
  return {
    path,
    location: path,
    async open() {
      const facts = await stat(path).catch((error: unknown) => {
        throw new Error(whyNot(error), { cause: error })
      })
      if (facts.isDirectory()) throw new Error('expected a file, got a folder')
      return facts.isFile() ? stream() : pipe()
    },
  }
}

/** Standard input. */
export function stdinSource(stream: Readable): Source {
  return { path: '-', open: kept(() => stream) }
}
