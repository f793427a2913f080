import { at, isDigit, isLetter, SPACE } from './bytes'
import {
  BREAKS,
  ENDS,
  HASHES,
  INVERSES,
  MASKS,
  MEANINGS,
  MOST_LETTERS,
  MOST_SUMMED,
  MOST_WORDS,
  SIGNS,
  SUMS,
  WORD_BYTES,
} from './name-memory'

// What a byte is: a small letter or a digit, as itself; else one of these. Odd signs part words as separators do.
const SEPARATOR: u32 = 1
const BLANK: u32 = 2
const AMPERSAND: u32 = 3
const ODD: u32 = 4
const SILENT: u32 = 5
const FOREIGN: u32 = 6

/** Signs of a word: a space parts it from the one before; it is an `and` that stood as a sign. */
export const SPACED: u32 = 1
export const SIGN: u32 = 2

const AND_LETTERS: u32 = 0x646e61
const NO_LETTERS: u32 = 0x811c9dc5
const HASH_PRIME: u32 = 0x01000193
/** Of the sums, and what multiplied with it gives one. */
const SUM_PRIME: u32 = 0x9e3779b1
const SUM_INVERSE: u32 = 0x0e8b2f51

/** Whether the name at hand has signs that may be read in more ways than one: brackets, the slash, apostrophes. */
export let isOdd: bool = false

export function setUpWords(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let meaning = byte < 0x20 || byte > 0x7e ? FOREIGN : SEPARATOR
    if (isDigit(byte)) meaning = byte
    if (isLetter(byte)) meaning = byte | 0x20
    store<u8>(MEANINGS + byte, <u8>meaning)
  }
  store<u8>(MEANINGS + SPACE, <u8>BLANK)
  store<u8>(MEANINGS + 0x26, <u8>AMPERSAND)
  // ( ) [ { / % $ @, and the two apostrophes.
  const odd: u64 = 0x402425_2f7b5b2928
  for (let place = 0; place < 64; place += 8) store<u8>(MEANINGS + <usize>((odd >> place) & 0xff), <u8>ODD)
  store<u8>(MEANINGS + 0x27, <u8>SILENT)
  store<u8>(MEANINGS + 0x60, <u8>SILENT)
  let inverse: u32 = 1
  for (let place = 0; place <= MOST_SUMMED; place++) {
    store<u32>(INVERSES + place * 4, inverse)
    inverse *= SUM_INVERSE
  }
  memory.fill(MASKS, 0xff, WORD_BYTES)
  memory.fill(MASKS + WORD_BYTES, 0, WORD_BYTES)
}

/** The hash after one more letter: `addLetter` of src/match/hash-lists.ts. */
export function addLetter(hash: u32, letter: u32): u32 {
  return (hash ^ letter) * HASH_PRIME
}

export function endOf(word: i32): usize {
  return load<u32>(ENDS + word * 4 + 4)
}

export function startOf(word: i32): usize {
  return load<u32>(ENDS + word * 4)
}

/** Of all letters up to the end of a word. */
export function hashAfter(word: i32): u32 {
  return load<u32>(HASHES + word * 4 + 4)
}

export function signsOf(word: i32): u32 {
  return load<u32>(SIGNS + word * 4)
}

/** A hash of the letters of some words, whatever stands before them. */
export function hashOfWords(from: i32, to: i32): u32 {
  const sum = load<u32>(SUMS + to * 4) - load<u32>(SUMS + from * 4)
  return mixed(sum * load<u32>(INVERSES + (startOf(from) << 2)))
}

export function mixed(sum: u32): u32 {
  const its = (sum ^ (sum >> 15)) * 0x2c1b3c6d
  return its ^ (its >> 13)
}

/** Notes a word: its signs, the place before it, and of all letters up to its end how many there are, their sum and their hash. */
function note(place: i32, signs: u32, before: usize, used: u32, sum: u32, hash: u32): void {
  const word = place << 2
  store<u32>(SIGNS + word, signs)
  store<u32>(BREAKS + word, <u32>before)
  store<u32>(ENDS + word, used, 4)
  store<u32>(SUMS + word, sum, 4)
  store<u32>(HASHES + word, hash, 4)
}

/**
 * Finds the words of the name that stands from `from` to `to`, and puts their letters, small and without spaces, to `letters`. By word there are then
 * where it ends among these, a hash of all letters up to there, a sum of them, of which `hashOfWords` is made, its signs, and the place of the byte that
 * parts it from what stands before. Gives how many; -1 for a name that is not all of ASCII, or too long.
 */
export function split(from: usize, to: usize, letters: usize): i32 {
  isOdd = false
  if (to - from > <usize>MOST_LETTERS) return -1
  let used: u32 = 0
  let start: u32 = 0
  let count = 0
  let hash = NO_LETTERS
  let sum: u32 = 0
  let power: u32 = 1
  let before = from - 1
  let signs = SPACED
  store<u32>(ENDS, 0)
  store<u32>(SUMS, 0)
  for (let place = from; place <= to; place++) {
    const meaning: u32 = place == to ? BLANK : load<u8>(MEANINGS + at(place))
    if (meaning > FOREIGN) {
      store<u8>(letters + used, <u8>meaning)
      used++
      hash = addLetter(hash, meaning)
      sum += meaning * power
      power *= SUM_PRIME
      continue
    }
    if (meaning == SILENT) {
      isOdd = true
      continue
    }
    if (meaning == FOREIGN) return -1
    if (used > start) {
      if (count == MOST_WORDS) return -1
      note(count++, signs, before, used, sum, hash)
      start = used
      signs = 0
    }
    before = place
    if (meaning == BLANK) signs = SPACED
    else if (meaning == ODD) isOdd = true
    else if (meaning == AMPERSAND) {
      if (count == MOST_WORDS) return -1
      for (let its = AND_LETTERS; its != 0; its >>= 8) {
        store<u8>(letters + used, <u8>its)
        used++
        hash = addLetter(hash, its & 0xff)
        sum += (its & 0xff) * power
        power *= SUM_PRIME
      }
      note(count++, signs | SIGN, before, used, sum, hash)
      start = used
      signs = 0
    }
  }
  return count
}
