import type { Problem } from '../model/problem.js'
import { FINDING_KINDS, type Evidence, type Finding, type FlowingReport, type WaivedFinding } from '../model/report.js'
import { arrow, chainText } from './chain-text.js'
import { meaning } from './meaning.js'
import { jsonSafe } from './sanitise.js'
import { mainPlace, sarifLocation, sarifText, sarifUri, type SarifPlace } from './sarif-place.js'
import { sarifLevel, sarifRules } from './sarif-rules.js'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json'
const json = (value: unknown) => jsonSafe(JSON.stringify(value))

/** Where many rows prove a step, code scanning takes the first of them. */
const MOST_OF_A_STEP = 10
/** GitHub shows no more related locations than these of a result. */
const MOST_RELATED = 100

function evidenceText(evidence: Evidence): string {
  const amount = [evidence.amount, evidence.currency].filter((part) => part !== undefined).join(' ')
  const percent = evidence.percent === undefined ? undefined : `${evidence.percent} %`
  const said = [evidence.kind, evidence.id, evidence.date, amount, percent, evidence.goods]
  return said.filter((part) => part !== undefined && part !== '').join(', ')
}

/** The chain as a flow: a place for each row that proves a step, from the flagged party to the target. */
function codeFlows(finding: Finding): object[] {
  const locations = finding.chain.flatMap((step, at) =>
    step.evidence.slice(0, MOST_OF_A_STEP).map((evidence) => ({
      location: sarifLocation({
        file: evidence.file,
        line: evidence.line,
        text: `${at + 1}. ${step.fromName} ${arrow(step)} ${step.toName}: ${evidenceText(evidence)}`,
      }),
      nestingLevel: at,
    })),
  )
  if (locations.length === 0) return []
  const text = sarifText(chainText(finding.chain))
  return [{ message: { text }, threadFlows: [{ locations }] }]
}

function related(finding: Finding): object[] {
  const places: SarifPlace[] = [
    ...(finding.handled ?? []).map((one) => ({ ...one, text: `handled: ${evidenceText(one)}` })),
    ...(finding.stakes ?? []).flatMap((stake) =>
      stake.evidence.map((one) => ({ ...one, text: `${stake.owner} holds ${stake.percent ?? 'an unknown'} %` })),
    ),
    ...finding.chain.flatMap((step) => step.evidence.map((one) => ({ ...one, text: evidenceText(one) }))),
    ...finding.party.records.map((one) => ({ ...one, text: `recorded as "${one.name}"` })),
  ]
  return places.slice(0, MOST_RELATED).map(({ file, line, text }, at) => {
    return sarifLocation(
      { file, ...(line === undefined ? {} : { line }), ...(text === undefined ? {} : { text }) },
      at + 1,
    )
  })
}

function matchProperties(finding: Finding): object[] {
  return finding.target.matches.map(({ list, entryId, entryName, programs, listedOn, score, confidence }) => {
    return {
      list,
      entryId,
      entryName: sarifText(entryName),
      programs,
      ...(listedOn === undefined ? {} : { listedOn }),
      score,
      confidence,
    }
  })
}

function result(finding: Finding): Record<string, unknown> {
  const place = mainPlace(finding)
  const flows = codeFlows(finding)
  return {
    ruleId: finding.kind,
    ruleIndex: FINDING_KINDS.indexOf(finding.kind),
    level: sarifLevel(finding),
    message: { text: sarifText(finding.reason) },
    // A location without a line would be shown nowhere: a party that only a finding names stands in no file.
    locations: place === undefined ? [] : [sarifLocation({ file: place.file, line: place.line ?? 1 })],
    ...(flows.length === 0 ? {} : { codeFlows: flows }),
    relatedLocations: related(finding),
    fingerprints: { 'hopscreenFinding/v1': finding.id },
    // By this one GitHub tells that an alert is the same in two runs; it would else be made of the text of the line.
    partialFingerprints: { primaryLocationLineHash: `${finding.id}:1` },
    properties: {
      party: sarifText(finding.party.name),
      partyId: sarifText(finding.party.id),
      target: sarifText(finding.target.party.name),
      hops: finding.hops,
      confidence: finding.confidence,
      afterDesignation: finding.afterDesignation,
      chain: sarifText(chainText(finding.chain)),
      matches: matchProperties(finding),
    },
  }
}

/** Against a baseline also what stands as before is told: code scanning takes an alert that is not told for one that was mended. */
function* results(report: FlowingReport): Generator<object> {
  const { baseline } = report
  if (baseline === undefined) {
    for (const finding of report.findings) yield result(finding)
    return
  }
  const fresh = new Set(baseline.changes.filter(({ change }) => change === 'new').map(({ id }) => id))
  for (const finding of report.findings) {
    yield { ...result(finding), baselineState: fresh.has(finding.id) ? 'new' : 'updated' }
  }
  for (const finding of baseline.standing) yield { ...result(finding), baselineState: 'unchanged' }
}

function waivedResult(finding: WaivedFinding): object {
  const { reason, by, expires } = finding.decision
  const who = by === undefined ? '' : ` by ${by}`
  const justification = sarifText(`Waived${who} until ${expires}: ${reason}`)
  return { ...result(finding), suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}

function notification(problem: Problem): object {
  const column = problem.column === undefined ? '' : `column "${problem.column}": `
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`
  const { file, line } = problem
  return {
    descriptor: { id: problem.code },
    level: problem.severity,
    message: { text: sarifText(`${column}${problem.message}${hint}`) },
    ...(file === undefined ? {} : { locations: [sarifLocation({ file, ...(line === undefined ? {} : { line }) })] }),
  }
}

function head(report: FlowingReport): string {
  const tool = {
    driver: {
      name: report.tool.name,
      version: report.tool.version,
      semanticVersion: report.tool.version,
      informationUri: 'https://www.npmjs.com/package/hopscreen',
      rules: sarifRules(),
    },
  }
  const invocation = {
    executionSuccessful: report.complete,
    toolExecutionNotifications: report.problems.map(notification),
    properties: {
      asOf: report.asOf,
      meaning: meaning(report).map(sarifText),
      options: report.options,
      summary: report.summary,
    },
  }
  const artifacts = report.inputs.map((input) => ({
    location: { uri: sarifUri(input.path) },
    roles: ['analysisTarget'],
    length: input.bytes,
    ...(input.sha256 === '' ? {} : { hashes: { 'sha-256': input.sha256 } }),
    properties: {
      role: input.role,
      rows: input.rows,
      rejected: input.rejected,
      degraded: input.degraded,
      ...(input.list === undefined ? {} : { list: sarifText(input.list) }),
      ...(input.publishedOn === undefined ? {} : { publishedOn: input.publishedOn }),
    },
  }))
  return [
    `{"$schema":${json(SCHEMA)},"version":"2.1.0","runs":[{"tool":${json(tool)},`,
    `"invocations":[${json(invocation)}],`,
    `"artifacts":${json(artifacts)},"columnKind":"utf16CodeUnits",`,
    `"results":[`,
  ].join('\n')
}

/** The report as a SARIF 2.1.0 log (OASIS, 2020), one result a line. */
export function* renderSarif(report: FlowingReport): Generator<string> {
  yield head(report)
  let before = '\n'
  for (const one of results(report)) {
    yield `${before}${json(one)}`
    before = ',\n'
  }
  for (const waived of report.waived) {
    yield `${before}${json(waivedResult(waived))}`
    before = ',\n'
  }
  yield '\n]}]}\n'
}
