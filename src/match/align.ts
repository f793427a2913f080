import { EVIDENCE } from '../model/thresholds.js'
import { canBeAcronym, isAcronymOf } from './acronym.js'
import { acrossScripts } from './across-scripts.js'
import { FOREIGN_NAME } from './renderings.js'
import { looseSimilarity, spellingSimilarity } from './similarity.js'
import type { Token } from './tokens.js'
import {
  classIn,
  compareWords,
  isContentIn,
  sharedLetters,
  type Agreement,
  type Likeness,
  type Reading,
} from './word-likeness.js'

export interface WordPair {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
  readonly similarity: number
  readonly how: Agreement
  readonly weight: number
}

export interface Alignment {
  readonly pairs: readonly WordPair[]
  readonly leftOver: readonly Token[]
  readonly rightOver: readonly Token[]
}

interface Candidate extends Likeness {
  readonly i: number
  readonly j: number
}

/** Pairs the words of two names, the likest first, in any order; each word at most once. Symmetric and deterministic. */
export function align(
  left: readonly Token[],
  right: readonly Token[],
  reading: Reading,
  formsLeft: readonly string[] = [],
  formsRight: readonly string[] = [],
): Alignment {
  const usedLeft = new Uint8Array(left.length)
  const usedRight = new Uint8Array(right.length)
  const pairs: WordPair[] = []
  const fuzzy: Candidate[] = []
  for (let i = 0; i < left.length; i++) {
    const a = left[i]
    if (a === undefined) continue
    for (let j = 0; j < right.length; j++) {
      const b = right[j]
      if (b === undefined || usedRight[j] === 1 || usedLeft[i] === 1) continue
      const { similarity, how } = compareWords(a, b, reading)
      if (similarity === 1) {
        usedLeft[i] = usedRight[j] = 1
        pairs.push(pair([a], [b], 1, how, reading))
      } else if (similarity > 0) fuzzy.push({ i, j, similarity, how })
    }
  }
  alignJoined(left, right, usedLeft, usedRight, pairs, reading)
  fuzzy.sort(
    (x, y) => y.similarity - x.similarity || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j),
  )
  for (const { i, j, similarity, how } of fuzzy) {
    const a = left[i]
    const b = right[j]
    if (a === undefined || b === undefined || usedLeft[i] === 1 || usedRight[j] === 1) continue
    usedLeft[i] = usedRight[j] = 1
    pairs.push(pair([a], [b], similarity, how, reading))
  }
  const leftOver = left.filter((_, i) => usedLeft[i] === 0)
  const rightOver = right.filter((_, j) => usedRight[j] === 0)
  const plain = alignLast({ pairs, leftOver, rightOver }, reading)
  if (reading === 'person') return plain
  return alignAcronym(plain, formsRight) ?? turned(alignAcronym(turned(plain), formsLeft)) ?? plain
}

/** Where so many pairs surely agree, the one word left over on both sides may differ the most. */
export const SURELY_AGREEING = 2

/** Where all words agree but one on each side, that one may differ by more: the others say already who is meant. */
function alignLast({ pairs, leftOver, rightOver }: Alignment, reading: Reading): Alignment {
  const plain: Alignment = { pairs, leftOver, rightOver }
  if (leftOver.length === 0 || rightOver.length === 0) return plain
  const lefts = leftOver.filter((word) => isContentIn(reading, word))
  const rights = rightOver.filter((word) => isContentIn(reading, word))
  const [a] = lefts
  const [b] = rights
  if (a === undefined || b === undefined || lefts.length > 1 || rights.length > 1) return plain
  if (classIn(reading, a).kind !== 'core' || classIn(reading, b).kind !== 'core') return plain
  const sure = pairs.filter(
    (one) => one.similarity >= EVIDENCE.sameMeaning && one.left.some((word) => isContentIn(reading, word)),
  )
  if (sure.length === 0 || a.origin !== '' || b.origin !== '') return plain
  // One syllable of a Chinese or Korean name is another name with any other letter.
  if (reading === 'person' && isSyllable(a) && isSyllable(b)) return plain
  const least = leastSimilarLast(reading, sure.length)
  const similarity = Math.max(looseSimilarity(a.text, b.text, least), looseSimilarity(a.sound, b.sound, least))
  if (similarity === 0) return plain
  return {
    pairs: [...pairs, pair([a], [b], similarity, 'spelling', reading)],
    leftOver: leftOver.filter((word) => word !== a),
    rightOver: rightOver.filter((word) => word !== b),
  }
}

function isSyllable({ chinese }: Token): boolean {
  return chinese !== '' && !chinese.includes('-')
}

/** Names of persons that differ in one word are as often those of brothers: there it must be nearer, and more must agree. */
export function leastSimilarLast(reading: Reading, sure: number): number {
  if (reading === 'person') return sure < SURELY_AGREEING ? 1 : EVIDENCE.leastSimilarBrother
  return sure < SURELY_AGREEING ? EVIDENCE.leastSimilarBesideOne : EVIDENCE.leastSimilarLast
}

