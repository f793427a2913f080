import { addLetter, hashText, NO_LETTERS } from './hash-lists.js'
import type { Token } from './tokens.js'

const LONGEST = 24

/** Letters that hands and ears mistake for one another, as `similarity.ts` has them, but each in one class alone. */
const CLASSES: readonly string[] = ['aeiouy', 'bp', 'dt', 'gkhq', 'szcjSCZ', 'vfw', 'mn', 'rl1', '0o']
const CLASS_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return CLASSES.find((letters) => letters.includes(letter))?.charCodeAt(0) ?? code
})
const VOWEL = 'a'.charCodeAt(0)

function hashWithout(text: string, skip: number): number {
  let hash = NO_LETTERS
  for (let i = 0; i < text.length; i++) if (i !== skip) hash = addLetter(hash, text.charCodeAt(i))
  return hash
}

/** A word as it is spelt and as it sounds. */
export type Spelt = Pick<Token, 'text' | 'sound'>

const CLASS_SEED = 0x51ab_73c9
const SKELETON_SEED = 0x1f35_7a2b
/** Of so few letters that one left out leaves nothing to go by. */
const LONGEST_BY_CLASS = 4
const LEAST_CONSONANTS = 2
const FEW_CONSONANTS = 4

/**
 * Calls `found` for each key under which a word is filed so that words spelt or sounding nearly like it meet it: its sound, its sound and
 * its letters with any one left out, the classes of its consonants, and these with one left out. Two words that share a key differ by
 * about one typo, by two of which one is a vowel, or by letters that are mistaken for one another.
 */
export function eachNearKey({ text, sound }: Spelt, found: (hash: number) => void): void {
  if (sound.length > LONGEST || text.length > LONGEST) return found(hashText(sound))
  eachShortened(sound, found)
  if (text !== sound) eachShortened(text, found)
  eachByClass(sound, found)
}

/** The hash of a word with each of its letters left out. */
export function eachLettersLeftOut(text: string, found: (hash: number) => void): void {
  for (let skip = 0; skip < text.length; skip++) found(hashWithout(text, skip))
}

function eachShortened(text: string, found: (hash: number) => void): void {
  for (let skip = text.length > 2 ? 0 : text.length; skip <= text.length; skip++) found(hashWithout(text, skip))
}

/** The classes of a sound's consonants, or of two sounds that make one word. */
export function hashOfConsonants(sound: string, next = ''): number {
  let hash = SKELETON_SEED
  for (let i = 0; i < sound.length + next.length; i++) {
    const letter = classOf(i < sound.length ? sound.charCodeAt(i) : next.charCodeAt(i - sound.length))
    if (i === 0 || letter !== VOWEL) hash = addLetter(hash, letter)
  }
  return hash
}

/** That hash of the first of two sounds, which is not empty, with the consonants of the second. */
export function addConsonants(hashOfFirst: number, next: string): number {
  let hash = hashOfFirst
  for (let i = 0; i < next.length; i++) {
    const letter = classOf(next.charCodeAt(i))
    if (letter !== VOWEL) hash = addLetter(hash, letter)
  }
  return hash
}

/** Puts what the second of two sounds adds to that hash, a letter after the other, from `at` on, `most` at most; returns how many they are. */
export function putConsonants(sound: string, into: Uint8Array, at: number, most: number): number {
  let count = 0
  for (let i = 0; i < sound.length; i++) {
    const letter = classOf(sound.charCodeAt(i))
    if (letter === VOWEL) continue
    if (count < most) into[at + count] = letter
    count++
  }
  return count
}

function classOf(code: number): number {
  return CLASS_OF[code & 127] ?? 0
}

const classes = new Uint8Array(LONGEST)

function eachByClass(sound: string, found: (hash: number) => void): void {
  let whole = CLASS_SEED
  let count = 0
  for (let i = 0; i < sound.length; i++) {
    const letter = CLASS_OF[sound.charCodeAt(i) & 127] ?? 0
    whole = addLetter(whole, letter)
    if (i === 0 || letter !== VOWEL) classes[count++] = letter
  }
  if (sound.length <= LONGEST_BY_CLASS) found(whole)
  if (count < LEAST_CONSONANTS) return
  for (let skip = count > FEW_CONSONANTS ? 0 : count; skip <= count; skip++)
    found(hashOfClasses(SKELETON_SEED, count, skip))
}

/** Puts the classes of a sound's consonants, and of its first letter, into `classes`; returns how many they are. */
function readClasses(sound: string): number {
  let count = 0
  for (let i = 0; i < sound.length && count < LONGEST; i++) {
    const letter = classOf(sound.charCodeAt(i))
    if (i === 0 || letter !== VOWEL) classes[count++] = letter
  }
  return count
}

function hashOfClasses(seed: number, count: number, skip: number): number {
  let hash = seed
  for (let i = 0; i < count; i++) if (i !== skip) hash = addLetter(hash, classes[i] ?? 0)
  return hash
}

const LACKING_SEED = 0x3b91_e0d7

/**
 * Two words of few consonants of which one has a consonant more (`Hiyatullah`, `Hidayatullah`): a further key of the longer one where it is filed. So few
 * classes that any one of them may be left out on both sides would be those of a hundred words.
 */
export function eachKeyLackingOne({ sound }: Spelt, found: (hash: number) => void): void {
  const count = readClasses(sound)
  if (count === FEW_CONSONANTS) for (let skip = 0; skip < count; skip++) found(hashOfClasses(LACKING_SEED, count, skip))
}

/** The further keys under which a word that is looked for meets those that have a consonant more or less. */
export function eachKeyToOneMore({ sound }: Token, found: (hash: number) => void): void {
  const count = readClasses(sound)
  if (count === FEW_CONSONANTS - 1) found(hashOfClasses(LACKING_SEED, count, count))
  if (count === FEW_CONSONANTS)
    for (let skip = 0; skip < count; skip++) found(hashOfClasses(SKELETON_SEED, count, skip))
}
