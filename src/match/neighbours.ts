import { addLetter, hashText, NO_LETTERS } from './hash-lists.js'
import type { Keys } from './keys.js'
import type { Token } from './tokens.js'

const LONGEST = 24

/** Letters that hands and ears mistake for one another, as `similarity.ts` has them, but each in one class alone. */
const CLASSES: readonly string[] = ['aeiouy', 'bp', 'dt', 'gkhq', 'szcjSCZ', 'vfw', 'mn', 'rl1', '0o']
const CLASS_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return CLASSES.find((letters) => letters.includes(letter))?.charCodeAt(0) ?? code
})
const VOWEL = 'a'.charCodeAt(0)

/** A word as it is spelt and as it sounds. */
export type Spelt = Pick<Token, 'text' | 'sound'>

const CLASS_SEED = 0x51ab_73c9
const SKELETON_SEED = 0x1f35_7a2b
/** Of so few letters that one left out leaves nothing to go by. */
const LONGEST_BY_CLASS = 4
const LEAST_CONSONANTS = 2
const FEW_CONSONANTS = 4

/**
 * Puts each key under which a word is filed so that words spelt or sounding nearly like it meet it: its sound, its sound and
 * its letters with any one left out, the classes of its consonants, and these with one left out. Two words that share a key differ by
 * about one typo, by two of which one is a vowel, or by letters that are mistaken for one another.
 */
export function putNearKeys({ text, sound }: Spelt, keys: Keys): void {
  if (sound.length > LONGEST || text.length > LONGEST) return keys.put(hashText(sound))
  putShortened(sound, keys)
  if (text !== sound) putShortened(text, keys)
  putByClass(sound, keys)
}

/** The hash of a word with each of its letters left out; returns that of the whole word. */
export function putLettersLeftOut(text: string, keys: Keys): number {
  let before = NO_LETTERS
  for (let skip = 0; skip < text.length; skip++) {
    let hash = before
    for (let i = skip + 1; i < text.length; i++) hash = addLetter(hash, text.charCodeAt(i))
    keys.put(hash)
    before = addLetter(before, text.charCodeAt(skip))
  }
  return before
}

function putShortened(text: string, keys: Keys): void {
  keys.put(text.length > 2 ? putLettersLeftOut(text, keys) : hashText(text))
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

function putByClass(sound: string, keys: Keys): void {
  let whole = CLASS_SEED
  let count = 0
  for (let i = 0; i < sound.length; i++) {
    const letter = CLASS_OF[sound.charCodeAt(i) & 127] ?? 0
    whole = addLetter(whole, letter)
    if (i === 0 || letter !== VOWEL) classes[count++] = letter
  }
  if (sound.length <= LONGEST_BY_CLASS) keys.put(whole)
  if (count < LEAST_CONSONANTS) return
  for (let skip = count > FEW_CONSONANTS ? 0 : count; skip <= count; skip++)
    keys.put(hashOfClasses(SKELETON_SEED, count, skip))
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
export function putKeysLackingOne({ sound }: Spelt, keys: Keys): void {
  const count = readClasses(sound)
  if (count === FEW_CONSONANTS)
    for (let skip = 0; skip < count; skip++) keys.put(hashOfClasses(LACKING_SEED, count, skip))
}

/** The further keys under which a word that is looked for meets those that have a consonant more or less. */
export function putKeysToOneMore({ sound }: Token, keys: Keys): void {
  const count = readClasses(sound)
  if (count === FEW_CONSONANTS - 1) keys.put(hashOfClasses(LACKING_SEED, count, count))
  if (count === FEW_CONSONANTS)
    for (let skip = 0; skip < count; skip++) keys.put(hashOfClasses(SKELETON_SEED, count, skip))
}
