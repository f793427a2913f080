import type { Keys } from './keys.js'
import { putKeysToOneMore, putLettersLeftOut, putNearKeys } from './neighbours.js'
import { putAsJoined, SHORTEST_WITH_SLIP } from './reading-index.js'
import type { Token } from './tokens.js'

/** Puts each key under which a word of Latin letters is looked for among those that sound or are spelt nearly the same. */
export function putKeysLookedFor(word: Token, keys: Keys): void {
  putNearKeys(word, keys)
  putKeysToOneMore(word, keys)
}

/** The keys under which a word meets two neighbouring ones that it may be, with a letter more than they have. */
export function putKeysOfJoined(word: Token, keys: Keys): void {
  putAsJoined(word, keys)
  if (word.text.length >= SHORTEST_WITH_SLIP) putLettersLeftOut(word.text, keys)
}
