import { splitForms } from '../match/legal-forms.js'
import { normaliseName } from '../match/normalise.js'
import { classOfWord, type WordKind } from '../match/words.js'
import type { ListEntry } from '../model/entry.js'

/** A word of a text, and where it stands: offsets in UTF-16 units, the end not included. */
export interface TextWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’&-]*/gu

export function wordsIn(text: string): readonly TextWord[] {
  return [...text.matchAll(WORD)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}

/**
 * Words by which a name is told from others: not its legal form, its trade or its town, unless it has no other, as `Precision Laser Systems`
 * has none.
 */
export function ownWords(entries: readonly ListEntry[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { names } of entries) {
    for (const { text } of names) {
      const { words: first, readings } = normaliseName(text)
      for (const reading of [first, ...readings]) for (const word of bestOf(reading)) words.add(word)
    }
  }
  return words
}

/** The kinds of word, those that tell most first; of a name the words of the first kind that it has. */
const TELLING: readonly (readonly WordKind[])[] = [['core'], ['trade', 'number', 'place'], ['generic']]

function bestOf(words: readonly string[]): readonly string[] {
  const { from, to } = splitForms(words)
  const long = words.slice(from, to).filter((word) => word.length > 1)
  for (const kinds of TELLING) {
    const some = long.filter((word) => kinds.includes(classOfWord(word).kind))
    if (some.length > 0) return some
  }
  return []
}

/** Whether a word of a text, in any reading of its script, is one of them. */
export function isOneOf(words: ReadonlySet<string>, word: string): boolean {
  const { words: first, readings } = normaliseName(word)
  return [first, ...readings].flat().some((each) => words.has(each))
}
