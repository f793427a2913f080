import type { Problem } from '../model/problem.js'
import { readBytes } from './bytes.js'
import type { Source } from './source.js'

/** The compound file of Office before 2007, [MS-CFB] 2.2. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

export function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, 8).equals(COMPOUND)
}

const inDirectory = (name: string): Buffer => Buffer.from(name, 'utf16le')

/**
 * Streams whose names in a compound file's directory tell what it is. A workbook of 2007 and later that has a password
 * is kept whole, encrypted, in one of these files ([MS-OFFCRYPTO] 2.3.4.4).
 */
const STREAMS: readonly (readonly [name: Buffer, what: string, hint: string])[] = [
  [
    inDirectory('EncryptedPackage'),
    'a workbook that is protected by a password',
    'open it, take the password off (Info, Protect Workbook, Encrypt with Password), and save it',
  ],
  [inDirectory('Workbook'), 'an XLS workbook of Excel 97 to 2003', 'save it as XLSX or as CSV UTF-8'],
  [inDirectory('Book'), 'an XLS workbook of Excel 95', 'save it as XLSX or as CSV UTF-8'],
]

const ANY = [undefined, 'an old Office document', 'save the sheet as XLSX or as CSV UTF-8'] as const

/** What is said of a compound file. The directory may stand anywhere in it, so the whole is looked through. */
export async function oldOfficeProblem(source: Source): Promise<Problem> {
  const found = new Set<number>()
  let tail = Buffer.alloc(0)
  await readBytes(source, {
    write(chunk) {
      const bytes = Buffer.concat([tail, chunk])
      for (const [at, [name]] of STREAMS.entries()) if (bytes.includes(name)) found.add(at)
      tail = Buffer.from(bytes.subarray(-64))
      return undefined
    },
    end: () => undefined,
  })
  const [, what, hint] = STREAMS.find((_, at) => found.has(at)) ?? ANY
  return {
    severity: 'error',
    code: 'not-text',
    message: `expected records, got ${what}`,
    hint,
    file: source.path,
  }
}
