import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Problem } from '../model/problem.js'
import { whyNot } from './file.js'
import type { ReadOutcome } from './outcome.js'
import type { Source } from './source.js'

/** Takes the unpacked bytes in order; `end` comes once after the last. What they return ends the reading as a failure. */
export interface ByteSink {
  write(chunk: Buffer): Problem | undefined
  end(): Problem | undefined
}

/** RFC 1952: two magic bytes and deflate, the only method there is. */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08
}

export function unreadable(path: string, error: unknown): Problem {
  const message = `the file can't be read: ${whyNot(error)}`
  return { severity: 'error', code: 'unreadable', message, file: path }
}

export function brokenGzip(path: string): Problem {
  return {
    severity: 'error',
    code: 'broken-gzip',
    message: 'expected a whole gzip file, got one that is cut off, damaged, or followed by something else',
    hint: 'take the file again from where it came from; `gzip -t` checks it',
    file: path,
  }
}

interface Unpacker {
  write(chunk: Buffer): Promise<void>
  /** After the last bytes; `false` where what was written is not whole, well-formed gzip and nothing else. */
  end(): Promise<boolean>
}

function gunzipper(onData: (chunk: Buffer) => void): Unpacker {
  const gunzip = createGunzip()
  let written = 0
  let settle: (whole: boolean) => void = () => {}
  const done = new Promise<boolean>((resolve) => (settle = resolve))
  gunzip.on('data', onData)
  gunzip.on('error', () => settle(false))
  // Node ends quietly at a zero byte after the last member (padding of tapes), and drops all that follows it.
  gunzip.on('end', () => settle(gunzip.bytesWritten >= written))
  return {
    write(chunk) {
      written += chunk.length
      if (gunzip.destroyed || gunzip.readableEnded) return Promise.resolve()
      // Of a write with bytes after the last member Node never says that it is done.
      return Promise.race([done.then(() => {}), new Promise<void>((resolve) => gunzip.write(chunk, () => resolve()))])
    },
    end() {
      if (!gunzip.destroyed) gunzip.end()
      return done
    },
  }
}

/** At least three bytes, to tell gzip by, or all there are. */
async function* firstBytesTogether(stream: Readable): AsyncGenerator<Buffer> {
  let first: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of stream) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    if (first === undefined) {
      yield bytes
      continue
    }
    first = Buffer.concat([first, bytes])
    if (first.length < 3) continue
    yield first
    first = undefined
  }
  if (first !== undefined) yield first
}

/**
 * Reads a source to its end, unpacks it where it is gzip, and gives the bytes to the sink. Whatever goes wrong, the
 * stored bytes are hashed and counted to the last, as far as they can be read.
 */
export async function readBytes(source: Source, sink: ByteSink): Promise<ReadOutcome> {
  const hash = createHash('sha256')
  let bytes = 0
  let failure: Problem | undefined
  let crash: { readonly error: unknown } | undefined
  let unpacker: Unpacker | undefined
  // An exception of the sink is a bug, and must neither pass for a bad file nor fly out of a stream's event.
  const take = (chunk: Buffer): void => {
    if (failure !== undefined || crash !== undefined) return
    try {
      failure = sink.write(chunk)
    } catch (error) {
      crash = { error }
    }
  }
  try {
    for await (const chunk of firstBytesTogether(await source.open())) {
      if (bytes === 0 && isGzip(chunk)) unpacker = gunzipper(take)
      hash.update(chunk)
      bytes += chunk.length
      if (failure !== undefined || crash !== undefined) continue
      if (unpacker === undefined) take(chunk)
      else await unpacker.write(chunk)
    }
    if (unpacker !== undefined && !(await unpacker.end())) failure ??= brokenGzip(source.path)
  } catch (error) {
    failure ??= unreadable(source.path, error)
  }
  if (crash !== undefined) throw crash.error
  failure ??= sink.end()
  const facts = { sha256: hash.digest('hex'), bytes, compression: unpacker === undefined ? 'none' : 'gzip' } as const
  return failure === undefined ? { facts } : { facts, failure }
}
