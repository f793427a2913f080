import type { DecidedMatch, FlowingReport, WaivedFinding } from '../model/report.js'
import { findingHeading } from './finding-block.js'
import { BLANK, line } from './line.js'
import type { Line } from './line.js'

function decisionLine({ target, decision }: WaivedFinding): Line {
  const by = decision.by === undefined ? '' : ` by ${decision.by}`
  const text = `Target ${target.party.name}. Waived${by} until ${decision.expires}: ${decision.reason}`
  return line(4, [{ text, flows: true }], 4)
}

function decidedLine({ decision, party, list, entryId, entryName, reason, by, expires }: DecidedMatch): Line {
  const is = decision === 'same' ? 'is' : 'is not'
  const who = by === undefined ? '' : ` Decided by ${by}.`
  const until = expires === undefined ? '' : ` Until ${expires}.`
  const why = reason === undefined ? '' : ` ${reason}`
  return line(
    2,
    [{ text: `${party.name} ${is} ${entryName}, entry ${entryId} of ${list}.${who}${until}${why}`, flows: true }],
    4,
  )
}

/** Matches that an analyst confirmed or took away before anything was walked. */
export function decidedLines({ decided = [] }: FlowingReport): Line[] {
  if (decided.length === 0) return []
  return [BLANK, line(0, [{ text: 'Matches decided on', tone: 'strong' }]), ...decided.map(decidedLine)]
}

/** What a decision waives: it counts for no exit code, and is still said. */
export function waivedLines(report: FlowingReport): Line[] {
  if (report.waived.length === 0) return []
  return [
    BLANK,
    line(0, [{ text: 'Waived by decision', tone: 'strong' }]),
    ...report.waived.flatMap((waived) => [findingHeading(waived, 2), decisionLine(waived)]),
  ]
}
