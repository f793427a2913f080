import { addLetter, NO_LETTERS } from './hash-lists.js'
import type { Token } from './tokens.js'
import { slavicInitialOf, type WordKind } from './words.js'

/** Letters of an acronym. */
export const SHORTEST = 3
export const LONGEST = 7

/** Whether a word can be an acronym: of no table, and short. */
export function canBeAcronym({ text, origin, asOrganisation }: Token): boolean {
  return (
    origin === '' &&
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    (asOrganisation.kind === 'core' || asOrganisation.kind === 'mark')
  )
}

/**
 * Whether an acronym is made of the initials of words, in order. A translated word may stand with its Russian initial: `MMZ` is
 * Minsk Mechanical Plant, the plant being a zavod. One legal form that was set aside may close it, as the company does in `NIOC`.
 */
export function isAcronymOf(acronym: string, words: readonly Token[], setAside: readonly string[]): boolean {
  const named = words.filter(({ asOrganisation: { kind } }) => kind !== 'particle')
  const rest = acronym.length - named.length
  if (named.length < SHORTEST - 1 || rest < 0 || rest > 1) return false
  if (!named.every((word, i) => beginsWith(word, acronym[i] ?? ''))) return false
  return rest === 0 ? named.length >= SHORTEST : setAside.some((form) => form.startsWith(acronym.slice(-1)))
}

function beginsWith({ text, asOrganisation }: Token, letter: string): boolean {
  return text.startsWith(letter) || slavicInitialOf(asOrganisation.concept) === letter
}

/** Whether a word may be an acronym of some of these: each of its letters but the last, which may be a legal form's, opens one of them. */
export function mayBeAcronymOf(short: Token, words: readonly Token[]): boolean {
  if (!canBeAcronym(short)) return false
  for (let at = 0; at < short.text.length - 1; at++) {
    const letter = short.text.charAt(at)
    if (!words.some((word) => beginsWith(word, letter))) return false
  }
  return true
}

const FEWEST_WORDS = 3

/** What `acronymsOf` needs of words, by their numbers. */
export interface Initials {
  readonly kinds: readonly WordKind[]
  /** Codes of the first letter, and of that of a Russian word for it. */
  readonly initials: readonly number[]
  readonly slavicInitials: readonly number[]
}

const NO_INITIALS: readonly number[] = []

/** The hashes of `acronymsOf`, of words by their numbers: the most of a list's names have neither forms nor another initial. */
export function initialsOf(
  words: readonly number[],
  { kinds, initials, slavicInitials }: Initials,
  setAside: readonly string[],
): readonly number[] {
  let named = 0
  let plain = NO_LETTERS
  let slavic = NO_LETTERS
  let same = true
  for (const word of words) {
    if (kinds[word] === 'particle') continue
    const initial = initials[word] ?? 0
    const russian = slavicInitials[word] ?? 0
    named++
    plain = addLetter(plain, initial)
    slavic = addLetter(slavic, russian)
    if (initial !== russian) same = false
  }
  if (named < FEWEST_WORDS - 1 || named > LONGEST) return NO_INITIALS
  const both = same ? [plain] : [plain, slavic]
  const found = named < SHORTEST ? [] : [...both]
  if (named === LONGEST || setAside.length === 0) return found
  const closing = new Set(setAside.map((form) => form.charCodeAt(0)))
  for (const hash of both) for (const letter of closing) found.push(addLetter(hash, letter))
  return found
}

/** The acronyms that a name may go by: its initials, the Russian ones of translated words, either with a legal form's initial. */
export function acronymsOf(words: readonly Token[], setAside: readonly string[]): readonly string[] {
  const named = words.filter(({ asOrganisation: { kind } }) => kind !== 'particle')
  if (named.length < FEWEST_WORDS - 1 || named.length > LONGEST) return []
  const plain = named.map(({ text }) => text.slice(0, 1)).join('')
  const slavic = named
    .map(({ text, asOrganisation }) => slavicInitialOf(asOrganisation.concept) || text.slice(0, 1))
    .join('')
  const forms = new Set(setAside.map((form) => form.slice(0, 1)))
  const found = new Set([plain, slavic])
  for (const initials of [plain, slavic]) for (const form of forms) found.add(initials + form)
  return [...found].filter((initials) => initials.length >= SHORTEST && initials.length <= LONGEST)
}
