import { normaliseName } from '../match/normalise.js'
import { classOfWord } from '../match/words.js'
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

/** Words by which a name is told from others: not its legal form, its trade or its town. */
export function ownWords(entries: readonly ListEntry[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { names } of entries) {
    for (const { text } of names) {
      const { words: first, readings } = normaliseName(text)
      for (const word of [first, ...readings].flat()) if (isOwn(word)) words.add(word)
    }
  }
  return words
}

function isOwn(word: string): boolean {
  return word.length > 1 && classOfWord(word).kind === 'core'
}

/** Whether a word of a text, in any reading of its script, is one of them. */
export function isOneOf(words: ReadonlySet<string>, word: string): boolean {
  const { words: first, readings } = normaliseName(word)
  return [first, ...readings].flat().some((each) => words.has(each))
}
