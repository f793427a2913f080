import { createIdTable, SPARE, type IdTable } from '../columns/id-table.js'
import { formTable, MAX_PHRASE } from './legal-forms.js'
import { MAX_LETTERS, MAX_WORDS } from './normalise.js'

/** Folds names from their bytes, without a string a word: of a million names most are plain ASCII. */
export interface ByteFold {
  /** The core of the name that was folded last, from 0 on, with bytes to spare behind it. */
  readonly core: Uint8Array
  readonly view: DataView
  readonly start: number
  readonly end: number
  /**
   * Whether `bytes[start..end)` is a name whose core `foldName` gives from its letters as they stand, with no other reading; anything that it may
   * see in another way (other scripts, controls, very long names) is left to it.
   */
  fold(bytes: Uint8Array, start: number, end: number): boolean
}

/** What a letter or digit becomes, small; the others are 0. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, byte) => {
  const sign = String.fromCharCode(byte)
  return /[a-z0-9]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})
const FIRST_PLAIN = 0x20
const LAST_PLAIN = 0x7e
const APOSTROPHE = 0x27
const BACKTICK = 0x60
const AND_SIGN = 0x26
const AND = Buffer.from('and')

interface Phrases {
  readonly classes: IdTable
  readonly leading: IdTable
  readonly firstWords: IdTable
  readonly lastWords: IdTable
}

let phrases: Phrases | undefined
function phrasesOfForms(): Phrases {
  const { classes, leading, firstWords, lastWords } = formTable()
  return (phrases ??= {
    classes: tableOf(classes.keys()),
    leading: tableOf(leading),
    firstWords: tableOf(firstWords),
    lastWords: tableOf(lastWords),
  })
}

function tableOf(texts: Iterable<string>): IdTable {
  const table = createIdTable()
  for (const text of texts) table.internText(text)
  return table
}

export function createByteFold(): ByteFold {
  const { classes, leading, firstWords, lastWords } = phrasesOfForms()
  /** Letters of all words without spaces between them, so that a phrase of several is one piece. */
  const letters = new Uint8Array(MAX_LETTERS * AND.length + SPARE)
  const view = new DataView(letters.buffer)
  /** Where each word begins, and at the place after the last where that ends. */
  const words = new Int32Array(MAX_WORDS + 2)
  let count = 0

  const has = (table: IdTable, first: number, last: number): boolean =>
    table.find(letters, view, words[first] ?? 0, words[last] ?? 0) !== -1
  const lengthOf = (word: number): number => (words[word + 1] ?? 0) - (words[word] ?? 0)

  /** Finds the words; whether there are some, and none too many. */
  function split(bytes: Uint8Array, start: number, end: number): boolean {
    let used = 0
    let word = 0
    count = 0
    for (let at = start; at <= end; at++) {
      const byte = at === end ? FIRST_PLAIN : (bytes[at] ?? 0)
      if (byte < FIRST_PLAIN || byte > LAST_PLAIN) return false
      const letter = FOLDED[byte] ?? 0
      if (letter !== 0) {
        letters[used++] = letter
        continue
      }
      if (byte === APOSTROPHE || byte === BACKTICK) continue
      if (used > word) {
        words[count++] = word
        word = used
      }
      if (byte === AND_SIGN) {
        letters.set(AND, used)
        words[count++] = used
        used += AND.length
        word = used
      }
      if (count > MAX_WORDS) return false
    }
    words[count] = used
    return count > 0
  }

  function phraseAtEnd(from: number, to: number): number {
    for (let length = Math.min(MAX_PHRASE, to - from - 1); length > 0; length--) {
      if (has(classes, to - length, to) && !cutsLetters(from, to - length, to)) return length
    }
    return 0
  }

  /** As in `splitForms`: an acronym is not cut. */
  function cutsLetters(from: number, at: number, to: number): boolean {
    if (lengthOf(at) !== 1 || at <= from || lengthOf(at - 1) !== 1) return false
    return at - from < 2 || to - at < 3
  }

  function phraseAtStart(from: number, to: number): number {
    for (let length = Math.min(MAX_PHRASE, to - from - 1); length > 0; length--) {
      if (has(leading, from, from + length)) return length
    }
    return 0
  }

  const folder = {
    core: letters,
    view,
    start: 0,
    end: 0,
    fold(bytes: Uint8Array, start: number, end: number): boolean {
      if (end - start > MAX_LETTERS || !split(bytes, start, end)) return false
      let from = 0
      let to = count
      for (;;) {
        const back = has(lastWords, to - 1, to) ? phraseAtEnd(from, to) : 0
        to -= back
        const front = has(firstWords, from, from + 1) ? phraseAtStart(from, to) : 0
        from += front
        if (back === 0 && front === 0) break
      }
      folder.start = words[from] ?? 0
      folder.end = words[to] ?? 0
      return true
    },
  }
  return folder
}
