import type { Prefers } from './graph/chain.js'
import type { Intake } from './intake/intake.js'
import type { InForce } from './lists/in-force.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { Parties } from './parties/parties.js'
import { findOwned, type OwnershipFound } from './verdicts/owned.js'
import { ownershipProblems, regimesAsked } from './verdicts/ownership-problems.js'
import type { ListedStanding } from './verdicts/standing.js'

/** Who is owned by listed parties on the day, and what is odd about the stakes. */
export function ownershipOf(
  { links, relationDetails, placeOf }: Intake,
  parties: Parties,
  standing: ListedStanding,
  { inForce, options, day, prefers }: { inForce: InForce; options: ScreenOptions; day: number; prefers: Prefers },
): { readonly found: OwnershipFound; readonly problems: readonly Problem[] } {
  const asked = regimesAsked(options.ownership, new Set(inForce.entries.map((entry) => entry.regime)))
  const { asOf, spread } = options
  const found = findOwned({
    links,
    details: relationDetails,
    partyCount: parties.count,
    standing,
    regimes: asked.regimes,
    asOf,
    day,
    spread,
    prefers,
  })
  return { found, problems: [...asked.problems, ...ownershipProblems(found, { links, parties, placeOf })] }
}
