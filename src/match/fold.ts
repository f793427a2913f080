import { normaliseName, type NormalName } from './normalise.js'
import { classOfWord, type WordClass } from './words.js'
import { formOfWord, formsAgree, splitForms, type FormSplit } from './legal-forms.js'

/** A name with all that does not tell parties apart taken away: case, spacing, punctuation, accents, script, legal form. */
export interface FoldedName {
  /** The words that are no legal form, joined without spaces: `Bel OMO` equals `BelOMO`. */
  readonly core: string
  /** Further cores where the script has several romanisations; usually empty. */
  readonly alternates: readonly string[]
  /** Class of legal form as a path, such as `jsc/open`; `''` where the name has none. */
  readonly form: string
  /** Words of the core. */
  readonly words: number
  /** Whether the core says more than any number of names do: a word of its own, or several words that are only rare together. */
  readonly distinctive: boolean
}

/** Folds a name. Pure; linear in the length. A name without a letter or digit keeps its signs as its core. */
export function foldName(text: string): FoldedName {
  const name = normaliseName(text)
  return foldWords(text, name, splitForms(name.words))
}

/** The same for a name whose words are known already. */
export function foldWords(text: string, { words, readings }: NormalName, { from, to, form }: FormSplit): FoldedName {
  if (words.length === 0)
    return {
      core: withoutHeapsOfMarks(text.trim()).normalize('NFKC'),
      alternates: [],
      form: '',
      words: 0,
      distinctive: false,
    }
  const core = words.slice(from, to)
  const joined = core.join('')
  return {
    core: joined,
    alternates: alternatesOf(readings, from, to, joined),
    form,
    words: core.length,
    distinctive: isDistinctive(core),
  }
}

// Putting marks on one letter into their order takes time by the square of how many they are.
function withoutHeapsOfMarks(text: string): string {
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1')
}

function alternatesOf(readings: NormalName['readings'], from: number, to: number, core: string): readonly string[] {
  if (readings.length === 0) return NO_ALTERNATES
  return [...new Set(readings.map((reading) => reading.slice(from, to).join('')))].filter((reading) => reading !== core)
}

const NO_ALTERNATES: readonly string[] = []

/** Whether two folded names are one and the same name: equal cores, and legal forms that do not differ in class. */
export function sameAfterFolding(a: FoldedName, b: FoldedName): boolean {
  if (!formsAgree(a.form, b.form)) return false
  if (a.core === b.core) return true
  if (a.alternates.length === 0 && b.alternates.length === 0) return false
  return [a.core, ...a.alternates].some((core) => core === b.core || b.alternates.includes(core))
}

const LONG_NUMBER = 4

/** A word of its own, an acronym written in letters, or two words that are common only one by one (`Iran Air`). */
function isDistinctive(words: readonly string[]): boolean {
  if (words.every((word) => formOfWord(word) !== undefined)) return false
  if (/^(?:\w ){2,}\w$/.test(words.join(' '))) return true
  const classes = words.map(classOfWord)
  if (classes.some((word, i) => isOwn(word, words[i] ?? ''))) return true
  const count = (kind: WordClass['kind']): number => classes.filter((word) => word.kind === kind).length
  const trades = count('trade')
  const places = count('place')
  return trades > 1 || (trades === 1 && places + count('number') > 0) || (places > 0 && count('generic') > 1)
}

function isOwn(word: WordClass, text: string): boolean {
  return (word.kind === 'core' && text.length > 1) || (word.kind === 'number' && text.length >= LONG_NUMBER)
}
