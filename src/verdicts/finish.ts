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
export function createFinisher(request: FinishRequest, targetOf = createTargets(request)): (draft: Draft) => Finding {
  const { parties, links, standing } = request
  const finishChain = createChainFinisher(request)
  return (draft) => {
    const target = targetOf(draft.target)
    const told = draft.kind === 'listed' ? { ...target, matches: standing.matchesOf(draft.target) } : target
    const party = reportedParty(parties, draft.party, request.placeOfEnd)
    const isFromParty = draft.chain[0]?.from === draft.party
    const chain = finishChain(draft.chain, { party, isFromParty, target, since: target.since })
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = {
      id: findingId(draft.kind, party.id, target.id),
      kind: draft.kind,
      party,
      hops: draft.hops,
      confidence: draft.confidence,
      target: draft.kind === 'listed' ? { ...target.told, matches: told.matches } : target.told,
      chain,
      afterDesignation: timing(draft, links, target.since),
      reason: reasonOf(draft, chain, told, request),
    }
    // No object is made for what is not there: a million pass through here.
    if (draft.side !== undefined) finding.side = draft.side
    if (draft.owned !== undefined) Object.assign(finding, ownedFields(draft.owned, request))
    if (draft.wouldExpose !== undefined) finding.wouldExpose = draft.wouldExpose
    if (draft.handled !== undefined) finding.handled = evidenceFrom(draft.handled, request, target.since)
    return finding
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
