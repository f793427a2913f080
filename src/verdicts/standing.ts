import type { ListKind } from '../model/entry.js'
import type { Confidence, Match } from '../model/report.js'

/** Where the parties stand to the lists, before anything is walked. */
export interface Standing {
  matchesOf(party: number): readonly Match[]
  /** Of a listed party: `confirmed` where any of its matches is. */
  confidenceOf(party: number): Confidence | undefined
  isSource(party: number): boolean
  /** Parties with any match, ascending. */
  readonly listed: readonly number[]
  /** Walks start from them. */
  readonly sources: readonly number[]
  /** Would be sources if their possible match were confirmed. */
  readonly possibleSources: readonly number[]
}

/** Sectoral, debarment and watch entries are reported, and nobody is measured by the distance to them. */
export function startsWalks(kind: ListKind): boolean {
  return kind === 'asset-freeze' || kind === 'export-control'
}

const NONE: readonly Match[] = []

export function standingOf(matches: ReadonlyMap<number, readonly Match[]>): Standing {
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
