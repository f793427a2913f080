import type { FoldedName } from './fold.js'
import { classIn, type Reading } from './word-likeness.js'
import { hashText, type HashLists, type NumberLists } from './hash-lists.js'
import type { Keys } from './keys.js'
import { hashOfConsonants, type Spelt } from './neighbours.js'
import type { TextPool } from './text-pool.js'
import type { PreparedName, Token } from './tokens.js'
import type { WordKind } from './words.js'

/**
 * The names of a list that are compared in one reading, and their words, as typed arrays: what a search needs without a prepared name.
 * Names and words are numbers from 0 up.
 */
export interface ReadingIndex {
  readonly reading: Reading
  /** Of each name: the entry, which of its names, and how it was made of that (`NAME_KINDS`; which one of several). */
  readonly entry: Uint32Array
  readonly nameOfEntry: Uint16Array
  readonly kind: Uint8Array
  readonly part: Uint8Array
  /** Weights of its own words and of the others, and how many its own words, and its single letters, are. */
  readonly ownWeight: Float32Array
  readonly softWeight: Float32Array
  readonly ownWords: Uint8Array
  readonly marks: Uint8Array
  /** Its own words. */
  readonly words: NumberLists
  /** Of each word: its text (and letters of another script behind a space), its letters as bits, the names that it leads to. */
  readonly texts: TextPool
  readonly letters: Int32Array
  readonly names: NumberLists
  readonly byText: HashLists
  readonly near: HashLists
  readonly byMeaning: HashLists
  /** Words by what two that make them have in common with them. */
  readonly asJoined: HashLists
  /** Names by two neighbouring words joined, by their initials, and by what folding leaves of them or frames their one own word. */
  readonly joined: HashLists
  readonly acronyms: HashLists
  readonly cores: HashLists
}

export const NAME_KINDS = ['own', 'turned', 'described', 'rendered'] as const
/**
 * `turned`: a person's `LAST, First` written first name first; `described`: what a longer name says that the entry leads; `rendered`:
 * another reading of it, such as its translation.
 */
export type NameKind = (typeof NAME_KINDS)[number]

/** A name to be filed. */
export interface FiledName {
  readonly entry: number
  readonly nameOfEntry: number
  readonly kind: NameKind
  readonly part: number
}

/** What a name is filed under. */
export interface NameWords {
  /** Hashes of what folding leaves of it, in each reading. */
  readonly cores: readonly number[]
  /** By the numbers that `collectWords` gives them. */
  readonly words: readonly number[]
  /** Legal forms, which may close its acronym. */
  readonly setAside: readonly string[]
}

/** Letters of two words that may be one, and that may be so with a slip. */
export const SHORTEST_JOINED = 5
export const SHORTEST_WITH_SLIP = 8

/** The hashes of neighbouring words that may be one on the other side, and where the first of them stands. */
export function eachJoined(words: readonly Token[], found: (hash: number, at: number) => void): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const a = words[i]
    const b = words[i + 1]
    if (a !== undefined && b !== undefined) eachJoinedPair(a, b, hashText(a.text), (hash) => found(hash, i))
  }
}

/** The hashes of two words that may be one: of their letters, and of long ones' consonants, for a slip. */
export function eachJoinedPair(a: Token, b: Token, hashOfFirst: number, found: (hash: number) => void): void {
  const length = a.text.length + b.text.length
  if (length < SHORTEST_JOINED) return
  found(hashText(b.text, hashOfFirst))
  if (length >= SHORTEST_WITH_SLIP) found(hashOfConsonants(a.sound, b.sound))
}

/** The hashes under which a word meets two that make it. */
export function putAsJoined({ text, sound }: Spelt, keys: Keys): void {
  if (text.length < SHORTEST_JOINED) return
  keys.put(hashText(text))
  if (text.length >= SHORTEST_WITH_SLIP) keys.put(hashOfConsonants(sound))
}

/** What a prepared name is filed under. */
export function coresOf({ core, alternates }: FoldedName): readonly number[] {
  return alternates.length === 0 ? [hashText(core)] : [core, ...alternates].map((text) => hashText(text))
}

export function wordsIn(reading: Reading, name: PreparedName): readonly Token[] {
  return reading === 'person' ? name.personWords : name.words
}

/** The key of a word among the texts. */
export function keyOfWord({ text, origin }: Pick<Token, 'text' | 'origin'>): string {
  return origin === '' ? text : `${text} ${origin}`
}

/** Whether a word is a party's own; of an organisation's name not what it trades in, which many have in common. */
export function isOwn(reading: Reading, word: Token): boolean {
  return classIn(reading, word).kind === 'core'
}

/** Whether a word may be met by one that is nearly like it, be it only to know that this one is no other party's. */
export function isSearched(reading: Reading, word: Token): boolean {
  return isSearchedKind(classIn(reading, word).kind)
}

export function isSearchedKind(kind: WordKind): boolean {
  return kind !== 'particle' && kind !== 'mark'
}
