import { formOfWord, splitForms } from '../match/legal-forms.js'
import { normaliseName } from '../match/normalise.js'
import { classOfWord, type WordKind } from '../match/words.js'
import type { ListEntry } from '../model/entry.js'
import { MENTIONS } from '../model/thresholds.js'

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
 * has none; and of those the rarest on the lists.
 */
export function ownWords(entries: readonly ListEntry[]): ReadonlySet<string> {
  const names = entries.flatMap((entry) =>
    entry.names.flatMap(({ text }) => {
      const { words, readings } = normaliseName(text)
      return [words, ...readings].map(bestOf)
    }),
  )
  const frequency = new Map<string, number>()
  for (const word of names.flat()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const words = new Set<string>()
  for (const name of names) {
    const rarest = name.toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
    for (const word of rarest.slice(0, MENTIONS.rarestWords)) words.add(word)
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

/** How many words of a name are no legal form, no particle and no letter by itself. */
export function tellingWords(name: string): number {
  const { words } = normaliseName(name)
  return words.filter((word) => {
    const { kind } = classOfWord(word)
    return kind !== 'particle' && kind !== 'mark' && formOfWord(word) === undefined
  }).length
}
