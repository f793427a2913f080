import { normaliseName } from './normalise.js'
import { GENERIC_WORDS, TRADE_WORDS } from './tables/business-words.js'
import {
  OWN_GENERIC_WORDS,
  OWN_TRADE_GROUPS,
  OWN_TRADE_WORDS,
  PARTICLES,
  PERSON_PARTICLES,
} from './tables/own-words.js'
import { CITY_WORDS, COUNTRY_WORDS } from './tables/places.js'

/**
 * What a word is to a name: `core` is the party's own; `trade` names what it does; `generic` stands in thousands of names;
 * `particle` joins; `mark` is a single letter.
 */
export type WordKind = 'core' | 'trade' | 'generic' | 'place' | 'number' | 'particle' | 'mark'

export interface WordClass {
  readonly kind: WordKind
  /** Words of one group say the same: `plant` and `zavod`, `Russia` and `Russian`. `''` where a word has no group. */
  readonly group: string
  /** Of a place: a city or region, not a country. */
  readonly city: boolean
}

const CORE: WordClass = { kind: 'core', group: '', city: false }
const MARK: WordClass = { kind: 'mark', group: '', city: false }
const DIGITS = /^\d+$/
const ROMAN = /^(?:x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|v?i{2,3}|vi)$/

// Number words that are seldom anything else; `one` and `first` open too many names to be counted.
const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

function addGroups(into: Map<string, WordClass>, lines: readonly string[], kind: WordKind, prefix: string): void {
  for (const line of lines) {
    const [group = '', ...words] = line.split(' ')
    const entry: WordClass = { kind, group: `${prefix}${group}`, city: false }
    for (const word of prefix === '' ? words : [group, ...words]) addWord(into, word, entry)
  }
}

function addWord(into: Map<string, WordClass>, word: string, entry: WordClass): void {
  const { words, readings } = normaliseName(word)
  for (const reading of [words, ...readings]) {
    const only = reading[0]
    if (reading.length === 1 && only !== undefined && !into.has(only)) into.set(only, entry)
  }
}

function buildWords(): Map<string, WordClass> {
  const table = new Map<string, WordClass>()
  for (const particle of PARTICLES) table.set(particle, { kind: 'particle', group: '', city: false })
  for (const city of CITY_WORDS) table.set(city, { kind: 'place', group: '', city: true })
  addGroups(table, COUNTRY_WORDS, 'place', 'country ')
  addGroups(table, OWN_GENERIC_WORDS, 'generic', '')
  addGroups(table, GENERIC_WORDS, 'generic', '')
  addGroups(table, OWN_TRADE_GROUPS, 'trade', '')
  addGroups(table, TRADE_WORDS, 'trade', '')
  addUngrouped(table, OWN_TRADE_WORDS)
  return table
}

/** Everyday words share a line for the reader's sake; only words of the business tables translate one another. */
function addUngrouped(table: Map<string, WordClass>, lines: readonly string[]): void {
  for (const line of lines) {
    for (const word of line.split(' ').slice(1)) addWord(table, word, { kind: 'trade', group: '', city: false })
  }
}

let table: ReadonlyMap<string, WordClass> | undefined
const PERSON_PARTICLE_SET: ReadonlySet<string> = new Set(PERSON_PARTICLES)

/** What a folded word is, in the name of an organisation. */
export function classOfWord(word: string): WordClass {
  table ??= buildWords()
  const known = table.get(word)
  if (known !== undefined) return known
  const digits = numberOf(word)
  if (digits !== '') return { kind: 'number', group: `number ${digits}`, city: false }
  return word.length === 1 ? MARK : CORE
}

/** What a folded word is, in the name of a person: only particles and initials stand out. */
export function classOfPersonWord(word: string): WordClass {
  if (PERSON_PARTICLE_SET.has(word)) return { kind: 'particle', group: '', city: false }
  return word.length === 1 ? MARK : CORE
}

/** The number that a word writes, in digits: `7`, `vii`; `''` where it is none. */
function numberOf(word: string): string {
  if (DIGITS.test(word)) return word.replace(/^0+(?=\d)/, '')
  const spelled = NUMBER_WORDS.indexOf(word)
  if (spelled >= 0) return String(spelled)
  return word.length > 1 && word.length < 7 && ROMAN.test(word) ? String(romanValue(word)) : ''
}

const ROMAN_DIGITS = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
])

function romanValue(word: string): number {
  const values = [...word].map((letter) => ROMAN_DIGITS.get(letter) ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
