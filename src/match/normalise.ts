import type { Aside } from './asides.js'
import { romaniseWord, scriptOf } from './romanise.js'

/** A name as words of small Latin letters and digits. */
export interface NormalName {
  readonly words: readonly string[]
  /** The same words after the other conventions of the script they were written in; usually empty. */
  readonly readings: readonly (readonly string[])[]
  /** The script that had to be romanised, such as `Cyrillic`; `''` where all was Latin. */
  readonly script: string
  /** Beside each word the foreign letters that it stands for, where the words are a rendering of such; `''` for the others. */
  readonly origins?: readonly string[]
  /** What stood beside the name and is left out of the words. */
  readonly asides?: readonly Aside[]
}

// A name of more words than this is no name; what lies beyond adds nothing and would only cost time.
export const MAX_WORDS = 64
export const MAX_LETTERS = 2_000

const PLAIN = /^[\x20-\x7e]*$/
const UNPAIRED = /\p{Surrogate}/gu
const MARKS = /\p{M}+/gu
// Signs that stand inside a word and part nothing: apostrophes, soft signs written as quotes, marks of direction, joiners.
const SILENT = /['’‘ʼʻ`´ʹʺ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const WORD = /[\p{L}\p{N}]+/gu
const HAN = /\p{sc=Han}/gu

/** Splits a name into folded words: case, accents, punctuation and script gone, order kept. Time is linear in the length. */
export function normaliseName(text: string): NormalName {
  const cut = text.length > MAX_LETTERS ? text.slice(0, MAX_LETTERS) : text
  return PLAIN.test(cut) ? { words: plainWords(cut), readings: [], script: '' } : foreignWords(cut)
}

function plainWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) word += text[i]
    else if (code >= 65 && code <= 90) word += String.fromCharCode(code + 32)
    else if (code !== 39 && code !== 96) {
      if (word !== '') words.push(word)
      if (code === 38) words.push('and')
      word = ''
    }
  }
  if (word !== '') words.push(word)
  return words.length > MAX_WORDS ? words.slice(0, MAX_WORDS) : words
}

function foreignWords(text: string): NormalName {
  const clean = text.replace(UNPAIRED, ' ').replace(SILENT, '').normalize('NFKC').replace(MARKS, '').toLowerCase()
  const spaced = clean.replace(/&/g, ' and ').replace(HAN, ' $& ')
  const raw = (spaced.match(WORD) ?? []).slice(0, MAX_WORDS)
  const script = raw.map(scriptOf).find((found) => found !== 'Latin') ?? ''
  const columns = raw.map((word) => romaniseWord(word, clean)).filter((column) => column[0] !== '')
  const depth = Math.max(1, ...columns.map((column) => column.length))
  const readings: string[][] = []
  const seen = new Set<string>()
  for (let i = 0; i < depth; i++) {
    // A word with fewer conventions than its neighbours keeps its first.
    const reading = columns.map((column) => column[i] ?? column[0] ?? '')
    const key = reading.join(' ')
    if (!seen.has(key)) readings.push(reading)
    seen.add(key)
  }
  return { words: readings[0] ?? [], readings: readings.slice(1), script }
}
