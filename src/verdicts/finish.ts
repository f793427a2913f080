import type { Links } from '../graph/links.js'
import type { InForce } from '../lists/in-force.js'
import type { Place } from '../model/problem.js'
import type { Evidence, Finding, Stake } from '../model/report.js'
import type { CountedStake } from '../ownership/added-up.js'
import type { Parties } from '../parties/parties.js'
import type { Draft } from './draft.js'
import { sortEvidence } from './evidence.js'
import { findingId } from './finding-id.js'
import { createChainFinisher, evidenceFrom } from './finish-step.js'
import type { Owned } from './owned.js'
import { reasonOf } from './reason-of.js'
import { reportedParty } from './reported-party.js'
import type { Standing } from './standing.js'
import { createTargets } from './targets.js'
import { timing } from './timing.js'

/** What turns a draft's integers back into what a person reads. */
export interface FinishRequest {
  readonly parties: Parties
  readonly links: Links
  readonly standing: Standing
  readonly inForce: InForce
  placeOfEnd(end: number): Place
  evidenceOf(link: number): Evidence
}

/** Makes findings of drafts, in any order. */
export function createFinisher(request: FinishRequest): (draft: Draft) => Finding {
  const { parties, links, standing } = request
  const targetOf = createTargets(request)
  const finishChain = createChainFinisher(request)
  return (draft) => {
    const target = targetOf(draft.target)
    const chain = finishChain(draft.chain, target.since)
    const handled = draft.handled === undefined ? undefined : evidenceFrom(draft.handled, request, target.since)
    const told = draft.kind === 'listed' ? { ...target, matches: standing.matchesOf(draft.target) } : target
    return {
      id: findingId(draft.kind, parties.idOf(draft.party), target.id),
      kind: draft.kind,
      party: reportedParty(parties, draft.party, request.placeOfEnd),
      hops: draft.hops,
      ...(draft.side === undefined ? {} : { side: draft.side }),
      confidence: draft.confidence,
      target: { party: { id: target.id, name: target.name }, matches: told.matches },
      ...(draft.owned === undefined ? {} : ownedFields(draft.owned, request)),
      ...(draft.wouldExpose === undefined ? {} : { wouldExpose: draft.wouldExpose }),
      chain,
      ...(handled === undefined ? {} : { handled }),
      afterDesignation: timing(draft, links, target.since),
      reason: reasonOf(draft, chain, told, request),
    }
  }
}

function ownedFields({ regimes, stakes }: Owned, request: FinishRequest): Pick<Finding, 'regimes' | 'stakes'> {
  return {
    regimes,
    stakes: stakes().map((stake): Stake => ({
      owner: request.parties.idOf(stake.owner),
      ...(stake.percent === undefined ? {} : { percent: stake.percent }),
      basis: basisOf(stake),
      evidence: sortEvidence(stake.links.map(request.evidenceOf)),
    })),
  }
}

function basisOf({ form, percent }: CountedStake): string {
  if (form !== 'shares' && form !== 'votes') return 'control'
  return percent === undefined ? 'percent unknown' : form
}
