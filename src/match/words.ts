import { readingsOfWord } from './kept-readings.js'
import { normaliseName } from './normalise.js'
import { lettersOf } from './similarity.js'
import { withoutDoubled } from './sound.js'
import { GENERIC_WORDS, TRADE_WORDS } from './tables/business-words.js'
import {
  OWN_GENERIC_WORDS,
  OWN_TRADE_GROUPS,
  OWN_TRADE_WORDS,
  PARTICLES,
  PERSON_PARTICLES,
} from './tables/own-words.js'
import { CONCEPTS } from './tables/concepts.js'
import { SLAVIC_STEMS } from './tables/foreign-readings.js'
import { CITY_ALIASES, CITY_WORDS, COUNTRY_WORDS } from './tables/places.js'

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
  /** Words of several languages for one thing, as `concepts.ts` has them; 0 where none is known. */
  readonly concept: number
}

/** All are made here: to the compiler a copy by `...` is another kind of object, and code that has seen one of them is thrown away at the other. */
function classed(kind: WordKind, group = '', city = false, concept = 0): WordClass {
  return { kind, group, city, concept }
}

const CORE = classed('core')
const MARK = classed('mark')
const PARTICLE = classed('particle')
const DIGITS = /^\d+$/
const ROMAN = /^(?:x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|v?i{2,3}|vi)$/

// Number words that are seldom anything else; `one` and `first` open too many names to be counted.
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, String(at)]),
)

function addGroups(
  into: Map<string, WordClass>,
  lines: readonly string[],
  kind: WordKind,
  prefix: string,
  city = false,
): void {
  for (const line of lines) {
    const words = line.split(' ')
    const entry = classed(kind, `${prefix}${words[0] ?? ''}`, city)
    for (let i = prefix === '' ? 1 : 0; i < words.length; i++) addWord(into, words[i] ?? '', entry)
  }
}

const PLAIN = /^[a-z]+$/

function addWord(into: Map<string, WordClass>, word: string, entry: WordClass): void {
  // Two words in three are in plain letters and read as they stand: the tables are built at every start.
  if (PLAIN.test(word)) {
    if (!into.has(word)) into.set(word, entry)
    return
  }
  for (const reading of readingsOfWord(word)) if (!into.has(reading)) into.set(reading, entry)
}

/** The words of the tables that are not in plain letters, each once. */
export function foreignTableWords(): readonly string[] {
  const lines = [
    CITY_ALIASES,
    COUNTRY_WORDS,
    OWN_GENERIC_WORDS,
    GENERIC_WORDS,
    OWN_TRADE_GROUPS,
    TRADE_WORDS,
    OWN_TRADE_WORDS,
  ].flat()
  const words = lines.flatMap((line) => line.split(' ')).filter((word) => word !== '' && !PLAIN.test(word))
  return [...new Set(words)]
}

function buildWords(): Map<string, WordClass> {
  const table = new Map<string, WordClass>()
  for (const particle of PARTICLES) table.set(particle, PARTICLE)
  for (const line of CITY_ALIASES) addGroups(table, [line], 'place', 'city ', true)
  for (const city of CITY_WORDS) if (!table.has(city)) table.set(city, classed('place', `city ${city}`, true))
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
    for (const word of line.split(' ').slice(1)) addWord(table, word, classed('trade'))
  }
}

interface Stems {
  readonly classes: ReadonlyMap<string, WordClass>
  /** The first letters of all of them, as many as the shortest has: most words begin with none of these. */
  readonly openings: ReadonlySet<string>
  readonly longest: number
}

// Shorter ones open names that have nothing to do with them.
const SHORTEST_STEM = 5

