import { movesGoods, type Graph } from '../graph/adjacency.js'
import { nearestWalk, NOT_REACHED, type Walk } from '../graph/walk.js'
import type { Confidence } from '../model/report.js'
import type { Draft, DraftStep } from './draft.js'
import type { Standing } from './standing.js'
import type { ChainMaker } from './steps.js'

/** The walks from the sources of one confidence, the suppliers' first, each with its chains. */
export interface Walked {
  readonly confidence: Confidence
  readonly graph: Graph
  readonly walks: readonly Walk[]
  readonly chains: ReadonlyMap<Walk, ChainMaker>
}

export function hopsOf(walked: Walked | undefined, party: number): number {
  if (walked === undefined) return NOT_REACHED
  const walk = nearestWalk(walked.walks, party)
  return walk?.distances[party] ?? NOT_REACHED
}

/**
 * A finding for every party that a walk reached and that is no source. Confirmed sources come first: a possible one gives a finding only where
 * it is nearer, and then a second one.
 */
export function draftExposed(
  partyCount: number,
  standing: Standing,
  confirmed: Walked,
  possible: Walked | undefined,
  only?: ReadonlySet<number>,
): readonly Draft[] {
  const drafts: Draft[] = []
  for (let party = 0; party < partyCount; party++) {
    if (standing.isSource(party) || only?.has(party) === false) continue
    const hops = hopsOf(confirmed, party)
    if (hops !== NOT_REACHED) drafts.push(exposed(party, hops, confirmed))
    const nearer = hopsOf(possible, party)
    if (possible !== undefined && nearer > 0 && nearer < hops) drafts.push(exposed(party, nearer, possible))
  }
  return drafts
}

function exposed(party: number, hops: number, walked: Walked): Draft {
  const walk = nearestWalk(walked.walks, party)
  const chain = (walk === undefined ? undefined : walked.chains.get(walk)?.chain(party)) ?? []
  const side = walk === undefined ? undefined : sideOf(chain, walk)
  return {
    kind: 'exposed',
    party,
    hops,
    ...(side === undefined ? {} : { side }),
    confidence: walked.confidence,
    target: targetOf(chain, party),
    chain,
  }
}

function sideOf(chain: readonly DraftStep[], walk: Walk): 'supplier' | 'customer' | undefined {
  const goods = chain.some((step) => step.kind !== 'via' && movesGoods(step.kind))
  if (!goods) return undefined
  return walk.direction === 'suppliers' ? 'supplier' : 'customer'
}

export function targetOf(chain: readonly DraftStep[], party: number): number {
  return chain.at(-1)?.to ?? party
}
