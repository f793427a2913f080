import type { Finding, ReportedParty } from '../model/report.js'
import { chainParts } from './chain-text.js'
import { chainEvidenceLines, handledLines, stakeLines } from './evidence-lines.js'
import { gravity } from './gravity.js'
import { dotted, line, prose } from './line.js'
import type { Line, Span } from './line.js'
import type { Look } from './look.js'
import { AFTER_DESIGNATION_TEXT, counted, identity, KIND_BADGE, listed, roleText } from './wording.js'

const RECORDS_SHOWN = 5

/** Name, id and country, badge, confidence and the finding's own id. */
export function findingHeading(finding: Finding, indent: number, mark = ''): Line {
  const badge = `${KIND_BADGE[finding.kind]} ${roleText(finding)}`.trimEnd()
  const possible = finding.confidence === 'possible'
  const about: Span[] = [
    { text: badge, tone: gravity(finding) },
    { text: finding.confidence, tone: possible ? 'caution' : undefined },
    { text: finding.id, tone: 'faint' },
  ]
  const name: Span = { text: `${mark}${finding.party.name}`, tone: 'strong' }
  const known = identity(finding.party)
  if (known === '') return line(indent, dotted([name, ...about]))
  return line(indent, [name, ...dotted([{ text: known, tone: 'faint' }, ...about])])
}

/** The records behind a party, where there are several or all was asked for. */
export function recordLines(party: ReportedParty, indent: number, look: Look): Line[] {
  if (look.quiet || (party.records.length < 2 && !look.verbose) || party.records.length === 0) return []
  const shown = look.verbose ? party.records : party.records.slice(0, RECORDS_SHOWN)
  const told = shown.map((record) => `"${record.name}" (${record.file}:${record.line})`)
  const more = party.records.length - shown.length
  const all = more === 0 ? told : [...told, counted(more, 'more record')]
  return [line(indent, [{ text: `Recorded as ${listed(all)}.`, tone: 'faint', flows: true }], indent)]
}

export function chainLine(finding: Pick<Finding, 'chain'>, indent: number): Line[] {
  if (finding.chain.length === 0) return []
  return [
    line(
      indent,
      chainParts(finding.chain).map((text) => ({ text })),
    ),
  ]
}

function afterDesignation(finding: Finding): string {
  return finding.chain.length === 0 ? '' : AFTER_DESIGNATION_TEXT[finding.afterDesignation]
}

/** One finding: who, how near, by which chain, on what evidence, and what to make of it. */
export function findingBlock(finding: Finding, look: Look, indent = 4): Line[] {
  const inner = indent + 2
  return [
    findingHeading(finding, indent),
    ...chainLine(finding, inner),
    ...chainEvidenceLines(finding.chain, inner + 2, look.verbose),
    ...handledLines(finding, inner, look.verbose),
    ...stakeLines(finding, inner, look.verbose),
    prose(inner, `${finding.reason} ${afterDesignation(finding)}`.trimEnd()),
    ...recordLines(finding.party, inner, look),
  ]
}
