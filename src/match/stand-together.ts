import type { Match } from '../model/report.js'
import { compareMatches } from './found.js'

/**
 * What becomes of the matches of one party once they are taken together: each is as sure as what it is by itself, or as a match to an entry that
 * is the same party. One that only others tell of goes with the last of them, as when an analyst decided that they are somebody else.
 * Running it again changes nothing.
 */
export function standTogether(matches: readonly Match[]): readonly Match[] {
  const byKey = new Map<string, Standing>()
  for (const match of matches) {
    const key = keyOf(match)
    byKey.set(key, surer([byKey.get(key) ?? 'none', standing(match)]))
  }
  return matches
    .flatMap((match): Match[] => {
      if (match.sameAs === undefined) return [match]
      const alone = standing(match)
      const through = match.sameAs.map((same) => {
        const its = byKey.get(keyOf(same)) ?? 'none'
        return its === 'confirmed' && same.confidence === 'possible' ? 'possible' : its
      })
      const surest = surer([alone, ...through])
      if (surest === 'none') return []
      const { alone: _, ...rest } = match
      return [{ ...rest, confidence: surest, ...(surest === alone || alone === 'confirmed' ? {} : { alone }) }]
    })
    .toSorted(compareMatches)
}

type Standing = 'none' | 'possible' | 'confirmed'

/** By what the record says alone. */
const standing = ({ alone, confidence }: Match): Standing => alone ?? confidence

function surer(all: readonly Standing[]): Standing {
  return all.includes('confirmed') ? 'confirmed' : all.includes('possible') ? 'possible' : 'none'
}

function keyOf({ list, entryId }: Pick<Match, 'list' | 'entryId'>): string {
  return JSON.stringify([list, entryId])
}
