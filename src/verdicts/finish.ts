import { movesGoods } from '../graph/adjacency.js'
import type { Designation, InForce } from '../lists/in-force.js'
import type { CountedStake } from '../ownership/owned.js'
import type { Links } from '../graph/links.js'
import { kindOf } from '../graph/links.js'
import { compareCodePoints } from '../model/order.js'
import {
  FINDING_KINDS,
  type Evidence,
  type Finding,
  type Match,
  type PartyRecord,
  type ReportedParty,
  type Stake,
  type Step,
} from '../model/report.js'
import type { Place } from '../model/problem.js'
import type { Parties } from '../parties/parties.js'
import { afterDesignation, daysFrom, type Leg } from './designation.js'
import type { Draft, DraftStep } from './draft.js'
import { sortEvidence } from './evidence.js'
import { findingId } from './finding-id.js'
import type { Owned } from './owned.js'
import { targetSince } from './owned-since.js'
import { reasonExposed, reasonIntermediary, reasonListed, reasonRouted, sayListed } from './reason.js'
import { reasonOwned } from './reason-owned.js'
import type { Standing } from './standing.js'

/** What turns a draft's integers back into what a person reads. */
export interface FinishRequest {
  readonly parties: Parties
  readonly links: Links
  readonly standing: Standing
  readonly inForce: InForce
  placeOfEnd(end: number): Place
  evidenceOf(link: number): Evidence
}

/** Findings in the order of the report: hops, kind, party id, and the confirmed one first where a party has two. */
export function finishFindings(drafts: readonly Draft[], request: FinishRequest): readonly Finding[] {
  const steps = new Map<DraftStep, Step>()
  return drafts.map((draft) => finish(draft, request, steps)).toSorted(compareFindings)
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.hops - b.hops ||
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
    compareCodePoints(a.party.id, b.party.id) ||
    compareCodePoints(a.confidence, b.confidence) ||
    compareCodePoints(a.target.party.id, b.target.party.id)
  )
}

