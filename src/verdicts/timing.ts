import type { Links } from '../graph/links.js'
import type { Designation } from '../lists/in-force.js'
import type { AfterDesignation } from '../model/report.js'
import { afterDesignation } from './designation.js'
import type { Draft } from './draft.js'

/**
 * Whether a leg of the draft's chain, or a link that it handled, is dated on or after the designation of its target.
 *
 * @param since from when the target is one.
 */
export function timing({ chain, handled }: Draft, links: Links, since: Designation): AfterDesignation {
  const steps = chain.map((step) => step.links)
  return afterDesignation(handled === undefined ? steps : [...steps, handled], links, since)
}
