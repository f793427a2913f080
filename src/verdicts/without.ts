import type { Standing } from './standing.js'

/**
 * The same standing as if these parties were neither listed nor owned, for who is judged without them. What they own stays
 * a target: a word on one party says nothing of another.
 */
export function withoutTargets(standing: Standing, targets: ReadonlySet<number>): Standing {
  const others = (parties: readonly number[]) => parties.filter((party) => !targets.has(party))
  return {
    ...standing,
    matchesOf: (party) => (targets.has(party) ? [] : standing.matchesOf(party)),
    confidenceOf: (party) => (targets.has(party) ? undefined : standing.confidenceOf(party)),
    surerOf: (party) => (targets.has(party) ? undefined : standing.surerOf(party)),
    isSource: (party) => !targets.has(party) && standing.isSource(party),
    ownedOf: (party) => (targets.has(party) ? undefined : standing.ownedOf(party)),
    isTargetByOwnership: (party) => !targets.has(party) && standing.isTargetByOwnership(party),
    listed: others(standing.listed),
    owned: others(standing.owned),
    sources: others(standing.sources),
    possibleSources: others(standing.possibleSources),
  }
}
