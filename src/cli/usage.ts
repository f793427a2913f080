import type { Problem } from '../model/problem.js'
import { nearestWords } from '../model/spelling.js'

/** A command line that can't be served. */
export function usage(message: string, hint?: string): Problem {
  return { severity: 'error', code: 'usage', message, ...(hint === undefined ? {} : { hint }) }
}

/** What was most likely meant by a word, as a hint. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const near = nearestWords(word.toLowerCase(), known)
  return near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`
}

/** A word that is none of those known. */
export function unknownWord(what: string, word: string, known: readonly string[]): Problem {
  return usage(`unknown ${what} ${JSON.stringify(word)}`, didYouMean(word, known) ?? `known are ${known.join(', ')}`)
}
