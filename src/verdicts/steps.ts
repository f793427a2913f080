import type { Graph } from '../graph/adjacency.js'
import { datedChainOf } from '../graph/chronological-chain.js'
import { isDatedWalk, type DatedWalk } from '../graph/chronological.js'
import { nextInnerStep, nextStep, stepLinks, type Prefers } from '../graph/chain.js'
import { codeOf, type Links } from '../graph/links.js'
import type { Walk } from '../graph/walk.js'
import { LINK_KINDS } from '../model/record.js'
import { createRecent } from '../model/recent.js'
import type { DraftStep } from './draft.js'

/** Chains of drafts on one walk. */
export interface ChainMaker {
  chain(party: number): readonly DraftStep[]
  /** Gives the links of the chains of the parties that it is called with, but for steps of which it gave them before. */
  linkGiver(take: (link: number) => void): (party: number) => void
  /** One step of a chain after the other; absent where the steps after a party hang on those before it. */
  readonly steps?: StepMaker
}

export interface StepMaker {
  /** The next party of a chain that begins at a party, or that came to it; -1 at its end. */
  nextOf(party: number, isInner: boolean): number
  between(from: number, to: number): DraftStep
}

/** Links of the steps that are remembered: some 130 bytes each, so that a million chains take no more than these. */
const REMEMBERED = 1 << 16

const NONE: readonly DraftStep[] = []

/** Chains share their tails: what comes after a party that others come through too is made once as long as it is remembered. */
export function createChainMaker(graph: Graph, walk: Walk, prefers: Prefers): ChainMaker {
  if (isDatedWalk(walk)) return datedChainMaker(graph, walk, prefers)
  const tails = createRecent<number, readonly DraftStep[]>(REMEMBERED, ([first]) => weightOf(first))
  const linksBetween = createLinksBetween(graph, walk)
  const make = (from: number, to: number): DraftStep => draftStep(graph.links, from, to, linksBetween(from, to))
  /** From a party inside a chain on. */
  const tailOf = (party: number): readonly DraftStep[] => {
    const known = tails.get(party)
    if (known !== undefined) return known
    const next = nextInnerStep(graph, walk, party, prefers)
    if (next < 0) return NONE
    const fresh = [make(party, next), ...tailOf(next)]
    tails.set(party, fresh)
    return fresh
  }
  return {
    steps: {
      nextOf: (party, isInner) =>
        isInner ? nextInnerStep(graph, walk, party, prefers) : nextStep(graph, walk, party, prefers),
      between: make,
    },
    chain(party) {
      const next = nextStep(graph, walk, party, prefers)
      return next < 0 ? NONE : [make(party, next), ...tailOf(next)]
    },
    linkGiver(take) {
      const seen = new Uint8Array(graph.partyCount)
      return (party) => {
        let at = party
        let next = nextStep(graph, walk, party, prefers)
        while (next >= 0) {
          // A person may be left another way at the beginning of a chain than inside one.
          const isOfItsOwn = at === party && walk.stops.person[at] === 1
          if (!isOfItsOwn && seen[at] === 1) return
          if (!isOfItsOwn) seen[at] = 1
          for (const link of linksBetween(at, next)) take(link)
          at = next
          next = nextInnerStep(graph, walk, at, prefers)
        }
      }
    },
  }
}

/**
 * The links of a step, looked for among the neighbours and then remembered where there is but one: they are asked for once to read what they say, and
 * once to tell it. By the party that the step begins at, from which there is one step, but for persons.
 */
function createLinksBetween(graph: Graph, walk: Walk): (from: number, to: number) => readonly number[] {
  /** One more than the link. */
  const only = new Uint32Array(graph.partyCount)
  return (from, to) => {
    const isPerson = walk.stops.person[from] === 1
    const known = isPerson ? 0 : (only[from] ?? 0)
    if (known > 0) return [known - 1]
    const links = stepLinks(graph, walk, from, to)
    const [first = -1] = links
    if (!isPerson && links.length === 1) only[from] = first + 1
    return links
  }
}

function weightOf(step: DraftStep | undefined): number {
  return 1 + (step?.links.length ?? 0)
}

/** The links of a step depend on what else is in the chain, so that only steps with the same links and the same target are one. */
function datedChainMaker(graph: Graph, walk: DatedWalk, prefers: Prefers): ChainMaker {
  const made = createRecent<string, DraftStep>(REMEMBERED, weightOf)
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
    linkGiver: (take) => (party) => {
      for (const { links } of datedChainOf(graph, walk, party, prefers)) for (const link of links) take(link)
    },
  }
}

/** Named after the first of the kinds of its links; it runs along where a link of that kind does. */
function draftStep(links: Links, from: number, to: number, its: readonly number[]): DraftStep {
  let code = SAME_AS
  let along = false
  for (const link of its) {
    const kind = links.kind[link] ?? SAME_AS
    if (kind > code) continue
    const runsAlong = links.from[link] === from
    along = kind === code ? along || runsAlong : runsAlong
    code = kind
  }
  const kind = LINK_KINDS[code]
  return { from, to, along, kind: kind === undefined || kind === 'same-as' ? 'acts-with' : kind, links: its }
}

/** The last of the kinds, and never that of a step. */
const SAME_AS = codeOf('same-as')
