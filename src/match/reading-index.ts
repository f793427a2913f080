import { acronymsOf } from './acronym.js'
import { classIn, type Reading } from './align.js'
import { collectHashLists, hashText, numberLists, type HashLists, type NumberLists } from './hash-lists.js'
import { eachMeaning } from './meanings.js'
import { eachNearKey, hashOfConsonants } from './neighbours.js'
import { poolOf, type TextPool } from './text-pool.js'
import type { PreparedName, Token } from './tokens.js'

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
  /** Names by two neighbouring words joined, by their initials, and by what folding leaves of them. */
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
  readonly prepared: PreparedName
}

const SHORTEST_JOINED = 5

const SHORTEST_WITH_SLIP = 8

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
export function eachAsJoined({ text, sound }: Token, found: (hash: number) => void): void {
  if (text.length < SHORTEST_JOINED) return
  found(hashText(text))
  if (text.length >= SHORTEST_WITH_SLIP) found(hashOfConsonants(sound))
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
  const { kind } = classIn(reading, word)
  return kind !== 'particle' && kind !== 'mark'
}

/** Files names. Time and space are linear in their letters. */
export function createReadingIndex(reading: Reading, filed: readonly FiledName[]): ReadingIndex {
  const count = filed.length
  const words: Token[] = []
  const numbers = new Map<string, number>()
  const namesOfWord: number[][] = []
  const wordsOfName: number[][] = []
  const [joined, acronyms, cores] = [collectHashLists(), collectHashLists(), collectHashLists()]
  const index = {
    entry: Uint32Array.from(filed, ({ entry }) => entry),
    nameOfEntry: Uint16Array.from(filed, ({ nameOfEntry }) => nameOfEntry),
    kind: Uint8Array.from(filed, ({ kind }) => NAME_KINDS.indexOf(kind)),
    part: Uint8Array.from(filed, ({ part }) => part),
    ownWeight: new Float32Array(count),
    softWeight: new Float32Array(count),
    ownWords: new Uint8Array(count),
    marks: new Uint8Array(count),
  }
  const numberOf = (word: Token): number => {
    const key = keyOfWord(word)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, words.length)
    namesOfWord.push([])
    return words.push(word) - 1
  }
  filed.forEach(({ prepared, kind }, name) => {
    const own: number[] = []
    wordsOfName.push(own)
    for (const core of [prepared.folded.core, ...prepared.folded.alternates]) cores.add(hashText(core), name)
    // A turned name has the words of its own one: filed once for equality is enough.
    if (kind === 'turned') return
    const all = wordsIn(reading, prepared)
    const owned = all.some((word) => isOwn(reading, word))
    for (const word of all) {
      const { weight, kind: wordKind } = classIn(reading, word)
      if (wordKind === 'mark') index.marks[name] = Math.min(255, (index.marks[name] ?? 0) + 1)
      if (isOwn(reading, word)) {
        index.ownWeight[name] = (index.ownWeight[name] ?? 0) + weight
        index.ownWords[name] = (index.ownWords[name] ?? 0) + 1
      } else index.softWeight[name] = (index.softWeight[name] ?? 0) + weight
      if (!isSearched(reading, word)) continue
      const number = numberOf(word)
      // Names that have words of their own agree in these or not at all; others are told by their common words together.
      if (owned && !isOwn(reading, word)) continue
      const names = namesOfWord[number]
      if (names !== undefined && names.at(-1) !== name) names.push(name)
      own.push(number)
    }
    eachJoined(all, (hash) => joined.add(hash, name))
    if (reading === 'organisation')
      for (const acronym of acronymsOf(prepared.words, prepared.setAside)) acronyms.add(hashText(acronym), name)
  })
  return {
    reading,
    ...index,
    words: numberLists(wordsOfName),
    names: numberLists(namesOfWord),
    ...fileWords(reading, words),
    joined: joined.make(),
    acronyms: acronyms.make(),
    cores: cores.make(),
  }
}

function fileWords(
  reading: Reading,
  words: readonly Token[],
): Pick<ReadingIndex, 'texts' | 'letters' | 'byText' | 'asJoined' | 'near' | 'byMeaning'> {
  const [byText, asJoined, near, byMeaning] = [
    collectHashLists(),
    collectHashLists(),
    collectHashLists(),
    collectHashLists(),
  ]
  words.forEach((word, number) => {
    byText.add(hashText(word.text), number)
    eachAsJoined(word, (hash) => asJoined.add(hash, number))
    eachNearKey(word, (hash) => near.add(hash, number))
    eachMeaning(word, reading, (hash) => byMeaning.add(hash, number))
  })
  return {
    texts: poolOf(words.map(keyOfWord)),
    letters: Int32Array.from(words, ({ letters }) => letters),
    byText: byText.make(),
    asJoined: asJoined.make(),
    near: near.make(),
    byMeaning: byMeaning.make(),
  }
}
