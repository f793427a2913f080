import type { Designation } from '../lists/in-force.js'
import { once } from '../model/once.js'
import type { Finding, Match } from '../model/report.js'
import type { FinishRequest } from './finish.js'
import { targetSince } from './owned-since.js'
import { sayListed } from './reason.js'

/** What findings say of the party to which they lead. */
export interface Target {
  readonly id: string
  readonly name: string
  /** Those for which it is a target: its own, or those of the party at the head of its owners. */
  readonly matches: readonly Match[]
  /** The two as a finding has them: one object, so that it is written once. */
  readonly told: Finding['target']
  /** From when it is one. */
  readonly since: Designation
  /** `listed on OFAC SDN`, or `owned by X, which is listed on OFAC SDN`. */
  readonly stands: string
}

type TargetRequest = Pick<FinishRequest, 'parties' | 'links' | 'standing' | 'inForce'>

/** Targets by party. Each is made once: many findings lead to few of them. */
export function createTargets(request: TargetRequest): (party: number) => Target {
  const made = new Map<number, Target>()
  return (party) =>
    once(made, party, () => {
      const { parties, standing } = request
      const matches = standing.groundsOf(party)
      const [id, name] = [parties.idOf(party), parties.nameOf(party)]
      return {
        id,
        name,
        matches,
        told: { party: { id, name }, matches },
        since: targetSince(party, request),
        stands: sayStands(party, matches, request),
      }
    })
}

function sayStands(target: number, matches: readonly Match[], { parties, standing }: TargetRequest): string {
  const owned = standing.isTargetByOwnership(target) ? standing.ownedOf(target) : undefined
  if (owned === undefined) return sayListed(matches)
  const by = `owned by ${parties.nameOf(owned.target())}, ${sayListed(matches)}`
  return owned.confidence === 'confirmed' ? by : `possibly ${by}`
}
