import type { FlowingReport, Input, WalkStop } from '../model/report.js'
import { labelled, said } from './labelled.js'
import { BLANK, dotted, line } from './line.js'
import type { Line, Span } from './line.js'
import { judgedLine, thresholdsLine, walkedLine } from './settings-lines.js'
import { counted, grouped } from './wording.js'

function namesLine({ summary }: FlowingReport): Line {
  const { namesScreened, parties, implicitParties, mergedRecords, listEntries } = summary
  const implicit = implicitParties === 0 ? '' : `${grouped(implicitParties)} known from links alone`
  const merged = mergedRecords === 0 ? '' : `${counted(mergedRecords, 'record')} brought together with others`
  const known = [implicit, merged].filter((part) => part !== '').join('; ')
  const names = `${counted(namesScreened, 'name')} of ${counted(parties, 'party', 'parties')}`
  const against = `against ${counted(listEntries, 'list entry', 'list entries')}`
  return said('names', `${names}${known === '' ? '' : ` (${known})`} ${against}`)
}

function linksLine({ summary }: FlowingReport): Line {
  return said('links', `${counted(summary.links, 'link')}, ${counted(summary.steps, 'step')} between two parties`)
}

export function rowsText(input: Input): string {
  const parts = [
    counted(input.rows, 'row'),
    input.rejected === 0 ? '' : `${grouped(input.accepted)} accepted, ${grouped(input.rejected)} rejected`,
    input.degraded === 0 ? '' : `${grouped(input.degraded)} degraded`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function rowsSpan(input: Input): Span {
  const bad = input.rejected > 0 || input.degraded > 0
  return { text: rowsText(input), tone: bad ? 'caution' : undefined }
}

export function listLine(input: Input): Line {
  const spans = dotted([
    { text: input.list ?? input.path, tone: 'strong' },
    { text: input.publishedOn === undefined ? 'of unknown day' : `of ${input.publishedOn}` },
    { text: counted(input.entries ?? 0, 'entry', 'entries') },
    { text: input.list === undefined ? '' : input.path },
    { text: input.format },
    rowsSpan(input),
  ])
  return labelled('list', spans)
}

function inputLine(input: Input): Line {
  return labelled(input.role, dotted([{ text: input.path }, { text: input.format }, rowsSpan(input)]))
}

function notReadLine(report: FlowingReport): Line {
  const rejected = report.inputs.reduce((sum, input) => sum + input.rejected, 0)
  const text = rejected === 0 ? 'no row' : `${counted(rejected, 'row')}, listed above`
  return labelled('not read', [{ text, tone: rejected === 0 ? undefined : 'near', flows: true }])
}

const STOP_TEXT: Readonly<Record<WalkStop['reason'], string>> = {
  'public-body': 'a public body',
  self: 'your own company',
  'no-one': 'a name of no one',
  officer: 'a person reached by an office',
  'min-stake': 'stakes too small to be a step',
}

const MOST_STOPS = 10

function stopLines(stops: readonly WalkStop[]): Line[] {
  const largest = stops.toSorted((a, b) => b.notFollowed - a.notFollowed).slice(0, MOST_STOPS)
  const each = largest.map(({ party, reason, notFollowed }) =>
    said('', `${party}: ${STOP_TEXT[reason]}, ${grouped(notFollowed)} not followed`),
  )
  const more = stops.length - largest.length
  return more === 0 ? each : [...each, said('', `… and ${counted(more, 'more stop')} in the JSON report`)]
}

function notFollowedLines({ summary, hubs, stops }: FlowingReport): Line[] {
  const held = summary.notFollowed
  const text =
    held === 0
      ? 'nobody'
      : `${counted(held, 'party', 'parties')} beyond what is reached but not walked through, or beyond stakes too small`
  const each = hubs.map((hub) => {
    const counts = `${counted(hub.counterparties, 'counterparty', 'counterparties')}, ${grouped(hub.notFollowed)} not followed`
    return said('', `${hub.party}: ${counts}`)
  })
  return [said('not followed', text), ...each, ...stopLines(stops)]
}

/** What was read and how it was judged: without it, nobody can say what a report proves. */
export function readLines(report: FlowingReport): Line[] {
  const lists = report.inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  return [
    BLANK,
    line(0, [{ text: 'What was read', tone: 'strong' }]),
    namesLine(report),
    linksLine(report),
    ...(lists.length === 0 ? [said('list', 'none')] : lists.map(listLine)),
    thresholdsLine(report.options),
    walkedLine(report.options),
    judgedLine(report.options),
    ...report.inputs.filter((input) => !lists.includes(input)).map(inputLine),
    notReadLine(report),
    ...notFollowedLines(report),
    said('by', `${report.tool.name} ${report.tool.version}, as of ${report.asOf}`),
  ]
}
