import { spellsByLetters } from './across-scripts.js'
import { chineseKey, chineseSpellings, koreanKey, koreanKeys } from './syllables.js'
import { ABJAD_SIGNS, SYLLABLE_SIGNS, type Sign } from './tables/foreign-letters.js'
import { signsOfLetters, signsOfSyllables, withoutArticleAtEnd } from './transcription.js'

/** A word in Latin letters, and the foreign letters that it stands for; `''` where it is Latin. */
export interface ForeignText {
  readonly text: string
  readonly origin: string
}

/** Finds words of a list across scripts, without a look at all of them. */
export interface ForeignWords {
  /** Latin ones that may be spellings of a word of another script. */
  readonly near: (word: ForeignText) => readonly number[]
  /** Words of other scripts that a Latin one may spell. */
  readonly spelt: (latin: string) => readonly number[]
}

// Consonants by the part of the mouth: what transcriptions mistake for one another is in one class. w, y, h and vowels come and go.
const CLASSES: readonly string[] = ['bpf', 'tdszcjSCTDZ', 'kgqxGX', 'lr', 'mn']

function classOf(letter: string): string {
  const found = CLASSES.findIndex((letters) => letters.includes(letter))
  return found < 0 ? '' : String(found)
}

/** Classes of which a key is made: of a query in another script, of which there are few; and of any Latin one. */
const KEY = 2
const KEY_OF_LATIN = 4

/** The first classes of consonants of a Latin word, each once where it comes twice in a row. */
function latinKey(word: string, length: number): string {
  let key = ''
  for (const letter of word) {
    const next = classOf(letter)
    if (next !== '' && next !== key.at(-1)) key += next
    if (key.length === length) break
  }
  return key
}

/** All keys that Latin spellings of the signs may have. */
function signKeys(signs: readonly Sign[], length: number): ReadonlySet<string> {
  let keys = new Set([''])
  for (const { free, near } of signs) {
    const next = new Set<string>()
    const options = new Set([...free, ...near].map(classOf))
    for (const key of keys) {
      if (key.length === length) next.add(key)
      else for (const option of options) next.add(option === key.at(-1) ? key : key + option)
    }
    keys = next
  }
  return keys
}

function file(words: readonly ForeignText[], keyOf: (text: string) => string): ReadonlyMap<string, readonly number[]> {
  const filed = new Map<string, number[]>()
  words.forEach(({ text, origin }, number) => {
    if (origin !== '') return
    const key = keyOf(text)
    const known = filed.get(key)
    if (known === undefined) filed.set(key, [number])
    else known.push(number)
  })
  return filed
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const HAN = /\p{sc=Han}/u
const HANGUL = /\p{sc=Hangul}/u

/** Files words of other scripts under all keys that Latin spellings of them may have. */
function fileForeign(words: readonly ForeignText[]): ReadonlyMap<string, readonly number[]> {
  const filed = new Map<string, number[]>()
  words.forEach((word, number) => {
    if (word.origin === '') return
    for (const key of keysOfForeign(word)) {
      const known = filed.get(key)
      if (known === undefined) filed.set(key, [number])
      else known.push(number)
    }
  })
  return filed
}

const [KOREAN, CHINESE, CONSONANTS] = ['korean ', 'chinese ', 'consonants ']

function keysOfForeign({ text, origin }: ForeignText): ReadonlySet<string> {
  const keys = new Set<string>()
  const add = (kind: string, some: Iterable<string>): void => {
    for (const key of some) keys.add(kind + key)
  }
  if (HANGUL.test(origin)) add(KOREAN, koreanKeys(text))
  else if (!HAN.test(origin)) add(CONSONANTS, signKeys(signsOfLetters(origin, ABJAD_SIGNS), KEY_OF_LATIN))
  else {
    add(CHINESE, [text, ...chineseSpellings(text)].map(chineseKey))
    if (spellsByLetters(origin)) add(CONSONANTS, signKeys(signsOfSyllables(text, SYLLABLE_SIGNS), KEY_OF_LATIN))
  }
  return keys
}

/** Files the words by script only when a query of that script first comes. */
export function createForeignWords(words: readonly ForeignText[]): ForeignWords {
  const byConsonants = once(() => file(words, (text) => latinKey(text, KEY)))
  const byKorean = once(() => file(words, koreanKey))
  const byChinese = once(() => file(words, chineseKey))
  const foreign = once(() => fileForeign(words))
  const bySigns = (signs: readonly Sign[]): readonly number[] =>
    [...signKeys(signs, KEY)].flatMap((key) => byConsonants().get(key) ?? [])
  return {
    spelt: (latin) => {
      const consonants = new Set([latin, withoutArticleAtEnd(latin)].map((word) => latinKey(word, KEY_OF_LATIN)))
      const keys = [
        KOREAN + koreanKey(latin),
        CHINESE + chineseKey(latin),
        ...[...consonants].map((key) => CONSONANTS + key),
      ]
      return keys.flatMap((key) => foreign().get(key) ?? [])
    },
    near: ({ text, origin }) => {
      if (HANGUL.test(origin)) return koreanKeys(text).flatMap((key) => byKorean().get(key) ?? [])
      if (!HAN.test(origin)) return bySigns(signsOfLetters(origin, ABJAD_SIGNS))
      const spellings = [...new Set([text, ...chineseSpellings(text)].map(chineseKey))]
      const equal = spellings.flatMap((key) => byChinese().get(key) ?? [])
      return !spellsByLetters(origin)
        ? equal
        : [...new Set([...equal, ...bySigns(signsOfSyllables(text, SYLLABLE_SIGNS))])]
    },
  }
}
