import { normaliseName } from './normalise.js'
import { classOfWord } from './words.js'

/** A name read as that of a branch: what is left is the name of the whole, which is the same legal person. */
export interface BranchReading {
  readonly head: string
  /** The words that name the branch, as they stand. */
  readonly words: string
  /** `stated` where the name says branch; `city` where a bank's name only carries a city. */
  readonly kind: 'stated' | 'city'
}

const BRANCH_WORDS: ReadonlySet<string> = new Set(
  'branch branches filial filiale filiala filiali zweigniederlassung niederlassung zweigstelle succursale sucursal filialas oddzial sube subesi fenhang fengongsi'.split(
    ' ',
  ),
)
const OFFICE = /\b(?:rep(?:resentative|r|resentation)?\.?\s+office|branch\s+office)\b/i
const BRANCH_OF = /^(.*?)\b(?:branch(?:\s+office)?|representative\s+office|filial|филиал)\s+(?:of|в)\s+(.+)$/iu
// Told first by what is quick to start; the long s is an `s` to a pattern that knows all letters.
const MAY_BE_OF = /branch|repre[s\u017f]entative|filial|филиал/i
const CJK_BRANCH = /(?:分行|分公司|支行)$/
// The place before the word for branch has two or three characters, and nothing tells which.
const CJK_BRANCHES: readonly RegExp[] = [
  /^(.{2,})\p{sc=Han}{2}(?:分行|分公司|支行)$/u,
  /^(.{2,})\p{sc=Han}{3}(?:分行|分公司|支行)$/u,
]
// Words between a branch and its place that belong to neither.
const FILLER: ReadonlySet<string> = new Set([
  'in',
  'at',
  'of',
  'the',
  'city',
  'v',
  'g',
  'office',
  'rep',
  'representative',
  'main',
])
const MAX_TAIL = 4

function isBranchWord(word: string): boolean {
  return BRANCH_WORDS.has(normaliseName(word).words.join(''))
}

/** Folded words that say that a name may be a branch's. */
export const BRANCH_TEXTS: ReadonlySet<string> = new Set([...BRANCH_WORDS, 'office', 'representative'])

const isPlace = (word: string): boolean => {
  const { words } = normaliseName(word)
  return words.length > 0 && words.every((part) => classOfWord(part).kind === 'place')
}
const isFiller = (word: string): boolean => FILLER.has(normaliseName(word).words.join(''))

/** The readings of a name as a branch's, likeliest first; none where nothing in it says or hints so. */
export function branchReadings(name: string): readonly BranchReading[] {
  if (name.length > 300) return []
  const chinese = CJK_BRANCH.test(name) ? CJK_BRANCHES.flatMap((pattern) => pattern.exec(name)?.[1] ?? []) : []
  if (chinese.length > 0)
    return chinese.map((head): BranchReading => ({ head, words: name.slice(head.length), kind: 'stated' }))
  const of = MAY_BE_OF.test(name) ? BRANCH_OF.exec(name) : null
  if (of?.[2] !== undefined)
    return [{ head: withoutTail(of[2]), words: name.slice(0, name.length - of[2].length).trim(), kind: 'stated' }]
  const words = name.split(/\s+/).filter((word) => word !== '')
  const at = words.findIndex(isBranchWord)
  if (at > 0 || OFFICE.test(name))
    return stated(words, at > 0 ? at : words.findIndex((word) => /^office\W*$/i.test(word)))
  return cityReading(words)
}

/** `of VTB Bank in Shanghai`: what follows the bank's name is the place. */
function withoutTail(head: string): string {
  return head.split(/\s+(?:in|at|,)\s+/i)[0] ?? head
}

/** Cuts the branch's words off the end, or out of the segment between commas or brackets in which they stand. */
function stated(words: readonly string[], at: number): readonly BranchReading[] {
  let from = at
  while (from > 1 && at - from < MAX_TAIL && (isPlace(words[from - 1] ?? '') || isFiller(words[from - 1] ?? ''))) from--
  const opened = openingBefore(words, at)
  const starts = [...new Set([opened ?? from, from, from === at && at > 1 ? at - 1 : from])].filter(
    (start) => start > 0,
  )
  const readings = starts.map((start): BranchReading => ({
    head: clean(words.slice(0, start)),
    words: clean(words.slice(start)),
    kind: 'stated',
  }))
  return readings.filter((reading) => reading.head !== '')
}

/** The word after the last comma or at the last opening bracket before a branch word. */
function openingBefore(words: readonly string[], at: number): number | undefined {
  for (let i = at; i > 0; i--) {
    if (/^[([{]/.test(words[i] ?? '') || /[,;–—-]$/.test(words[i - 1] ?? '')) return i
  }
  return undefined
}

function cityReading(words: readonly string[]): readonly BranchReading[] {
  let from = words.length
  while (from > 1 && words.length - from < 2 && isCity(words[from - 1] ?? '')) from--
  return from === words.length
    ? []
    : [{ head: clean(words.slice(0, from)), words: clean(words.slice(from)), kind: 'city' }]
}

function isCity(word: string): boolean {
  const parts = normaliseName(word).words
  return parts.length > 0 && parts.every((part) => classOfWord(part).city)
}

function clean(words: readonly string[]): string {
  return words.join(' ').replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, '')
}
