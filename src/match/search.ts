import { bitCount } from './word-likeness.js'
import { boundOf, emptyMet } from './bound.js'
import { eachValue } from './hash-lists.js'
import { sameWords, type Query } from './query.js'
import { bestOf, countsIn, wholeOf, type Whole } from './query-words.js'
import type { ReadingIndex } from './reading-index.js'
import type { Token } from './tokens.js'
import { mayReach, type SearchedIndex } from './unmet.js'
import type { WordFacts } from './word-hits.js'

/** Two words of a list's name may be one of the query: they weigh no more than this. */
const JOINED_WEIGHT = 2
const MOST_WORDS = 30

/**
 * Numbers of the index's names that may score `least` or more against a query, in ascending order. A name that is left out was shown to
 * score less by what its words weigh: `boundOf`.
 */
export interface Search {
  search(query: Query, least: number): readonly number[]
  /** Whether it finds any by a query's words alone. */
  finds(query: Query, least: number): boolean
}

/**
 * @param heaviest what a word weighs at most.
 * @param wordsOf the words of a name, as they are compared.
 */
export function createSearch(
  flat: ReadingIndex,
  heaviest: number,
  wordsOf: (name: number) => readonly Token[],
): Search {
  const index: SearchedIndex = { ...flat, letterCounts: Uint8Array.from(flat.letters, bitCount), wordsOf }
  const count = index.entry.length
  const agreed = new Float32Array(count)
  const slips = new Float32Array(count)
  const left = new Float32Array(count)
  const right = new Float32Array(count)
  const alone = new Float32Array(count)
  const rightWords = new Uint8Array(count)
  const own = new Uint8Array(count)
  /** Which of the query's words met one of the name, a bit each. */
  const met = new Uint32Array(count)
  const touched: number[] = []
  /** The query's words that are left over where they meet nothing. */
  let counted = 0
  const { starts, values } = index.names

  const add = (
    name: number,
    bits: number,
    weight: number,
    hit: Omit<WordFacts['hits'][number], 'word'>,
    words: number,
  ): void => {
    const before = met[name] ?? 0
    if (before === 0) touched.push(name)
    if ((before & bits) === bits) return
    met[name] = before | bits
    const both = weight + hit.weight
    agreed[name] = (agreed[name] ?? 0) + both * hit.similarity
    slips[name] = (slips[name] ?? 0) + both * (1 - hit.similarity)
    if ((bits & counted) !== 0) left[name] = (left[name] ?? 0) + weight
    right[name] = (right[name] ?? 0) + hit.weight
    rightWords[name] = (rightWords[name] ?? 0) + words
    if (!hit.own) return
    own[name] = (own[name] ?? 0) + 1
    if (hit.alone > (alone[name] ?? 0)) alone[name] = hit.alone
  }
  const addWord = (word: number, bits: number, weight: number, hit: Omit<WordFacts['hits'][number], 'word'>): void => {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) add(values[at] ?? 0, bits, weight, hit, 1)
  }
  const clear = (): void => {
    for (const name of touched)
      agreed[name] = slips[name] = left[name] = right[name] = alone[name] = rightWords[name] = own[name] = met[name] = 0
    touched.length = 0
  }

  /** Names of which two neighbouring words are this one. */
  const addParts = (facts: WordFacts | undefined, at: number): void => {
    if (facts === undefined || facts.joined.length === 0) return
    const hit = { similarity: 1, weight: JOINED_WEIGHT * heaviest, own: true, listedOwn: true, alone: 1 }
    for (const name of facts.joined) add(name, 1 << at, facts.weight, hit, 2)
  }
  /** Names of which two neighbouring words are one. */
  const addJoined = ({ joined, joinedForeign }: Query, words: readonly WordFacts[]): void => {
    const weightAt = (at: number): number => (words[at]?.weight ?? 0) + (words[at + 1]?.weight ?? 0)
    for (const [at, hash] of joined) {
      const hit = { similarity: 1, weight: heaviest, own: true, listedOwn: true, alone: 1 }
      if (at + 1 < MOST_WORDS) eachValue(index.asJoined, hash, (word) => addWord(word, 3 << at, weightAt(at), hit))
    }
    for (const [at, facts] of joinedForeign) {
      if (at + 1 < MOST_WORDS) for (const hit of facts.hits) addWord(hit.word, 3 << at, weightAt(at), hit)
    }
  }
  const addAlike = (facts: WordFacts | undefined, at: number, whole: Whole): void => {
    if (facts === undefined) return
    for (const hit of facts.hits)
      if (whole.words === 0 || countsIn(whole, facts) || hit.listedOwn) addWord(hit.word, 1 << at, facts.weight, hit)
  }

  const state = emptyMet(heaviest)
  /** By words alone: the names that may be near. */
  const nearWords = (query: Query, least: number): readonly number[] => {
    const words = query.words.length > MOST_WORDS ? query.words.slice(0, MOST_WORDS) : query.words
    const whole = wholeOf(words)
    counted = whole.bits
    const byInitials = goingBy(words)
    const found = [...byInitials]
    for (let i = 0; i < words.length; i++) addParts(words[i], i)
    if (query.joined.length + query.joinedForeign.length > 0) addJoined(query, words)
    // After those that are joined, which are likelier and count but once.
    if (bestOf(words, whole, state, index.reading) >= least) {
      for (let i = 0; i < words.length; i++) addAlike(words[i], i, whole)
    }
    for (const name of touched) {
      if (byInitials.has(name)) continue
      const bits = met[name] ?? 0
      const softRight = index.softWeight[name] ?? 0
      state.agreed = agreed[name] ?? 0
      state.slips = slips[name] ?? 0
      state.left = Math.max(0, whole.weight - (left[name] ?? 0))
      state.right = Math.max(0, (index.ownWeight[name] ?? 0) - (right[name] ?? 0))
      state.words = bitCount(bits)
      state.leftWords = Math.max(0, whole.words - bitCount(bits & whole.bits))
      state.rightWords = Math.max(0, (index.ownWords[name] ?? 0) - (rightWords[name] ?? 0))
      state.soft = whole.soft === 0 || softRight === 0 ? 0 : whole.soft + softRight
      state.leftMarks = whole.marks
      state.rightMarks = index.marks[name] ?? 0
      state.own = own[name] ?? 0
      state.alone = alone[name] ?? 0
      const more = Math.min(state.leftWords, state.rightWords)
      if (boundOf(state, more, index.reading) < least && boundOf(state, 0, index.reading) < least) continue
      if (more > 0 && !metAsOne(query, bits) && !mayReach(state, least, words, bits, name, index)) continue
      found.push(name)
    }
    clear()
    return found
  }

  // A name that is not let go at the first look is searched for with care right after that.
  let last: { readonly query: Query; readonly least: number; readonly near: readonly number[] } | undefined
  return {
    finds(query, least) {
      const near = nearWords(query, least)
      if (near.length > 0) last = { query, least, near }
      return near.length > 0
    },
    search(query, least) {
      const isLast = last !== undefined && last.least === least && sameWords(last.query, query)
      const found = new Set(isLast ? last?.near : nearWords(query, least))
      for (const hash of query.cores) eachValue(index.cores, hash, (name) => found.add(name))
      for (const hash of query.acronyms)
        eachValue(index.byText, hash, (word) => {
          for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) found.add(values[at] ?? 0)
        })
      return [...found].sort((a, b) => a - b)
    },
  }
}

const NO_NAMES: ReadonlySet<number> = new Set()

/** Whether two words may have met as one: where the name has either by itself, another of its words is left than it seems (`io ovzheymi`, `ovzheymi io`). */
function metAsOne({ joined, joinedForeign }: Query, bits: number): boolean {
  const met = ([at]: readonly [number, unknown]): boolean => ((bits >>> at) & 3) === 3
  return joined.some(met) || joinedForeign.some(met)
}

/** Names of which a word is the initials. */
function goingBy(words: readonly WordFacts[]): ReadonlySet<number> {
  return words.some(({ acronymOf }) => acronymOf.length > 0)
    ? new Set(words.flatMap(({ acronymOf }) => acronymOf))
    : NO_NAMES
}
