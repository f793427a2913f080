import { ABJAD_SIGNS, SYLLABLE_SIGNS, type Sign } from './tables/foreign-letters.js'

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch|cz/g, 'C'],
  [/sch/g, 'S'],
  [/ph/g, 'f'],
  [/dj|dg/g, 'j'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[aoulrtnk]|$)/g, 'k'],
  [/([^h])\1+/g, '$1'],
]

// Two letters that are often, not always, one sound: `Mazhari` has a z and an h.
const PAIRS: ReadonlyMap<string, string> = new Map(
  ['shS', 'chC', 'khX', 'ghG', 'thT', 'dhD', 'zhZ', 'tsc', 'dzj'].map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)

/** A Latin word in the letters of the tables of signs, but for pairs. */
function latinSigns(word: string): string {
  let out = word
  for (const [spelling, letter] of SPELLINGS) out = out.replace(spelling, letter)
  return out
}

const NEAR_COST = 0.25
const VOWEL_SKIP = 0.1
const LEAST_LETTERS = 3
const COST_FACTOR = 1.1

function latinSkip(letter: string, at: number, silent: string): number {
  if ('aeiou'.includes(letter)) return VOWEL_SKIP
  if (letter === 'y' || letter === 'h') return 3 * VOWEL_SKIP
  return at > 0 && silent.includes(letter) ? 4 * VOWEL_SKIP : 1
}

function changeCost({ free, near }: Sign, letter: string): number {
  return free.includes(letter) ? 0 : near.includes(letter) ? NEAR_COST : 1
}

/**
 * How well a Latin word can be the spelling of foreign signs, 0 to 1. Vowels that only one side writes cost little, consonants that
 * differ cost a letter. `silent` are Latin consonants that the foreign script often leaves out.
 */
function signSimilarity(word: string, signs: readonly Sign[], silent: string): number {
  const latin = latinSigns(word)
  let previous = [0]
  for (let i = 0; i < latin.length; i++) previous.push((previous[i] ?? 0) + latinSkip(latin[i] ?? '', i, silent))
  signs.forEach((sign, row) => {
    const current = [(previous[0] ?? 0) + (row === 0 ? Math.min(sign.skip, 0.15) : sign.skip)]
    for (let i = 0; i < latin.length; i++) {
      const letter = latin[i] ?? ''
      let best = Math.min(
        (previous[i] ?? 0) + changeCost(sign, letter),
        (previous[i + 1] ?? 0) + sign.skip,
        (current[i] ?? 0) + latinSkip(letter, i, silent),
      )
      const two = i > 0 ? PAIRS.get(`${latin[i - 1] ?? ''}${letter}`) : undefined
      if (two !== undefined) best = Math.min(best, (previous[i - 1] ?? 0) + changeCost(sign, two))
      current.push(best)
    }
    previous = current
  })
  const consonants = latin.replace(/[aeiou]|(?<=[sckgtdz])h/g, '').length
  const counted = Math.max(LEAST_LETTERS, consonants, signs.filter(({ skip }) => skip >= 0.5).length)
  return Math.max(0, 1 - (COST_FACTOR * (previous[latin.length] ?? 0)) / counted)
}

/** The signs of a word, doubled letters once. */
export function signsOfLetters(text: string, table: ReadonlyMap<string, Sign>): readonly Sign[] {
  return [...text]
    .filter((letter, i, all) => letter !== all[i - 1])
    .map((letter) => table.get(letter))
    .filter((sign) => sign !== undefined)
}

/** A word of Arabic or Hebrew letters against a Latin one. */
export function abjadSimilarity(word: string, letters: string): number {
  const signs = signsOfLetters(letters, ABJAD_SIGNS)
  const sounded = letters.replace(SILENT_ARTICLE, '')
  const asWritten = signSimilarity(word, signs, '')
  const whole =
    sounded === letters
      ? asWritten
      : Math.max(asWritten, signSimilarity(word, signsOfLetters(sounded, ABJAD_SIGNS), ''))
  const bare = withoutArticleAtEnd(word)
  return bare === word ? whole : Math.max(whole, signSimilarity(bare, signs, ''))
}

// The l of an article inside a word is not heard before these letters: `Abdurrahman`.
const SILENT_ARTICLE = /(?<=.)ال(?=[تثدذرزسشصضطظلن])/gu
// `Abdul`, `Abdur`: the article of the next word, as it sounds before that.
const ARTICLE_AT_END = /[ueao][lrdsztn]$/

/** A Latin word without what may be the article of the next one, where enough is left. */
export function withoutArticleAtEnd(word: string): string {
  const bare = word.replace(ARTICLE_AT_END, '')
  return bare.length < LEAST_LETTERS ? word : bare
}

const SYLLABLE = /(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]+)(ng?(?![aeiouv])|r(?![aeiouv]))?/g

/** The signs of Chinese syllables in pinyin run together. */
export function signsOfSyllables(pinyin: string, table: ReadonlyMap<string, Sign>): readonly Sign[] {
  const signs: Sign[] = []
  let last = ''
  for (const [, initial = '', , final = ''] of pinyin.matchAll(SYLLABLE)) {
    // A nasal before another one is one sound with it.
    if (last === 'N' && /^[nm]/.test(initial)) signs.pop()
    last = final === '' ? initial : final === 'r' ? 'R' : 'N'
    for (const sound of [initial, final === '' ? '' : last]) {
      const sign = table.get(sound)
      if (sign !== undefined) signs.push(sign)
    }
  }
  return signs
}

/** Chinese syllables, in pinyin run together, that may spell out a foreign name. */
export function syllableSimilarity(word: string, pinyin: string): number {
  return signSimilarity(word, signsOfSyllables(pinyin, SYLLABLE_SIGNS), 'rldtgk')
}
