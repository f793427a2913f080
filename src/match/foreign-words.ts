import { spellsByLetters } from './across-scripts.js'
import { chineseKey, chineseSpellings, koreanKey, koreanKeys } from './syllables.js'
import { ABJAD_SIGNS, SYLLABLE_SIGNS, type Sign } from './tables/foreign-letters.js'
import { signsOfSyllables, signsOfLetters } from './transcription.js'

/** A word in Latin letters, and the foreign letters that it stands for; `''` where it is Latin. */
export interface ForeignText {
  readonly text: string
  readonly origin: string
}

/** Finds the Latin words of a list that may be spellings of a word of another script, without a look at all of them. */
export interface ForeignWords {
  readonly near: (word: ForeignText) => readonly number[]
}

// Consonants by the part of the mouth: what transcriptions mistake for one another is in one class. w, y, h and vowels come and go.
const CLASSES: readonly string[] = ['bpf', 'tdszcjSCTDZ', 'kgqxGX', 'lr', 'mn']

function classOf(letter: string): string {
  const found = CLASSES.findIndex((letters) => letters.includes(letter))
  return found < 0 ? '' : String(found)
}

const KEY = 2

function latinKey(word: string): string {
  let key = ''
  for (const letter of word) {
    const next = classOf(letter)
    if (next !== '' && next !== key.at(-1)) key += next
    if (key.length === KEY) break
  }
  return key
}

/** All keys that Latin spellings of the signs may have. */
function signKeys(signs: readonly Sign[]): ReadonlySet<string> {
  let keys = new Set([''])
  for (const { free, near } of signs) {
    const next = new Set<string>()
    const options = new Set([...free, ...near].map(classOf))
    for (const key of keys) {
      if (key.length === KEY) next.add(key)
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

/** Files the words by script only when a query of that script first comes. */
export function createForeignWords(words: readonly ForeignText[]): ForeignWords {
  const byConsonants = once(() => file(words, latinKey))
  const byKorean = once(() => file(words, koreanKey))
  const byChinese = once(() => file(words, chineseKey))
  const bySigns = (signs: readonly Sign[]): readonly number[] =>
    [...signKeys(signs)].flatMap((key) => byConsonants().get(key) ?? [])
  return {
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
