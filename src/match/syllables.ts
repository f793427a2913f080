import { CANTONESE } from './tables/han.js'

/** Spellings of one Chinese syllable brought to one: pinyin and Wade-Giles differ in which letters write the same sounds. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^(?:hs|sh|x)/, 's'],
  [/^(?:zh|ch|j|q)/, 'c'],
  [/^(?:ts|tz|z|c|ss|sz)(?=[aeiouv])/, 'c'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
  [/^j/, 'r'],
  [/^y(?=[iu])/, ''],
  [/^wu/, 'u'],
  [/^yi?/, 'i'],
  [/^w/, 'u'],
  [/ung$/, 'ong'],
  [/ien$/, 'ian'],
  [/(?:eh|uo|oh)$/, 'o'],
  [/(?:ih|yh|uh|ih|ze|zu)$/, 'i'],
  [/e$/, 'o'],
  [/oo$/, 'u'],
  [/ee$/, 'i'],
  [/ueh$/, 'ue'],
  [/v/, 'u'],
]

/** One form for all spellings of a Chinese syllable. */
export function chineseKey(syllable: string): string {
  const known = keys.get(syllable)
  if (known !== undefined) return known
  const key = CHINESE.reduce((text, [spelling, sound]) => text.replace(spelling, sound), syllable)
  if (keys.size < MOST_KEYS) keys.set(syllable, key)
  return key
}

/** A few hundred syllables make up nearly all that is asked for. */
const MOST_KEYS = 5000
const keys = new Map<string, string>()

const cantonese: ReadonlyMap<string, readonly string[]> = new Map(
  CANTONESE.map((line) => line.split(' ')).map(([pinyin = '', ...others]) => [pinyin, others]),
)

/** Cantonese and other spellings of a family name that is given in pinyin. */
export function chineseSpellings(pinyin: string): readonly string[] {
  return cantonese.get(pinyin) ?? []
}

/** Whether a Latin syllable can stand for a Chinese one that is given in pinyin. */
export function sameChineseSyllable(latin: string, pinyin: string): boolean {
  return latin === pinyin || chineseKey(latin) === chineseKey(pinyin) || chineseSpellings(pinyin).includes(latin)
}

const SPLIT =
  /(?:zh|ch|sh|hs|ts|tz|ss|sz|[bpmfdtnlgkhjqxrzcsyw])?(?:iao|uai|ia|ie|iu|ue|ua|ui|uo|ai|ei|ao|ou|ih|eh|uh|a|e|i|o|u)(?:ng(?![aeiou])|n(?![aeiou]))?/gy

/** One form for a Latin word that is made of Chinese syllables, in pinyin or Wade-Giles; `''` for any other word. */
export function chineseWordKey(word: string): string {
  if (word.length > LONGEST_CHINESE || !mayBeSyllables(word)) return ''
  const syllables = word.match(SPLIT) ?? []
  return syllables.join('') === word ? syllables.map(chineseKey).join('-') : ''
}

const LONGEST_CHINESE = 13

const [VOWEL, CLOSING, OPENING] = [1, 2, 3]
/** Vowels, consonants that a syllable may end in, and the others that it may begin with. */
const PLACES = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  if ('aeiou'.includes(letter)) return VOWEL
  if ('ngh'.includes(letter)) return CLOSING
  return 'bpmfdtlkjqxrzcsyw'.includes(letter) ? OPENING : 0
})
const OPENING_TOGETHER: ReadonlySet<string> = new Set(['zh', 'ch', 'sh', 'ts', 'tz', 'ss', 'sz'])

/** Most words have two consonants side by side that no two syllables and no opening of one have: these need not be split. */
function mayBeSyllables(word: string): boolean {
  let before = VOWEL
  for (let i = 0; i < word.length; i++) {
    const place = PLACES[word.charCodeAt(i)] ?? 0
    if (place === 0) return false
    if (before === OPENING && place !== VOWEL && !OPENING_TOGETHER.has(word.slice(i - 1, i + 1))) return false
    before = place
  }
  return before !== OPENING
}

const KOREAN: readonly (readonly [RegExp, string])[] = [
  [/ch|j/g, 'C'],
  [/sh/g, 's'],
  [/ar(?=k)/g, 'a'],
  [/k/g, 'g'],
  [/t/g, 'd'],
  [/p/g, 'b'],
  [/yeo|you/g, 'yo'],
  [/eo|u?oe|oi|oh/g, 'o'],
  [/oo|eu|woo/g, 'u'],
  [/ee/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/ae|ai|ay/g, 'e'],
  [/[lr]/g, 'l'],
  [/^l(?=y?[aeiou])/, 'n'],
  [/^n?(?=y?i)/, ''],
  [/^n(?=y)/, ''],
  [/^y(?=i)/, ''],
]

/** One form for all spellings of Korean syllables. */
export function koreanKey(text: string): string {
  return KOREAN.reduce((word, [spelling, sound]) => word.replace(spelling, sound), text)
}

/** The forms that Korean syllables in the official romanisation may be spelt in: `eo` is as often written `u` (Sung, Jung, Chung). */
export function koreanKeys(romanised: string): readonly string[] {
  return [...new Set([romanised, romanised.replace(/(?<!y)eo/g, 'u'), romanised.replace(/eo/g, 'u')].map(koreanKey))]
}

/** Whether a Latin spelling, in any of the usual ways, can stand for Korean syllables in the official romanisation. */
export function sameKorean(latin: string, romanised: string): boolean {
  return koreanKeys(romanised).includes(koreanKey(latin))
}
