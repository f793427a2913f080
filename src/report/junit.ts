import type { Problem } from '../model/problem.js'
import type { Finding, Input, FlowingReport, WaivedFinding } from '../model/report.js'
import { chainText } from './chain-text.js'
import { meaning } from './meaning.js'
import type { Screened, ScreenedParty } from '../model/screened.js'
import { counted, KIND_BADGE } from './wording.js'
import { xmlAttributes, xmlText } from './xml-text.js'

/** What makes one test case: a party with what was found on it. */
interface PartyCase {
  readonly party: ScreenedParty
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
  /** As in the report that this one is held against. */
  readonly standing: readonly Finding[]
}

function evidenceText(finding: Finding): string[] {
  return finding.chain.flatMap((step, at) =>
    step.evidence.map((one) => {
      const said = [one.kind, one.id, one.date, one.amount, one.currency, one.goods].filter(
        (part) => part !== undefined,
      )
      return `  ${at + 1}. ${said.join(' ')} (${one.file}:${one.line})`
    }),
  )
}

function failureText(finding: Finding): string {
  const head = `${KIND_BADGE[finding.kind]} ${finding.confidence}, ${counted(finding.hops, 'hop')} (${finding.id})`
  const lines = [head, chainText(finding.chain), ...evidenceText(finding), finding.reason]
  // Line by line, since a line break in a name must not pass for one of ours.
  return lines
    .filter((line) => line !== '')
    .map(xmlText)
    .join('\n')
}

function waivedText({ reason, decision }: WaivedFinding): string {
  const who = decision.by === undefined ? '' : ` by ${decision.by}`
  return `waived${who} until ${decision.expires}: ${decision.reason} (${reason})`
}

/** Why a party with findings is no failure; nobody of whom something was found passes. */
function skippedText({ waived, standing }: PartyCase): string {
  return [...waived.map(waivedText), ...standing.map((finding) => `stands as before: ${finding.reason}`)].join('; ')
}

function partyCase(one: PartyCase): string {
  const { party, findings } = one
  const name = party.id === party.name ? party.name : `${party.name} (${party.id})`
  const open = `    <testcase${xmlAttributes({ name, classname: 'hopscreen.parties', time: 0 })}`
  const [gravest] = findings
  if (gravest !== undefined) {
    const attributes = xmlAttributes({ type: gravest.kind, message: gravest.reason })
    return `${open}>\n      <failure${attributes}>${findings.map(failureText).join('\n\n')}</failure>\n    </testcase>\n`
  }
  const message = skippedText(one)
  if (message === '') return `${open}/>\n`
  // As its text: the schema of Jenkins gives it no attribute, and readers of the attribute take the text where there is none.
  return `${open}>\n      <skipped>${xmlText(message)}</skipped>\n    </testcase>\n`
}

function byParty<T extends Finding>(findings: Iterable<T>): Map<string, T[]> {
  const parties = new Map<string, T[]>()
  for (const finding of findings) {
    const its = parties.get(finding.party.id)
    if (its === undefined) parties.set(finding.party.id, [finding])
    else its.push(finding)
  }
  return parties
}

