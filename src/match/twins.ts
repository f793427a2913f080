import { compareCodePoints } from '../model/order.js'
import type { Match } from '../model/report.js'
import { compareMatches } from './found.js'

/**
 * A list given in two files, such as OFAC's CSV and its XML, has each entry twice: matches to one key of one list count once where they do the
 * same and have a name in common, the better of them. Under a key that two lists of a user's own happen to share there are two parties.
 */
export function withoutTwins(matches: readonly Match[]): readonly Match[] {
  if (!hasOneKeyTwice(matches)) return matches.toSorted(compareMatches)
  const kept = new Map<string, Match[]>()
  for (const match of matches.toSorted(byContent)) {
    const key = JSON.stringify([match.list, match.entryId, match.regime, match.listKind])
    const before = kept.get(key)
    if (before === undefined) kept.set(key, [match])
    else if (!before.some((each) => haveNameInCommon(each, match))) before.push(match)
  }
  return [...kept.values()].flat().toSorted(compareMatches)
}

function hasOneKeyTwice(matches: readonly Match[]): boolean {
  const keys = new Set(matches.map(({ list, entryId }) => `${list}\0${entryId}`))
  return keys.size < matches.length
}

/** Among equals the one that says more comes first. */
function byContent(a: Match, b: Match): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)]
  return compareMatches(a, b) || y.length - x.length || compareCodePoints(x, y)
}

function haveNameInCommon(a: Match, b: Match): boolean {
  return a.entryName === b.entryName || a.matchedName === b.matchedName
}
