import type { NameSettings } from '../model/name-settings.js'
import { COMMON_WORD_FLOOR, WORD_WEIGHTS } from '../model/thresholds.js'
import type { Aside } from './asides.js'
import { foldWords, type FoldedName } from './fold.js'
import { nicknameGroups } from './nicknames.js'
import { normaliseName, type NormalName } from './normalise.js'
import { hasRenderedLetters, renderingsOf } from './renderings.js'
import { lettersOf } from './similarity.js'
import { chineseWordKey } from './syllables.js'
import { createSynonyms } from './synonyms.js'
import { soundOf } from './sound.js'
import { setAsideOf, splitName } from './split-name.js'
import type { Reading } from './word-likeness.js'
import {
  adjectiveStem,
  classOfForeignWord,
  classOfPersonWord,
  classOfWord,
  type WordClass,
  type WordKind,
} from './words.js'

/** One word of a name with all that comparing it needs. Interned by `Vocabulary`: equal words are one object. */
export interface Token {
  readonly text: string
  /** The letters of another script that the word stands for; `''` for a word of Latin letters or from an alphabet. */
  readonly origin: string
  readonly sound: string
  /** Sound of what is left of a Slavic adjective, `''` for other words: `murom` of `Муромский`. */
  readonly stem: string
  /** One form for all spellings, where the word is made of Chinese syllables; else `''`. */
  readonly chinese: string
  /** Groups of forms of a given name that it is in. */
  readonly nicknames: readonly number[]
  /** One bit for each letter of the sound: words that share few letters are not compared further. */
  readonly letters: number
  /** The same of the text. */
  readonly textLetters: number
  readonly asOrganisation: WeightedClass
  readonly asPerson: WeightedClass
}

export interface WeightedClass extends WordClass {
  readonly weight: number
}

/** A name ready to be compared. */
export interface PreparedName {
  readonly raw: string
  /** The words are a rendering of the name, not the name itself: equal words then make two names near, not equal. */
  readonly rendered: boolean
  readonly folded: FoldedName
  /** Script that had to be romanised, `''` for Latin. */
  readonly script: string
  /** Words without legal forms, as an organisation's name is read. */
  readonly words: readonly Token[]
  /** All words, as a person's name is read. */
  readonly personWords: readonly Token[]
  /** Legal forms as they stood, for the explanation. */
  readonly setAside: readonly string[]
  /** What stood beside the name and is none of its words. */
  readonly asides: readonly Aside[]
}

/** In how many entries of the loaded lists a word stands, and how many entries there are. */
export interface Rarity {
  readonly holders: number
  readonly frequency: (word: string) => number
}

/** Where no list is loaded every word of its own is held to be rare. */
export const NO_LIST: Rarity = { holders: 0, frequency: () => 0 }

const LEAST_HOLDERS = 10_000

/** 1 for a word that stands in one entry or none, `COMMON_WORD_FLOOR` for one that stands in all. */
function rarityOf(frequency: number, { holders: all }: Rarity): number {
  if (frequency < 2) return 1
  // In a short list two entries of one group would make their name a common word.
  const holders = Math.max(all, LEAST_HOLDERS)
  return 1 - (1 - COMMON_WORD_FLOOR) * (Math.log(frequency) / Math.log(holders))
}

type WordWeights = Readonly<Record<WordKind, number>>

function weigh({ kind, group, city, concept }: WordClass, rarity: number, weights: WordWeights): WeightedClass {
  return { kind, group, city, concept, weight: weights[kind] * (isContent(kind) ? rarity : 1) }
}

const STOP_WORD: WordClass = { kind: 'particle', group: '', city: false, concept: 0 }

// Words of queries that no list knows are remembered up to here, so that a long run does not grow without end.
const MAX_REMEMBERED = 200_000

interface ClassesOfWords {
  readonly of: Vocabulary['classOf']
}

function classOf(word: string, origin: string, reading: Reading): WordClass {
  if (origin !== '') return classOfForeignWord(word, origin)
  return reading === 'person' ? classOfPersonWord(word) : classOfWord(word)
}

/**
 * A class, for what it works out when it is first asked for: half of the words of a list stand in names of persons alone, and what a word is to an
 * organisation costs as much as all the rest.
 */
class InternedWord implements Token {
  readonly text: string
  readonly origin: string
  readonly sound: string
  readonly letters: number
  readonly textLetters: number
  readonly #classes: ClassesOfWords
  #stem: string | undefined
  #chinese: string | undefined
  #nicknames: readonly number[] | undefined
  #asOrganisation: WeightedClass | undefined
  #asPerson: WeightedClass | undefined

  constructor(text: string, origin: string, classes: ClassesOfWords) {
    this.text = text
    this.origin = origin
    this.sound = soundOf(text)
    this.letters = lettersOf(this.sound)
    this.textLetters = lettersOf(text)
    this.#classes = classes
  }

