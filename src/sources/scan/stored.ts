import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What tells that a file on disk is still the one that was read. */
export interface StoredFile {
  readonly bytes: number
  readonly changedAt: number
  /** Of anything about it: a program that writes to a file may set its time back, and can't set this one. */
  readonly touchedAt: number
  readonly inode: number
}

/** Of a regular file; `undefined` for anything else, which can't be read at any place. */
export function storedFile(location: string): StoredFile | undefined {
  const facts = statSync(location, { throwIfNoEntry: false })
  return facts?.isFile() === true
    ? { bytes: facts.size, changedAt: facts.mtimeMs, touchedAt: facts.ctimeMs, inode: facts.ino }
    : undefined
}

export function isSameFile(a: StoredFile, b: StoredFile | undefined): boolean {
  if (b === undefined || a.bytes !== b.bytes || a.inode !== b.inode) return false
  return a.changedAt === b.changedAt && a.touchedAt === b.touchedAt
}

/** Up to `length` bytes from `start`, at the beginning of `bytes` where that has room for them; fewer only where the file ends. */
export function readAt(file: number, start: number, length: number, into?: Buffer): Buffer {
  const bytes = into !== undefined && into.length >= length ? into : Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const got = readSync(file, bytes, filled, length - filled, start + filled)
    if (got === 0) break
    filled += got
  }
  return bytes.subarray(0, filled)
}

/** Runs with the file open for reading. */
export function withFile<T>(location: string, use: (file: number) => T): T {
  const file = openSync(location, 'r')
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}

/**
 * What a reading of a file gives; `undefined` where the system ends it, as where the file is gone by then or its disk fails. The reader of texts comes upon
 * the same, and says it.
 */
export async function unlessLost<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) return undefined
    throw error
  }
}

const BLOCK = 1 << 20

/** In hex. */
export function sha256Of(location: string): string {
  const hash = createHash('sha256')
  return withFile(location, (file) => {
    const block = Buffer.allocUnsafe(BLOCK)
    for (let got = readSync(file, block, 0, BLOCK, null); got > 0; got = readSync(file, block, 0, BLOCK, null)) {
      hash.update(block.subarray(0, got))
    }
    return hash.digest('hex')
  })
}
