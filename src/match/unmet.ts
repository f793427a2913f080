import { COMMON_WORD_FLOOR, EVIDENCE } from '../model/thresholds.js'
import { mayBeAcronymOf } from './acronym.js'
import { isJoinedOf } from './align.js'
import { sharesEnough } from './word-likeness.js'
import { boundOf, UNSEEN_LAST, type Met } from './bound.js'
import type { ReadingIndex } from './reading-index.js'
import type { Token } from './tokens.js'
import { MOST_SURE, type WordFacts } from './word-hits.js'

/** An index, and how many letters each of its words has: counted once, since a search looks at tens of thousands. */
export interface SearchedIndex extends ReadingIndex {
  readonly letterCounts: Uint8Array
  /** The words of a name, as they are compared. */
  readonly wordsOf: (name: number) => readonly Token[]
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
  const sure = last ? mostSure(state, words) : 0
  let others = 0
  for (let i = 0; i < words.length; i++) if ((bits & (1 << i)) === 0 && words[i]?.own === true) others++
  for (let i = 0; others > 0 && state.leftWords > 0 && state.rightWords > 0; i++) {
    const facts = words[i]
    if (facts === undefined) break
    if ((bits & (1 << i)) !== 0 || !facts.own) continue
    others--
    const alike = likest(facts, name, index, sure)
    const best =
      last && !isPerson && alike < UNSEEN_LAST && mayBeSeveral(facts, words, name, index) ? UNSEEN_LAST : alike
    if (best > 0) pair(state, facts.weight, best)
    else if (others > 0 && !mayStill(state, least, others, index)) return false
  }
  return boundOf(state, 0, index.reading) >= least
}

/** How many pairs may agree so surely that the last words of two names may differ: those that met, and words that are not looked up beside own ones. */
function mostSure({ words: met, agreed, slips }: Met, words: readonly WordFacts[]): number {
  const isOnlyNear = met === 1 && agreed < (agreed + slips) * (EVIDENCE.sameMeaning - ROUNDING)
  let sure = isOnlyNear ? 0 : met
  for (const { content, own, doubtful } of words) if (content && (!own || doubtful)) sure++
  return Math.min(sure, MOST_SURE)
}

/** The sums of a search are single floats. */
const ROUNDING = 1e-4

/** Whether a word may be two of the other name's, with a slip that no key of the index stands for, or be made of the initials of its words. */
function mayBeSeveral({ token }: WordFacts, words: readonly WordFacts[], name: number, index: SearchedIndex): boolean {
  const listed = index.wordsOf(name)
  if (isOfSeveral(token, listed)) return true
  const own = words.map((facts) => facts.token)
  return listed.some((word) => isOfSeveral(word, own))
}

function isOfSeveral(whole: Token, words: readonly Token[]): boolean {
  return mayBeAcronymOf(whole, words) || isJoinedOf(whole, words)
}

function likest(
  facts: WordFacts,
  name: number,
  { words: { starts, values }, letters, letterCounts }: SearchedIndex,
  sure: number,
): number {
  let best = 0
  const end = starts[name + 1] ?? 0
  const { token, letterCount } = facts
  for (let at = starts[name] ?? 0; at < end; at++) {
    const word = values[at] ?? 0
    // The last words may be near by their text where they share few letters of their sound.
    if (sure === 0 && !sharesEnough(token.letters, letterCount, letters[word] ?? 0, letterCounts[word] ?? 0)) continue
    const likeness = facts.likenessTo(word, sure)
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
