import { COUNTRIES } from '../model/country-table.js'
import { ARABIC_ENGLISH } from './tables/arabic.js'
import { CONCEPTS, PLACES_BY_SCRIPT } from './tables/concepts.js'
import {
  HAN_FORMS,
  HAN_HOUSES,
  HAN_NAMES,
  HAN_TRADES,
  HANGUL_FORMS,
  JAPANESE_NAMES,
  JAPANESE_PLACES,
  TRADITIONAL,
} from './tables/han.js'

/** Words of one script and what they are in English; forms of companies keep their sound, which the table of legal forms knows. */
export interface Dictionary {
  readonly words: ReadonlyMap<string, string>
  /** Letters of the longest word, or words of the longest phrase. */
  readonly longest: number
}

export type DictionaryScript = 'arabic' | 'han' | 'hangul'
const COLUMNS: Readonly<
  Record<DictionaryScript, { readonly concepts: number; readonly places: number; readonly languages: string }>
> = {
  arabic: { concepts: 2, places: 1, languages: 'ar fa ur ps' },
  han: { concepts: 3, places: 2, languages: 'zh' },
  hangul: { concepts: 4, places: 3, languages: 'ko' },
}

/** Lines of one script: what it is in English, then how it is written. */
const OWN_LINES: Readonly<Record<DictionaryScript, readonly string[]>> = {
  arabic: ARABIC_ENGLISH,
  han: [...HAN_NAMES, ...HAN_HOUSES, ...JAPANESE_NAMES, ...JAPANESE_PLACES, ...HAN_TRADES],
  hangul: [],
}

const built = new Map<DictionaryScript, Dictionary>()

/** The dictionary of a script, made when it is first asked for. */
export function dictionaryOf(script: DictionaryScript): Dictionary {
  const known = built.get(script)
  if (known !== undefined) return known
  const made = build(script)
  built.set(script, made)
  return made
}

function build(script: DictionaryScript): Dictionary {
  const words = new Map<string, string>()
  const { concepts, places, languages } = COLUMNS[script]
  if (script === 'han') for (const form of HAN_FORMS) words.set(simplified(form), '')
  if (script === 'hangul') for (const form of HANGUL_FORMS) words.set(form, '')
  for (const line of OWN_LINES[script])
    addLine(words, (line.split(' ')[0] ?? '').replaceAll('_', ' '), line.split(' ').slice(1), script)
  addColumns(words, PLACES_BY_SCRIPT, places, script, (english) => english)
  addColumns(words, CONCEPTS, concepts, script, (english) => english.split(' ')[0] ?? '')
  for (const language of languages.split(' ')) addCountries(words, language, script)
  const lengths = [...words.keys()].map((word) => (script === 'arabic' ? word.split(' ').length : word.length))
  return { words, longest: Math.max(...lengths) }
}

function addColumns(
  into: Map<string, string>,
  lines: readonly string[],
  column: number,
  script: DictionaryScript,
  meaning: (english: string) => string,
): void {
  for (const line of lines) {
    const cells = line.split('|').map((cell) => cell.trim())
    addLine(into, meaning(cells[0] ?? ''), (cells[column] ?? '').split(/\s+/), script)
  }
}

function addLine(
  into: Map<string, string>,
  english: string,
  natives: readonly string[],
  script: DictionaryScript,
): void {
  for (const native of natives) {
    const key = plainForeign(native.replaceAll('_', ' '))
    for (const word of script === 'arabic' ? [key, withoutArticle(key)] : [key])
      if (word !== '' && !into.has(word)) into.set(word, english)
  }
}

function addCountries(into: Map<string, string>, language: string, script: DictionaryScript): void {
  const native = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  for (const { alpha2, name } of COUNTRIES) {
    const foreign = native.of(alpha2)
    if (foreign !== undefined) addLine(into, name.toLowerCase(), [foreign], script)
  }
}

const toSimplified: ReadonlyMap<string, string> = new Map(
  (TRADITIONAL.match(/../gsu) ?? []).map((pair): readonly [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)
const ONE_LETTER: readonly (readonly [RegExp, string])[] = [
  [/[\u200c\u0640]/g, ' '],
  [/[يىےۍئ]/g, 'ی'],
  [/[كڪ]/g, 'ک'],
  [/[ةہھۀ]/g, 'ه'],
  [/[أإٱآ]/g, 'ا'],
  [/ؤ/g, 'و'],
]

function simplified(text: string): string {
  let out = ''
  for (const letter of text) out += toSimplified.get(letter) ?? letter
  return out
}

/** Letters that hands and keyboards write in several ways, brought to one. */
export function plainForeign(text: string): string {
  const plain = ONE_LETTER.reduce((out, [letters, one]) => out.replace(letters, one), text.normalize('NFKC'))
  return simplified(plain.replace(/\p{M}+/gu, '')).trim()
}

const LEAST_AFTER_ARTICLE = 3

/** An Arabic word without its article and without `and`, `for` and `in` before it. */
export function withoutArticle(word: string): string {
  if (word.startsWith('الله')) return word
  const bare = word.replace(/^(?:و?(?:بال|ال|لل)|وال)/, '')
  return bare.length >= LEAST_AFTER_ARTICLE ? bare : word
}
