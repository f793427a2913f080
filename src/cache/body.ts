import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { codeOf } from '../model/error-facts.js'
import { LIST_UPDATES } from '../model/thresholds.js'

/** What a body is that no list is. */
export interface BodyTrouble {
  readonly kind: 'too-big' | 'not-packed'
  readonly message: string
}

class NotABody extends Error {
  constructor(readonly trouble: BodyTrouble) {
    super(trouble.message)
  }
}

const tooBig = (message: string): NotABody => new NotABody({ kind: 'too-big', message })
const tooMuch = (most: number): string => `longer than the ${Math.round(most / 2 ** 20)} MiB that are allowed`
const notPacked = (message: string): NotABody => new NotABody({ kind: 'not-packed', message })

export interface WrittenBody {
  readonly kind: 'written'
  /** Unpacked. */
  readonly bytes: number
  readonly sha256: string
}

/** From how much on a body is held to how well it may be packed: a few kilobytes of blanks are no attack. */
const SMALL = 1 << 24

/**
 * Writes a body into a new file, unpacked, and makes sure that it is on the disk. An endless body, or a small one that unpacks to terabytes, ends as
 * soon as it is seen. Rejects for what the network or the disk does.
 */
export async function writeBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  path: string,
  maxBytes: number,
  progress: (bytes: number) => void = () => undefined,
): Promise<WrittenBody | BodyTrouble> {
  try {
    return await write(body, encoding, path, maxBytes, progress)
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof NotABody) return error.trouble
    throw error
  }
}

async function write(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  path: string,
  maxBytes: number,
  progress: (bytes: number) => void,
): Promise<WrittenBody> {
  const received = counted(body, maxBytes, progress)
  const plain = unpacked(received.chunks, encoding)
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    // A file may be kept packed by its publisher, whatever packs it on the way.
    for await (const chunk of unpackedFile(plain)) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooBig(tooMuch(maxBytes))
      if (bytes > SMALL && bytes > received.bytes() * LIST_UPDATES.mostPacked)
        throw tooBig('packed more densely than any list is')
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { kind: 'written', bytes, sha256: hash.digest('hex') }
}

function counted(body: AsyncIterable<Uint8Array>, most: number, progress: (bytes: number) => void) {
  let bytes = 0
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > most) throw tooBig(tooMuch(most))
      progress(bytes)
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  }
  return { chunks: chunks(), bytes: () => bytes }
}

function unpacked(chunks: AsyncIterable<Buffer>, encoding: string): AsyncIterable<Buffer> {
  if (encoding === '' || encoding === 'identity') return chunks
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw notPacked(`packed by ${JSON.stringify(encoding)}, which nobody asked for`)
  return gunzip(chunks)
}

/** Unpacks what is gzip by its first bytes (RFC 1952), which no text begins with. */
async function* unpackedFile(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  let first: Buffer = Buffer.alloc(0)
  let ended = false
  while (first.length < 2 && !ended) {
    const next = await iterator.next()
    if (next.done === true) ended = true
    else first = Buffer.concat([first, next.value])
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  yield* first[0] === 0x1f && first[1] === 0x8b ? gunzip(all()) : all()
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks)
  const unzip = createGunzip()
  source.on('error', (error) => unzip.destroy(error))
  source.pipe(unzip)
  try {
    for await (const chunk of unzip) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? notPacked('gzip that is broken or cut off') : error
  } finally {
    source.destroy()
  }
}
