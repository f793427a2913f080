import type { EntryVersion } from '../lists/snapshots.js'
import { compareCodePoints } from '../model/order.js'
import type { Match } from '../model/report.js'
import { startsWalks } from './standing.js'

export interface Designated {
  readonly day: number
  readonly lists: readonly string[]
}

/** When each party was first designated as a source, over all that the lists say. */
export function designations(
  matches: ReadonlyMap<number, readonly Match[]>,
  versionOf: (match: Match) => EntryVersion | undefined,
): ReadonlyMap<number, Designated> {
  const found = new Map<number, Designated>()
  for (const [party, its] of matches) {
    const dated = its
      .filter(({ confidence, listKind }) => confidence === 'confirmed' && startsWalks(listKind))
      .flatMap((match) => {
        const version = versionOf(match)
        return version === undefined ? [] : [{ day: version.listedOn?.first ?? version.first, list: match.list }]
      })
    if (dated.length === 0) continue
    const day = Math.min(...dated.map((one) => one.day))
    const lists = new Set(dated.filter((one) => one.day === day).map(({ list }) => list))
    found.set(party, { day, lists: [...lists].toSorted(compareCodePoints) })
  }
  return found
}
