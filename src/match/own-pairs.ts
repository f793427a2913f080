import type { Alignment, WordPair } from './align.js'
import { isContentIn, type Reading } from './word-likeness.js'

/** Whether nothing that could tell parties apart is left over on either side. */
export function isAll({ leftOver, rightOver }: Alignment, reading: Reading): boolean {
  return ![...leftOver, ...rightOver].some((word) => isContentIn(reading, word))
}

/** Whether both words of a pair are parts of a name, and not what all names have. */
export function isOwnPair(pair: WordPair, reading: Reading): boolean {
  if (pair.how === 'initial') return false
  return pair.left.some((word) => isContentIn(reading, word)) && pair.right.some((word) => isContentIn(reading, word))
}
