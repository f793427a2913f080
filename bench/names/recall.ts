import { createMatcher } from '../../src/match/matcher.js'
import type { ListEntry } from '../../src/model/entry.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { partyType, type LabelledPair } from './labelled-sets.js'
import { changedNames, type QueryName } from './query-names.js'

export interface Missed {
  readonly query: QueryName
  readonly listed: string
  readonly score: number
}

/** What the search finds of what a comparison with every name finds. */
export interface Recall {
  readonly queries: number
  readonly entries: number
  readonly missed: readonly Missed[]
}

const OF_EACH = 200
const LABELLED = 500
/** One entry in so many is scanned, so that it ends within a minute. */
const PART = 6

/** Holds the search against a scan of a sixth of the list: changed names of that, and the names of the labelled sets. */
export function measureRecall(entries: readonly ListEntry[], pairs: readonly LabelledPair[]): Recall {
  const some = entries.filter((_, i) => i % PART === 0)
  const step = Math.ceil(pairs.length / LABELLED)
  const queries = [
    ...changedNames(some, OF_EACH),
    ...pairs
      .filter((_, i) => i % step === 0)
      .map(({ name1, schema, set }): QueryName => ({ name: name1, type: partyType(schema), made: set })),
  ]
  const indexed = createMatcher(some, DEFAULT_THRESHOLDS)
  const every = createMatcher(some, DEFAULT_THRESHOLDS, 'every')
  const missed: Missed[] = []
  let wanted = 0
  for (const query of queries) {
    const found = new Set(indexed.candidates(query.name, query.type).map(({ entryId }) => entryId))
    for (const match of every.candidates(query.name, query.type)) {
      wanted++
      if (!found.has(match.entryId)) missed.push({ query, listed: match.matchedName, score: match.score })
    }
  }
  return { queries: queries.length, entries: wanted, missed }
}
