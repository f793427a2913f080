import { movesGoods } from '../graph/adjacency.js'
import { kindOf } from '../graph/links.js'
import type { Designation } from '../lists/in-force.js'
import { createRecent } from '../model/recent.js'
import type { Evidence, Step } from '../model/report.js'
import { daysFrom } from './designation.js'
import type { DraftStep } from './draft.js'
import { sortEvidence } from './evidence.js'
import type { FinishRequest } from './finish.js'

type StepRequest = Pick<FinishRequest, 'parties' | 'links' | 'evidenceOf'>

/** What the links say, and how many days lie between the target's designation and each that moved goods. */
export function evidenceFrom(
  its: readonly number[],
  { links, evidenceOf }: StepRequest,
  since: Designation,
): readonly Evidence[] {
  return sortEvidence(
    its.map((link) => {
      const evidence = evidenceOf(link)
      const days = movesGoods(kindOf(links, link)) ? daysFrom(links, link, since) : undefined
      return days === undefined ? evidence : { ...evidence, daysFromDesignation: days }
    }),
  )
}

/** @param since from when the target of the step's chain is one. */
export function finishStep(step: DraftStep, request: StepRequest, since: Designation): Step {
  const { parties } = request
  return {
    from: parties.idOf(step.from),
    to: parties.idOf(step.to),
    fromName: parties.nameOf(step.from),
    toName: parties.nameOf(step.to),
    along: step.along,
    kind: step.kind,
    evidence: evidenceFrom(step.links, request, since),
  }
}

/** Pieces of evidence in the steps that are remembered: some 400 bytes each. */
const REMEMBERED = 1 << 16

/** Finishes chains. What comes after the first step is shared with the chains of others, and made once as long as it is remembered. */
export function createChainFinisher(
  request: StepRequest,
): (chain: readonly DraftStep[], since: Designation) => readonly Step[] {
  const inner = createRecent<DraftStep, Step>(REMEMBERED, (step) => 1 + step.evidence.length)
  return (chain, since) =>
    chain.map((step, at) => {
      const known = at === 0 ? undefined : inner.get(step)
      if (known !== undefined) return known
      const fresh = finishStep(step, request, since)
      if (at > 0) inner.set(step, fresh)
      return fresh
    })
}
