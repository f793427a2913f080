import type { Draft } from './draft.js'
import type { OwnershipFound } from './owned.js'
import type { Standing } from './standing.js'

/** Of parties whose own listing or ownership is set aside: those that are owned by others than these targets. */
export function ownedStill(
  found: OwnershipFound,
  targets: ReadonlySet<number>,
  parties: ReadonlySet<number>,
): readonly Draft[] {
  return [...parties].flatMap((party): readonly Draft[] => {
    const owned = targets.has(party) ? found.ownedWithout(party, targets) : undefined
    if (owned === undefined) return []
    const { confidence } = owned
    return [{ kind: 'owned', party, hops: 0, confidence, target: owned.target(), chain: [], owned }]
  })
}

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
