import { createRecent } from '../model/recent.js'
import type { Evidence, Finding, FlowingReport, Match, Step } from '../model/report.js'
import { createTails } from '../model/tails.js'
import { chainText } from './chain-text.js'
import type { Piece } from './gather.js'
import { csvCell } from './sanitise.js'
import { written } from './sheet.js'

type Cell = string | number | undefined

function evidenceText(evidence: Evidence): string {
  const amount = [evidence.amount, evidence.currency].filter((part) => part !== undefined).join(' ')
  const percent = evidence.percent === undefined ? undefined : `${evidence.percent} %`
  const said = [evidence.kind, evidence.id, evidence.date, amount, percent, evidence.goods]
  const place = `(${evidence.file}:${evidence.line})`
  return `${said.filter((part) => part !== undefined && part !== '').join(', ')} ${place}`
}

type Target = Finding['target']

// The columns about matches hold a value a match, in one order, so that list, entry and day stay side by side.
function ofMatches({ matches }: Target, tell: (match: Match) => string): string {
  return matches.map(tell).join('; ')
}

function stakeText(finding: Finding): string {
  const stakes = finding.stakes ?? []
  return stakes.map((stake) => `${stake.owner}: ${stake.percent ?? 'unknown'} % ${stake.basis}`).join('; ')
}

function bestScore({ matches }: Target): number | undefined {
  const scores = matches.map((match) => match.score)
  return scores.length === 0 ? undefined : Math.max(...scores)
}

type Columns<T> = readonly (readonly [string, (told: T) => Cell])[]

const OF_PARTY: Columns<Finding> = [
  ['id', (finding) => finding.id],
  ['kind', (finding) => finding.kind],
  ['hops', (finding) => finding.hops],
  ['side', (finding) => finding.side],
  ['confidence', (finding) => finding.confidence],
  ['party_id', (finding) => finding.party.id],
  ['party_name', (finding) => finding.party.name],
  ['country', (finding) => finding.party.country],
]

const OF_TARGET: Columns<Target> = [
  ['target_id', (target) => target.party.id],
  ['target_name', (target) => target.party.name],
  ['lists', (target) => ofMatches(target, (match) => match.list)],
  ['entry_ids', (target) => ofMatches(target, (match) => match.entryId)],
  ['entry_names', (target) => ofMatches(target, (match) => match.entryName)],
  ['programs', (target) => ofMatches(target, (match) => match.programs.join(', '))],
  ['listed_on', (target) => ofMatches(target, (match) => match.listedOn ?? '')],
  ['score', bestScore],
]

/** @param evidence that of the finding as text. */
function columnsOfVerdict(evidence: (finding: Finding) => string): Columns<Finding> {
  return [
    ['regimes', (finding) => finding.regimes?.join('; ')],
    ['stakes', stakeText],
    ['would_expose', (finding) => finding.wouldExpose],
    ['after_designation', (finding) => finding.afterDesignation],
    ['chain', (finding) => chainText(finding.chain)],
    ['evidence', evidence],
    ['reason', (finding) => finding.reason],
  ]
}

function cellText(cell: Cell): string {
  return typeof cell === 'string' ? csvCell(cell) : (cell?.toString() ?? '')
}

function rowOf<T>(columns: Columns<T>): (told: T) => string {
  return (told) => columns.map(([, tell]) => cellText(tell(told))).join(',')
}

/** Characters of what findings share that are remembered. */
const REMEMBERED = 1 << 22

/** The steps after the first others have as well, and their texts are made once as long as they are remembered. */
function createEvidenceText(): (finding: Finding) => string {
  const allOf = (evidence: readonly Evidence[]): string => evidence.map(evidenceText).join('; ')
  const remembered = createTails<Step, string>(REMEMBERED, (text) => text.length)
  return ({ handled, stakes, chain }) => {
    const [first] = chain
    const texts = [allOf(handled ?? []), ...(stakes ?? []).map((stake) => allOf(stake.evidence))]
    if (first !== undefined) texts.push(allOf(first.evidence))
    let rest = remembered(chain, 1, (step) => allOf(step.evidence))
    for (; rest !== undefined; rest = rest.next) texts.push(rest.made)
    return texts.filter((text) => text !== '').join('; ')
  }
}

/** Many findings have one target. */
function createTargetText(): (target: Target) => string {
  const write = rowOf(OF_TARGET)
  const made = createRecent<Target, string>(REMEMBERED, (text) => text.length)
  return (target) => {
    const known = made.get(target)
    if (known !== undefined) return known
    const text = write(target)
    made.set(target, text)
    return text
  }
}

/** A header and one finding a row (RFC 4180, but for its line feeds). */
export function* renderCsv(report: FlowingReport): Generator<Piece> {
  const ofVerdict = columnsOfVerdict(createEvidenceText())
  const [party, target, verdict] = [rowOf(OF_PARTY), createTargetText(), rowOf(ofVerdict)]
  yield `${[...OF_PARTY, ...OF_TARGET, ...ofVerdict].map(([name]) => name).join(',')}\n`
  yield* written(report.findings, (finding: Finding, sheet) => {
    sheet.text(`${party(finding)},${target(finding.target)},${verdict(finding)}\n`)
  })
}
