import { EVIDENCE } from '../model/thresholds.js'
import { acrossScripts } from './across-scripts.js'
import { sameNickname } from './nicknames.js'
import { mayBeNear, spellingSimilarity } from './similarity.js'
import { isContent, type Token, type WeightedClass } from './tokens.js'

/** How two words agree. */
export type Agreement =
  | 'same'
  | 'script'
  | 'sound'
  | 'spelling'
  | 'meaning'
  | 'joined'
  | 'initial'
  | 'nickname'
  | 'acronym'

/** Whether names are read as those of persons or of organisations. */
export type Reading = 'person' | 'organisation'

export function classIn(reading: Reading, word: Token): WeightedClass {
  return reading === 'person' ? word.asPerson : word.asOrganisation
}

/** The share of letters, as bits, that two words have in common: under `LEAST_SHARED_LETTERS` they are not compared further. */
export function sharedLetters(a: number, b: number): number {
  return bitCount(a & b) / Math.max(1, bitCount(a), bitCount(b))
}

/** Whether two words, by their letters as bits and how many these are, share so many that they are compared further. */
export function sharesEnough(a: number, countOfA: number, b: number, countOfB: number): boolean {
  return bitCount(a & b) >= LEAST_SHARED_LETTERS * Math.max(1, countOfA, countOfB)
}

export function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x5555_5555)
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333)
  return (((n + (n >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24
}

const UNLIKE = { similarity: 0, how: 'spelling' } as const
const SAME = { similarity: 1, how: 'same' } as const
const MEANING = { similarity: EVIDENCE.sameMeaning, how: 'meaning' } as const
const SOUND = { similarity: EVIDENCE.soundAlike, how: 'sound' } as const
const INITIAL = { similarity: EVIDENCE.initial, how: 'initial' } as const
const NICKNAME = { similarity: EVIDENCE.nickname, how: 'nickname' } as const
const CHINESE = { similarity: EVIDENCE.otherConvention, how: 'sound' } as const
export const LEAST_SHARED_LETTERS = 0.5
const KNOWN_WORD_TYPO = 0.8
const SURE_BY_SOUND = 0.8
const SHORTEST_SOUND = 4
const SHORT_WORD = 4

export interface Likeness {
  readonly similarity: number
  readonly how: Agreement
}

function sameMeaning(x: WeightedClass, y: WeightedClass): boolean {
  return (x.group !== '' && x.group === y.group) || (x.concept !== 0 && x.concept === y.concept)
}

/** How alike two words are in a reading. Symmetric. */
export function compareWords(a: Token, b: Token, reading: Reading): Likeness {
  if (a === b || (a.text === b.text && a.origin === b.origin)) return SAME
  if (a.origin !== b.origin) {
    const similarity = a.origin === '' ? acrossScripts(a.text, b) : b.origin === '' ? acrossScripts(b.text, a) : 0
    return similarity === 0 ? UNLIKE : { similarity, how: 'script' }
  }
  const x = classIn(reading, a)
  const y = classIn(reading, b)
  if (sameMeaning(x, y)) return MEANING
  if (reading === 'person') {
    if (x.kind === 'mark' || y.kind === 'mark') return a.text[0] === b.text[0] ? INITIAL : UNLIKE
    if (a.nicknames.length > 0 && sameNickname(a.nicknames, b.nicknames)) return NICKNAME
    if (a.chinese !== '' && a.chinese === b.chinese) return CHINESE
  }
  if (x.kind === 'number' || y.kind === 'number' || x.kind === 'mark' || y.kind === 'mark') return UNLIKE
  if (x.kind === 'particle' || y.kind === 'particle') return UNLIKE
  if (a.sound === b.sound && Math.min(a.text.length, b.text.length) >= SHORTEST_SOUND) return SOUND
  if (reading === 'organisation' && (sameStem(a, b) || sameStem(b, a))) return MEANING
  if (x.kind === 'trade' && y.kind === 'trade' && (isPlural(a.text, b.text) || isPlural(b.text, a.text))) return MEANING
  if (x.kind !== 'core' && y.kind !== 'core') return UNLIKE
  if (sharedLetters(a.letters, b.letters) < LEAST_SHARED_LETTERS) return UNLIKE
  const similarity = nearest(a, b)
  // A known word is itself far more often than a slip of another one.
  const short = Math.max(a.text.length, b.text.length) <= SHORT_WORD
  const least =
    x.kind !== 'core' || y.kind !== 'core'
      ? KNOWN_WORD_TYPO
      : short
        ? EVIDENCE.leastSimilarShort
        : reading === 'organisation'
          ? EVIDENCE.leastSimilarOrganisation
          : EVIDENCE.leastSimilar
  return similarity < least ? UNLIKE : { similarity: Math.min(similarity, EVIDENCE.soundAlike), how: 'spelling' }
}

const SHORTEST_SINGULAR = 4

/** `Pumps` and `Pump`. Two known words are never near by their letters, and most of them have no concept that makes them one. */
function isPlural(word: string, singular: string): boolean {
  return singular.length >= SHORTEST_SINGULAR && word === `${singular}s`
}

const SHORTEST_ADJECTIVE_STEM = 4

/** `Muromskiy` and `Murom`, `Samarskiy` and `Samara`, two forms of one adjective. */
function sameStem(adjective: Token, other: Token): boolean {
  const { stem } = adjective
  if (stem.length < SHORTEST_ADJECTIVE_STEM) return false
  return other.stem === stem || other.sound === stem || other.sound.replace(/(?:sk|[aeiou])$/, '') === stem
}

/** Conventions of romanisation are judged by sound, slips of the pen by the letters as they stand. */
function nearest(a: Token, b: Token): number {
  if (Math.min(a.text.length, b.text.length) < SHORTEST_SOUND) return spellingSimilarity(a.text, b.text)
  const bySound = mayBeNear(a.sound, b.sound, a.letters, b.letters) ? spellingSimilarity(a.sound, b.sound) : 0
  // Where both sound as they are spelt there is nothing else to compare.
  if (a.sound === a.text && b.sound === b.text) return bySound
  if (bySound > SURE_BY_SOUND || !mayBeNear(a.text, b.text, a.textLetters, b.textLetters)) return bySound
  return Math.max(bySound, spellingSimilarity(a.text, b.text))
}

/** Whether a word can tell parties apart in a reading. */
export function isContentIn(reading: Reading, word: Token): boolean {
  return isContent(classIn(reading, word).kind)
}
