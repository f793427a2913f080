import { createIdTable, SPARE } from '../columns/id-table.js'
import { addLetter, NO_LETTERS } from './hash-lists.js'
import { MAX_WORDS } from './normalise.js'

/** A name in plain letters as a run of words. */
export interface WordRun {
  /** Where its words stand among those of all names. */
  readonly from: number
  readonly to: number
  /** Words before its first comma; -1 where it has none behind its first sign. */
  readonly comma: number
  /** Has signs of which other readings are made: brackets and such, and apostrophes that may part a word. */
  readonly signs: boolean
  /** Hashes of all its letters, and of those behind the comma and then those before it. */
  readonly letters: number
  readonly turned: number
}

/**
 * The words of all names of a list, as numbers from 0 in the order in which they first come, and in how many entries each stands: a party's many
 * aliases do not make its own word a common one.
 */
export interface ListWords {
  /** Splits a name of an entry as `normaliseName` does, without a string a word; `undefined` where that is for `normaliseName` to do. */
  read(text: string, entry: number): WordRun | undefined
  /** Counts the words of a name that was split elsewhere. */
  count(words: readonly string[], entry: number): void
  /** The word at a place of a run. */
  at(place: number): number
  textOf(word: number): string
  /** The number of a word, -1 of one that no name has. */
  find(text: string): number
  /** Their number so far. */
  readonly size: number
  /** In how many entries a word stands, by its number and by its text. */
  holdersOf(word: number): number
  frequency(word: string): number
  frequencies(): Uint32Array
}

const LONGEST = 300
/** Words that no entry before it has, of an entry; letters of a word, with where it begins; places at which a word stands. OFAC's have 2, 8 and 3. */
const [USUAL_WORDS, USUAL_LETTERS, USUAL_PLACES] = [3, 16, 4]
const [LEAST_ROOM, MOST_ROOM] = [1 << 12, 1 << 16]
const [SEPARATOR, COMMA, AMPERSAND, SILENT, SIGN, OTHER] = [1, 2, 3, 4, 5, 6]
/** What each sign is: a letter or digit, as a small one; else one of those above. */
const MEANING = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase().charCodeAt(0)
  if (code < 32 || code > 126) return OTHER
  if (sign === "'" || sign === '`') return SILENT
  if (sign === ',') return COMMA
  if (sign === '&') return AMPERSAND
  return '([{/%$@'.includes(sign) ? SIGN : SEPARATOR
})
const isLetter = (code: number): boolean => (MEANING[code] ?? OTHER) >= SMALL_A
const SMALL_A = 'a'.charCodeAt(0)
/** Whether a silent sign stands between a letter and two: one before a word, behind it or behind all but its last letter parts nothing. */
function mayPart(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1)) && isLetter(text.charCodeAt(at + 2))
}
const AND = Uint8Array.from([...'and'].map((letter) => letter.charCodeAt(0)))

/** @param entries of so many entries: then nothing has to grow of an official list, and what grows while its code is new is compiled again. */
export function createListWords(entries = 0): ListWords {
  const room = Math.min(Math.max(LEAST_ROOM, entries * USUAL_WORDS), MOST_ROOM)
  const ids = createIdTable({ room, arenaRoom: room * USUAL_LETTERS })
  const texts: string[] = []
  let counts = new Uint32Array(room)
  /** The entry in which each word stood last, and one more. */
  let last = new Uint32Array(room)
  let words = new Int32Array(room * USUAL_PLACES)
  let used = 0
  /** Letters of the words of a name, one after the other, and where each begins and the last ends. */
  const letters = new Uint8Array(LONGEST * AND.length + SPARE)
  const view = new DataView(letters.buffer)
  const bounds = new Int32Array(MAX_WORDS + 2)
  let comma = -1
  let signs = false

  /** Finds the words of a name; returns how many they are, 0 where it is for `normaliseName` to split. */
  function split(text: string): number {
    if (text.length > LONGEST) return 0
    let count = 0
    let length = 0
    let before = 0
    let hasComma = false
    comma = -1
    signs = false
    for (let i = 0; i <= text.length; i++) {
      const meaning = i === text.length ? SEPARATOR : (MEANING[text.charCodeAt(i)] ?? OTHER)
      if (meaning > OTHER) {
        letters[length++] = meaning
        continue
      }
      if (meaning === OTHER) return 0
      if (meaning === SIGN || (meaning === SILENT && mayPart(text, i))) signs = true
      if (meaning === SILENT) continue
      if (length > before) {
        bounds[++count] = length
        before = length
      }
      if (meaning === AMPERSAND) {
        letters.set(AND, length)
        length += AND.length
        bounds[++count] = length
        before = length
      }
      if (count > MAX_WORDS) return 0
      // One at the very beginning parts nothing.
      if (meaning === COMMA && !hasComma && i > 0) comma = count
      if (meaning === COMMA) hasComma = true
    }
    return count
  }

  function hashOfLetters(before: number, from: number, to: number): number {
    let hash = before
    for (let at = from; at < to; at++) hash = addLetter(hash, letters[at] ?? 0)
    return hash
  }

  function counted(word: number, entry: number): number {
    if (word === texts.length) {
      texts.push(ids.textOf(word))
      if (word === counts.length) {
        counts = wider(counts, new Uint32Array(word * 2))
        last = wider(last, new Uint32Array(word * 2))
      }
    }
    if (last[word] === entry + 1) return word
    last[word] = entry + 1
    counts[word] = (counts[word] ?? 0) + 1
    return word
  }
  const put = (word: number): void => {
    if (used === words.length) words = wider(words, new Int32Array(used * 2))
    words[used++] = word
  }

  return {
    get size() {
      return texts.length
    },
    at: (place) => words[place] ?? 0,
    textOf: (word) => texts[word] ?? '',
    find: ids.findText,
    holdersOf: (word) => counts[word] ?? 0,
    frequency: (text) => counts[ids.findText(text)] ?? 0,
    frequencies: () => counts.slice(0, texts.length),
    count(all, entry) {
      for (const word of all) counted(ids.internText(word), entry)
    },
    read(text, entry) {
      const count = split(text)
      if (count === 0) return undefined
      const from = used
      for (let word = 0; word < count; word++)
        put(counted(ids.intern(letters, view, bounds[word] ?? 0, bounds[word + 1] ?? 0), entry))
      const end = bounds[count] ?? 0
      const middle = comma > 0 ? (bounds[comma] ?? 0) : 0
      const whole = hashOfLetters(NO_LETTERS, 0, end)
      const turned = middle === 0 ? whole : hashOfLetters(hashOfLetters(NO_LETTERS, middle, end), 0, middle)
      return { from, to: used, comma, signs, letters: whole, turned }
    },
  }
}

function wider<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
