import { FINDING_KINDS } from '../model/report.js'
import type { Since } from '../model/baseline.js'
import type { Problem } from '../model/problem.js'
import type { FlowingReport } from '../model/report.js'
import { line } from './line.js'
import type { Line, Tone } from './line.js'
import { counted, grouped, listed } from './wording.js'

const BADGE_COLUMNS = 'NOT COMPLETE'.length + 1

export function badgeLine(badge: string, tone: Tone, text: string): Line {
  const spans = [
    { text: badge, tone, pad: BADGE_COLUMNS },
    { text, flows: true },
  ]
  return line(0, spans, BADGE_COLUMNS + 1)
}

interface Flagged {
  readonly parties: number
  /** Findings that are only possible. */
  readonly doubted: number
}

/** What the findings are in all; they are gone through once. */
export function countFlagged({ findings }: Pick<FlowingReport, 'findings'>): Flagged {
  const parties = new Set<string>()
  let doubted = 0
  for (const { party, confidence } of findings) {
    parties.add(party.id)
    if (confidence === 'possible') doubted++
  }
  return { parties: parties.size, doubted }
}

function kinds(report: FlowingReport): string {
  const { findings } = report.summary
  return listed(FINDING_KINDS.filter((kind) => findings[kind] > 0).map((kind) => `${grouped(findings[kind])} ${kind}`))
}

function possible(count: number, all: number): string {
  if (count === 0) return ''
  if (count === all) return count === 1 ? ', only possible' : ', all of them only possible'
  return `, ${grouped(count)} of them only possible`
}

function hopsText(report: FlowingReport): string {
  const counts = Object.entries(report.summary.byHops).map(([hops, count]) => `${grouped(count)} at ${hops}`)
  return counts.length === 0 ? '' : ` By hops: ${listed(counts)}.`
}

/** Of whom a verdict speaks. With `--only` nothing is said of the others, who may be listed themselves. */
function reportedParties({ inputs, summary }: FlowingReport): string {
  const isChosen = inputs.some(({ role }) => role === 'only')
  return isChosen ? 'the parties asked for (--only)' : counted(summary.parties, 'party', 'parties')
}

function flagged(report: FlowingReport): Line {
  const { parties, doubted } = countFlagged(report)
  const { parties: all } = report.summary
  const of = parties <= all ? `${grouped(parties)} of ${reportedParties(report)}` : grouped(parties)
  const near = `${parties === 1 ? 'is' : 'are'} listed or close to a listed party (fewer than ${counted(report.options.hops, 'hop')})`
  const findings = report.findings.length
  const news = report.baseline === undefined ? '' : ', new or worse than before'
  const text = `${of} ${near}${news}: ${kinds(report)}${possible(doubted, findings)}.${hopsText(report)}`
  return badgeLine('FLAGGED', doubted < findings ? 'grave' : 'caution', text)
}

function unread(report: FlowingReport): string {
  const rejected = report.inputs.reduce((sum, input) => sum + input.rejected, 0)
  const degraded = report.options.strict ? report.inputs.reduce((sum, input) => sum + input.degraded, 0) : 0
  // A rejected row has its own error, and saying both would count it twice.
  const ofRows = (problem: Problem): boolean => rejected + degraded > 0 && problem.line !== undefined
  const errors = report.problems.filter((problem) => problem.severity === 'error' && !ofRows(problem)).length
  const parts = [
    rejected === 0 ? undefined : `${counted(rejected, 'row')} could not be used`,
    degraded === 0 ? undefined : `${counted(degraded, 'row')} had a value that could not be read`,
    errors === 0 ? undefined : counted(errors, rejected + degraded > 0 ? 'other error' : 'error'),
  ]
  return listed(parts.filter((part) => part !== undefined))
}

function incomplete(report: FlowingReport): Line {
  const why = unread(report)
  const text = `${why === '' ? 'Not all could be screened' : why}. What was not read or screened is not cleared by this report.`
  return badgeLine('NOT COMPLETE', 'grave', text)
}

/** Nothing that the baseline does not hold as well: that is not clear where something of it still stands. */
function nothingNew({ standing, asOf }: Since): Line {
  const parties = new Set(standing.map((finding) => finding.party.id)).size
  const text = `Nothing is new or worse since the report of ${asOf}. ${counted(standing.length, 'finding')} on ${counted(parties, 'party', 'parties')} still ${standing.length === 1 ? 'stands' : 'stand'}.`
  return badgeLine('NOTHING NEW', 'caution', text)
}

function clear(report: FlowingReport): Line {
  const { waived } = report.summary
  const others = waived === 0 ? '' : ` but for ${counted(waived, 'finding')} that a decision waives`
  const text = `None of ${reportedParties(report)} is listed or close to a listed party${others}.`
  return badgeLine(waived === 0 ? 'CLEAR' : 'NOTHING NEW', 'good', text)
}

// "Clear" is a word for a complete screening alone.
function nothingFound(report: FlowingReport): Line {
  if (report.baseline !== undefined && report.baseline.standing.length > 0) return nothingNew(report.baseline)
  if (report.complete) return clear(report)
  return badgeLine('NOTHING FOUND', 'caution', `in what could be read of ${reportedParties(report)}.`)
}

function complete(report: FlowingReport): Line {
  return badgeLine('COMPLETE', 'good', `All that was given was read and screened, as of ${report.asOf}.`)
}

/** What was found, and whether the screening can be relied on to have looked everywhere. */
export function verdictLines(report: FlowingReport): Line[] {
  const found = report.findings.length === 0 ? nothingFound(report) : flagged(report)
  return report.complete ? [found, complete(report)] : [incomplete(report), found]
}
