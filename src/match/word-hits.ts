import { canBeAcronym } from './acronym.js'
import { EVIDENCE } from '../model/thresholds.js'
import { joinedAlike, LEAST_JOINED_ACROSS, leastSimilarLast, SURELY_AGREEING } from './align.js'
import {
  bitCount,
  classIn,
  compareWords,
  isContentIn,
  LEAST_SHARED_LETTERS,
  sharedLetters,
  type Reading,
} from './word-likeness.js'
import { createForeignWords, type ForeignText, type ForeignWords } from './foreign-words.js'
import { eachValue, hashText, valuesOf } from './hash-lists.js'
import { createKeys } from './keys.js'
import { putKeysLookedFor, putKeysOfJoined } from './looked-for.js'
import { putMeanings } from './meanings.js'
import { createMeetsNothing } from './meets-nothing.js'
import { isOwn, isSearched, type ReadingIndex } from './reading-index.js'
import { looseSimilarity, mayBeLooselyNear } from './similarity.js'
import { textAt } from './text-pool.js'
import type { Token, Vocabulary } from './tokens.js'

/** A word of the index that is near one of a query. */
export interface WordHit {
  readonly word: number
  readonly similarity: number
  /** What the word weighs in its reading. */
  readonly weight: number
  /** Both are words of a party's own; the listed one is. */
  readonly own: boolean
  readonly listedOwn: boolean
  /** What the two are worth as the only own word in common. */
  readonly alone: number
}

/** What an index knows of a query's word; the same for every name in which the word stands. */
export interface WordFacts {
  readonly token: Token
  readonly letterCount: number
  readonly weight: number
  readonly own: boolean
  readonly content: boolean
  readonly mark: boolean
  /** A word of its own that may be a slip of one that many names have. */
  readonly doubtful: boolean
  /** Likest first. */
  readonly hits: readonly WordHit[]
  /** The most that any of them is worth as the only own word in common. */
  readonly mostAlone: number
  /** Names of which two neighbouring words are this one, or that go by it as their initials. */
  readonly joined: readonly number[]
  readonly acronymOf: readonly number[]
  /** Nothing in the index is near it. */
  readonly untouched: boolean
  /**
   * How like it is to any word of the index that shares letters enough with it, also to one that `hits` does not know; as the last one left beside
   * so many pairs that surely agree, of which more than `MOST_SURE` make no difference.
   */
  readonly likenessTo: (word: number, sure: number) => number
}

const LONG_WORD = 6
/** A few ten thousand words make up most of a million names. */
const MOST_REMEMBERED = 200_000

function partsOf({ texts }: ReadingIndex, number: number): ForeignText {
  const both = textAt(texts, number)
  const gap = both.indexOf(' ')
  return gap === -1 ? { text: both, origin: '' } : { text: both.slice(0, gap), origin: both.slice(gap + 1) }
}

/** How alike two words are; also where they are so only as the last ones of names that agree in all else, from `leastLast` on. */
function likeness(a: Token, b: Token, reading: Reading, leastLast: number): number {
  const { similarity } = compareWords(a, b, reading)
  if (similarity > 0 || leastLast > 1 || a.origin !== b.origin) return similarity
  if (!isOwn(reading, a) || !isOwn(reading, b)) return 0
  const byText = mayBeLooselyNear(a.text, b.text, a.textLetters, b.textLetters, leastLast)
    ? looseSimilarity(a.text, b.text, leastLast)
    : 0
  const bySound = mayBeLooselyNear(a.sound, b.sound, a.letters, b.letters, leastLast)
    ? looseSimilarity(a.sound, b.sound, leastLast)
    : 0
  return Math.max(byText, bySound)
}

const NEVER = 2
export const MOST_SURE = SURELY_AGREEING

function leadsAnywhere({ names: { starts } }: ReadingIndex, word: number): boolean {
  return (starts[word + 1] ?? 0) > (starts[word] ?? 0)
}

/**
 * Whether two neighbouring words may be the other one: the classes of their consonants alone say it of a hundred times as many names. Those that only
 * sound like it are none to `align`, but with such a word names are near in what else they have (`Kompaniyasberbank`, `Company Sberbank`).
 */
function areJoinedIn(words: readonly Token[], whole: Token): boolean {
  return words.some((word, at) => {
    const next = words[at + 1]
    if (next === undefined) return false
    if (joinedAlike(word, next, whole) >= LEAST_JOINED_ACROSS) return true
    return looseSimilarity(word.sound + next.sound, whole.sound, EVIDENCE.leastSimilarAmongOthers) > 0
  })
}

/** Looks words up in an index. */
export interface WordHits {
  /** What the index knows of a word, worked out once. `unmet` where it is known to meet nothing. */
  factsOf(token: Token, known?: 'unmet'): WordFacts
  /** Whether a word certainly meets nothing in the index: most words of a million names are not worth an object to remember that. */
  meetsNothing(token: Token): boolean
}

