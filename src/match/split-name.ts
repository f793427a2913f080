import { endBeforeMisspeltForm, formBefore, formOfWord, splitForms, type FormSplit } from './legal-forms.js'
import { classOfWord } from './words.js'

/** Where the legal forms of a name are: the words between them, and those of these that are no form themselves. */
export interface NameSplit {
  readonly split: FormSplit
  readonly from: number
  readonly to: number
  /** All words between where none of them is no form. */
  readonly own: readonly string[]
}

/** Parts the words of an organisation's name from its legal forms. */
export function splitName(words: readonly string[]): NameSplit {
  const split = splitForms(words)
  const { from } = split
  const to = endBeforeMisspeltForm(words, split)
  const core = from === 0 && to === words.length ? words : words.slice(from, to)
  const bare = withoutFormBeforePlace(core)
  const own = bare.some(isForm) ? bare.filter((word) => !isForm(word)) : bare
  return { split, from, to, own: own.length === 0 ? core : own }
}

/** `Kronos AG Berlin`, `Delta d.o.o. Beograd`: a form too short to be one wherever it stands is one before the places that end a name. */
function withoutFormBeforePlace(core: readonly string[]): readonly string[] {
  let end = core.length
  while (end > 1 && classOfWord(core[end - 1] ?? '').kind === 'place') end--
  const form = end === core.length ? 0 : formBefore(core, 0, end)
  return form === 0 ? core : [...core.slice(0, end - form), ...core.slice(end)]
}

/** Whether a word is set aside as a legal form also between others. */
export function isForm(word: string): boolean {
  return formOfWord(word) !== undefined && classOfWord(word).kind === 'core'
}

/** The legal forms of a name as they stand. */
export function setAsideOf(
  words: readonly string[],
  { from, to, own }: Pick<NameSplit, 'from' | 'to' | 'own'>,
): readonly string[] {
  const inner = own.length === to - from ? [] : missingFrom(words.slice(from, to), own)
  return [...words.slice(0, from), ...inner, ...words.slice(to)]
}

/** The words of a core that are not among its own, which stand in the same order. */
function missingFrom(core: readonly string[], own: readonly string[]): readonly string[] {
  const missing: string[] = []
  let at = 0
  for (const word of core) {
    if (word === own[at]) at++
    else missing.push(word)
  }
  return missing
}
