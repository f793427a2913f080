import { buildGraph } from '../graph/adjacency.js'
import { LEFT_OUT, type Links } from '../graph/links.js'
import type { VerdictChange } from '../model/explanation.js'
import type { ScreenOptions } from '../model/options.js'
import type { Parties } from '../parties/parties.js'
import { sayLinks } from '../verdicts/reason.js'
import type { DraftStep } from '../verdicts/draft.js'
import { reach, type Reached, type ReachRequest } from './further-targets.js'

/** What each step of the chain, and the match of its target, does to the verdict: what the party would be without it. */
export function verdictChanges(
  request: ReachRequest,
  parties: Parties,
  party: number,
  reached: Reached,
  sources: readonly number[],
  options: ScreenOptions,
): readonly VerdictChange[] {
  const name = parties.nameOf(party)
  const becomes = (now: Reached | undefined): string => {
    if (now === undefined) return `${name} is no longer flagged`
    const target = parties.nameOf(now.target)
    if (now.hops !== reached.hops) return `${name} is ${now.hops} hops from ${target}`
    return `${name} stays at ${now.hops} ${now.hops === 1 ? 'hop' : 'hops'}, from ${target}, by another chain`
  }
  const steps = reached.chain.map((step) => ({
    change: `Without ${sayLinks(step.links.length, step.kind)} between ${parties.nameOf(step.from)} and ${parties.nameOf(step.to)}`,
    becomes: becomes(reach(without(request, step, options), party, sources, options.hops - 1)),
  }))
  const others = sources.filter((source) => source !== reached.target)
  const match = {
    change: `If ${parties.nameOf(reached.target)} were not the listed party`,
    becomes: becomes(reach(request, party, others, options.hops - 1)),
  }
  return [...steps, match]
}

/** The same graph without the links of a step. */
function without(request: ReachRequest, step: DraftStep, { kinds }: ScreenOptions): ReachRequest {
  const { links, partyCount } = request.graph
  const flags = Uint8Array.from(links.flags)
  for (const link of step.links) flags[link] = (flags[link] ?? 0) | LEFT_OUT
  const fewer: Links = { ...links, flags }
  return { ...request, graph: buildGraph(fewer, partyCount, kinds) }
}
