import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, rmSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { realPath } from './outputs.js'

const isClosedPipe = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EPIPE'

/**
 * Writes to standard output. A reader that has seen enough (`| head -1`) is no trouble: what is left is not written.
 * Any other failure, such as a full disk behind `>`, rejects.
 */
export async function writeOut(stream: Writable, chunks: Iterable<string>): Promise<void> {
  const failure = new Promise<never>((_, reject) => stream.once('error', reject))
  // The race below may be over before the stream fails.
  failure.catch(() => undefined)
  try {
    for (const chunk of chunks) {
      if (stream.destroyed) return
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failure])
    }
    await Promise.race([new Promise<void>((resolve) => stream.write('', () => resolve())), failure])
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  }
}

async function fill(path: string, flags: 'w' | 'wx', chunks: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path, { flags })
  const done = finished(stream)
  done.catch(() => undefined)
  for (const chunk of chunks) {
    if (stream.destroyed) break
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done])
  }
  stream.end()
  await done
}

/**
 * Writes a whole file or none: the text goes to a file beside it, which takes the name only when it is complete.
 * A device or a named pipe is written into. Rejects with the error of the file system. A signal on the way leaves nothing behind.
 */
export async function writeFileWhole(path: string, chunks: Iterable<string>): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return fill(path, 'w', chunks)
  // The file that a symbolic link stands for is replaced, not the link.
  const target = realPath(path)
  const beside = `${target}.${randomBytes(4).toString('hex')}.part`
  const onSignal = (signal: NodeJS.Signals) => {
    rmSync(beside, { force: true })
    process.kill(process.pid, signal)
  }
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    await fill(beside, 'wx', chunks)
    await rename(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}