/** @param wordsOf the words of a name, as they are compared. */
export function createWordHits(
  index: ReadingIndex,
  vocabulary: Vocabulary,
  wordsOf: (name: number) => readonly Token[],
): WordHits {
  const { reading } = index
  const remembered = new Map<Token, WordFacts>()
  let foreign: ForeignWords | undefined
  const tokens = Array.from(index.letters, (): Token | undefined => undefined)
  const listed = (number: number): Token => {
    const known = tokens[number]
    if (known !== undefined) return known
    const { text, origin } = partsOf(index, number)
    const made = vocabulary.token(text, origin)
    tokens[number] = made
    return made
  }
  const foreignWords = (): ForeignWords =>
    (foreign ??= createForeignWords(Array.from(index.texts.ends, (_, number) => partsOf(index, number))))
  // The letters of another script stand behind a blank.
  const hasForeign = index.texts.text.includes(' ')
  const keys = createKeys()
  const near = (token: Token): ReadonlySet<number> => {
    if (token.origin !== '')
      return new Set([...foreignWords().near(token), ...valuesOf(index.byText, hashText(token.text))])
    const found = new Set<number>()
    const add = (number: number): void => void found.add(number)
    const addAlike = (number: number): void => {
      if (sharedLetters(token.letters, index.letters[number] ?? 0) >= LEAST_SHARED_LETTERS) found.add(number)
    }
    keys.clear()
    putKeysLookedFor(token, keys)
    for (let at = 0; at < keys.count; at++) eachValue(index.near, keys.hashes[at] ?? 0, addAlike)
    keys.clear()
    putMeanings(token, reading, keys)
    for (let at = 0; at < keys.count; at++) eachValue(index.byMeaning, keys.hashes[at] ?? 0, add)
    if (hasForeign) for (const number of foreignWords().spelt(token.text)) found.add(number)
    return found
  }
  const hitsOf = (token: Token): readonly WordHit[] => {
    const own = isOwn(reading, token)
    const { weight } = classIn(reading, token)
    const hits: WordHit[] = []
    for (const number of near(token)) {
      const other = listed(number)
      const similarity = likeness(token, other, reading, reading === 'person' ? NEVER : EVIDENCE.leastSimilarBesideOne)
      if (similarity === 0) continue
      const its = classIn(reading, other)
      const length = Math.min(1, token.text.length / LONG_WORD, other.text.length / LONG_WORD)
      hits.push({
        word: number,
        similarity,
        weight: its.weight,
        own: own && isOwn(reading, other),
        listedOwn: isOwn(reading, other),
        alone: ((weight + its.weight) / 2) * length * similarity,
      })
    }
    return hits.sort((a, b) => b.similarity - a.similarity || a.word - b.word)
  }
  const joinedOf = (token: Token): readonly number[] => {
    const maybeJoined = new Set<number>()
    keys.clear()
    putKeysOfJoined(token, keys)
    for (let at = 0; at < keys.count; at++)
      eachValue(index.joined, keys.hashes[at] ?? 0, (name) => maybeJoined.add(name))
    return [...maybeJoined].filter((name) => areJoinedIn(wordsOf(name), token))
  }
  const acronymOf = (token: Token): readonly number[] =>
    reading === 'organisation' && canBeAcronym(token) ? valuesOf(index.acronyms, hashText(token.text)) : NONE
  const meetsNothing = createMeetsNothing(index)
  const look = (token: Token, isUnmet: boolean): WordFacts => {
    const hits = !isUnmet && isSearched(reading, token) ? hitsOf(token) : NO_HITS
    const joined = isUnmet ? NONE : joinedOf(token)
    const acronyms = isUnmet ? NONE : acronymOf(token)
    const { weight, kind } = classIn(reading, token)
    let likenesses: Map<number, number> | undefined
    return {
      likenessTo: (word, sure) => {
        const key = word * (MOST_SURE + 1) + sure
        likenesses ??= new Map()
        const known = likenesses.get(key)
        if (known !== undefined) return known
        const made = likeness(token, listed(word), reading, sure === 0 ? NEVER : leastSimilarLast(reading, sure))
        likenesses.set(key, made)
        return made
      },
      token,
      letterCount: bitCount(token.letters),
      weight,
      own: isOwn(reading, token),
      content: isContentIn(reading, token),
      mark: kind === 'mark',
      doubtful: kind === 'core' && hits.some(({ listedOwn }) => !listedOwn),
      hits,
      mostAlone: hits.reduce((most, { alone }) => Math.max(most, alone), 0),
      joined,
      acronymOf: acronyms,
      untouched: joined.length + acronyms.length === 0 && !hits.some(({ word }) => leadsAnywhere(index, word)),
    }
  }
  const factsOf = (token: Token, unmet?: 'unmet'): WordFacts => {
    const known = remembered.get(token)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const made = look(token, unmet !== undefined)
    remembered.set(token, made)
    return made
  }
  return { factsOf, meetsNothing: (token) => !hasForeign && meetsNothing(token) }
}

const NONE: readonly number[] = []
const NO_HITS: readonly WordHit[] = []
