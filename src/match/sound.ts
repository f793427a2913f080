import { lettersOf } from './similarity.js'

interface Spelling {
  readonly pattern: RegExp
  readonly letter: string
  /** Letters as bits: without all of the first and any of the second the pattern finds nothing. */
  readonly all: number
  readonly any: number
  /** Letters of which some stand in whatever it changes: quicker to look for than the pattern is to start. None where that says no more. */
  readonly within: readonly string[]
}

const NOTHING_MORE: readonly string[] = []

const spelling = (pattern: RegExp, letter: string, all: string, any = '', within = NOTHING_MORE): Spelling => ({
  pattern,
  letter,
  all: lettersOf(all),
  any: any === '' ? -1 : lettersOf(any),
  within,
})

/** One letter for each group of letters that conventions of romanisation write differently, in order: longer spellings first. */
export const SPELLINGS: readonly Spelling[] = [
  spelling(/shch|sch|tsch/g, 'S', 'sch'),
  spelling(/sh/g, 'S', 'sh', '', ['sh']),
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
  spelling(/[ijy]+/g, 'i', '', 'ijy', ['y', 'j', 'ii']),
  spelling(/ae/g, 'ai', 'ae', '', ['ae']),
  spelling(/ee/g, 'i', 'e', '', ['ee']),
  spelling(/oo|ou/g, 'u', 'o', '', ['oo', 'ou']),
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
  for (const { pattern, letter, all, any, within } of SPELLINGS) {
    if ((letters & all) !== all || (letters & any) === 0 || !hasAny(sound, within)) continue
    const spelt = sound.replace(pattern, letter)
    if (spelt === sound) continue
    sound = spelt
    letters = lettersOf(sound)
  }
  return withoutDoubled(sound)
}

function hasAny(sound: string, within: readonly string[]): boolean {
  for (let at = 0; at < within.length; at++) if (sound.includes(within[at] ?? '')) return true
  return within.length === 0
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
