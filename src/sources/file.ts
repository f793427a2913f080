import { closeSync, createReadStream, existsSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { Readable } from 'node:stream'
import { keepStream, type Kept } from './scan/spool.js'
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
  // A pipe is kept in a temporary file; nothing else is written here.
  if (code === 'ENOSPC') return 'no space left on device for a temporary copy of it (TMPDIR says in which folder)'
  return 'message' in error ? String(error.message) : 'unknown trouble'
}

/** A stream can be read but once, so its bytes are kept from the first opening on. */
function kept(open: () => Readable): {
  readonly open: () => Promise<Readable>
  readonly location: () => string | undefined
} {
  let keeping: Promise<Kept> | undefined
  let location: string | undefined
  return {
    location: () => location,
    async open() {
      keeping ??= keepStream(open())
      const its = await keeping
      location = its.location
      return its.open()
    },
  }
}

/** Where a path with `!` leads that is no file itself: `book.xlsx!Sheet1` is a sheet of a workbook. */
function sheetOf(path: string): { readonly location: string; readonly sheet?: string } {
  const mark = path.lastIndexOf('!')
  if (mark < 1 || mark === path.length - 1 || existsSync(path) || !existsSync(path.slice(0, mark))) {
    return { location: path }
  }
  return { location: path.slice(0, mark), sheet: path.slice(mark + 1) }
}

/**
 * The bytes that the file had when it was opened. One that something still writes to is an error: its last record may
 * be half of one, and the reading of a log that grows faster than it is read would never end.
 *
 * Read at once, since whoever asks has nothing else to do: a thread of the pool that reads waits for its turn beside those that compile, 50 ms
 * for a list of 7 MB.
 */
async function* settledBytes(location: string, bytes: number): AsyncGenerator<Buffer> {
  const file = openSync(location, 'r')
  let read = 0
  try {
    while (read < bytes) {
      const part = Buffer.allocUnsafeSlow(Math.min(CHUNK, bytes - read))
      const length = readSync(file, part, 0, part.length, null)
      if (length === 0) break
      read += length
      yield part.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
  if (read !== bytes || statSync(location).size !== bytes)
    throw new Error('it changed while it was read; wait until it is written')
}

function factsOf(location: string): Stats {
  try {
    return statSync(location)
  } catch (error) {
    throw new Error(whyNot(error), { cause: error })
  }
}

/**
 * A file on disk, or a pipe that the shell names as one, or a sheet of a workbook on disk. Opening rejects with a
 * sentence for a person where there is no such file, or it is a folder.
 */
export function fileSource(path: string): Source {
  const { location, sheet } = sheetOf(path)
  const pipe = kept(() => createReadStream(location, { highWaterMark: CHUNK }))
  return {
    path,
    location,
    ...(sheet === undefined ? {} : { sheet }),
    async open() {
      const facts = factsOf(location)
      if (facts.isDirectory()) throw new Error('expected a file, got a folder')
      // What the kernel makes up as it is read is said to be a file of no bytes.
      if (!facts.isFile() || facts.size === 0) return pipe.open()
      return Readable.from(settledBytes(location, facts.size), { objectMode: false })
    },
  }
}

/** A file on disk that messages call by another name than the path at which it is. */
export function fileAt(path: string, location: string): Source {
  return { ...fileSource(location), path }
}

/** A source with the encoding that was told of it, where one was. */
export function inEncoding(encoding: string | undefined, source: Source): Source {
  return encoding === undefined ? source : { ...source, said: { encoding } }
}

/** Standard input; it has a location on disk once it was opened and found to be long. */
export function stdinSource(stream: Readable): Source {
  const { open, location } = kept(() => stream)
  return {
    path: '-',
    get location() {
      return location()
    },
    open,
  }
}
