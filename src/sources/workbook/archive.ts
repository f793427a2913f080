import { fromBufferPromise, type Entry } from 'yauzl'
import type { Problem } from '../../model/problem.js'

/** Why a workbook, or a part of it, can't be read. */
export type Trouble = Pick<Problem, 'code' | 'message' | 'hint'>

/** The parts of a workbook, which is a ZIP archive of XML (ECMA-376, part 2). */
export interface Archive {
  readonly names: readonly string[]
  /**
   * Gives the text of a part, piece by piece, until `take` wants no more. More than `most` bytes are refused before any
   * is unpacked, and so is what is packed so tightly that it can only be meant to fill the memory.
   */
  read(name: string, most: number, take: (text: string) => 'more' | 'enough'): Promise<Trouble | undefined>
}

/** A workbook of a million rows has some twenty parts; pictures and comments add hundreds. */
const MOST_PARTS = 10_000
/** Sheets of a single repeated row are packed 60 to 1; deflate can't do better than 1,032 to 1. */
const HIGHEST_RATIO = 250
const HARMLESS = 1 << 26

const AGAIN = 'take the file again from where it came from, or save it again as XLSX'

function broken(error: unknown): Trouble {
  const why = error instanceof Error ? error.message : String(error)
  return {
    code: 'broken-workbook',
    message: `expected a whole XLSX workbook, got one that is cut off or damaged (${why})`,
    hint: AGAIN,
  }
}

function tooLarge(name: string, entry: Entry, most: number): Trouble | undefined {
  const { compressedSize, uncompressedSize } = entry
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  if (uncompressedSize <= most && (uncompressedSize <= HARMLESS || ratio <= HIGHEST_RATIO)) return undefined
  const message = `expected parts of a workbook that unpack to at most ${most >> 20} MiB, got ${name} of ${
    uncompressedSize >= 1 << 20 ? `${Math.round(uncompressedSize / (1 << 20))} MiB` : `${uncompressedSize} bytes`
  } packed ${Math.round(ratio)} to 1`
  return { code: 'zip-bomb', message, hint: 'if it is no attack, save the sheet as CSV UTF-8' }
}

/** Opens the archive in these bytes. */
export async function openArchive(bytes: Buffer): Promise<Archive | Trouble> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > MOST_PARTS) {
      return { code: 'zip-bomb', message: `expected at most ${MOST_PARTS} parts, got ${zip.entryCount}`, hint: AGAIN }
    }
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)

    return {
      names: [...entries.keys()],
      async read(name, most, take) {
        const entry = entries.get(name)
        if (entry === undefined) return broken(new Error(`there is no ${name} in it`))
        const large = tooLarge(name, entry, most)
        if (large !== undefined) return large
        try {
          const decoder = new TextDecoder('utf-8', { fatal: true })
          for await (const chunk of await zip.openReadStreamPromise(entry)) {
            if (take(decoder.decode(chunk, { stream: true })) === 'enough') return undefined
          }
          take(decoder.decode())
          return undefined
        } catch (error) {
          return broken(error)
        }
      },
    }
  } catch (error) {
    return broken(error)
  }
}
