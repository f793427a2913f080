import type { ListKind } from '../model/entry.js'
import type { Confidence, Match } from '../model/report.js'
import type { Owned } from './owned.js'

/** Where the parties stand to the lists, before anything is walked or added up. */
export interface ListedStanding {
  matchesOf(party: number): readonly Match[]
  /** Of a listed party: `confirmed` where any of its matches is. */
  confidenceOf(party: number): Confidence | undefined
  isSource(party: number): boolean
  /** Parties with any match, ascending. */
  readonly listed: readonly number[]
  /** Walks start from them. */
  readonly sources: readonly number[]
  /** Would be sources if what is possible were confirmed. */
  readonly possibleSources: readonly number[]
}

/** The same with the parties that are owned by listed ones. */
export interface Standing extends ListedStanding {
  ownedOf(party: number): Owned | undefined
  /** Owned parties, ascending. */
  readonly owned: readonly number[]
  /** Of a party that is listed or owned: the surer of the two. */
  surerOf(party: number): Confidence | undefined
  /** Whether what makes the party a target is ownership, and not a list. */
  isTargetByOwnership(party: number): boolean
  /** The matches for which a party is a target: its own, or those of the party at the head of its owners. */
  groundsOf(party: number): readonly Match[]
}

/** Sectoral, debarment and watch entries are reported, and nobody is measured by the distance to them. */
export function startsWalks(kind: ListKind): boolean {
  return kind === 'asset-freeze' || kind === 'export-control'
}

const NONE: readonly Match[] = []

export function standingOf(matches: ReadonlyMap<number, readonly Match[]>): ListedStanding {
  const listed = [...matches.keys()].toSorted((a, b) => a - b)
  const startsAs = (party: number, confidence: Confidence): boolean =>
    (matches.get(party) ?? NONE).some((match) => match.confidence === confidence && startsWalks(match.listKind))
  const sources = listed.filter((party) => startsAs(party, 'confirmed'))
  const known = new Set(sources)
  return {
    matchesOf: (party) => matches.get(party) ?? NONE,
    confidenceOf: (party) => {
      const found = matches.get(party)
      if (found === undefined || found.length === 0) return undefined
      return found.some((match) => match.confidence === 'confirmed') ? 'confirmed' : 'possible'
    },
    isSource: (party) => known.has(party),
    listed,
    sources,
    possibleSources: listed.filter((party) => !known.has(party) && startsAs(party, 'possible')),
  }
}

/** An owned party is a source as a listed one is, a possible one a possible source. */
export function withOwned(standing: ListedStanding, owned: ReadonlyMap<number, Owned>): Standing {
  const ascending = [...owned.keys()].toSorted((a, b) => a - b)
  const confidenceOf = (party: number): Confidence | undefined => owned.get(party)?.confidence
  const sources = new Set([...standing.sources, ...ascending.filter((party) => confidenceOf(party) === 'confirmed')])
  const possible = new Set([...standing.possibleSources, ...ascending].filter((party) => !sources.has(party)))
  const maybeListed = new Set(standing.possibleSources)
  const isTargetByOwnership = (party: number): boolean => {
    if (standing.isSource(party) || !owned.has(party)) return false
    return confidenceOf(party) === 'confirmed' || !maybeListed.has(party)
  }
  const groundsOf = (party: number, seen: ReadonlySet<number> = new Set()): readonly Match[] => {
    const target = owned.get(party)?.target()
    if (target === undefined || seen.has(party) || !isTargetByOwnership(party)) return standing.matchesOf(party)
    return groundsOf(target, new Set([...seen, party]))
  }
  return {
    ...standing,
    isSource: (party) => sources.has(party),
    sources: [...sources].toSorted((a, b) => a - b),
    possibleSources: [...possible].toSorted((a, b) => a - b),
    ownedOf: (party) => owned.get(party),
    owned: ascending,
    surerOf: (party) => {
      const [asListed, asOwned] = [standing.confidenceOf(party), confidenceOf(party)]
      return asListed === 'confirmed' || asOwned === 'confirmed' ? 'confirmed' : (asListed ?? asOwned)
    },
    isTargetByOwnership,
    groundsOf: (party) => groundsOf(party),
  }
}
