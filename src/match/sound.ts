import { lettersOf } from './similarity.js'

interface Spelling {
  readonly pattern: RegExp
  readonly letter: string
  /** Letters as bits: without all of the first and any of the second the pattern finds nothing. */
  readonly all: number
  readonly any: number
}

const spelling = (pattern: RegExp, letter: string, all: string, any = ''): Spelling => ({
  pattern,
  letter,
  all: lettersOf(all),
  any: any === '' ? -1 : lettersOf(any),
})

/** One letter for each group of letters that conventions of romanisation write differently, in order: longer spellings first. */
export const SPELLINGS: readonly Spelling[] = [
  spelling(/shch|sch|tsch/g, 'S', 'sch'),
  spelling(/sh/g, 'S', 'sh'),
  spelling(/tch|ch|cz/g, 'C', 'c', 'hz'),
  spelling(/zh/g, 'Z', 'zh'),
  spelling(/kh|gh|qh/g, 'h', 'h', 'kgq'),
  spelling(/ph/g, 'f', 'ph'),
  spelling(/th/g, 't', 'th'),
  spelling(/dh/g, 'd', 'dh'),
  spelling(/ts|tz/g, 'c', 't', 'sz'),
  spelling(/x/g, 'ks', 'x'),
  spelling(/ck|q/g, 'k', '', 'cq'),
  spelling(/c(?=[aoulrtnk]|$)/g, 'k', 'c'),
  spelling(/w/g, 'v', 'w'),
  spelling(/(?:iy|yi|ii|yy|ij|yj|ey|ei|iyy|y|i|j)$/g, 'i', '', 'ijy'),
  spelling(/[ijy]+/g, 'i', '', 'ijy'),
  spelling(/ae/g, 'ai', 'ae'),
  spelling(/ee/g, 'i', 'e'),
  spelling(/oo|ou/g, 'u', 'o'),
  spelling(/([bcdfgklmnprtvz])h(?![aeiou])/g, '$1', 'h'),
  spelling(/([aeiou])h(?![aeiou])/g, '$1', 'h'),
]

/**
 * How a folded word sounds, roughly: `Aleksey`, `Aleksei` and `Alexey` are one. Words of digits stay as they are. Most of the spellings need
 * letters that a word has not, which costs a twentieth of trying them.
 */
export function soundOf(word: string): string {
  if (word.length < 3) return word
  let sound = word
  let letters = lettersOf(sound)
  for (const { pattern, letter, all, any } of SPELLINGS) {
    if ((letters & all) !== all || (letters & any) === 0) continue
    const spelt = sound.replace(pattern, letter)
    if (spelt === sound) continue
    sound = spelt
    letters = lettersOf(sound)
  }
  return withoutDoubled(sound)
}

/** A text with each run of one letter as that letter alone. */
export function withoutDoubled(text: string): string {
  let single = ''
  let from = 0
  for (let i = 1; i < text.length; i++) {
    if (text.charCodeAt(i) !== text.charCodeAt(i - 1)) continue
    single += text.slice(from, i)
    from = i + 1
  }
  return from === 0 ? text : single + text.slice(from)
}
