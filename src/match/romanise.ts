import anyAscii from 'any-ascii'
import { CONVENTIONS, HARD_G_AS_H, HOMOGLYPHS, LATIN_SPECIALS, UMLAUTS } from './tables/letters.js'

export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Han' | 'Arabic' | 'other'

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Cyrillic', /\p{sc=Cyrillic}/u],
  ['Greek', /\p{sc=Greek}/u],
  ['Han', /\p{sc=Han}/u],
  ['Arabic', /\p{sc=Arabic}/u],
  ['Latin', /[\p{sc=Latin}\p{N}]/u],
]

/** The script of a word: that of its first letter that is not Latin. */
export function scriptOf(word: string): Script {
  return SCRIPTS.find(([, letters]) => letters.test(word))?.[0] ?? 'other'
}

const NOT_PLAIN = /[^a-z0-9]+/g
const ASCII = /^[a-z0-9]*$/
const UKRAINIAN_OR_BELARUSIAN = /[іїєґў]/

/**
 * The Latin readings of one lower-cased word, the likeliest first; several where the script has several conventions.
 * `context` is the whole name: the letters of other words tell Belarusian and Ukrainian from Russian.
 */
export function romaniseWord(word: string, context: string): readonly string[] {
  if (ASCII.test(word)) return [word]
  const plain = unmask(word)
  const script = scriptOf(plain)
  if (script === 'Cyrillic') return readCyrillic(plain, UKRAINIAN_OR_BELARUSIAN.test(context))
  if (script === 'Latin') return readLatin(plain)
  return [anyAscii(plain.replace(THAI_VOWEL_FIRST, '$2$1')).toLowerCase().replace(NOT_PLAIN, '')]
}

// Thai writes some vowels before the consonant that they are spoken after.
const THAI_VOWEL_FIRST = /([เแโใไ])(\p{sc=Thai})/gu

/** In a word of mixed script, letters that only look like those of the other script are put back: official lists contain them. */
function unmask(word: string): string {
  const foreign = /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word)
  if (!foreign || !/[a-z]/.test(word)) return word
  const letters = [...word]
  const latinOnly = letters.filter((letter) => /[a-z]/.test(letter) && !HOMOGLYPHS.toCyrillic.has(letter)).length
  const foreignOnly = letters.filter((letter) => letter > '\u007f' && !HOMOGLYPHS.toLatin.has(letter)).length
  const latin = letters.filter((letter) => letter <= '\u007f').length
  const toLatin = latinOnly !== foreignOnly ? latinOnly > foreignOnly : latin * 2 >= letters.length
  const table = toLatin ? HOMOGLYPHS.toLatin : HOMOGLYPHS.toCyrillic
  return letters.map((letter) => table.get(letter) ?? letter).join('')
}

/** One reading for each convention, in their order and equal ones too: the words of a name are read by one convention at a time. */
function readCyrillic(word: string, western: boolean): string[] {
  const readings: string[] = []
  for (const convention of CONVENTIONS) {
    const base = convention.endings.reduce((text, [from, to]) => text.replace(from, to), word)
    const soft = spell(base, convention.letters)
    // The other reading of г is that of names whose language is not Russian.
    if (western) readings.push(spell(base, convention.letters, HARD_G_AS_H))
    readings.push(soft)
  }
  return readings
}

function spell(word: string, letters: ReadonlyMap<string, string>, first?: ReadonlyMap<string, string>): string {
  let out = ''
  for (const letter of word)
    out += first?.get(letter) ?? letters.get(letter) ?? (letter <= '\u007f' ? letter : anyAscii(letter))
  return out.toLowerCase().replace(NOT_PLAIN, '')
}

function readLatin(word: string): string[] {
  const plain = spellLatin(word, LATIN_SPECIALS)
  const german = spellLatin(word, UMLAUTS)
  return plain === german ? [plain] : [plain, german]
}

function spellLatin(word: string, specials: ReadonlyMap<string, string>): string {
  let out = ''
  for (const letter of word) {
    const special = specials.get(letter) ?? LATIN_SPECIALS.get(letter)
    out += special ?? (letter <= '\u007f' ? letter : anyAscii(letter))
  }
  return out.toLowerCase().replace(NOT_PLAIN, '')
}
