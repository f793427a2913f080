import { eachMeaning } from './meanings.js'
import { eachKeyToOneMore, eachLettersLeftOut, eachNearKey } from './neighbours.js'
import { eachAsJoined, SHORTEST_WITH_SLIP } from './reading-index.js'
import type { Token } from './tokens.js'
import type { Reading } from './word-likeness.js'

/** Calls `near` and `meaning` for each key under which a word of Latin letters is looked for among those that sound, are spelt or mean nearly the same. */
export function eachKeyLookedFor(
  word: Token,
  reading: Reading,
  near: (hash: number) => void,
  meaning: (hash: number) => void,
): void {
  eachNearKey(word, near)
  eachKeyToOneMore(word, near)
  eachMeaning(word, reading, meaning)
}

/** The keys under which a word meets two neighbouring ones that it may be, with a letter more than they have. */
export function eachKeyOfJoined(word: Token, found: (hash: number) => void): void {
  eachAsJoined(word, found)
  if (word.text.length >= SHORTEST_WITH_SLIP) eachLettersLeftOut(word.text, found)
}
