import { randomBytes } from 'node:crypto'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { Piece } from '../report/gather.js'
import { realPath } from './outputs.js'

const CLOSED: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED']
const isClosedPipe = (error: unknown) => error instanceof Error && 'code' in error && CLOSED.includes(error.code)

/**
 * Writes to standard output. A reader that has seen enough (`| head -1`) is no trouble: what is left is not written.
 * Any other failure, such as a full disk behind `>`, rejects.
 */
export async function writeOut(stream: Writable, pieces: Iterable<Piece>): Promise<void> {
  const failure = new Promise<never>((_, reject) => stream.once('error', reject))
  // The races below may be over before the stream fails.
  failure.catch(() => undefined)
  const writes = (piece: Piece) =>
    new Promise<void>((resolve, reject) =>
      stream.write(piece, (error) => (error === null || error === undefined ? resolve() : reject(error))),
    )
  try {
    // A piece is asked for when the one before it is gone, whose bytes need not stand any longer.
    for (const piece of pieces) await Promise.race([writes(piece), failure])
    await Promise.race([writes(''), failure])
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  }
}

/**
 * Into a file on disk. A write goes to memory that the system writes back in its own time: 250 MB take 0.05 s so, and ten times that with a
 * promise a piece. Between two pieces a signal is heard.
 */
async function fillFile(path: string, pieces: Iterable<Piece>): Promise<void> {
  const file = openSync(path, 'wx')
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    closeSync(file)
  }
}

/** Into a device or a named pipe, which may keep a writer waiting for as long as it likes. */
async function fillDevice(path: string, pieces: Iterable<Piece>): Promise<void> {
  const file = await open(path, 'w')
  try {
    let before = Promise.resolve()
    for (const piece of pieces) {
      await before
      // The next one is made meanwhile.
      before = file.writeFile(piece)
      before.catch(() => undefined)
    }
    await before
  } finally {
    await file.close()
  }
}

/**
 * Writes a whole file or none: the text goes to a file beside it, which takes the name only when it is complete.
 * A device or a named pipe is written into. Rejects with the error of the file system. A signal on the way leaves nothing behind.
 */
export async function writeFileWhole(path: string, pieces: Iterable<Piece>): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return fillDevice(path, pieces)
  // The file that a symbolic link stands for is replaced, not the link.
  const target = realPath(path)
  const beside = `${target}.${randomBytes(4).toString('hex')}.part`
  const onSignal = (signal: NodeJS.Signals) => {
    rmSync(beside, { force: true })
    process.kill(process.pid, signal)
  }
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    await fillFile(beside, pieces)
    await rename(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}
