import { COMMON_WORD_FLOOR } from '../model/thresholds.js'
import { sharesEnough } from './word-likeness.js'
import { boundOf, UNSEEN_LAST, type Met } from './bound.js'
import type { ReadingIndex } from './reading-index.js'
import type { WordFacts } from './word-hits.js'

/** An index, and how many letters each of its words has: counted once, since a search looks at tens of thousands. */
export interface SearchedIndex extends ReadingIndex {
  readonly letterCounts: Uint8Array
}

/**
 * Whether a name may still score `least` after the query's words that met nothing of it in the index have been compared with its own, one
 * by one, until it can't. `state` is changed.
 *
 * @param bits which of the query's words met one of the name.
 */
export function mayReach(
  state: Met,
  least: number,
  words: readonly WordFacts[],
  bits: number,
  name: number,
  index: SearchedIndex,
): boolean {
  const isPerson = index.reading === 'person'
  const last = state.leftWords === 1 && state.rightWords === 1 && state.own > (isPerson ? 1 : 0)
  let others = 0
  for (let i = 0; i < words.length; i++) if ((bits & (1 << i)) === 0 && words[i]?.own === true) others++
  for (let i = 0; others > 0 && state.leftWords > 0 && state.rightWords > 0; i++) {
    const facts = words[i]
    if (facts === undefined) break
    if ((bits & (1 << i)) !== 0 || !facts.own) continue
    others--
    const best = likest(facts, name, index, last && !isPerson ? UNSEEN_LAST : 0, last)
    if (best > 0) pair(state, facts.weight, best)
    else if (others > 0 && !mayStill(state, least, others, index)) return false
  }
  return boundOf(state, 0, index.reading) >= least
}

function likest(
  facts: WordFacts,
  name: number,
  { words: { starts, values }, letters, letterCounts }: SearchedIndex,
  atLeast: number,
  last: boolean,
): number {
  let best = atLeast
  const end = starts[name + 1] ?? 0
  const { token, letterCount } = facts
  for (let at = starts[name] ?? 0; at < end; at++) {
    const word = values[at] ?? 0
    if (!sharesEnough(token.letters, letterCount, letters[word] ?? 0, letterCounts[word] ?? 0)) continue
    const likeness = facts.likenessTo(word, last)
    if (likeness > best) best = likeness
  }
  return best
}

function pair(state: Met, weight: number, likeness: number): void {
  state.agreed += (weight + state.heaviest) * likeness
  state.slips += (weight + COMMON_WORD_FLOOR) * (1 - likeness)
  state.left = Math.max(0, state.left - weight)
  state.right = Math.max(0, state.right - state.heaviest)
  state.leftWords--
  state.rightWords--
  state.words++
  state.own++
  state.alone = Math.max(state.alone, likeness)
}

/** Whether as many words as are not compared yet may bring the name to `least`. */
function mayStill(state: Met, least: number, others: number, { reading }: ReadingIndex): boolean {
  const more = Math.min(others, state.leftWords, state.rightWords)
  return boundOf(state, more, reading) >= least || boundOf(state, 0, reading) >= least
}
