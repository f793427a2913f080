import type { Problem } from '../model/problem.js'
import { guessDelimiter } from './delimiter.js'
import { decoderOf } from './encoding/decoder.js'
import { findEncoding, isWide, type FoundEncoding } from './encoding/form.js'
import { encodingContradicted, encodingGuessed } from './encoding/samples.js'
import { PLAIN, type TextForm } from './encoding/text-form.js'
import { readHeadOf, type Head } from './head.js'
import { isCompoundFile, oldOfficeProblem } from './old-office.js'
import { NO_TEXT, otherKind } from './other-kinds.js'
import { textKind, wrongLines } from './sniff.js'
import type { Source } from './source.js'

/** What a user says of a file that its content may not. */
export interface ReadOptions {
  /** A label of the WHATWG Encoding Standard, or what people call one. */
  readonly encoding?: string
  readonly delimiter?: string
  /** Of a workbook. */
  readonly sheet?: string
}

/** A text that can be read row by row. */
export interface ExaminedText {
  readonly kind: 'xml' | 'json' | 'jsonl' | 'csv'
  readonly form: TextForm
  /** The beginning, decoded, with LF; without a BOM. */
  readonly head: string
  /** Whether that is all of it. */
  readonly whole: boolean
  /** Told, or the best guess, quotes respected. */
  readonly delimiter: string
  /** What there is to say of how the file was understood. */
  readonly notes: readonly Problem[]
}

/** What a file turns out to be, in whatever encoding it is. */
export type Examined =
  | { readonly kind: 'failure'; readonly problem: Problem }
  /** A ZIP archive, as XLSX is. */
  | { readonly kind: 'workbook' }
  | ExaminedText

const READABLE = 'give CSV, XLSX, JSON Lines or a JSON array, plain or gzipped'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')

/** Recognises a source by its content. Never rejects: what can't be read is a `failure`. */
export async function examine(source: Source, options: ReadOptions = {}): Promise<Examined> {
  const head = await readHeadOf(source)
  if ('severity' in head) return { kind: 'failure', problem: head }
  if (head.bytes.subarray(0, 4).equals(ZIP)) return { kind: 'workbook' }
  if (isCompoundFile(head.bytes)) return { kind: 'failure', problem: await oldOfficeProblem(source) }
  const binary = isWide(head.bytes, options.encoding) ? undefined : binaryProblem(source.path, head)
  if (binary !== undefined) return { kind: 'failure', problem: binary }
  const found = await findEncoding(source, head, options.encoding)
  if (found.kind === 'failure') return found
  const encoding = found.kind === 'plain' ? PLAIN.encoding : found.encoding
  const text = textOf(head, encoding)
  if ('code' in text) return { kind: 'failure', problem: { severity: 'error', ...text, file: source.path } }
  const delimiter = options.delimiter ?? guessDelimiter(text.head, head.whole)
  return {
    ...text,
    kind: textKind(text.head),
    whole: head.whole,
    delimiter,
    notes: notesOn(source.path, found, delimiter),
  }
}

function notesOn(file: string, found: FoundEncoding, delimiter: string): readonly Problem[] {
  if (found.kind === 'guessed') return [encodingGuessed(file, found.encoding, found.sample, delimiter)]
  return found.kind === 'plain' && found.told !== undefined ? [encodingContradicted(file, found.told)] : []
}

function binaryProblem(file: string, head: Head): Problem | undefined {
  const other = otherKind(head.bytes)
  if (other === undefined) return undefined
  const stray = other.what === NO_TEXT ? strayNul(head.bytes) : undefined
  if (stray !== undefined) {
    const hint = "some program wrote it in the place of a letter: take it out, as by tr -d '\\000'"
    return { severity: 'error', code: 'not-text', message: 'expected text, got a NUL byte', hint, file, line: stray }
  }
  const message = `expected a text file, got ${other.what}`
  return { severity: 'error', code: 'not-text', message, hint: other.hint ?? READABLE, file }
}

/** Bytes of text to each NUL from which on it is a stray one. */
const TEXT_TO_A_NUL = 10

/** The line of the first NUL in what is text otherwise; `undefined` where it is no text, or has none. */
function strayNul(bytes: Buffer): number | undefined {
  const first = bytes.indexOf(0)
  const controls = bytes.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  if (first === -1 || controls * TEXT_TO_A_NUL > bytes.length) return undefined
  return bytes.subarray(0, first).filter((byte) => byte === 0x0a).length + 1
}

type TextHead = Pick<ExaminedText, 'form' | 'head'>

function textOf({ bytes, whole }: Head, encoding: string): TextHead | Pick<Problem, 'code' | 'message' | 'hint'> {
  const text = decoderOf(encoding).decode(bytes, { stream: !whole })
  if (text.trim() === '' && whole) return { code: 'empty-file', message: 'the file is empty', hint: READABLE }
  const isMac = text.includes('\r') && !text.includes('\n')
  const head = isMac ? text.replaceAll('\r', '\n') : text
  return wrongLines(head) ?? { form: { encoding, lineEnds: isMac ? 'cr' : 'lf' }, head }
}
