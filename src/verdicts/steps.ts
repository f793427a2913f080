import type { Graph } from '../graph/adjacency.js'
import { datedChainOf } from '../graph/chronological-chain.js'
import { isDatedWalk, type DatedWalk } from '../graph/chronological.js'
import { chainOf, stepLinks, type Prefers } from '../graph/chain.js'
import { kindOf, type Links } from '../graph/links.js'
import type { Walk } from '../graph/walk.js'
import { LINK_KINDS, type LinkKind } from '../model/record.js'
import type { StepKind } from '../model/report.js'
import type { DraftStep } from './draft.js'

/** Chains of drafts on one walk. Chains share their tails, so every step is made once. */
export interface ChainMaker {
  chain(party: number): readonly DraftStep[]
}

export function createChainMaker(graph: Graph, walk: Walk, prefers: Prefers): ChainMaker {
  if (isDatedWalk(walk)) return datedChainMaker(graph, walk, prefers)
  const made = new Map<number, DraftStep>()
  const step = (from: number, to: number): DraftStep => {
    const key = from * graph.partyCount + to
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = draftStep(graph.links, from, to, stepLinks(graph, walk, from, to))
    made.set(key, fresh)
    return fresh
  }
  return {
    chain(party) {
      const parties = chainOf(graph, walk, party, prefers)
      return parties.slice(1).map((next, at) => step(parties[at] ?? party, next))
    },
  }
}

/** The links of a step depend on what else is in the chain, so that only steps with the same links and the same target are one. */
function datedChainMaker(graph: Graph, walk: DatedWalk, prefers: Prefers): ChainMaker {
  const made = new Map<string, DraftStep>()
  return {
    chain(party) {
      const steps = datedChainOf(graph, walk, party, prefers)
      const target = steps.at(-1)?.to
      return steps.map(({ from, to, links, undated }) => {
        const key = [target, from, to, ...links].join(' ')
        const known = made.get(key)
        if (known !== undefined) return known
        const fresh = { ...draftStep(graph.links, from, to, links), ...(undated ? { undated } : {}) }
        made.set(key, fresh)
        return fresh
      })
    },
  }
}

/** Named after the first of the kinds of its links; it runs along where a link of that kind does. */
function draftStep(links: Links, from: number, to: number, its: readonly number[]): DraftStep {
  const kinds = new Set<LinkKind>(its.map((link) => kindOf(links, link)))
  const kind = LINK_KINDS.find(
    (candidate): candidate is Exclude<LinkKind, 'same-as'> => candidate !== 'same-as' && kinds.has(candidate),
  )
  const named: StepKind = kind ?? 'acts-with'
  const along = its.some((link) => kindOf(links, link) === kind && links.from[link] === from)
  return { from, to, along, kind: named, links: its }
}
