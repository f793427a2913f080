import { kindOf } from '../graph/links.js'
import { compareCodePoints } from '../model/order.js'
import type { Step } from '../model/report.js'
import type { Draft } from './draft.js'
import type { FinishRequest } from './finish.js'
import { reasonExposed, reasonIntermediary, reasonListed, reasonRouted } from './reason.js'
import { reasonOwned } from './reason-owned.js'
import type { Target } from './targets.js'

/** The sentence of a finding, which a person can act on. */
export function reasonOf(
  draft: Draft,
  chain: readonly Step[],
  { matches, stands, name: target }: Target,
  { parties, links }: Pick<FinishRequest, 'parties' | 'links'>,
): string {
  const name = parties.nameOf(draft.party)
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
      const told = firstByContent(draft.handled ?? [], nearer, { parties, links })
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

/** The handled link at the nearer end that the sentence tells of: by content, since it must not depend on the order of rows. */
function firstByContent(
  handled: readonly number[],
  nearer: number,
  { parties, links }: Pick<FinishRequest, 'parties' | 'links'>,
): number {
  const text = (link: number): string =>
    JSON.stringify([links.kind[link], parties.idOf(links.from[link] ?? -1), parties.idOf(links.to[link] ?? -1)])
  const near = handled.filter((link) => links.from[link] === nearer || links.to[link] === nearer)
  return near.reduce((best, link) => (compareCodePoints(text(link), text(best)) < 0 ? link : best), near[0] ?? -1)
}
