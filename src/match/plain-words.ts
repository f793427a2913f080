import { createIdTable, SPARE, type IdTable } from '../columns/id-table.js'
import { addLetter, NO_LETTERS } from './hash-lists.js'

/** Words of a name of ASCII, read from its bytes without an object or a string a name. They hold until the next is read. */
export interface PlainWords {
  readonly count: number
  /** The word at each place, as its number: a million names have few distinct words. */
  readonly words: Int32Array
  /** The letters of all words, small and without spaces; where each word ends, and the hash of all up to there. */
  readonly letters: Uint8Array
  readonly ends: Int32Array
  readonly hashes: Int32Array
  /** Whether `bytes[start..end)` is a name that can be read in one way alone: not so are letters one by one, brackets, other scripts. */
  read(bytes: Uint8Array, start: number, end: number): boolean
  /** The number of a word in small letters. */
  numberOf(text: string): number
  /** Whether a name with the word may be read in more ways than one. */
  isSpecial(word: number): boolean
}

export interface WordLearner {
  /** Told of each word in small letters when it first comes; its number may be that of one that is forgotten. Whether a name with it may be read in more ways than one. */
  learn(text: string, word: number): boolean
  /** Whether words that no space parts make one together that is special: `fil-ial`. */
  isSpecialRun(text: string): boolean
}

/** Longer names are read with care. */
export const LONGEST_PLAIN = 300
export const MOST_WORDS = 24
/** Words of names, of which a few ten thousand make up most of a million. */
export const MOST_REMEMBERED = 200_000
const AND = Buffer.from('and')

const [SEPARATOR, SPACE, AMPERSAND, OTHER] = [1, 2, 3, 4]
/** Brackets and the slash, between which a name may be said twice; apostrophes and signs that have another spelling. */
const TOLD_TWICE = "()[{/'`%$@"
/** What each byte is: a letter or digit, as a small one; else one of the four above. */
const MEANING = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte)
  if (/[a-z0-9]/iu.test(sign) && byte < 128) return sign.toLowerCase().charCodeAt(0)
  if (byte < 32 || byte > 126 || TOLD_TWICE.includes(sign)) return OTHER
  return sign === ' ' ? SPACE : sign === '&' ? AMPERSAND : SEPARATOR
})

export function createPlainWords({ learn, isSpecialRun }: WordLearner): PlainWords {
  const letters = new Uint8Array(LONGEST_PLAIN * AND.length + SPARE)
  const view = new DataView(letters.buffer)
  const words = new Int32Array(MOST_WORDS)
  const ends = new Int32Array(MOST_WORDS)
  const hashes = new Int32Array(MOST_WORDS)
  const special = new Uint8Array(MOST_REMEMBERED + MOST_WORDS)
  let ids: IdTable = createIdTable()
  let learnt = 0

  const textOf = (start: number, end: number): string =>
    Buffer.from(letters.buffer, start, end - start).toString('latin1')

  function wordAt(start: number, end: number): number {
    const word = ids.intern(letters, view, start, end)
    if (word === learnt) learnNext(textOf(start, end))
    return word
  }
  function learnNext(text: string): void {
    const word = learnt++
    special[word] = learn(text, word) ? 1 : 0
  }
  function forgetMany(): void {
    if (learnt < MOST_REMEMBERED) return
    ids = createIdTable()
    learnt = 0
  }

  const plain = {
    count: 0,
    words,
    letters,
    ends,
    hashes,
    read(bytes: Uint8Array, start: number, end: number): boolean {
      plain.count = 0
      if (end - start > LONGEST_PLAIN) return false
      forgetMany()
      let count = 0
      let used = 0
      let wordStart = 0
      let hash = NO_LETTERS
      let run = 0
      let runStart = 0
      let singles = 0
      for (let at = start; at <= end; at++) {
        const meaning = at === end ? SPACE : (MEANING[bytes[at] ?? 0] ?? 0)
        if (meaning > OTHER) {
          hash = addLetter(hash, meaning)
          letters[used++] = meaning
          continue
        }
        if (meaning === OTHER) return false
        if (used > wordStart) {
          singles = used - wordStart === 1 ? singles + 1 : 0
          if (singles > 1 || count === MOST_WORDS) return false
          const word = wordAt(wordStart, used)
          if (special[word] === 1) return false
          words[count] = word
          ends[count] = used
          hashes[count++] = hash
          wordStart = used
        }
        if (meaning === SPACE) {
          if (count - run > 1 && isSpecialRun(textOf(runStart, used))) return false
          run = count
          runStart = used
        } else if (meaning === AMPERSAND) {
          if (count === MOST_WORDS) return false
          for (const letter of AND) {
            hash = addLetter(hash, letter)
            letters[used++] = letter
          }
          words[count] = wordAt(wordStart, used)
          ends[count] = used
          hashes[count++] = hash
          wordStart = used
        }
      }
      plain.count = count
      return count > 0
    },
    numberOf(text: string): number {
      forgetMany()
      const word = ids.internText(text)
      if (word === learnt) learnNext(text)
      return word
    },
    isSpecial: (word: number) => special[word] === 1,
  }
  return plain
}
