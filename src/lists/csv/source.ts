import { Readable } from 'node:stream'
import { readBytes } from '../../sources/bytes.js'
import type { FileFacts } from '../../sources/outcome.js'
import type { Source } from '../../sources/source.js'

/** A table as text in UTF-8, and what was found out about its bytes on the way. */
export interface TableSource {
  readonly source: Source
  /** Of the stored bytes, where `source` gives others. */
  readonly facts?: FileFacts
  /** After reading: whether the last line was ended, or its last field closed by a quote. Of packed files nobody knows. */
  ended(): boolean | undefined
}

/** Watches the last byte go by: a file that was cut off within its last cell shows by nothing else. */
export function watched(source: Source): TableSource {
  let last: number | undefined
  let packed = false
  return {
    source: {
      path: source.path,
      async open() {
        const stream = await source.open()
        return Readable.from(
          (async function* () {
            for await (const chunk of stream) {
              const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
              if (last === undefined) packed = bytes[0] === 0x1f
              last = bytes.at(-1) ?? last
              yield bytes
            }
          })(),
          { objectMode: false },
        )
      },
    },
    ended: () => (packed || last === undefined ? undefined : isEnd(last)),
  }
}

/** A table that may be in Windows-1252, as OFSI wrote its list; what is whole UTF-8 is taken for that. */
export async function perhapsWindows1252(source: Source): Promise<TableSource> {
  const chunks: Buffer[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  const test = (read: () => string): void => {
    if (!isUtf8) return
    try {
      read()
    } catch {
      isUtf8 = false
    }
  }
  const { facts, failure } = await readBytes(source, {
    write(chunk) {
      test(() => decoder.decode(chunk, { stream: true }))
      chunks.push(chunk)
      return undefined
    },
    end() {
      test(() => decoder.decode())
      return undefined
    },
  })
  if (failure !== undefined || isUtf8) return watched(source)
  const text = Buffer.from(new TextDecoder('windows-1252').decode(Buffer.concat(chunks)))
  const open = (): Promise<Readable> => Promise.resolve(Readable.from([text], { objectMode: false }))
  return { source: { path: source.path, open }, facts, ended: () => isEnd(text.at(-1)) }
}

function isEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x22
}
