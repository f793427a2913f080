import { readBytes } from '../bytes.js'
import type { FileFacts } from '../outcome.js'
import { sniff } from '../sniff.js'
import type { Source } from '../source.js'
import { openSpool, type Spool } from './spool.js'
import { storedFile, type StoredFile } from './stored.js'

/** A CSV file that may be read at any place. */
export interface Scannable {
  readonly delimiter: string
  readonly location: string
  readonly stored: StoredFile
  /** Of a packed file, which was unpacked to a temporary one: what it is itself, and what to close when nothing is read of it any more. */
  readonly unpacked?: { readonly facts: FileFacts; readonly spool: Spool }
}

/**
 * Whether a source can be read by a scanner of bytes: CSV on disk, or packed CSV for which there is room to unpack it. What a user says of how a file is
 * written is for the reader of texts to follow.
 */
export async function scannable(source: Source): Promise<Scannable | undefined> {
  if (source.sheet !== undefined || Object.keys(source.said ?? {}).length > 0) return undefined
  const sniffed = await sniff(source)
  if (sniffed.kind !== 'csv') return undefined
  const { delimiter } = sniffed
  if (sniffed.compression === 'gzip') return unpack(source, delimiter)
  // Asked only now: standard input has a location once it was opened.
  const { location } = source
  const stored = location === undefined ? undefined : storedFile(location)
  return location === undefined || stored === undefined || stored.bytes === 0
    ? undefined
    : { delimiter, location, stored }
}

/** Unpacked once, a file need not be unpacked again to read evidence back. Where that does not work it is read as text, which says why. */
async function unpack(source: Source, delimiter: string): Promise<Scannable | undefined> {
  let spool: Spool | undefined
  try {
    spool = openSpool()
    if (spool === undefined) return undefined
    const { location, write } = spool
    const { facts, failure } = await readBytes(source, {
      write: (chunk) => {
        write(chunk)
        return undefined
      },
      end: () => undefined,
    })
    const stored = storedFile(location)
    if (failure === undefined && stored !== undefined && stored.bytes > 0) {
      return { delimiter, location, stored, unpacked: { facts, spool } }
    }
  } catch {
    // No room on the disk: the reader of texts needs none.
  }
  spool?.close()
  return undefined
}