  get stem(): string {
    return (this.#stem ??= soundOf(adjectiveStem(this.text)))
  }

  get chinese(): string {
    return (this.#chinese ??= chineseWordKey(this.text))
  }

  get nicknames(): readonly number[] {
    return (this.#nicknames ??= nicknameGroups(this.sound))
  }

  get asOrganisation(): WeightedClass {
    return (this.#asOrganisation ??= this.#classes.of(this.text, this.origin, 'organisation'))
  }

  get asPerson(): WeightedClass {
    return (this.#asPerson ??= this.#classes.of(this.text, this.origin, 'person'))
  }
}

/** Interns words, and prepares names. */
export interface Vocabulary {
  /** `normal` where the name is split into words already. */
  readonly prepare: (raw: string, normal?: NormalName) => PreparedName
  /** The other ways to read a name; usually none. */
  readonly render: (raw: string) => readonly PreparedName[]
  readonly token: (word: string, origin?: string) => Token
  /** What a word is in a reading, as its token has it. `frequency`: in how many entries it stands, where that is known. */
  readonly classOf: (word: string, origin: string, reading: Reading, frequency?: number) => WeightedClass
}

export function createVocabulary(rarity: Rarity, settings?: NameSettings): Vocabulary {
  const weights: WordWeights = { ...WORD_WEIGHTS, ...settings?.weights }
  const stopWords = new Set(settings?.stopWords?.flatMap((word) => normaliseName(word).words))
  const synonyms = createSynonyms(settings)
  const tokens = new Map<string, Token>()
  const classes: ClassesOfWords = {
    of: (word, origin, reading, frequency) => {
      const known = stopWords.has(word) ? STOP_WORD : classOf(word, origin, reading)
      return weigh(known, rarityOf(frequency ?? rarity.frequency(word), rarity), weights)
    },
  }
  const token = (word: string, origin = ''): Token => {
    const key = origin === '' ? word : `${word} ${origin}`
    const known = tokens.get(key)
    if (known !== undefined) return known
    if (tokens.size > MAX_REMEMBERED) tokens.clear()
    const made: Token = new InternedWord(word, origin, classes)
    tokens.set(key, made)
    return made
  }
  return {
    token,
    classOf: classes.of,
    prepare: (raw, normal = normaliseName(raw)) => {
      const prepared = prepareName(raw, normal, token, false)
      // Letters without vowels and syllables are compared as renderings; as plain romanised words they are near too much.
      return hasRenderedLetters(raw) ? { ...prepared, words: [], personWords: [] } : prepared
    },
    render: (raw) => [...renderingsOf(raw), ...synonyms(raw)].map((normal) => prepareName(raw, normal, token, true)),
  }
}

export const MAX_COMPARED_WORDS = 24

const NO_ASIDES: readonly Aside[] = []

function prepareName(
  raw: string,
  normal: NormalName,
  token: (word: string, origin?: string) => Token,
  rendered: boolean,
): PreparedName {
  const { words: all, script, origins } = normal
  const { split, from, to, own } = splitName(all)
  const words =
    origins === undefined
      ? organisationWords(own, token)
      : withOrigins(all, origins, token)
          .slice(from, Math.min(to, from + MAX_COMPARED_WORDS))
          .filter(({ text }) => own.includes(text))
  const personWords =
    origins === undefined
      ? all.slice(0, MAX_COMPARED_WORDS).map((word) => token(word))
      : withOrigins(all, origins, token).slice(0, MAX_COMPARED_WORDS)
  return {
    raw,
    rendered,
    folded: foldWords(raw, normal, split),
    script,
    words,
    personWords,
    setAside: setAsideOf(all, { from, to, own }),
    asides: normal.asides ?? NO_ASIDES,
  }
}

/** The words of an organisation's name that are compared, of those that are no legal form. */
export function organisationWords(own: readonly string[], token: (word: string) => Token): readonly Token[] {
  return joinLetters(own)
    .slice(0, MAX_COMPARED_WORDS)
    .map((word) => token(word))
}

function withOrigins(
  words: readonly string[],
  origins: readonly string[],
  token: (word: string, origin?: string) => Token,
): readonly Token[] {
  return words.map((word, i) => token(word, origins[i]))
}

/** `K.A.S.` is one word to an organisation; to a person its letters are initials. */
function joinLetters(words: readonly string[]): readonly string[] {
  if (!hasLettersToJoin(words)) return words
  const joined: string[] = []
  let run = ''
  for (const word of [...words, '']) {
    if (word.length === 1) run += word
    else {
      if (run !== '') joined.push(run)
      if (word !== '') joined.push(word)
      run = ''
    }
  }
  return joined
}

/** Whether letters one by one stand side by side. */
export function hasLettersToJoin(words: readonly string[]): boolean {
  return words.some((word, i) => word.length === 1 && words[i + 1]?.length === 1)
}

/** Kinds that can tell one party from another. */
export function isContent(kind: WordKind): boolean {
  return kind === 'core' || kind === 'trade'
}