/** What conventions of romanisation write differently inside a Slavic word, brought to one: stems are compared in this form. */
function stemForm(word: string): string {
  const letters = lettersOf(word)
  let form = word
  if ((letters & KH) === KH) form = form.replace(/kh/g, 'h')
  if ((letters & SCH) === SCH) form = form.replace(/shch|sch/g, 'sh')
  if ((letters & T) !== 0 && (letters & SZ) !== 0) form = form.replace(/ts|tz/g, 'c')
  if ((letters & YJ) !== 0) form = form.replace(/[yj]/g, 'i')
  return withoutDoubled(form)
}

const [KH = 0, SCH = 0, T = 0, SZ = 0, YJ = 0] = ['kh', 'sch', 't', 'sz', 'yj'].map(lettersOf)

/** Gives the concepts their numbers, and files the stems of their Slavic words. */
function addConcepts(into: Map<string, WordClass>): Stems {
  const classes = new Map<string, WordClass>()
  const openings = new Set<string>()
  let longest = 0
  CONCEPTS.forEach((line, number) => {
    const words = line.slice(0, line.indexOf(' |')).split(' ')
    const known = into.get(words[0] ?? '') ?? CORE
    for (const word of words) {
      const own = into.get(word) ?? CORE
      if (own.concept === 0 && own.kind !== 'particle')
        into.set(word, classed(own.kind, own.group, own.city, number + 1))
    }
    for (const stem of SLAVIC_STEMS[number]?.split(' ').slice(1) ?? []) {
      if (classes.has(stem)) continue
      classes.set(stem, classed(known.kind === 'core' ? 'trade' : known.kind, known.group, known.city, number + 1))
      openings.add(stem.slice(0, SHORTEST_STEM))
      longest = Math.max(longest, stem.length)
    }
  })
  return { classes, openings, longest }
}

// What may follow a stem: endings of nouns and adjectives. A longer rest makes another word.
const LONGEST_ENDING = 9

function classByStem(word: string, { classes, openings, longest }: Stems): WordClass | undefined {
  const form = stemForm(word)
  if (!openings.has(form.slice(0, SHORTEST_STEM))) return undefined
  for (let length = Math.min(longest, form.length); length >= SHORTEST_STEM; length--) {
    if (form.length - length > Math.min(length, LONGEST_ENDING)) return undefined
    const found = classes.get(form.slice(0, length))
    if (found !== undefined) return found
  }
  return undefined
}

/** A word of the other tables may be a Slavic one of a concept as well. */
function withConcept(known: WordClass, word: string, all: Stems): WordClass {
  const found = word.length > SHORTEST_STEM ? classByStem(word, all) : undefined
  return found === undefined ? known : classed(known.kind, known.group, known.city, found.concept)
}

/** Letters before the k of an adjective's ending. */
const LEAST_BEFORE_K = 4
/** One of these stands before that k: most words need not be held against the pattern. */
const BEFORE_K = 'scz'
const ADJECTIVE =
  /^(.{3,}?)(?:sk|ck|tsk|zk)(?:i|y|ii|iy|yi|yy|ij|yj|aya|aia|aja|oe|oye|oie|oje|ogo|oi|oy|oj|ie|ye|a|e)$/

/** What is left of a Slavic adjective that is made from the name of a place: `murom` of `muromskiy`; `''` for any other word. */
export function adjectiveStem(word: string): string {
  for (let at = word.indexOf('k', LEAST_BEFORE_K); at !== -1; at = word.indexOf('k', at + 1))
    if (BEFORE_K.includes(word.charAt(at - 1))) return ADJECTIVE.exec(word)?.[1] ?? ''
  return ''
}

function placeOfAdjective(word: string, words: ReadonlyMap<string, WordClass>): WordClass | undefined {
  const stem = adjectiveStem(word)
  if (stem === '') return undefined
  for (const ending of ['', 'a', 'o', 'i', 'e', 'y', 'sk', 'k', 'ie', 'iya', 'ia']) {
    const found = words.get(stem + ending)
    if (found?.kind === 'place') return found
  }
  return undefined
}

const LEAST_SINGULAR = 4

