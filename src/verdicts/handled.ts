import { datedHandledSteps } from '../graph/chronological-handlers.js'
import { isDatedWalk } from '../graph/chronological.js'
import { handledSteps, type HandledStep } from '../graph/handlers.js'
import type { Graph } from '../graph/adjacency.js'
import { kindOf, LEFT_OUT } from '../graph/links.js'
import type { Prefers } from '../graph/chain.js'
import { UNDECIDED } from '../graph/window.js'
import type { LinkKind } from '../model/record.js'
import type { Confidence } from '../model/report.js'
import type { Draft, DraftStep } from './draft.js'
import { targetOf, type Walked } from './exposed.js'
import type { Standing } from './standing.js'

/** What the verdicts on handlers need beside the walks. */
export interface HandlerRequest {
  readonly graph: Graph
  readonly hops: number
  readonly standing: Standing
  readonly prefers: Prefers
  /** The parties of which a verdict is asked for; all where it is absent. */
  readonly only: ReadonlySet<number> | undefined
}

/**
 * Who handled a link by which a walk steps from a party at h < N hops to one at h + 1: with the hops and the chain of the nearest such
 * party. A handler beside a possible source gets a finding only where it has none beside a confirmed one.
 */
export function draftIntermediaries(request: HandlerRequest, walkeds: readonly Walked[]): readonly Draft[] {
  const drafts = new Map<number, Draft>()
  for (const walked of walkeds) {
    const steps = walked.walks.flatMap((walk) =>
      isDatedWalk(walk) ? datedHandledSteps(walked.graph, walk) : handledSteps(walked.graph, walk),
    )
    for (const [handler, handled] of byHandler(steps)) {
      if (!isAsked(request, handler) || request.standing.isSource(handler) || drafts.has(handler)) continue
      const draft = intermediary(handler, handled, walked, request.prefers)
      if (draft !== undefined) drafts.set(handler, draft)
    }
  }
  return [...drafts.values()]
}

function isAsked({ only }: HandlerRequest, party: number): boolean {
  return only === undefined || only.has(party)
}

function byHandler(steps: readonly HandledStep[]): ReadonlyMap<number, readonly HandledStep[]> {
  const handlers = new Map<number, HandledStep[]>()
  for (const step of steps) {
    if (step.handler === step.nearer || step.handler === step.further) continue
    const known = handlers.get(step.handler)
    if (known === undefined) handlers.set(step.handler, [step])
    else known.push(step)
  }
  return handlers
}

function intermediary(
  handler: number,
  steps: readonly HandledStep[],
  walked: Walked,
  prefers: Prefers,
): Draft | undefined {
  const [first, ...others] = steps
  if (first === undefined) return undefined
  const nearest = others.reduce((best, step) => (comesBefore(step, best, walked, prefers) ? step : best), first)
  const chain = walked.chains.get(nearest.walk)?.chain(nearest.nearer) ?? []
  return {
    kind: 'intermediary',
    party: handler,
    hops: chain.length,
    confidence: walked.confidence,
    target: targetOf(chain, nearest.nearer),
    chain,
    handled: [...new Set(steps.map((step) => step.link))],
  }
}

function hopsAt(step: HandledStep): number {
  return step.walk.distances[step.nearer] ?? step.hops
}

/** Fewer hops, then the suppliers' walk, then the nearer end by id. */
function comesBefore(a: HandledStep, b: HandledStep, walked: Walked, prefers: Prefers): boolean {
  if (hopsAt(a) !== hopsAt(b)) return hopsAt(a) < hopsAt(b)
  const order = walked.walks.indexOf(a.walk) - walked.walks.indexOf(b.walk)
  return order === 0 ? a.nearer !== b.nearer && prefers(a.nearer, b.nearer) : order < 0
}

/**
 * Both ends of a link that a listed or owned party handled stand at one hop from that handler, and nobody beyond them. Of several handlers a
 * confirmed one comes first, since a possible target never hides it, then the first by id.
 */
export function draftRouted(request: HandlerRequest): readonly Draft[] {
  if (request.hops <= 1) return []
  const { standing } = request
  const { links, kinds } = request.graph
  const walked = new Set<LinkKind>(kinds)
  const handledBy = new Map<number, Map<number, number[]>>()
  for (let row = 0; row < links.via.count; row++) {
    const link = links.via.link[row] ?? -1
    const handler = links.via.party[row] ?? -1
    if (handler < 0 || standing.surerOf(handler) === undefined) continue
    if (((links.flags[link] ?? 0) & LEFT_OUT) !== 0 || !walked.has(kindOf(links, link))) continue
    const ends = [links.from[link] ?? -1, links.to[link] ?? -1]
    // Who is an end of the link deals by itself, and that is a step of its own.
    if (ends.includes(handler)) continue
    for (const end of new Set(ends))
      if (isAsked(request, end) && !standing.isSource(end)) note(handledBy, end, handler, link)
  }
  return [...handledBy].map(([end, handlers]) => routed(end, handlers, request))
}

function note(handledBy: Map<number, Map<number, number[]>>, end: number, handler: number, link: number): void {
  const handlers = handledBy.get(end) ?? new Map<number, number[]>()
  handledBy.set(end, handlers)
  const known = handlers.get(handler)
  if (known === undefined) handlers.set(handler, [link])
  else known.push(link)
}

function routed(
  end: number,
  handlers: ReadonlyMap<number, readonly number[]>,
  { graph, standing, prefers }: HandlerRequest,
): Draft {
  const { flags } = graph.links
  const isSure = (link: number): boolean => ((flags[link] ?? 0) & UNDECIDED) === 0
  const confidenceOf = (handler: number): Confidence =>
    standing.surerOf(handler) === 'confirmed' && (handlers.get(handler) ?? []).some(isSure) ? 'confirmed' : 'possible'
  const order = (a: number, b: number): number => {
    const [left, right] = [confidenceOf(a), confidenceOf(b)]
    if (left !== right) return left === 'confirmed' ? -1 : 1
    return prefers(a, b) ? -1 : 1
  }
  const handler = [...handlers.keys()].toSorted(order)[0] ?? end
  const step: DraftStep = { from: end, to: handler, along: true, kind: 'via', links: handlers.get(handler) ?? [] }
  return {
    kind: 'routed',
    party: end,
    hops: 1,
    confidence: confidenceOf(handler),
    target: handler,
    chain: [step],
  }
}
