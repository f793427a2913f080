import anyAscii from 'any-ascii'
import { ASIDE_WORDS, bareName, type BareName } from './asides.js'
import { dictionaryOf, plainForeign, withoutArticle } from './dictionary.js'
import { nameParts } from './name-parts.js'
import { ABBREVIATIONS } from './tables/abbreviations.js'
import { normaliseName, type NormalName } from './normalise.js'

const MAX_RENDERINGS = 6
const MAX_LETTERS = 400
const FOREIGN = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Arabic}\p{sc=Hebrew}]/u

/** Whether a name has letters of a script that is compared by renderings alone. */
export function hasRenderedLetters(text: string): boolean {
  return FOREIGN.test(text)
}

/**
 * Other ways to read a name: without what it says twice, translated word by word, with its syllables apart. A rendering is the same
 * name for comparing; records are never brought together by one.
 */
export function renderingsOf(text: string): readonly NormalName[] {
  if (text.length > MAX_LETTERS) return []
  const bare = bareName(text)
  const parts = nameParts(bare?.name ?? text)
  const renderings = [...(bare === undefined ? [] : withoutAsides(bare)), ...parts.map((part) => normaliseName(part))]
  renderings.push(...withoutAbbreviations(text), ...withNumbers(text), ...respelt(text))
  if (FOREIGN.test(text)) renderings.push(...[text, ...parts].flatMap(foreignReadings))
  return renderings.filter(({ words }) => words.length > 0).slice(0, MAX_RENDERINGS)
}

/** Without what stands beside the name, and by the name that it says it had. */
function withoutAsides({ name, asides, former }: BareName): NormalName[] {
  const now = { ...normaliseName(name), readings: [], asides }
  return [
    now,
    ...former.map((one) => ({
      ...normaliseName(one),
      readings: [],
      asides: [{ kind: 'later-name' as const, text: name }],
    })),
  ]
}

const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  ABBREVIATIONS.flatMap((line) => {
    const [short = '', long = ''] = line.split(': ')
    return short.split(' ').map((word) => [word, long.split(' ')] as const)
  }),
)

// Most names of a list are Latin and have no abbreviation: they need not be split to know it.
const PLAIN = /^[\x20-\x7e]*$/
const isAbbreviated = (text: string): boolean => {
  const words = text.toLowerCase().split(/[^a-z0-9_]/)
  return words.some((word) => abbreviations.has(word))
}

function withoutAbbreviations(text: string): NormalName[] {
  if (PLAIN.test(text) && !isAbbreviated(text)) return []
  const normal = normaliseName(text)
  if (normal.words.length < 2 || !normal.words.some((word) => abbreviations.has(word))) return []
  const words = normal.words.flatMap((word) => abbreviations.get(word) ?? [word])
  return [{ words, readings: [], script: normal.script }]
}

