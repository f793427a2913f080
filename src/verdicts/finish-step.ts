import { movesGoods } from '../graph/adjacency.js'
import { kindOf } from '../graph/links.js'
import type { Designation } from '../lists/in-force.js'
import type { Evidence, Step } from '../model/report.js'
import { createTails } from '../model/tails.js'
import { daysFrom } from './designation.js'
import type { DraftStep } from './draft.js'
import { sortEvidence, withDays } from './evidence.js'
import type { FinishRequest } from './finish.js'

type StepRequest = Pick<FinishRequest, 'parties' | 'links' | 'evidenceOf'>

/** What the links say, and how many days lie between the target's designation and each that moved goods. */
export function evidenceFrom(
  its: readonly number[],
  { links, evidenceOf }: StepRequest,
  since: Designation,
): readonly Evidence[] {
  const [only] = its
  // Most steps have one.
  if (only !== undefined && its.length === 1) return [told(only)]
  return sortEvidence(its.map(told))

  function told(link: number): Evidence {
    const evidence = evidenceOf(link)
    const days = movesGoods(kindOf(links, link)) ? daysFrom(links, link, since) : undefined
    return days === undefined ? evidence : withDays(evidence, days)
  }
}

/** A party as a finding names it. */
interface Named {
  readonly id: string
  readonly name: string
}

/** Pieces of evidence in the steps that are remembered: some 400 bytes each. */
const REMEMBERED = 1 << 16

/** What the chain of a finding leads from and to. */
export interface ChainEnds {
  readonly party: Named
  /** The chain of an intermediary begins at another party. */
  readonly isFromParty: boolean
  readonly target: Named
  /** From when the target is one. */
  readonly since: Designation
}

/** Finishes chains. What comes after the first step is shared with the chains of others, and made once as long as it is remembered. */
export function createChainFinisher(
  request: StepRequest,
): (chain: readonly DraftStep[], ends: ChainEnds) => readonly Step[] {
  const remembered = createTails<DraftStep, Step>(REMEMBERED, ({ evidence }) => 1 + evidence.length)
  return (chain, { party, isFromParty, target, since }) => {
    const [first] = chain
    if (first === undefined) return []
    let rest = remembered(chain, 1, (step) => finishStep(step, request, since))
    // The names of both ends are there already: to look for them takes as long as all else.
    const from = isFromParty ? party : named(first.from, request)
    const to = rest === undefined ? target : { id: rest.made.from, name: rest.made.fromName }
    const steps = [finishStep(first, request, since, from, to)]
    for (; rest !== undefined; rest = rest.next) steps.push(rest.made)
    return steps
  }
}

function named(party: number, { parties }: StepRequest): Named {
  return { id: parties.idOf(party), name: parties.nameOf(party) }
}

/** @param since from when the target of the step's chain is one. */
export function finishStep(
  step: DraftStep,
  request: StepRequest,
  since: Designation,
  from = named(step.from, request),
  to = named(step.to, request),
): Step {
  const { along, kind, links } = step
  const evidence = evidenceFrom(links, request, since)
  return { from: from.id, to: to.id, fromName: from.name, toName: to.name, along, kind, evidence }
}