function problemText(problem: Problem): string {
  const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':')
  const column = problem.column === undefined ? '' : `column "${problem.column}": `
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`
  return xmlText(`${place === '' ? '' : `${place}: `}${column}${problem.message}${hint}`)
}

interface InputCase {
  readonly name: string
  readonly errors: readonly Problem[]
}

const ofFile = (input: Input) => `${input.role} ${input.path}`

/** A case for each file that was read, and one for what belongs to none of them: what was not read is an error of its case. */
function inputCases({ inputs, problems }: FlowingReport): readonly InputCase[] {
  const errors = problems.filter((problem) => problem.severity === 'error')
  const paths = new Set(inputs.map((input) => input.path))
  const others = errors.filter(({ file }) => file === undefined || !paths.has(file))
  return [
    ...inputs.map((input) => ({ name: ofFile(input), errors: errors.filter(({ file }) => file === input.path) })),
    ...(others.length === 0 ? [] : [{ name: 'screening', errors: others }]),
  ]
}

function inputCase({ name, errors }: InputCase): string {
  const open = `    <testcase${xmlAttributes({ name, classname: 'hopscreen.inputs', time: 0 })}`
  const [first] = errors
  if (first === undefined) return `${open}/>\n`
  const attributes = xmlAttributes({
    type: first.code,
    message: `${counted(errors.length, 'error')}: ${first.message}`,
  })
  return `${open}>\n      <error${attributes}>${errors.map(problemText).join('\n')}</error>\n    </testcase>\n`
}

interface Counts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

function openSuite(report: FlowingReport, id: number, name: string, { skipped, ...counts }: Readonly<Counts>): string {
  const timestamp = `${report.asOf}T00:00:00`
  const always = { id, name, package: 'hopscreen', timestamp, hostname: 'localhost', ...counts, time: 0 }
  // The schema of Ant does not know cases that were skipped, so that only a suite that has some speaks of them.
  const attributes = skipped === 0 ? always : { ...always, skipped }
  return `  <testsuite${xmlAttributes(attributes)}>\n`
}

function properties(report: FlowingReport): string {
  const facts: readonly (readonly [string, string])[] = [
    ['tool', `${report.tool.name} ${report.tool.version}`],
    ['asOf', report.asOf],
    ['complete', String(report.complete)],
    ['hops', String(report.options.hops)],
    ['minScore', String(report.options.minScore)],
    ['confirmScore', String(report.options.confirmScore)],
  ]
  const each = facts.map(([name, value]) => `      <property${xmlAttributes({ name, value })}/>\n`)
  return `    <properties>\n${each.join('')}    </properties>\n`
}

function closeSuite(out: string, error: string): string {
  return `    <system-out>${out}</system-out>\n    <system-err>${error}</system-err>\n  </testsuite>\n`
}

/** Parties that a finding names and that are not among those given. */
function* cases(report: FlowingReport, screened: Screened | undefined): Generator<PartyCase> {
  const found = byParty(report.findings)
  const waived = byParty(report.waived)
  const standing = byParty(report.baseline?.standing ?? [])
  const seen = new Set<string>()
  const named = [...report.findings, ...report.waived, ...(report.baseline?.standing ?? [])].map(({ party }) => party)
  for (const parties of [screened ?? [], named]) {
    for (const party of parties) {
      const mentioned = found.has(party.id) || waived.has(party.id) || standing.has(party.id)
      if (mentioned && seen.has(party.id)) continue
      if (mentioned) seen.add(party.id)
      const its = { waived: waived.get(party.id) ?? [], standing: standing.get(party.id) ?? [] }
      yield { party, findings: found.get(party.id) ?? [], ...its }
    }
  }
}

function countCases(report: FlowingReport, screened: Screened | undefined): Counts {
  const counts: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 }
  for (const { findings, waived, standing } of cases(report, screened)) {
    counts.tests += 1
    if (findings.length > 0) counts.failures += 1
    else if (waived.length + standing.length > 0) counts.skipped += 1
  }
  return counts
}

/**
 * The report as JUnit XML, as CI servers read it: a test case for each screened party, a failure with the chains where
 * something was found, and a case for each file, an error where it could not be read.
 *
 * @param screened every party that was screened; without them the clear ones are not shown, and that is said.
 */
export function* renderJunit(report: FlowingReport, screened?: Screened): Generator<string> {
  const parties = countCases(report, screened)
  const inputs = inputCases(report)
  const errors = inputs.filter((input) => input.errors.length > 0).length
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  // Without attributes, which the schema of Ant does not know; the suites hold the counts.
  yield '<testsuites>\n'
  yield openSuite(report, 0, 'parties', parties)
  yield properties(report)
  for (const one of cases(report, screened)) yield partyCase(one)
  const without = 'Parties that are clear are not among the test cases of this report. '
  yield closeSuite(xmlText(`${screened === undefined ? without : ''}${meaning(report).join(' ')}`), '')
  yield openSuite(report, 1, 'inputs', { tests: inputs.length, failures: 0, errors, skipped: 0 })
  yield properties(report)
  for (const one of inputs) yield inputCase(one)
  const warnings = report.problems.filter((problem) => problem.severity === 'warning')
  yield closeSuite('', warnings.map(problemText).join('\n'))
  yield '</testsuites>\n'
}
