import { readingsOfPhrase } from './kept-readings.js'
import { LEADING_CLASSES, LEADING_WORDS, LEGAL_FORMS, NEVER_LEADING } from './tables/legal-forms.js'

/** The words of a name that are left between its legal forms, as a range, and what the forms said. */
export interface FormSplit {
  /** First word of the core. */
  readonly from: number
  /** One past its last word. */
  readonly to: number
  /** The class of legal form as a path, such as `jsc/open`; `''` where there is none or it says nothing. */
  readonly form: string
}

/** The phrases of legal forms as names are split by them. */
export interface FormTable {
  /** Phrase without spaces to class. */
  readonly classes: ReadonlyMap<string, string>
  readonly leading: ReadonlySet<string>
  /** Last and first words of phrases, so that most names need no further look. */
  readonly lastWords: ReadonlySet<string>
  readonly firstWords: ReadonlySet<string>
  /** Letters of the longest phrase. */
  readonly mostLetters: number
  /** By the last word of a phrase: what may stand right before it in one. */
  readonly before: Map<string, ReadonlySet<string>>
}

export const MAX_PHRASE = 7

const PLAIN_PHRASE = /^[a-z]+(?: [a-z]+)*$/

/** The readings of a phrase of the tables. Most are in plain letters and read as they stand: the table is built at every start. */
export function readPhrases(text: string): readonly (readonly string[])[] {
  if (PLAIN_PHRASE.test(text)) return [text.split(' ')]
  return readingsOfPhrase(text)
}

/** The phrases of the tables that are not in plain letters, each once. */
export function foreignPhrases(): readonly string[] {
  const phrases = [...LEGAL_FORMS.flatMap(([, text]) => text.split('|')), ...LEADING_WORDS]
  return [...new Set(phrases.filter((phrase) => !PLAIN_PHRASE.test(phrase)))]
}

function buildTable(): FormTable {
  const classes = new Map<string, string>()
  const leading = new Set<string>()
  const lastWords = new Set<string>()
  const firstWords = new Set<string>()
  for (const [formClass, phrases] of LEGAL_FORMS) {
    for (const words of phrases.split('|').flatMap(readPhrases)) {
      const joined = words.join('')
      if (!classes.has(joined)) classes.set(joined, formClass)
      lastWords.add(words.at(-1) ?? '')
      if (LEADING_CLASSES.has(formClass) && !NEVER_LEADING.has(joined)) leading.add(joined)
      firstWords.add(words[0] ?? '')
      if (joined.length <= 5) spellOut(joined, firstWords, lastWords)
    }
  }
  for (const words of LEADING_WORDS.flatMap(readPhrases)) leading.add(words.join(''))
  const mostLetters = [...classes.keys(), ...leading].reduce((most, { length }) => Math.max(most, length), 0)
  return { classes, leading, lastWords, firstWords, mostLetters, before: new Map() }
}

/** `d.o.o.` comes as three words of one letter. */
function spellOut(joined: string, firstWords: Set<string>, lastWords: Set<string>): void {
  firstWords.add(joined.slice(0, 1))
  lastWords.add(joined.slice(-1))
  lastWords.add(joined.slice(-2))
}

let built: FormTable | undefined
/** Built when it is first asked for. */
export function formTable(): FormTable {
  return (built ??= buildTable())
}

/** The class of one word that is a legal form wherever it stands; `undefined` for any other word. */
export function formOfWord(word: string): string | undefined {
  return word.length > 2 ? formTable().classes.get(word) : undefined
}

/** Whether a word may be the first of a legal form that stands before a name. */
export function mayLead(word: string): boolean {
  return formTable().firstWords.has(word)
}

/** Whether a word may be the last of a legal form. */
export function endsForm(word: string): boolean {
  return formTable().lastWords.has(word)
}

/**
 * Sets legal forms aside at both ends of a name. A name that is nothing but legal forms keeps them all as its core, so that it
 * stays comparable to itself.
 */
export function splitForms(words: readonly string[]): FormSplit {
  const table = formTable()
  const { classes, firstWords, lastWords } = table
  let from = 0
  let to = words.length
  let form = ''
  let found = true
  while (found) {
    found = false
    const back = lastWords.has(words[to - 1] ?? '') ? phraseAtEnd(words, from, to, table) : 0
    if (back > 0) {
      form = moreExact(form, classes.get(joinedIn(words, to - back, to)) ?? '')
      to -= back
      found = true
    }
    const front = firstWords.has(words[from] ?? '') ? phraseAtStart(words, from, to, table) : 0
    if (front > 0) {
      form = moreExact(form, classes.get(joinedIn(words, from, from + front)) ?? '')
      from += front
      found = true
    }
  }
  return { from, to, form }
}

function joinedIn(words: readonly string[], from: number, to: number): string {
  return to - from === 1 ? (words[from] ?? '') : words.slice(from, to).join('')
}

function phraseAtEnd(words: readonly string[], from: number, to: number, table: FormTable): number {
  const { classes, mostLetters } = table
  const last = words[to - 1] ?? ''
  // Nearly all names have a form of one word: nothing need be put together to see that no longer one ends them.
  const isAlone = !wordsBefore(last, table).has(words[to - 2] ?? '')
  const most = Math.min(isAlone ? 1 : MAX_PHRASE, to - from - 1)
  let [joined, longest] = ['', 0]
  for (let length = 1; length <= most; length++) {
    joined = (words[to - length] ?? '') + joined
    if (joined.length > mostLetters) break
    if (classes.has(joined) && !cutsLetters(words, from, to - length, to)) longest = length
  }
  return longest
}

