import { MASKS, MOST_KNOWN, RECORD_BYTES, RECORDS, WORD_BYTES, WORD_SLOTS } from './name-memory'
import { addLetter } from './name-words'

// A word that was met, as a record. Its letters, with zeros behind them; then what it is found by, in bytes from the first:
const BY: usize = 32
// and what JavaScript has learnt of it (src/match/name-looks.ts): hashes of its letters and of the consonants of its sound, its bits, its letters, how
// many consonants it adds to a word before it, the initials of it and of its Russian word, and those consonants.
export const HASH: usize = 36
export const CONSONANTS: usize = 40
export const BITS: usize = 44
export const LENGTH: usize = 46
export const FURTHER: usize = 47
export const INITIAL: usize = 48
export const SLAVIC: usize = 49
export const CLASSES: usize = 50
export const MOST_FURTHER: i32 = 14

/** How many words are known. */
export let known: i32 = 0
let slots: u32 = 0

const FIRST_SLOTS: u32 = 0x1000

export function forget(): void {
  known = 0
  slots = FIRST_SLOTS
  memory.fill(WORD_SLOTS, 0, FIRST_SLOTS * 8)
}

export function recordOf(word: i32): usize {
  return RECORDS + <usize>word * RECORD_BYTES
}

function put(by: u32, entry: u32): void {
  let slot = by & (slots - 1)
  while (load<u32>(WORD_SLOTS + (slot << 3), 4) != 0) slot = (slot + 1) & (slots - 1)
  store<u32>(WORD_SLOTS + (slot << 3), by)
  store<u32>(WORD_SLOTS + (slot << 3), entry, 4)
}

function grow(): void {
  slots *= 2
  memory.fill(WORD_SLOTS, 0, slots * 8)
  for (let word = 0; word < known; word++) put(load<u32>(recordOf(word), BY), word + 1)
}

/** The word of so many letters, `WORD_BYTES` at most; -1 where it was not met, or, with `add`, a new one. */
export function wordOf(by: u32, letters: usize, length: usize, add: bool): i32 {
  const first = v128.and(v128.load(letters), v128.load(MASKS + WORD_BYTES - length))
  const second = v128.and(v128.load(letters, 16), v128.load(MASKS + WORD_BYTES + 16 - length))
  for (let slot = by & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const place = WORD_SLOTS + (slot << 3)
    const entry = load<u32>(place, 4)
    if (entry == 0) break
    if (load<u32>(place) != by) continue
    const record = recordOf(entry - 1)
    const other = v128.or(v128.xor(v128.load(record), first), v128.xor(v128.load(record, 16), second))
    if (!v128.any_true(other)) return entry - 1
  }
  if (!add || known == MOST_KNOWN) return -1
  const record = recordOf(known)
  v128.store(record, first)
  v128.store(record, second, 16)
  store<u32>(record, by, BY)
  store<u16>(record, 0, BITS)
  known++
  if (<u32>known * 2 > slots) grow()
  else put(by, known)
  return known - 1
}

/** The hash of a word with the letters of another behind it. */
export function hashWith(word: usize, next: usize, length: i32): u32 {
  let hash = load<u32>(word, HASH)
  for (let place = 0; place < length; place++) hash = addLetter(hash, load<u8>(next + place))
  return hash
}

/** The hash of the consonants of two words. */
export function consonantsWith(word: usize, next: usize): u32 {
  let hash = load<u32>(word, CONSONANTS)
  const end = <usize>load<u8>(next, FURTHER)
  for (let place: usize = 0; place < end; place++) hash = addLetter(hash, load<u8>(next + place, CLASSES))
  return hash
}
