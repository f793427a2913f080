import { foldHeader } from './columns.js'

/**
 * Tells a row that is the header once more, in any case and in any order of its columns: files are put together from several. Taken for a
 * record it would name parties that nobody is.
 */
export function createHeaderCheck(headers: readonly string[]): (cells: readonly string[]) => boolean {
  const words = new Set(headers.map(foldHeader))
  const all = sorted(headers)
  return (cells) => cells.length === headers.length && words.has(foldHeader(cells[0] ?? '')) && sorted(cells) === all
}

function sorted(cells: readonly string[]): string {
  return cells.map(foldHeader).toSorted().join('\0')
}

/** By what kernel/header.ts tells the words of a header from other cells without a look at the whole row. */
export interface HeaderWords {
  /** 1 for a letter or digit of ASCII, small or large, that one begins with. */
  readonly firstLetters: Uint8Array
  /** What each begins with: its first three letters and digits as one number; the first outside ASCII counts as 0x80 and ends it. */
  readonly beginnings: ReadonlySet<number>
  /** Letters and digits of the longest. */
  readonly longest: number
}

export function headerWordsOf(headers: readonly string[]): HeaderWords {
  const words = headers.map((header) => Array.from(foldHeader(header), codeOf)).filter((codes) => codes.length > 0)
  const firstLetters = new Uint8Array(256)
  for (const [first = OTHER] of words) firstLetters[first] = firstLetters[first & ~LOWER] = 1
  return {
    firstLetters,
    beginnings: new Set(words.map(beginning)),
    longest: Math.max(0, ...words.map(({ length }) => length)),
  }
}

const OTHER = 0x80
const LOWER = 0x20
const LETTERS = 3

function codeOf(letter: string): number {
  const code = letter.codePointAt(0) ?? OTHER
  return Math.min(code, OTHER)
}

function beginning(codes: readonly number[]): number {
  const other = codes.indexOf(OTHER)
  const end = other === -1 ? LETTERS : Math.min(other + 1, LETTERS)
  return codes.slice(0, end).reduce((sum, code) => sum * 256 + code, 0)
}