function turned(alignment: Alignment): Alignment
function turned(alignment: Alignment | undefined): Alignment | undefined
function turned(alignment: Alignment | undefined): Alignment | undefined {
  if (alignment === undefined) return undefined
  return {
    pairs: alignment.pairs.map((one) => ({ ...one, left: one.right, right: one.left })),
    leftOver: alignment.rightOver,
    rightOver: alignment.leftOver,
  }
}

/** A word left over on the left that is made of the initials of all that is left over on the right. */
function alignAcronym({ pairs, leftOver, rightOver }: Alignment, forms: readonly string[]): Alignment | undefined {
  if (rightOver.length < 2) return undefined
  const short = leftOver.find((word) => canBeAcronym(word) && isAcronymOf(word.text, rightOver, forms))
  if (short === undefined) return undefined
  const similarity = short.text.length > SHORT_ACRONYM ? EVIDENCE.acronym : EVIDENCE.shortAcronym
  const made: WordPair = { left: [short], right: rightOver, similarity, how: 'acronym', weight: 1 }
  return { pairs: [...pairs, made], leftOver: leftOver.filter((word) => word !== short), rightOver: [] }
}

/** Acronyms of so few letters stand for too many names. */
const SHORT_ACRONYM = 3

function pair(
  left: readonly Token[],
  right: readonly Token[],
  similarity: number,
  how: Agreement,
  reading: Reading,
): WordPair {
  const weight = (sum(left, reading) + sum(right, reading)) / 2
  return { left, right, similarity, how, weight }
}

function sum(words: readonly Token[], reading: Reading): number {
  if (words.length === 1 && words[0] !== undefined) return classIn(reading, words[0]).weight
  // Parts that only together make the word of the other side weigh as one word.
  return Math.max(...words.map((word) => classIn(reading, word).weight))
}

/** `Bel OMO` against `BelOMO`: two neighbours on one side that together are one word of the other. */
function alignJoined(
  left: readonly Token[],
  right: readonly Token[],
  usedLeft: Uint8Array,
  usedRight: Uint8Array,
  pairs: WordPair[],
  reading: Reading,
): void {
  joinInto(left, right, usedLeft, usedRight, (parts, whole, similarity) => {
    pairs.push(pair(parts, [whole], similarity, 'joined', reading))
  })
  joinInto(right, left, usedRight, usedLeft, (parts, whole, similarity) => {
    pairs.push(pair([whole], parts, similarity, 'joined', reading))
  })
}

export const LEAST_JOINED_ACROSS = 0.8
const LEAST_SHARED_LETTERS_JOINED = 0.7

export function joinedAlike(a: Token, b: Token, whole: Token): number {
  if (whole.origin === '' && a.origin === '' && b.origin === '') {
    const fits = whole.text.length === a.text.length + b.text.length
    if (fits && whole.text.startsWith(a.text) && whole.text.endsWith(b.text)) return EVIDENCE.joined
    const slip = joinedWithSlip(a, b, whole)
    if (slip > 0) return slip
    const chinese = a.chinese !== '' && b.chinese !== '' && `${a.chinese}-${b.chinese}` === whole.chinese
    return chinese ? EVIDENCE.otherConvention : 0
  }
  if (whole.origin !== '' && a.origin === '' && b.origin === '') return acrossScripts(a.text + b.text, whole)
  if (whole.origin !== '' || a.origin === '' || b.origin.startsWith(FOREIGN_NAME) || b.origin === '') return 0
  return acrossScripts(whole.text, { text: a.text + b.text, origin: a.origin + b.origin })
}

/** Whether any two neighbouring words are one together. */
export function isJoinedOf(whole: Token, words: readonly Token[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1]
    return next !== undefined && joinedAlike(word, next, whole) >= LEAST_JOINED_ACROSS
  })
}

const SHORTEST_JOINED = 8

/** `FridrichBuchenberg`: a long word that is two others but for a letter. */
function joinedWithSlip(a: Token, b: Token, whole: Token): number {
  const longer = a.text.length + b.text.length - whole.text.length
  if (whole.text.length < SHORTEST_JOINED || longer > 1 || longer < -1) return 0
  if (sharedLetters(a.letters | b.letters, whole.letters) < LEAST_SHARED_LETTERS_JOINED) return 0
  const similarity = spellingSimilarity(a.text + b.text, whole.text)
  return similarity < LEAST_JOINED_ACROSS ? 0 : similarity * EVIDENCE.joined
}

function joinInto(
  split: readonly Token[],
  whole: readonly Token[],
  usedSplit: Uint8Array,
  usedWhole: Uint8Array,
  found: (parts: readonly Token[], whole: Token, similarity: number) => void,
): void {
  for (let i = 0; i + 1 < split.length; i++) {
    const a = split[i]
    const b = split[i + 1]
    if (a === undefined || b === undefined || usedSplit[i] === 1 || usedSplit[i + 1] === 1) continue
    for (let j = 0; j < whole.length; j++) {
      const c = whole[j]
      if (c === undefined || usedWhole[j] === 1) continue
      const similarity = joinedAlike(a, b, c)
      if (similarity < LEAST_JOINED_ACROSS) continue
      usedSplit[i] = usedSplit[i + 1] = usedWhole[j] = 1
      found([a, b], c, similarity)
      break
    }
  }
}
