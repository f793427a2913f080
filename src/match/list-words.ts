import { createIdTable, SPARE } from '../columns/id-table.js'
import { MAX_WORDS } from './normalise.js'

/** A name in plain letters as a run of words. */
export interface WordRun {
  /** Where its words stand among those of all names. */
  readonly from: number
  readonly to: number
  /** Words before its first comma; -1 where it has none behind its first sign. */
  readonly comma: number
  /** Has signs of which other readings are made: brackets, apostrophes and such. */
  readonly signs: boolean
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
  /** Their number so far. */
  readonly size: number
  /** In how many entries a word stands. */
  frequency(word: string): number
  frequencies(): Uint32Array
}

const LONGEST = 300
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
const AND = Uint8Array.from([...'and'].map((letter) => letter.charCodeAt(0)))

export function createListWords(): ListWords {
  const ids = createIdTable({ room: 1 << 12 })
  const texts: string[] = []
  let counts = new Uint32Array(1 << 12)
  /** The entry in which each word stood last, and one more. */
  let last = new Uint32Array(1 << 12)
  let words = new Int32Array(1 << 14)
  let used = 0
  const letters = new Uint8Array(LONGEST + SPARE)
  const view = new DataView(letters.buffer)
  const and = new Uint8Array(AND.length + SPARE)
  and.set(AND)
  const andView = new DataView(and.buffer)

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
    frequency: (text) => counts[ids.findText(text)] ?? 0,
    frequencies: () => counts.slice(0, texts.length),
    count(all, entry) {
      for (const word of all) counted(ids.internText(word), entry)
    },
    read(text, entry) {
      if (!isPlain(text)) return undefined
      const from = used
      let comma = -1
      // One at the very beginning parts nothing.
      const firstComma = text.indexOf(',') || -1
      let signs = false
      let length = 0
      for (let i = 0; i <= text.length; i++) {
        const meaning = i === text.length ? SEPARATOR : (MEANING[text.charCodeAt(i)] ?? OTHER)
        if (meaning > OTHER) {
          letters[length++] = meaning
          continue
        }
        if (meaning === SILENT || meaning === SIGN) signs = true
        if (meaning === SILENT) continue
        if (length > 0) put(counted(ids.intern(letters, view, 0, length), entry))
        length = 0
        if (meaning === AMPERSAND) put(counted(ids.intern(and, andView, 0, AND.length), entry))
        else if (meaning === COMMA && i === firstComma) comma = used - from
      }
      return used === from ? undefined : { from, to: used, comma, signs }
    },
  }
}

const PLAIN = /^[\x20-\x7e]*$/

/** Whether all of a name is in ASCII, and it has surely not too many words. */
function isPlain(text: string): boolean {
  if (text.length > LONGEST || !PLAIN.test(text)) return false
  // A word takes a sign and a blank, or is the word for one.
  if (text.length <= MAX_WORDS) return true
  let most = 1
  for (let i = 0; i < text.length; i++) {
    const meaning = MEANING[text.charCodeAt(i)] ?? OTHER
    if (meaning <= SIGN && meaning !== SILENT) most += meaning === AMPERSAND ? 2 : 1
  }
  return most <= MAX_WORDS
}

function wider<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
