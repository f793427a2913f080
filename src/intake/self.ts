import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import type { Parties } from '../parties/parties.js'
import type { Intake } from './intake.js'

/** Whether `--self` names one party that the records know: a slip of the pen there would walk through the user's own company. */
export function doubtsAboutSelf(
  { self, links }: Intake,
  parties: Parties,
  partyOfEnd: Int32Array,
  options: ScreenOptions,
): readonly Problem[] {
  if (self === undefined) return []
  const named = JSON.stringify(options.self)
  const party = partyOfEnd[self] ?? -1
  if (party < 0) {
    const message = `--self: expected one party, got ${named}, which fits two parties that contradict each other`
    return [{ severity: 'error', code: 'self-fits-two', message, hint: 'name your company by its id' }]
  }
  if (parties.recordsOf(party).length > 0 || hasLink(links, party)) return []
  const message = `--self: no record and no link names ${named}, so nobody was taken for your own company`
  return [
    { severity: 'warning', code: 'self-unknown', message, hint: 'name your company as the records do, or by its id' },
  ]
}

function hasLink({ count, from, to }: Intake['links'], party: number): boolean {
  for (let link = 0; link < count; link++) if (from[link] === party || to[link] === party) return true
  return false
}
