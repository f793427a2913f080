import { canBeAcronym } from './acronym.js'
import { hashText, hasValue, someValue, type HashLists } from './hash-lists.js'
import { createKeys } from './keys.js'
import { putKeysLookedFor, putKeysOfJoined } from './looked-for.js'
import { putMeanings } from './meanings.js'
import { isSearched, type ReadingIndex } from './reading-index.js'
import type { Token } from './tokens.js'
import { LEAST_SHARED_LETTERS, sharedLetters } from './word-likeness.js'

/**
 * Whether no key of a word, of Latin letters, meets anything in an index without words of other scripts: the keys under which `createWordHits` looks it
 * up, without an object or a comparison. Of the words of a million names that is all there is to know of most.
 */
export function createMeetsNothing(index: ReadingIndex): (token: Token) => boolean {
  const { reading } = index
  const keys = createKeys()
  let letters = 0
  const isAlike = (number: number): boolean =>
    sharedLetters(letters, index.letters[number] ?? 0) >= LEAST_SHARED_LETTERS
  const isNear = (token: Token): boolean => {
    letters = token.letters
    keys.clear()
    putKeysLookedFor(token, keys)
    for (let at = 0; at < keys.count; at++) if (someValue(index.near, keys.hashes[at] ?? 0, isAlike)) return true
    return false
  }
  const meetsIn = (lists: HashLists): boolean => {
    for (let at = 0; at < keys.count; at++) if (hasValue(lists, keys.hashes[at] ?? 0)) return true
    return false
  }
  const means = (token: Token): boolean => {
    keys.clear()
    putMeanings(token, reading, keys)
    return meetsIn(index.byMeaning)
  }
  const isJoined = (token: Token): boolean => {
    keys.clear()
    putKeysOfJoined(token, keys)
    return meetsIn(index.joined)
  }
  return (token) => {
    if (token.origin !== '') return false
    if (isSearched(reading, token) && (isNear(token) || means(token))) return false
    if (isJoined(token)) return false
    return reading === 'person' || !canBeAcronym(token) || !hasValue(index.acronyms, hashText(token.text))
  }
}
