import { constants, gunzipSync } from 'node:zlib'
import type { Problem } from '../model/problem.js'
import { brokenGzip, isGzip, unreadable } from './bytes.js'
import type { Source } from './source.js'

const HEAD = 1 << 16

/** The beginning of a file. */
export interface Head {
  readonly compression: 'none' | 'gzip'
  /** The first 64 KiB, unpacked. */
  readonly bytes: Buffer
  /** Whether the file has no more than these. */
  readonly whole: boolean
}

type FirstBytes = Omit<Head, 'compression'>

async function storedHead(source: Source): Promise<FirstBytes> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await source.open()) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    chunks.push(bytes)
    size += bytes.length
    if (size > HEAD) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, HEAD), whole: size <= HEAD }
}

function gunzip(bytes: Buffer, flush: 'whole' | 'beginning'): Buffer | undefined {
  try {
    return gunzipSync(bytes, flush === 'whole' ? {} : { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}

/**
 * The unpacked beginning. A file that is cut off still gives the lines before the cut, upon which its reader will come;
 * one without a single whole line gives nothing.
 */
function unpacked(stored: FirstBytes): FirstBytes | undefined {
  const all = stored.whole ? gunzip(stored.bytes, 'whole') : undefined
  const bytes = all ?? gunzip(stored.bytes, 'beginning')
  if (bytes === undefined || (stored.whole && all === undefined && !bytes.includes('\n'))) return undefined
  return { bytes: bytes.subarray(0, HEAD), whole: stored.whole && bytes.length <= HEAD }
}

/** Reads the beginning of a source; the problem says why it can't be read. Never rejects. */
export async function readHeadOf(source: Source): Promise<Head | Problem> {
  const stored = await storedHead(source).catch((reason: unknown) => unreadable(source.path, reason))
  if ('severity' in stored) return stored
  if (!isGzip(stored.bytes)) return { ...stored, compression: 'none' }
  const first = unpacked(stored)
  return first === undefined ? brokenGzip(source.path) : { ...first, compression: 'gzip' }
}
