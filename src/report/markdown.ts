import type { Change, Stand } from '../model/baseline.js'
import type { Evidence, Finding, Match, FlowingReport, WaivedFinding } from '../model/report.js'
import { chainText } from './chain-text.js'
import { listDays, type ListDays } from './list-days.js'
import { markdownCode as code, markdownHtml as html, markdownText as text } from './markdown-text.js'
import { meaning } from './meaning.js'
import { groupProblems } from './problem-groups.js'
import { sinceText } from './since-lines.js'
import { groupByTarget, type TargetGroup } from './target-group.js'
import { verdictLines } from './verdict-lines.js'
import {
  AFTER_DESIGNATION_TEXT,
  counted,
  identity,
  KIND_BADGE,
  LIST_KIND_TEXT,
  roleText,
  scoreText,
} from './wording.js'

/** Where many documents prove a chain, a reviewer needs some of them and to know how many there are. */
const MOST_EVIDENCE = 20
const MOST_PROBLEMS = 50

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function verdict(report: FlowingReport): string {
  const lines = verdictLines(report).map(({ spans: [badge, said] }) => {
    return `**${text(badge?.text ?? '')}** ${text(said?.text ?? '')}`
  })
  return `${lines.join('  \n')}\n`
}

function matchLine(match: Match, days: ListDays): string {
  const day = days(match.list)
  const since = match.listedOn ?? (day === undefined ? 'no date of listing' : `on the list of ${day}`)
  const facts = [
    `${text(match.list)}, ${LIST_KIND_TEXT[match.listKind]}`,
    `entry ${code(match.entryId)} ${text(match.entryName)}`,
    text(match.programs.join(', ')),
    match.listedOn === undefined ? text(since) : `listed ${text(since)}`,
    `${match.confidence}, score ${scoreText(match.score)}`,
  ]
  const why = `${match.recordName} / ${match.matchedName}: ${match.explanation}`
  return `- ${facts.filter((fact) => fact !== '').join(' · ')}  \n  ${text(why)}\n`
}

