import type { Finding } from '../model/report.js'
import { findingBlock, findingHeading, recordLines } from './finding-block.js'
import type { ListDays } from './list-days.js'
import { BLANK, line, prose } from './line.js'
import type { Line } from './line.js'
import type { Look } from './look.js'
import { matchLines } from './match-lines.js'
import type { TargetGroup } from './target-group.js'
import { counted, identity } from './wording.js'

const MARK = '■ '

function heading(group: TargetGroup): Line {
  if (group.own !== undefined) return findingHeading(group.own, 0, MARK)
  const text = group.owned
    ? 'OWNED, by whom its own finding says; matches of its owner:'
    : 'the party that these findings lead to'
  return line(0, [
    { text: `${MARK}${group.party.name}`, tone: 'strong' },
    { text: identity(group.party), tone: 'faint' },
    { text, tone: 'faint' },
  ])
}

function wouldExpose(finding: Finding): Line[] {
  if (finding.wouldExpose === undefined) return []
  const others = counted(finding.wouldExpose, 'more party', 'more parties')
  return [prose(2, `If it is the listed party, ${others} would be flagged (--spread possible shows which).`, 'caution')]
}

function ownLines(finding: Finding | undefined, look: Look): Line[] {
  if (finding === undefined) return []
  return [prose(2, finding.reason), ...wouldExpose(finding), ...recordLines(finding.party, 2, look)]
}

function* byHops(findings: Iterable<Finding>, look: Look): Generator<Line> {
  let hops: number | undefined
  for (const finding of findings) {
    yield BLANK
    if (finding.hops !== hops) yield line(2, [{ text: counted(finding.hops, 'hop') }])
    hops = finding.hops
    yield* findingBlock(finding, look)
  }
}

/** A target with what the lists say of it, then the findings that lead to it, nearest first. */
export function* targetBlock(group: TargetGroup, days: ListDays, look: Look): Generator<Line> {
  yield heading(group)
  for (const match of group.matches) yield* matchLines(match, days, look, 2)
  yield* ownLines(group.own, look)
  yield* byHops(group.findings, look)
}
