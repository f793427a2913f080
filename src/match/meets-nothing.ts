import { canBeAcronym } from './acronym.js'
import { eachValue, hashText, hasValue } from './hash-lists.js'
import { eachKeyLookedFor, eachKeyOfJoined } from './looked-for.js'
import { isSearched, type ReadingIndex } from './reading-index.js'
import type { Token } from './tokens.js'
import { LEAST_SHARED_LETTERS, sharedLetters } from './word-likeness.js'

/**
 * Whether no key of a word, of Latin letters, meets anything in an index without words of other scripts: the keys under which `createWordHits` looks it
 * up, without an object or a comparison. Of the words of a million names that is all there is to know of most.
 */
export function createMeetsNothing(index: ReadingIndex): (token: Token) => boolean {
  const { reading } = index
  let met = false
  let letters = 0
  const meetAlike = (number: number): void => {
    met ||= sharedLetters(letters, index.letters[number] ?? 0) >= LEAST_SHARED_LETTERS
  }
  const meetNear = (hash: number): void => {
    if (!met) eachValue(index.near, hash, meetAlike)
  }
  const meetMeaning = (hash: number): void => void (met ||= hasValue(index.byMeaning, hash))
  const meetJoined = (hash: number): void => void (met ||= hasValue(index.joined, hash))
  return (token) => {
    if (token.origin !== '') return false
    met = false
    letters = token.letters
    if (isSearched(reading, token)) eachKeyLookedFor(token, reading, meetNear, meetMeaning)
    if (!met) eachKeyOfJoined(token, meetJoined)
    if (met) return false
    return reading === 'person' || !canBeAcronym(token) || !hasValue(index.acronyms, hashText(token.text))
  }
}