/** Folded: whoever doubts a match needs them, and nobody else. */
function hitQuestions({ list, entryId, questions }: Match): string {
  if (questions === undefined || questions.length === 0) return ''
  const each = questions.map(({ number, question, answer, says, missing }) => {
    const lacks = missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}.`
    return `${number}. ${text(question)} **${answer}**: ${text(`${says}.${lacks}`)}\n`
  })
  return `<details><summary>Is ${html(list)} ${html(entryId)} a true hit?</summary>\n\n${each.join('')}\n</details>\n\n`
}

function evidenceRow(step: string, evidence: Evidence): string {
  const amount = [evidence.amount, evidence.currency].filter((part) => part !== undefined).join(' ')
  const percent = evidence.percent === undefined ? '' : `${evidence.percent} %`
  return row([
    step,
    text(evidence.kind),
    text(evidence.date ?? 'no date'),
    text(amount === '' ? percent : amount),
    text(evidence.goods ?? ''),
    evidence.id === undefined ? '' : code(evidence.id),
    code(`${evidence.file}:${evidence.line}`),
  ])
}

function evidenceTable(finding: Finding): string {
  const rows = [
    ...finding.chain.flatMap((step, at) => step.evidence.map((one) => [String(at + 1), one] as const)),
    ...(finding.handled ?? []).map((one) => ['handled', one] as const),
    ...(finding.stakes ?? []).flatMap((stake) => stake.evidence.map((one) => ['stake', one] as const)),
  ]
  if (rows.length === 0) return ''
  const shown = rows.slice(0, MOST_EVIDENCE).map(([step, evidence]) => evidenceRow(step, evidence))
  const more = rows.length - shown.length
  const rest =
    more === 0 ? '' : `\n… and ${counted(more, 'more piece', 'more pieces')} of evidence in the JSON report.\n`
  const header = row(['step', 'kind', 'date', 'amount', 'goods', 'document', 'place'])
  return `\n${header}${row(Array.from({ length: 7 }, () => '---'))}${shown.join('')}${rest}`
}

function details(finding: Finding): string {
  const records = finding.party.records.map(
    (record) => `- ${text(record.name)} ${code(`${record.file}:${record.line}`)}\n`,
  )
  const timing = finding.chain.length === 0 ? '' : `\n${AFTER_DESIGNATION_TEXT[finding.afterDesignation]}\n`
  const badge = `${KIND_BADGE[finding.kind]} ${roleText(finding)}`.trimEnd()
  const hops = finding.hops === 0 ? '' : `, ${counted(finding.hops, 'hop')}`
  const summary = `<b>${badge}</b>${hops}, ${finding.confidence}: ${html(finding.party.name)} ${html(finding.id)}`
  return [
    `<details><summary>${summary}</summary>\n\n`,
    finding.chain.length === 0 ? '' : `${code(chainText(finding.chain))}\n\n`,
    `${text(finding.reason)}\n`,
    timing,
    evidenceTable(finding),
    records.length === 0 ? '' : `\nRecorded as:\n\n${records.join('')}`,
    '\n</details>\n\n',
  ].join('')
}

function* target(group: TargetGroup, days: ListDays): Generator<string> {
  yield `## ${text(`${group.party.name} ${identity(group.party)}`.trimEnd())}\n\n`
  for (const match of group.matches) yield matchLine(match, days)
  yield '\n'
  for (const match of group.matches) yield hitQuestions(match)
  if (group.own !== undefined) yield details(group.own)
  for (const finding of group.findings) yield details(finding)
}

function waivedLine({ id, party, target: to, decision }: WaivedFinding): string {
  const by = decision.by === undefined ? '' : ` by ${decision.by}`
  const said = `waived${by} until ${decision.expires}: ${decision.reason}`
  return `- ${text(party.name)} (${code(id)}, target ${text(to.party.name)}) ${text(said)}\n`
}

function* problems(report: FlowingReport): Generator<string> {
  const groups = groupProblems(report.problems)
  if (groups.length === 0) return
  yield '## What could not be read, or needs a look\n\n'
  for (const { first, count } of groups.slice(0, MOST_PROBLEMS)) {
    const place =
      first.file === undefined
        ? ''
        : `${code([first.file, first.line].filter((part) => part !== undefined).join(':'))} `
    const more = count === 1 ? '' : ` (and ${String(count - 1)} more of this kind)`
    yield `- **${first.severity}** ${place}${text(first.message)}${more}\n`
  }
  if (groups.length > MOST_PROBLEMS) yield `- … and ${counted(groups.length - MOST_PROBLEMS, 'more kind')} of problem\n`
  yield '\n'
}

function* read(report: FlowingReport): Generator<string> {
  yield '<details><summary>What was read, and what "not flagged" means</summary>\n\n'
  yield `${row(['file', 'what', 'rows', 'rejected', 'degraded', 'day', 'SHA-256'])}${row(Array.from({ length: 7 }, () => '---'))}`
  for (const input of report.inputs) {
    const what = text(input.list ?? input.role)
    const hash = input.sha256 === '' ? '' : code(input.sha256)
    const counts = [input.rows, input.rejected, input.degraded].map(String)
    yield row([code(input.path), what, ...counts, text(input.publishedOn ?? ''), hash])
  }
  yield `\n${meaning(report).map(text).join(' ')}\n\n`
  yield `${text(`${report.tool.name} ${report.tool.version}, as of ${report.asOf}`)}\n\n</details>\n`
}

function changeLine(change: Change): string {
  const stand = (one: Stand | undefined) => (one === undefined ? '' : `${counted(one.hops, 'hop')}, ${one.confidence}`)
  const stood = change.was === undefined ? '' : `${change.now === undefined ? '' : ', '}was ${stand(change.was)}`
  const said = `${change.party.name} ${KIND_BADGE[change.kind]} ${stand(change.now)}${stood}: ${change.why.join('; ')}`
  return `- **${change.change}** ${text(said)}\n`
}

function changes({ baseline }: FlowingReport): string {
  if (baseline === undefined) return ''
  return `${text(sinceText(baseline))}\n\n${baseline.changes.map(changeLine).join('')}\n`
}

/** The report for a merge request: the verdict in a line, findings by target with their details folded, what was read. */
export function* renderMarkdown(report: FlowingReport): Generator<string> {
  yield `${verdict(report)}\n${changes(report)}`
  const days = listDays(report.inputs)
  for (const group of groupByTarget(report.findings)) yield* target(group, days)
  if (report.waived.length > 0) yield `## Waived by decision\n\n${report.waived.map(waivedLine).join('')}\n`
  if (report.signals.length > 0) {
    const said = report.signals.map((signal) => {
      const about = [signal.party, signal.link].filter((part) => part !== undefined).join(', ')
      return `- **${text(signal.code)}** (${signal.state}) ${text(`${about} ${signal.message}`.trim())}\n`
    })
    yield `## Signals\n\n${said.join('')}\n`
  }
  yield* problems(report)
  yield* read(report)
}
