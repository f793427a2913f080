import { compareNames } from '../../src/match/compare.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { partyType, type LabelledPair } from './labelled-sets.js'

/** What the two names of a pair are to each other, by the words that agree and those that are left over. */
function kindOf({ name1, name2, schema }: LabelledPair): string {
  const { words } = compareNames(name1, name2, partyType(schema), DEFAULT_THRESHOLDS)
  const has = (part: string): boolean => words.some((word) => word.part === part)
  const foreign = /[^\p{sc=Latin}\p{N}\p{P}\p{Z}\p{S}]/u.test(name1 + name2) ? ', one in another script' : ''
  if (!has('agrees')) return `no word in common${foreign}`
  if (has('contradicts')) return `a word stands against another one${foreign}`
  return has('omitted') ? `words of one side alone${foreign}` : `only the spelling differs${foreign}`
}

export interface ErrorKind {
  readonly kind: string
  readonly missed: number
  readonly falselyFound: number
}

/** How many pairs of each kind are missed and falsely found at the least score of a possible match, the most first. */
export function errorKinds(pairs: readonly LabelledPair[]): readonly ErrorKind[] {
  const counts = new Map<string, { missed: number; falselyFound: number }>()
  for (const pair of pairs) {
    const found = pair.score >= DEFAULT_THRESHOLDS.minScore
    if (found === pair.isMatch) continue
    const kind = kindOf(pair)
    const count = counts.get(kind) ?? { missed: 0, falselyFound: 0 }
    if (found) count.falselyFound++
    else count.missed++
    counts.set(kind, count)
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, ...count }))
    .toSorted((a, b) => b.missed + b.falselyFound - a.missed - a.falselyFound || (a.kind < b.kind ? -1 : 1))
}

export interface VerdictShare {
  readonly verdict: string
  readonly pairs: number
  /** Of them, how many are labelled one. */
  readonly right: number
}

/** What share of each verdict is right. */
export function verdictShares(pairs: readonly LabelledPair[]): readonly VerdictShare[] {
  return ['confirmed', 'possible', 'none'].map((verdict) => {
    const its = pairs.filter((pair) => pair.verdict === verdict)
    return { verdict, pairs: its.length, right: its.filter(({ isMatch }) => isMatch === (verdict !== 'none')).length }
  })
}
