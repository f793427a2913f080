import type { Candidate } from './candidates.js'

/** What no encoding of records should decode to: control characters, private ones, bytes that it does not have. */
const NEVER = /[\u0080-\u009f\uFFFD\uE000-\uF8FF]/
const NEVER_BITS = 30
/** Marks that office software puts into text in every language. */
const COMMON_MARK = /[\u00a0’‘“”„«»–—…°²³®©™€£§·№•‚‹›]/
/** Marks that stand between the letters of a word. */
const INNER_MARK = /[’–—·‘\u00a0®™]/
const LETTER = /\p{L}/u
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u

/** A small letter before a capital, as in a word of another code page. */
const CASE_TURN = 8
/** A Cyrillic letter or an ideograph among Latin letters. */
const MIXED_SCRIPT = 10
/** Two accented letters side by side are rare in the languages of Western Europe. */
const SIDE_BY_SIDE = 5
const ALONE = 8
/** Names begin with a capital; another Russian code page turns capitals into small letters. */
const SMALL_START = 2
/** Russian alternates: a vowel after a vowel, a consonant after a consonant, a soft or hard sign, ы or й to begin with. */
const VOWEL = /[аеёиоуыэюяіїє]/i
const TWO_VOWELS = 2.5
const TWO_CONSONANTS = 1
const NO_BEGINNING = /[ьъый]/i
const BAD_BEGINNING = 5

function isAscii(char: string): boolean {
  return char < '\u0080'
}

function russianOrder(before: string, char: string): number {
  if (!LETTER.test(before)) return (LOWER.test(char) ? SMALL_START : 0) + (NO_BEGINNING.test(char) ? BAD_BEGINNING : 0)
  const isVowel = VOWEL.test(char)
  return isVowel !== VOWEL.test(before) ? 0 : isVowel ? TWO_VOWELS : TWO_CONSONANTS
}

function alphabetBits(candidate: Candidate, before: string, char: string, after: string): number {
  if (!LETTER.test(char)) {
    const isInside = LETTER.test(before) && LETTER.test(after)
    return (COMMON_MARK.test(char) ? 8 : 14) + (isInside && !INNER_MARK.test(char) ? 8 : 0)
  }
  const known = candidate.letters().get(char.toLowerCase())
  let bits = known ?? (candidate.latin ? 13 : 12)
  if (UPPER.test(char)) bits += LOWER.test(before) ? CASE_TURN : 1
  const asciiNear = [before, after].filter((near) => isAscii(near) && LETTER.test(near)).length
  const othersNear = [before, after].filter((near) => !isAscii(near) && LETTER.test(near)).length
  if (candidate.latin) return bits + othersNear * SIDE_BY_SIDE
  const order = russianOrder(before, char)
  return bits + order + asciiNear * MIXED_SCRIPT + (asciiNear + othersNear === 0 ? ALONE : 0)
}

function ideographBits(candidate: Candidate, before: string, char: string, after: string): number {
  const known = candidate.letters().get(char)
  const bits = known ?? (LETTER.test(char) ? 24 : 18)
  const near = [before, after].filter((one) => isAscii(one) && LETTER.test(one)).length
  return bits + near * MIXED_SCRIPT
}

/** How surprising the characters of a word outside ASCII are, in bits, if this is its encoding. */
export function bitsOf(word: string, candidate: Candidate): number {
  const chars = [...word]
  let bits = 0
  for (const [at, char] of chars.entries()) {
    const before = chars[at - 1] ?? ' '
    if (isAscii(char)) {
      if (!isAscii(before) && LOWER.test(before) && UPPER.test(char)) bits += CASE_TURN
      continue
    }
    const after = chars[at + 1] ?? ' '
    if (NEVER.test(char)) bits += NEVER_BITS
    else if (candidate.script === 'alphabet') bits += alphabetBits(candidate, before, char, after)
    else bits += ideographBits(candidate, before, char, after)
  }
  return bits
}