/** What may stand right before a word where both end a phrase: the ends of all that comes before it in any. */
function wordsBefore(last: string, { classes, before }: FormTable): ReadonlySet<string> {
  const known = before.get(last)
  if (known !== undefined) return known
  const found = new Set<string>()
  for (const phrase of classes.keys()) {
    const end = phrase.length - last.length
    if (phrase.endsWith(last)) for (let at = 0; at < end; at++) found.add(phrase.slice(at, end))
  }
  before.set(last, found)
  return found
}

/** How many words before `to` are one legal form that has a word before it: 0 where there is none. */
export function formBefore(words: readonly string[], from: number, to: number): number {
  const table = formTable()
  return table.lastWords.has(words[to - 1] ?? '') ? phraseAtEnd(words, from, to, table) : 0
}

function phraseAtStart(
  words: readonly string[],
  from: number,
  to: number,
  { leading, mostLetters }: FormTable,
): number {
  const most = Math.min(MAX_PHRASE, to - from - 1)
  let [joined, longest] = ['', 0]
  for (let length = 1; length <= most; length++) {
    joined += words[from + length - 1] ?? ''
    if (joined.length > mostLetters) break
    if (leading.has(joined)) longest = length
  }
  return longest
}

/** `K.A.S.` is an acronym, not a K. with the form A.S.; `S.I.S. d.o.o.` has letters enough for a name and a form. */
function cutsLetters(words: readonly string[], from: number, at: number, to: number): boolean {
  if (words[at]?.length !== 1 || words[at - 1]?.length !== 1 || at <= from) return false
  return at - from < 2 || to - at < 3
}

/** Of two forms in one name the longer path says more; of equals the first found stays. */
function moreExact(one: string, other: string): string {
  if (one === '') return other
  return other.startsWith(`${one}/`) ? other : one
}

/** Whether two classes can be one and the same form: an absent one contradicts nothing, a general one agrees with its special ones. */
export function formsAgree(one: string, other: string): boolean {
  if (one === other || one === '' || other === '') return true
  return one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
}

const SHORTEST_MISSPELT = 4
const LEAST_PHRASE = 2

let phrases: readonly (readonly (readonly string[])[])[] | undefined
let phraseWords: ReadonlySet<string> | undefined
/** All words of long forms by their first letter and, behind a blank, by their last one: a slip leaves one of them as it is. */
let wordsByEnds: ReadonlyMap<string, readonly string[]> | undefined
/** Words of names, and whether they may be one of a long form with a slip. */
const nearWords = new Map<string, boolean>()
const MOST_REMEMBERED = 100_000

/** Long forms by how many words they have, and those of their words that are long enough to be known by. */
function longForms(): readonly (readonly (readonly string[])[])[] {
  if (phrases !== undefined) return phrases
  const byLength = Array.from({ length: MAX_PHRASE + 1 }, (): (readonly string[])[] => [])
  const words = new Set<string>()
  for (const phrase of LEGAL_FORMS.flatMap(([, text]) => text.split('|').flatMap(readPhrases))) {
    if (phrase.length < LEAST_PHRASE || phrase.filter((word) => word.length >= SHORTEST_MISSPELT).length < LEAST_PHRASE)
      continue
    byLength[phrase.length]?.push(phrase)
    for (const word of phrase) if (word.length >= SHORTEST_MISSPELT) words.add(word)
  }
  phrases = byLength
  phraseWords = words
  wordsByEnds = fileByEnds(byLength.flat(2))
  return byLength
}

function fileByEnds(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const filed = new Map<string, string[]>()
  for (const word of new Set(words)) {
    for (const end of [word.slice(0, 1), ` ${word.slice(-1)}`]) {
      const known = filed.get(end)
      if (known === undefined) filed.set(end, [word])
      else known.push(word)
    }
  }
  return filed
}

function mayBeOfLongForm(word: string): boolean {
  const known = nearWords.get(word)
  if (known !== undefined) return known
  const ends = [word.slice(0, 1), ` ${word.slice(-1)}`]
  const found = ends.some((end) => wordsByEnds?.get(end)?.some((each) => sameButOneSlip(each, word)) === true)
  if (nearWords.size >= MOST_REMEMBERED) nearWords.clear()
  nearWords.set(word, found)
  return found
}

/** Whether a word is one by which a long form is known, also where it has slips. */
export function isWordOfLongForm(word: string): boolean {
  longForms()
  return phraseWords?.has(word) === true
}

/**
 * Where the core of a name ends if a long legal form at its end may have one slip in each word (`JOYNT STOCK COMPANY`). For
 * comparing only: records are brought together by forms as they are written.
 */
export function endBeforeMisspeltForm(words: readonly string[], { from, to }: FormSplit): number {
  const long = longForms()
  let known = phraseWords?.has(words[to - 2] ?? '') === true
  for (let at = Math.max(from + 1, to - 1); !known && at < words.length; at++)
    known = phraseWords?.has(words[at] ?? '') === true
  if (!known) return to
  const most = Math.min(MAX_PHRASE, words.length - from - 1)
  let reach = 0
  while (reach < most && mayBeOfLongForm(words[words.length - 1 - reach] ?? '')) reach++
  for (let length = reach; length >= LEAST_PHRASE; length--) {
    const start = words.length - length
    if (start >= to) continue
    for (const phrase of long[length] ?? []) {
      if (phrase.every((word, i) => sameButOneSlip(word, words[start + i] ?? ''))) return start
    }
  }
  return to
}

function sameButOneSlip(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < SHORTEST_MISSPELT || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
