import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { Source } from '../../src/sources/source.js'

/** A source that stands in memory and comes in chunks of a chosen size, so that every boundary can be tried. */
export function memorySource(content: string | Buffer, path = 'test.csv', chunkSize = 1 << 16): Source {
  const bytes = Buffer.from(content)
  return {
    path,
    async open() {
      const chunks: Buffer[] = []
      for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize))
      return Readable.from(chunks, { objectMode: false })
    },
  }
}

export function gzipped(content: string | Buffer): Buffer {
  return gzipSync(content)
}
