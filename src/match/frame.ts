import { addLetter, hashText } from './hash-lists.js'
import type { Token } from './tokens.js'

const SEED = hashText('frame')
export const FEWEST_TRADES = 2

/**
 * The hash of the trades in which a name's one own word stands, in any order: `Moxing Cultural Media` and `Mbing Cultural Media` have one. Where these
 * all agree that word may differ by more than any key of its own stands for (`align.ts`).
 *
 * @returns `undefined` where the name has another number of own words, or fewer than two trades: beside one a word must be nearer.
 */
export function frameOf(words: readonly Token[]): number | undefined {
  let [own, trades, hash] = [0, 0, 0]
  for (const { text, asOrganisation } of words) {
    if (asOrganisation.kind === 'core') own++
    else if (asOrganisation.kind === 'trade') {
      trades++
      hash = addTrade(hash, hashText(text))
    }
  }
  return frameBy(own, trades, hash)
}

/** The same of how many own words and trades there are, and what `addTrade` made of all trades, from 0. */
export function frameBy(own: number, trades: number, hash: number): number | undefined {
  return own === 1 && trades >= FEWEST_TRADES ? addLetter(SEED, hash) : undefined
}

/** A sum, so that the order of the words is none of it. */
export function addTrade(hash: number, hashOfWord: number): number {
  return (hash + hashOfWord) | 0
}
