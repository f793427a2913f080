import { at } from './bytes'
import { BREAKS, BOUNDS, CORES, FORM_ROOM, FORM_SLOTS, FORM_TEXTS, LETTERS, MOST_FORMS, NAMES } from './name-memory'
import { endOf, hashOfWords, mixed, split, startOf } from './name-words'

/** What a text of letters is: a legal form; one that may stand before a name; the first and the last word of such; what may part a cell into names. */
export const PHRASE: u32 = 1
export const LEADING: u32 = 2
export const FIRST: u32 = 4
export const LAST: u32 = 8
export const PARTS: u32 = 16
/** `trading`, which parts a cell before an `as` alone. */
export const TRADING: u32 = 32
export const AS: u32 = 64

/** As in src/match/legal-forms.ts. */
const MOST_OF_PHRASE: i32 = 7
const SLOTS: u32 = MOST_FORMS * 2

let texts: i32 = 0
let used: u32 = 0
let longest: u32 = 0
let letters: usize = 0

/** The slot of a text, or where it would be: its hash, where it stands, its length, what it is. */
function slotOf(hash: u32, text: usize, length: u32): usize {
  let place = FORM_SLOTS + ((hash & (SLOTS - 1)) << 4)
  for (let its = load<u32>(place, 8); its != 0; its = load<u32>(place, 8)) {
    if (load<u32>(place) == hash && its == length && memory.compare(load<u32>(place, 4), text, length) == 0) break
    place += 16
    if (place == FORM_SLOTS + SLOTS * 16) place = FORM_SLOTS
  }
  return place
}

/** Knows the text of small letters that stands where names do; whether it could. */
export function know(length: u32, what: u32): bool {
  if (split(NAMES, NAMES + length, LETTERS) != 1 || texts == MOST_FORMS || used + length > <u32>FORM_ROOM) return false
  const hash = hashOfWords(0, 1)
  const slot = slotOf(hash, LETTERS, length)
  if (load<u32>(slot, 8) == 0) {
    const text = FORM_TEXTS + used
    memory.copy(text, LETTERS, length)
    store<u32>(slot, hash)
    store<u32>(slot, <u32>text, 4)
    store<u32>(slot, length, 8)
    used += length
    longest = max(longest, length)
    texts++
  }
  store<u32>(slot, load<u32>(slot, 12) | what, 12)
  return true
}

function what(from: i32, to: i32): u32 {
  const start = startOf(from)
  const length = <u32>(startOf(to) - start)
  return length > longest ? 0 : load<u32>(slotOf(hashOfWords(from, to), letters + start, length), 12)
}

function isLetterAlone(word: i32): bool {
  return endOf(word) - startOf(word) == 1
}

/** As in `splitForms`: an acronym is not cut. */
function cutsLetters(from: i32, place: i32, to: i32): bool {
  if (place <= from || !isLetterAlone(place) || !isLetterAlone(place - 1)) return false
  return place - from < 2 || to - place < 3
}

function formAtEnd(from: i32, to: i32): i32 {
  for (let length = min(MOST_OF_PHRASE, to - from - 1); length > 0; length--)
    if ((what(to - length, to) & PHRASE) != 0 && !cutsLetters(from, to - length, to)) return length
  return 0
}

function formAtStart(from: i32, to: i32): i32 {
  for (let length = min(MOST_OF_PHRASE, to - from - 1); length > 0; length--)
    if ((what(from, from + length) & LEADING) != 0) return length
  return 0
}

/** Blank, comma, semicolon, bracket. */
function isBeforeParts(byte: u32): bool {
  return byte == 0x20 || byte == 0x2c || byte == 0x3b || byte == 0x28
}

/** Whether a word may part the cell that begins at `name` into several names. */
function mayHaveParts(name: usize, count: i32): bool {
  for (let word = 0; word < count; word++) {
    const before = <usize>load<u32>(BREAKS + word * 4)
    if (before < name || !isBeforeParts(at(before))) continue
    const its = what(word, word + 1)
    if ((its & PARTS) != 0) return true
    if ((its & TRADING) != 0 && word + 1 < count && (what(word + 1, word + 2) & AS) != 0) return true
  }
  return false
}

/** Folds names until one that is for the reader of texts, and gives how many: the bounds of their cores are in CORES, from there. */
export function fold(first: i32, count: i32): i32 {
  letters = LETTERS
  for (let name = first; name < count; name++) {
    const bounds = BOUNDS + name * 8
    const start = NAMES + <usize>load<u32>(bounds)
    const words = split(start, NAMES + <usize>load<u32>(bounds, 4), letters)
    if (words <= 0 || mayHaveParts(start, words)) return name - first
    let from = 0
    let to = words
    for (;;) {
      const back = (what(to - 1, to) & LAST) != 0 ? formAtEnd(from, to) : 0
      to -= back
      const front = (what(from, from + 1) & FIRST) != 0 ? formAtStart(from, to) : 0
      from += front
      if (back == 0 && front == 0) break
    }
    const core = CORES + (name - first) * 8
    store<u32>(core, <u32>(letters + startOf(from)))
    store<u32>(core, <u32>(letters + startOf(to)), 4)
    letters += startOf(words)
  }
  return count - first
}
