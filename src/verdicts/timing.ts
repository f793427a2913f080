import { kindOf, type Links } from '../graph/links.js'
import type { Designation } from '../lists/in-force.js'
import type { AfterDesignation } from '../model/report.js'
import { afterDesignation, type Leg } from './designation.js'
import type { Draft } from './draft.js'

/**
 * Whether a leg of the draft's chain, or a link that it handled, is dated on or after the designation of its target.
 *
 * @param since from when the target is one.
 */
export function timing({ chain, handled }: Draft, links: Links, since: Designation): AfterDesignation {
  const leg = (link: number): Leg => ({
    kind: kindOf(links, link),
    first: links.first[link] ?? 0,
    last: links.last[link] ?? 0,
  })
  const steps = chain.map((step) => step.links.map(leg))
  if (handled !== undefined) steps.push(handled.map(leg))
  return afterDesignation(steps, since)
}
