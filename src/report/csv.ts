import type { Evidence, Finding, Match, FlowingReport } from '../model/report.js'
import { chainText } from './chain-text.js'
import { csvCell } from './sanitise.js'

type Cell = string | number | undefined

function evidenceText(evidence: Evidence): string {
  const amount = [evidence.amount, evidence.currency].filter((part) => part !== undefined).join(' ')
  const percent = evidence.percent === undefined ? undefined : `${evidence.percent} %`
  const said = [evidence.kind, evidence.id, evidence.date, amount, percent, evidence.goods]
  const place = `(${evidence.file}:${evidence.line})`
  return `${said.filter((part) => part !== undefined && part !== '').join(', ')} ${place}`
}

function allEvidence(finding: Finding): string {
  const pieces = [
    ...(finding.handled ?? []),
    ...(finding.stakes ?? []).flatMap((stake) => stake.evidence),
    ...finding.chain.flatMap((step) => step.evidence),
  ]
  return pieces.map(evidenceText).join('; ')
}

// The columns about matches hold a value a match, in one order, so that list, entry and day stay side by side.
function ofMatches(finding: Finding, tell: (match: Match) => string): string {
  return finding.target.matches.map(tell).join('; ')
}

function stakeText(finding: Finding): string {
  const stakes = finding.stakes ?? []
  return stakes.map((stake) => `${stake.owner}: ${stake.percent ?? 'unknown'} % ${stake.basis}`).join('; ')
}

function bestScore(finding: Finding): number | undefined {
  const scores = finding.target.matches.map((match) => match.score)
  return scores.length === 0 ? undefined : Math.max(...scores)
}

const COLUMNS: readonly (readonly [string, (finding: Finding) => Cell])[] = [
  ['id', (finding) => finding.id],
  ['kind', (finding) => finding.kind],
  ['hops', (finding) => finding.hops],
  ['side', (finding) => finding.side],
  ['confidence', (finding) => finding.confidence],
  ['party_id', (finding) => finding.party.id],
  ['party_name', (finding) => finding.party.name],
  ['country', (finding) => finding.party.country],
  ['target_id', (finding) => finding.target.party.id],
  ['target_name', (finding) => finding.target.party.name],
  ['lists', (finding) => ofMatches(finding, (match) => match.list)],
  ['entry_ids', (finding) => ofMatches(finding, (match) => match.entryId)],
  ['entry_names', (finding) => ofMatches(finding, (match) => match.entryName)],
  ['programs', (finding) => ofMatches(finding, (match) => match.programs.join(', '))],
  ['listed_on', (finding) => ofMatches(finding, (match) => match.listedOn ?? '')],
  ['score', bestScore],
  ['regimes', (finding) => finding.regimes?.join('; ')],
  ['stakes', stakeText],
  ['would_expose', (finding) => finding.wouldExpose],
  ['after_designation', (finding) => finding.afterDesignation],
  ['chain', (finding) => chainText(finding.chain)],
  ['evidence', allEvidence],
  ['reason', (finding) => finding.reason],
]

function cellText(cell: Cell): string {
  return typeof cell === 'string' ? csvCell(cell) : (cell?.toString() ?? '')
}

/** A header and one finding a row (RFC 4180, but for its line feeds). */
export function* renderCsv(report: FlowingReport): Generator<string> {
  yield `${COLUMNS.map(([name]) => name).join(',')}\n`
  for (const finding of report.findings) {
    yield `${COLUMNS.map(([, tell]) => cellText(tell(finding))).join(',')}\n`
  }
}
