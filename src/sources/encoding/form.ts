import { isAscii, isUtf8 } from 'node:buffer'
import type { Problem } from '../../model/problem.js'
import type { Head } from '../head.js'
import type { Source } from '../source.js'
import { decoderOf } from './decoder.js'
import { guessEncoding, isUtf8ByChance } from './guess.js'
import { surveyText, type RawLine, type Survey } from './survey.js'
import { encodingNamed, unknownEncoding } from './text-form.js'
import { utf16Order } from './utf16.js'

/** The encoding of a text, and what shows whoever reads the warning that it was read rightly. */
export type FoundEncoding =
  /** UTF-8; `told` is another that was told, which the file itself contradicts. */
  | { readonly kind: 'plain'; readonly told?: string }
  /** Told, or by a mark of the file's own that agrees with what was told. */
  | { readonly kind: 'told'; readonly encoding: string }
  /** Told apart by content. */
  | { readonly kind: 'guessed'; readonly encoding: string; readonly sample: string }
  | { readonly kind: 'failure'; readonly problem: Problem }

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const SAY_IT = 'say it with --encoding <name>, such as windows-1252, windows-1251, windows-1250, gb18030'

/** Whether the bytes are UTF-8 but for a character that their end cuts through. */
function isUtf8Beginning(bytes: Buffer, whole: boolean): boolean {
  if (isUtf8(bytes)) return true
  return !whole && [1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, bytes.length - cut)))
}

/** The header last: its words are the same in every file of a kind, and tell a reader nothing. */
function sampleOf(lines: readonly RawLine[], encoding: string): string {
  const decoder = decoderOf(encoding)
  const headerLast = lines.toSorted((a, b) => Number(a.line === 1) - Number(b.line === 1))
  return headerLast.map(({ bytes }) => decoder.decode(bytes)).join('\n')
}

function sampleOfHead({ bytes, whole }: Head, encoding: string): string {
  const [header = '', ...rest] = decoderOf(encoding)
    .decode(bytes, { stream: !whole })
    .split(/\r\n?|\n/)
  return [...rest, header].join('\n')
}

function mixed(file: string, one: RawLine, other: RawLine): Problem {
  const [first, second] = one.line < other.line ? [one, other] : [other, one]
  const said = (line: RawLine): string => (isUtf8(line.bytes) ? 'UTF-8' : 'bytes that are no UTF-8')
  return {
    severity: 'error',
    code: 'mixed-encodings',
    message: `expected one encoding, got ${said(first)} on line ${first.line} and ${said(second)} on line ${second.line}`,
    hint: 'the file was put together from two: save each again as UTF-8, or say the encoding with --encoding <name>',
    file,
    line: second.line,
  }
}

function bySurvey(file: string, { utf8, other, words }: Survey): FoundEncoding {
  const [firstOther] = other
  if (firstOther === undefined) return { kind: 'plain' }
  const guess = guessEncoding(words)
  const firstUtf8 = utf8.find(({ bytes }) => guess.kind === 'unsure' || !isUtf8ByChance(bytes, guess.encoding))
  if (firstUtf8 !== undefined) return { kind: 'failure', problem: mixed(file, firstUtf8, firstOther) }
  if (guess.kind === 'sure') {
    const lines = [...other, ...utf8].toSorted((a, b) => a.line - b.line)
    return { kind: 'guessed', encoding: guess.encoding, sample: sampleOf(lines, guess.encoding) }
  }
  const problem = { severity: 'error', file, hint: SAY_IT } as const
  if (guess.kind === 'mixed') {
    const message = `expected one encoding, got ${guess.encoding} text and words that look like ${guess.other}`
    return { kind: 'failure', problem: { ...problem, code: 'mixed-encodings', message, line: guess.line } }
  }
  const either = guess.likely.length === 0 ? '' : `; it may be ${guess.likely.join(' or ')}`
  const message = `expected UTF-8 text, got an encoding that can't be told apart safely${either}`
  return { kind: 'failure', problem: { ...problem, code: 'unknown-encoding', message, line: firstOther.line } }
}

/**
 * The encoding that somebody told, where the file does not itself say another: told encodings are for files that can't
 * be told apart, and one run may read others beside them.
 */
function byWord(told: string, file: string, head: Buffer, isPlain: boolean): FoundEncoding {
  const marked = utf16Order(head)
  const encoding = encodingNamed(told)
  if (encoding === undefined) {
    return { kind: 'failure', problem: { severity: 'error', ...unknownEncoding(told), file } }
  }
  if (marked !== undefined) return { kind: 'told', encoding: marked }
  if (isPlain && encoding !== 'utf-8') return { kind: 'plain', told: encoding }
  const isOther = encoding === 'utf-8' || (encoding.startsWith('utf-16') && !head.includes(0))
  return isOther ? { kind: 'plain' } : { kind: 'told', encoding }
}

/** Whether it is text of two bytes a letter, in which a NUL is no trouble. */
export function isWide(head: Buffer, told: string | undefined): boolean {
  const isTold = told !== undefined && encodingNamed(told)?.startsWith('utf-16') === true
  return utf16Order(head) !== undefined || (isTold && head.includes(0))
}

/** Finds out which encoding a text is in: by its marks, by what was told, and else by the whole of its content. */
export async function findEncoding(source: Source, head: Head, told: string | undefined): Promise<FoundEncoding> {
  const { bytes, whole } = head
  const order = utf16Order(bytes)
  const isMarked = bytes.subarray(0, 3).equals(UTF8_MARK)
  const isPlain = isMarked || (!isAscii(bytes) && isUtf8Beginning(bytes, whole))
  if (told !== undefined) return byWord(told, source.path, bytes, isPlain)
  if (order !== undefined) {
    return { kind: 'guessed', encoding: order, sample: sampleOfHead(head, order) }
  }
  if (isPlain || (whole && isAscii(bytes))) return { kind: 'plain' }
  return bySurvey(source.path, await surveyText(source))
}
