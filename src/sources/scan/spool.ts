import { randomBytes } from 'node:crypto'
import { closeSync, createReadStream, openSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** What can be read but once, kept so that it can be read again. */
export interface Kept {
  /** Where the bytes may be read at any place; absent where they are in memory. */
  readonly location?: string
  open(): Readable
}

/** Up to so many bytes stay in memory. */
const SMALL = 4 << 20

/**
 * Keeps a stream: a long one in a temporary file. The file has no name from the moment it is open, so that nothing of it is left behind however
 * the process ends; its place is that of its descriptor. Rejects where it can't be kept, as on a full disk.
 */
export async function keepStream(stream: Readable): Promise<Kept> {
  let chunks: Buffer[] = []
  let size = 0
  let file: number | undefined
  for await (const chunk of stream) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (file === undefined && (size <= SMALL || !CAN_SPOOL)) {
      chunks.push(bytes)
      continue
    }
    file ??= openNameless()
    for (const waiting of [...chunks, bytes]) writeWhole(file, waiting)
    chunks = []
  }
  if (file === undefined) return { open: () => Readable.from(chunks, { objectMode: false }) }
  const location = placeOf(file)
  // Each reading has a descriptor of its own: a stream closes its one when it is left half-way, whatever it was told, as after the head of a file.
  return { location, open: () => createReadStream(location, { start: 0, highWaterMark: CHUNK }) }
}

const CHUNK = 1 << 18
/** Elsewhere an open file can't lose its name. */
const CAN_SPOOL = process.platform !== 'win32'

/**
 * A temporary file that has no name from the moment it is open, and is gone when it is closed or the process ends, however it ends; `undefined`
 * where an open file can't lose its name. Throws where there is no room, as on a full disk.
 */
export function openSpool(): Spool | undefined {
  if (!CAN_SPOOL) return undefined
  const file = openNameless()
  return { location: placeOf(file), write: (bytes) => writeWhole(file, bytes), close: () => closeSync(file) }
}

function placeOf(file: number): string {
  return `/dev/fd/${file}`
}

export interface Spool {
  readonly location: string
  write(bytes: Buffer): void
  close(): void
}

function openNameless(): number {
  const path = join(tmpdir(), `hopscreen-${randomBytes(8).toString('hex')}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