// Signs and digits that hands and readers of scans put for letters, by the letter that they look like.
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  ['0o', '1i', '3e', '4a', '5s', '7t', '8b', '9g', '$s', '@a'].map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)
const AMONG_LETTERS = /(?<=\p{L})[0-9$@](?=\p{L})/gu
// After these letters it is the breath of a Korean or Chinese sound (McCune-Reischauer, Wade-Giles), and parts nothing: `Ch'oe`, `T'ien-chin`.
const APOSTROPHE = /(?<=\p{L})(?<!(?<!\p{L})(?:ch|k|p|t|ts))['’‘ʼʻ`](?=\p{L}{2})/giu

// What knows all letters is slow to start, and is asked only where one of its signs stands.
const HAS_APOSTROPHE = /['’‘ʼʻ`]/
const HAS_LOOKALIKE = /[0-9$@]/

const SHIP = /^(?:M\s?[/.]?\s?[VTSY]|S\s?[/.]?\s?S|F\s?[/.]?\s?V|L\s?[/.]?\s?[CV])\.?\s+(?=\S)/i

/** `A'ini` is written `A Ini` where a form takes no apostrophe, `%` is a word, `Sech1n` a slip or a trick, and `M/V` says what a ship is. */
function respelt(text: string): NormalName[] {
  const spellings = [
    HAS_APOSTROPHE.test(text) ? text.replace(APOSTROPHE, ' ') : text,
    text.replace(SHIP, ''),
    text.replaceAll('%', ' percent '),
    HAS_LOOKALIKE.test(text) ? text.replace(AMONG_LETTERS, (sign) => LOOKALIKES.get(sign) ?? sign) : text,
  ]
  return spellings
    .filter((spelling) => spelling !== text)
    .map((spelling) => ({ ...normaliseName(spelling), readings: [] }))
}

const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const UNITS = 'one two three four five six seven eight nine'.split(' ')

/** `Forty-Four` as 44. */
function withNumbers(text: string): NormalName[] {
  if (!/ty\b/i.test(text)) return []
  const { words, script } = normaliseName(text)
  const numbered: string[] = []
  for (let i = 0; i < words.length; i++) {
    const ten = TENS.indexOf(words[i] ?? '')
    const unit = UNITS.indexOf(words[i + 1] ?? '')
    if (ten < 0) numbered.push(words[i] ?? '')
    else numbered.push(String((ten + 2) * 10 + unit + 1))
    if (ten >= 0 && unit >= 0) i++
  }
  return numbered.join() === words.join() ? [] : [{ words: numbered, readings: [], script }]
}

const SHIP_WORD = /^(?:m[vtsy]|ss|fv|l[cv])$/
const SHIP_LETTERS = 2
const SIGN_AMONG_LETTERS = /[a-z]\d[a-z]/

/** Whether a word alone may make a plain name have renderings; signs that are no part of a word may as well. */
export function isRenderedWord(word: string): boolean {
  return (
    ASIDE_WORDS.has(word) ||
    abbreviations.has(word) ||
    TENS.includes(word) ||
    (word.length === SHIP_LETTERS && SHIP_WORD.test(word)) ||
    SIGN_AMONG_LETTERS.test(word)
  )
}

/** Whether two letters one by one may say what a ship is, or that a company is in liquidation: `M. V.`, `i. L.`. */
export function isSpelledWord(letters: string): boolean {
  return SHIP_WORD.test(letters) || letters === 'il'
}

/** Words of a reading, and beside each the foreign letters that it stands for: `''` where it was Latin or is a translation. */
interface Reading {
  readonly words: string[]
  readonly origins: string[]
}

function put({ words, origins }: Reading, word: string, origin: string): void {
  if (word === '') return
  words.push(word)
  origins.push(origin)
}

const PIECES =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{M}\u200c ]*[\p{sc=Arabic}\p{sc=Hebrew}][\p{sc=Arabic}\p{sc=Hebrew}\p{M}\u200c ]*|\p{sc=Han}+|\p{sc=Hangul}+|[^\p{sc=Han}\p{sc=Hangul}\p{sc=Arabic}\p{sc=Hebrew}]+/gu

function foreignReadings(text: string): NormalName[] {
  const apart: Reading = { words: [], origins: [] }
  const translated: Reading = { words: [], origins: [] }
  for (const [piece] of text.normalize('NFKC').matchAll(PIECES)) {
    if (/[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(piece)) readSpaced(plainForeign(piece), apart, translated)
    else if (FOREIGN.test(piece))
      readRun(plainForeign(piece), text.includes('·') || text.includes('・'), apart, translated)
    else {
      for (const word of normaliseName(piece).words) {
        put(apart, word, '')
        put(translated, word, '')
      }
    }
  }
  const same = translated.words.join(' ') === apart.words.join(' ')
  return (same ? [apart] : [apart, translated]).map((reading) => ({
    ...reading,
    readings: [],
    script: scriptName(text),
  }))
}

function scriptName(text: string): string {
  if (/\p{sc=Han}/u.test(text)) return 'Han'
  if (/\p{sc=Hangul}/u.test(text)) return 'Hangul'
  return /\p{sc=Arabic}/u.test(text) ? 'Arabic' : 'Hebrew'
}

const latin = (word: string): string =>
  anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Scripts with spaces: phrases and words of the dictionary are translated, others keep their letters. */
function readSpaced(text: string, apart: Reading, translated: Reading): void {
  const { words: meanings, longest } = dictionaryOf('arabic')
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  for (const word of words) put(apart, latin(withoutArticle(word)), withoutArticle(word))
  for (let i = 0; i < words.length;) {
    let taken = Math.min(longest, words.length - i)
    let meaning: string | undefined
    for (; taken > 0 && meaning === undefined; taken--) {
      const phrase = words.slice(i, i + taken).join(' ')
      meaning = meanings.get(phrase) ?? (taken === 1 ? meanings.get(withoutArticle(phrase)) : undefined)
    }
    if (meaning === undefined) put(translated, latin(withoutArticle(words[i] ?? '')), withoutArticle(words[i] ?? ''))
    else for (const word of normaliseName(meaning).words) put(translated, word, '')
    i += meaning === undefined ? 1 : taken + 1
  }
}

/** Before the signs of a name that its dot shows to be a foreign one, spelt by sound. */
export const FOREIGN_NAME = '·'
const ADMINISTRATIVE = /^[市省县区]/u

/** Scripts without spaces: the longest words of the dictionary are taken out, what lies between them is one word. */
function readRun(text: string, dotted: boolean, apart: Reading, translated: Reading): void {
  const han = /\p{sc=Han}/u.test(text)
  const { words: meanings, longest } = dictionaryOf(han ? 'han' : 'hangul')
  for (const letter of text) put(apart, latin(letter), letter)
  let rest = ''
  const flush = (): void => {
    put(translated, latin(rest), dotted && rest !== '' ? `${FOREIGN_NAME}${rest}` : rest)
    rest = ''
  }
  for (let i = 0; i < text.length;) {
    let taken = Math.min(longest, text.length - i)
    while (taken > 0 && !meanings.has(text.slice(i, i + taken))) taken--
    // A word of one sign is a word only at the end: inside it is as often part of a name.
    if (taken === 0 || (taken === 1 && (i + 1 < text.length || rest === ''))) {
      rest += text[i] ?? ''
      i++
      continue
    }
    flush()
    const found = text.slice(i, i + taken)
    const meaning = meanings.get(found) ?? ''
    if (meaning === '') for (const letter of found) put(translated, latin(letter), '')
    else for (const word of normaliseName(meaning).words) put(translated, word, '')
    i += taken
    if (ADMINISTRATIVE.test(text.slice(i))) i++
  }
  flush()
}
