import { CANDIDATES, type Candidate } from './candidates.js'
import { decoderOf } from './decoder.js'
import { bitsOf } from './plausibility.js'

/** A word of a text whose encoding is not known, with the first line on which it stands. */
export interface RawWord {
  readonly bytes: Buffer
  readonly line: number
}

export type Guess =
  | { readonly kind: 'sure'; readonly encoding: string }
  /** Read so, words from `line` on make no sense: they are in another encoding. */
  | { readonly kind: 'mixed'; readonly encoding: string; readonly other: string; readonly line: number }
  /** Encodings that it may be in, the likeliest first; none where nothing fits. */
  | { readonly kind: 'unsure'; readonly likely: readonly string[] }

/** Two hundred and fifty to one: under it two encodings are held to be equally likely. */
const MARGIN = 8
/** Of a single word in capitals, ideographs and Cyrillic letters are told apart by little. */
const LONE_MARGIN = 16
/** A quarter of a million to one, against a single word. */
const WORD_MARGIN = 18
/** So surprising a text, by character, is in none of the encodings. Ideographs are rarer, each for itself. */
const MOST_BITS = { alphabet: 12, ideographs: 17 } as const

interface Scored {
  readonly candidate: Candidate
  readonly bits: number
  /** By word. */
  readonly texts: readonly string[]
  readonly each: readonly number[]
}

function score(candidate: Candidate, words: readonly RawWord[]): Scored {
  const texts = words.map(({ bytes }) => decoderOf(candidate.encoding).decode(bytes))
  const each = texts.map((text) => bitsOf(text, candidate))
  return { candidate, texts, each, bits: each.reduce((sum, bits) => sum + bits, candidate.prior) }
}

function foreignLetters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text].filter((char) => char >= '\u0080').length, 0)
}

/** Whether two encodings read the words alike: then nothing hangs on which it is. */
function readAlike(a: Scored, b: Scored): boolean {
  return a.texts.every((text, at) => text === b.texts[at])
}

/** Letters of ASCII in a row are no second halves of ideographs. */
const ASCII_WORD = /[A-Za-z]{3}/

/** A word that makes no sense in the encoding of the rest, and much in another. */
function misfit(words: readonly RawWord[], best: Scored, others: readonly Scored[]): Guess | undefined {
  const alphabets = others.filter(({ candidate }) => candidate.isTaken && candidate.script === 'alphabet')
  for (const [at, { line, bytes }] of words.entries()) {
    if (best.candidate.script === 'ideographs' && !ASCII_WORD.test(bytes.toString('latin1'))) continue
    const other = alphabets.find((one) => (best.each[at] ?? 0) - (one.each[at] ?? 0) > WORD_MARGIN)
    if (other !== undefined) {
      return { kind: 'mixed', encoding: best.candidate.encoding, other: other.candidate.encoding, line }
    }
  }
  return undefined
}

/** Whether bytes that are UTF-8 are so by chance only: 拾壹 in GB18030 is, and read as UTF-8 no word of any language. */
export function isUtf8ByChance(bytes: Buffer, encoding: string): boolean {
  const candidate = CANDIDATES.find((one) => one.encoding === encoding)
  if (candidate === undefined || candidate.script === 'alphabet') return false
  const utf8 = bytes.toString('utf8')
  const asUtf8 = CANDIDATES.filter(({ isTaken }) => isTaken).map((one) => bitsOf(utf8, one))
  return bitsOf(decoderOf(encoding).decode(bytes), candidate) < Math.min(...asUtf8)
}

function marginOf(words: readonly RawWord[], a: Scored, b: Scored): number {
  const isLone = words.length === 1 && (a.candidate.script === 'ideographs' || b.candidate.script === 'ideographs')
  return isLone ? LONE_MARGIN : MARGIN
}

/** Which encoding words that are no UTF-8 are in, by how plausible their letters are. */
export function guessEncoding(words: readonly RawWord[]): Guess {
  const [best, ...others] = CANDIDATES.map((candidate) => score(candidate, words)).toSorted((a, b) => a.bits - b.bits)
  if (best === undefined) return { kind: 'unsure', likely: [] }
  const { candidate } = best
  if (best.bits - candidate.prior > MOST_BITS[candidate.script] * foreignLetters(best.texts)) {
    return { kind: 'unsure', likely: [] }
  }
  const near = others.filter(
    (other) => other.bits - best.bits < marginOf(words, best, other) && !readAlike(best, other),
  )
  const likely = [best, ...near].map((one) => one.candidate.encoding)
  if (near.length > 0 || !candidate.isTaken) return { kind: 'unsure', likely }
  return misfit(words, best, others) ?? { kind: 'sure', encoding: candidate.encoding }
}
