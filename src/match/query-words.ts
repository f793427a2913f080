import { boundOf, type Met } from './bound.js'
import type { Reading } from './word-likeness.js'
import type { WordFacts } from './word-hits.js'

/** What the words of a query are together. */
export interface Whole {
  /** It has words of its own: only these tell it. */
  readonly own: boolean
  readonly weight: number
  readonly words: number
  readonly bits: number
  readonly soft: number
  readonly marks: number
}

export function wholeOf(words: readonly WordFacts[]): Whole {
  // Where every own word may be a slip of a common one the name may have none of its own.
  const own = words.some((facts) => facts.own && !facts.doubtful)
  const whole = { own, weight: 0, words: 0, bits: 0, soft: 0, marks: 0 }
  for (let at = 0; at < words.length; at++) {
    const facts = words[at]
    if (facts === undefined) continue
    if (facts.mark) whole.marks++
    // A slip of a word that many have leaves the name without that word, not with one of its own.
    if (!countsIn(whole, facts) || facts.doubtful) whole.soft += facts.weight
    else {
      whole.weight += facts.weight
      whole.words++
      whole.bits |= 1 << at
    }
  }
  return whole
}

/** Whether a word is one of those that tell the name. */
export function countsIn(whole: Pick<Whole, 'own'>, { own, content }: WordFacts): boolean {
  return whole.own ? own : content
}

/** The bound for a name that has of every word what is likest in the index, and nothing else. */
export function bestOf(words: readonly WordFacts[], whole: Whole, state: Met, reading: Reading): number {
  let [agreed, slips, left, met, own, alone, missing] = [0, 0, whole.weight, 0, 0, 0, 0]
  for (const facts of words) {
    const counts = countsIn(whole, facts)
    const best = counts || !whole.own ? facts.hits[0] : facts.hits.find(({ listedOwn }) => listedOwn)
    if (best === undefined) {
      if (counts) missing++
      continue
    }
    agreed += (facts.weight + state.heaviest) * best.similarity
    slips += 2 * facts.weight * (1 - best.similarity)
    if (counts && !facts.doubtful) left -= facts.weight
    met++
    if (facts.own) own++
    alone = Math.max(alone, facts.mostAlone)
  }
  if (met === 0) return 0
  state.agreed = agreed
  state.slips = slips
  state.left = Math.max(0, left)
  state.right = 0
  state.leftWords = missing
  state.rightWords = 0
  state.soft = 2 * whole.soft
  state.leftMarks = 0
  state.rightMarks = missing
  state.words = met
  state.own = own
  state.alone = alone
  const exactly = boundOf(state, 0, reading)
  state.right = state.left
  state.rightWords = missing
  return Math.max(exactly, boundOf(state, missing, reading))
}
