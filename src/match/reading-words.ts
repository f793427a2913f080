import { collectHashLists, hashText, type HashListsMaker } from './hash-lists.js'
import type { ListWords } from './list-words.js'
import { createKeys } from './keys.js'
import { putGivenNames, putThings } from './meanings.js'
import { hashOfConsonants, putKeysLackingOne, putLettersLeftOut, putNearKeys, type Spelt } from './neighbours.js'
import { nicknameGroups } from './nicknames.js'
import { isSearchedKind, keyOfWord, putAsJoined, SHORTEST_WITH_SLIP, type ReadingIndex } from './reading-index.js'
import { lettersOf } from './similarity.js'
import { soundOf } from './sound.js'
import { chineseWordKey } from './syllables.js'
import { poolOf } from './text-pool.js'
import type { Token, Vocabulary, WeightedClass } from './tokens.js'
import type { Reading } from './word-likeness.js'
import { adjectiveStem, slavicInitialOf, type WordKind } from './words.js'

/**
 * The words of the names of a reading, each understood and filed when it first comes. Their numbers go from 0 up in that order, and what filing
 * a name needs of a word stands under its number: an object is looked at once a word, and not once a name.
 */
export interface ReadingWords {
  readonly numbersOf: (words: readonly Token[]) => readonly number[]
  /** The same of a word of the list. */
  readonly numberOfListed: (word: number) => number
  readonly texts: readonly string[]
  readonly sounds: readonly string[]
  readonly kinds: readonly WordKind[]
  readonly weights: readonly number[]
  /** Hashes of its letters, and of its consonants as those of the first of two words. */
  readonly hashes: readonly number[]
  readonly consonants: readonly number[]
  /** Codes of its first letter, and of that of its Russian word. */
  readonly initials: readonly number[]
  readonly slavicInitials: readonly number[]
  /** Its number in the index, which has only those that are searched; `NOT_SEARCHED` for any other. */
  readonly inIndex: readonly number[]
  readonly make: () => FiledWords
}

type FiledWords = Pick<ReadingIndex, 'texts' | 'letters' | 'byText' | 'asJoined' | 'near' | 'byMeaning'>

export const NOT_SEARCHED = -1

/** @param words those of all names, read to the last. */
export function collectWords(reading: Reading, words: ListWords, classOf: Vocabulary['classOf']): ReadingWords {
  /** Numbers of the words of the list, and one more; and of those that a name has only by being read in another way. */
  const listed = new Int32Array(words.size)
  const others = new Map<string, number>()
  const [texts, sounds, keys]: [string[], string[], string[]] = [[], [], []]
  const kinds: WordKind[] = []
  const [weights, hashes, consonants, inIndex]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [initials, slavicInitials, letters]: [number[], number[], number[]] = [[], [], []]
  const [byText, asJoined] = [collectHashLists(), collectHashLists()]
  const [near, byMeaning] = [collectHashLists(), collectHashLists()]
  const under = createKeys()
  const add = (lists: HashListsMaker, word: number): void => {
    for (let at = 0; at < under.count; at++) lists.add(under.hashes[at] ?? 0, word)
    under.clear()
  }

  const file = (word: Spelt, key: string, hash: number, its: WeightedClass): number => {
    const { text, sound } = word
    const filed = letters.length
    keys.push(key)
    letters.push(lettersOf(sound))
    byText.add(hash, filed)
    putAsJoined(word, under)
    // Of two words that lack a letter of it.
    if (text.length >= SHORTEST_WITH_SLIP) putLettersLeftOut(text, under)
    add(asJoined, filed)
    putNearKeys(word, under)
    putKeysLackingOne(word, under)
    add(near, filed)
    if (reading === 'person') putGivenNames(nicknameGroups(sound), chineseWordKey(text), under)
    else putThings(sound, soundOf(adjectiveStem(text)), its, under)
    add(byMeaning, filed)
    return filed
  }
  const learn = (text: string, origin: string, frequency?: number): number => {
    const its = classOf(text, origin, reading, frequency)
    const sound = soundOf(text)
    const hash = hashText(text)
    const initial = text.charCodeAt(0)
    const slavic = slavicInitialOf(its.concept)
    texts.push(text)
    sounds.push(sound)
    kinds.push(its.kind)
    weights.push(its.weight)
    hashes.push(hash)
    consonants.push(hashOfConsonants(sound))
    initials.push(initial)
    slavicInitials.push(slavic === '' ? initial : slavic.charCodeAt(0))
    const isFiled = isSearchedKind(its.kind)
    inIndex.push(isFiled ? file({ text, sound }, keyOfWord({ text, origin }), hash, its) : NOT_SEARCHED)
    return texts.length - 1
  }
  const numberOfListed = (word: number): number => {
    const known = listed[word] ?? 0
    if (known > 0) return known - 1
    const number = learn(words.textOf(word), '', words.holdersOf(word))
    listed[word] = number + 1
    return number
  }
  const numberOfOther = ({ text, origin }: Token): number => {
    const key = keyOfWord({ text, origin })
    const known = others.get(key)
    if (known !== undefined) return known
    const number = learn(text, origin)
    others.set(key, number)
    return number
  }
  return {
    ...{ texts, sounds, kinds, weights, hashes, consonants, initials, slavicInitials, inIndex },
    numberOfListed,
    numbersOf: (all) => {
      // Pushed as those of plain names are: what `map` makes is an array of another kind to the compiler.
      const numbers: number[] = []
      for (const word of all) {
        const listedAs = word.origin === '' ? words.find(word.text) : -1
        numbers.push(listedAs === -1 ? numberOfOther(word) : numberOfListed(listedAs))
      }
      return numbers
    },
    make: () => ({
      texts: poolOf(keys),
      letters: new Int32Array(letters),
      byText: byText.make(),
      asJoined: asJoined.make(),
      near: near.make(),
      byMeaning: byMeaning.make(),
    }),
  }
}