function finish(draft: Draft, request: FinishRequest, steps: Map<DraftStep, Step>): Finding {
  const { parties, standing } = request
  const since = targetSince(draft.target, request)
  const chain = draft.chain.map((step) => finishStep(step, request, steps, since))
  const matches = draft.kind === 'listed' ? standing.matchesOf(draft.target) : standing.groundsOf(draft.target)
  const handled = draft.handled === undefined ? undefined : evidenceFrom(draft.handled, request, since)
  const target = { id: parties.idOf(draft.target), name: parties.nameOf(draft.target) }
  return {
    id: findingId(draft.kind, parties.idOf(draft.party), target.id),
    kind: draft.kind,
    party: reportedParty(parties, draft.party, request.placeOfEnd),
    hops: draft.hops,
    ...(draft.side === undefined ? {} : { side: draft.side }),
    confidence: draft.confidence,
    target: { party: target, matches },
    ...(draft.owned === undefined ? {} : ownedFields(draft.owned, request)),
    ...(draft.wouldExpose === undefined ? {} : { wouldExpose: draft.wouldExpose }),
    chain,
    ...(handled === undefined ? {} : { handled }),
    afterDesignation: timing(draft, request),
    reason: reasonOf(draft, chain, matches, request),
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

/** What the links say, and how many days lie between the target's designation and each that moved goods. */
function evidenceFrom(
  its: readonly number[],
  { links, evidenceOf }: FinishRequest,
  since: Designation,
): readonly Evidence[] {
  return sortEvidence(
    its.map((link) => {
      const days = movesGoods(kindOf(links, link)) ? daysFrom(links, link, since) : undefined
      return days === undefined ? evidenceOf(link) : { ...evidenceOf(link), daysFromDesignation: days }
    }),
  )
}

/** @param since from when the target of the step's chain is one. */
export function finishStep(
  step: DraftStep,
  request: FinishRequest,
  made: Map<DraftStep, Step>,
  since: Designation,
): Step {
  const { parties } = request
  const known = made.get(step)
  if (known !== undefined) return known
  const fresh: Step = {
    from: parties.idOf(step.from),
    to: parties.idOf(step.to),
    fromName: parties.nameOf(step.from),
    toName: parties.nameOf(step.to),
    along: step.along,
    kind: step.kind,
    evidence: evidenceFrom(step.links, request, since),
  }
  made.set(step, fresh)
  return fresh
}

export function reportedParty(parties: Parties, party: number, placeOfEnd: (end: number) => Place): ReportedParty {
  const records = parties.recordsOf(party)
  const country = records.find((record) => record.country !== undefined)?.country
  const ofRecords: readonly PartyRecord[] = records.map(({ id, name, place }) => ({
    ...(id === undefined ? {} : { id }),
    name,
    ...place,
  }))
  const ofLinks = parties
    .spellingsOf(party)
    .flatMap(({ text, end }) => (end < 0 ? [] : [{ name: text, ...placeOfEnd(end) }]))
  return {
    id: parties.idOf(party),
    name: parties.nameOf(party),
    ...(country === undefined ? {} : { country }),
    records: [...ofRecords, ...ofLinks],
  }
}

/** Whether a leg of the draft's chain, or a link that it handled, is dated on or after the designation of its target. */
export function timing(
  draft: Draft,
  { links, standing, inForce }: Pick<FinishRequest, 'links' | 'standing' | 'inForce'>,
): Finding['afterDesignation'] {
  const leg = (link: number): Leg => ({
    kind: kindOf(links, link),
    first: links.first[link] ?? 0,
    last: links.last[link] ?? 0,
  })
  const steps = [...draft.chain.map((step) => step.links), ...(draft.handled === undefined ? [] : [draft.handled])]
  return afterDesignation(
    steps.map((its) => its.map(leg)),
    targetSince(draft.target, { links, standing, inForce }),
  )
}

function reasonOf(draft: Draft, chain: readonly Step[], matches: readonly Match[], request: FinishRequest): string {
  const { parties, links } = request
  const name = parties.nameOf(draft.party)
  const target = parties.nameOf(draft.target)
  const stands = sayStands(draft.target, matches, request)
  switch (draft.kind) {
    case 'owned':
      return draft.owned === undefined
        ? reasonListed(name, matches, draft.confidence)
        : reasonOwned(name, draft.owned, stands, parties.nameOf)
    case 'listed':
      return reasonListed(name, matches, draft.confidence)
    case 'exposed':
      return `${reasonExposed(chain, target, stands)}${sayUndated(draft, parties.nameOf)}`
    case 'routed':
      return reasonRouted(
        name,
        target,
        [...new Set(chain.flatMap((step) => step.evidence.map((one) => one.kind)))],
        stands,
      )
    case 'intermediary': {
      const nearer = draft.chain[0]?.from ?? draft.target
      const told = firstByContent(draft.handled ?? [], nearer, request)
      return reasonIntermediary(
        name,
        {
          count: draft.handled?.length ?? 0,
          kind: kindOf(links, told),
          from: parties.nameOf(links.from[told] ?? -1),
          to: parties.nameOf(links.to[told] ?? -1),
        },
        { name: chain[0]?.fromName ?? target, hops: draft.hops },
        target,
        stands,
      )
    }
    default:
      return draft.kind satisfies never
  }
}

/** Of a chain in order of time: the steps of which nobody knows when they were. */
function sayUndated({ chain }: Draft, nameOf: (party: number) => string): string {
  const undated = chain.filter((step) => step.undated === true)
  if (undated.length === 0) return ''
  const steps = undated.map(({ from, to, kind }) => `the ${kind} between ${nameOf(from)} and ${nameOf(to)}`)
  return ` No date is known of ${steps.join(', ')}.`
}

/** `listed on OFAC SDN`, or `owned by X, which is listed on OFAC SDN`. */
function sayStands(target: number, matches: readonly Match[], { parties, standing }: FinishRequest): string {
  const owned = standing.isTargetByOwnership(target) ? standing.ownedOf(target) : undefined
  if (owned === undefined) return sayListed(matches)
  const by = `owned by ${parties.nameOf(owned.target())}, ${sayListed(matches)}`
  return owned.confidence === 'confirmed' ? by : `possibly ${by}`
}

/** The handled link at the nearer end that the sentence tells of: by content, since it must not depend on the order of rows. */
function firstByContent(handled: readonly number[], nearer: number, { parties, links }: FinishRequest): number {
  const text = (link: number): string =>
    JSON.stringify([links.kind[link], parties.idOf(links.from[link] ?? -1), parties.idOf(links.to[link] ?? -1)])
  const near = handled.filter((link) => links.from[link] === nearer || links.to[link] === nearer)
  return near.reduce((best, link) => (compareCodePoints(text(link), text(best)) < 0 ? link : best), near[0] ?? -1)
}