function pluralOf(word: string, words: ReadonlyMap<string, WordClass>): WordClass | undefined {
  if (!word.endsWith('s') || word.length <= LEAST_SINGULAR) return undefined
  const found = words.get(word.slice(0, -1))
  return found !== undefined && found.concept !== 0 ? found : undefined
}

/** Of each concept the first letter of its first Slavic word, and the stems of all that are long enough: what the table of stems keeps. */
export function slavicStems(): readonly string[] {
  return CONCEPTS.map((line) => {
    const [, slavic = ''] = line.split('|').map((cell) => cell.trim())
    const { words } = normaliseName(slavic)
    const forms = slavic.split(' ').flatMap((word) => normaliseName(word).words.map(stemForm))
    return [words[0]?.slice(0, 1) ?? '', ...forms.filter((stem) => stem.length >= SHORTEST_STEM)].join(' ')
  })
}

/** The first letter of a concept's first Slavic word, `''` where it has none. */
export function slavicInitialOf(concept: number): string {
  if (concept === 0) return ''
  const stems = SLAVIC_STEMS[concept - 1] ?? ''
  return stems.startsWith(' ') ? '' : stems.slice(0, 1)
}

let stems: Stems | undefined
let table: ReadonlyMap<string, WordClass> | undefined
const PERSON_PARTICLE_SET: ReadonlySet<string> = new Set(PERSON_PARTICLES)

/** Words of a million names that are remembered; a few ten thousand make up most of them. */
const MOST_REMEMBERED = 100_000
const remembered = new Map<string, WordClass>()

/** What a folded word is, in the name of an organisation. */
export function classOfWord(word: string): WordClass {
  const before = remembered.get(word)
  if (before !== undefined) return before
  const found = lookUpWord(word)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, found)
  return found
}

function lookUpWord(word: string): WordClass {
  if (table === undefined || stems === undefined) {
    const built = buildWords()
    stems = addConcepts(built)
    table = built
  }
  const known = table.get(word)
  if (known !== undefined)
    return known.concept === 0 && known.kind !== 'particle' ? withConcept(known, word, stems) : known
  const adjective = placeOfAdjective(word, table)
  if (adjective !== undefined) return adjective
  const plural = pluralOf(word, table)
  if (plural !== undefined) return plural
  const translated = word.length > SHORTEST_STEM ? classByStem(word, stems) : undefined
  if (translated !== undefined) return translated
  const digits = numberOf(word)
  if (digits !== '') return classed('number', `number ${digits}`)
  return word.length === 1 ? MARK : CORE
}

/** What a folded word is, in the name of a person: only particles and initials stand out. */
export function classOfPersonWord(word: string): WordClass {
  if (PERSON_PARTICLE_SET.has(word)) return PARTICLE
  return word.length === 1 ? MARK : CORE
}

// Joining words and titles of Arabic and Persian, in the letters that the dictionary uses.
const FOREIGN_PARTICLES: ReadonlySet<string> = new Set(
  'بن ابن ابو بنت ال سید حاج حاجی دکتر شیخ ملا مولوی و فی من از در برای به با د او 与 和 及 的 之 、'.split(' '),
)

/** What a word in letters without vowels, or a syllable, is: nothing of it is in the tables of Latin words. */
export function classOfForeignWord(word: string, origin: string): WordClass {
  if (FOREIGN_PARTICLES.has(origin)) return PARTICLE
  return DIGITS.test(word) ? classOfWord(word) : CORE
}

/** The number that a word writes, in digits: `7`, `vii`; `''` where it is none. */
function numberOf(word: string): string {
  const first = word.charAt(0)
  if (first <= '9') return DIGITS.test(word) ? word.replace(/^0+(?=\d)/, '') : ''
  const isRoman = ROMAN_DIGITS.has(first) && word.length > 1 && word.length < 7 && ROMAN.test(word)
  return isRoman ? String(romanValue(word)) : (NUMBER_WORDS.get(word) ?? '')
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
