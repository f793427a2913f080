import type { Input, Report, ReportOptions } from '../model/report.js'
import { LINK_KINDS } from '../model/record.js'
import { BLANK, dotted, line } from './line.js'
import type { Line, Span } from './line.js'
import { counted, grouped, scoreText } from './wording.js'

const LABEL_COLUMNS = 'not followed'.length

function entry(label: string, text: string): Line {
  return entrySpans(label, [{ text, flows: true }])
}

function entrySpans(label: string, spans: readonly Span[]): Line {
  const hang = 2 + LABEL_COLUMNS + 1
  return line(2, [{ text: label, pad: LABEL_COLUMNS, tone: 'faint' }, ...spans], hang)
}

function namesLine({ summary }: Report): Line {
  const { namesScreened, parties, implicitParties, mergedRecords, listEntries } = summary
  const implicit = `${grouped(implicitParties)} known from links alone`
  const merged = `${counted(mergedRecords, 'record')} brought together with others`
  const against = `against ${counted(listEntries, 'list entry', 'list entries')}`
  return entry(
    'names',
    `${counted(namesScreened, 'name')} of ${counted(parties, 'party', 'parties')} (${implicit}; ${merged}) ${against}`,
  )
}

function linksLine({ summary }: Report): Line {
  return entry('links', `${counted(summary.links, 'link')}, ${counted(summary.steps, 'step')} between two parties`)
}

export function listLine(input: Input): Line {
  const day = input.publishedOn === undefined ? 'of unknown day' : `of ${input.publishedOn}`
  const spans = dotted([
    { text: `${input.list ?? input.path} ${day}`, tone: 'strong' },
    { text: counted(input.entries ?? 0, 'entry', 'entries') },
    { text: `${input.path} (${input.format})` },
  ])
  return entrySpans('list', spans)
}

export function thresholdsLine(options: ReportOptions): Line {
  const parts = [
    `fewer than ${counted(options.hops, 'hop')}`,
    `possible from score ${scoreText(options.minScore)}`,
    `confirmed from ${scoreText(options.confirmScore)}`,
    `a stake under ${options.minStake} % is no step`,
    options.hubLimit === undefined
      ? ''
      : `not through parties with over ${counted(options.hubLimit, 'counterparty', 'counterparties')}`,
  ]
  return entrySpans('thresholds', dotted(parts.map((text) => ({ text }))))
}

export function walkedLine(options: ReportOptions): Line {
  const all = options.kinds.length === LINK_KINDS.length
  const parts = [
    options.direction === 'both' ? 'suppliers and customers' : `${options.direction} only`,
    all ? 'every kind of link' : options.kinds.join(', '),
    options.spread === 'possible' ? 'from possible matches too' : 'from confirmed matches',
    options.chronological ? 'only in an order that can have happened' : '',
    options.exactNames ? 'records brought together by exact names alone' : '',
    options.self === undefined ? '' : `not through ${options.self} (--self)`,
  ]
  return entrySpans('walked', dotted(parts.map((text) => ({ text }))))
}

function exitLine({ options }: Report): Line {
  const parts = [
    `exit code 1 on ${options.failOn}`,
    options.failHops === undefined ? '' : `exposed: only fewer than ${counted(options.failHops, 'hop')} away`,
    options.maxBad === '0' ? '' : `up to ${options.maxBad} rejected rows allowed`,
    options.strict ? 'degraded rows not allowed' : '',
  ]
  return entrySpans('judged', dotted(parts.map((text) => ({ text }))))
}

function rowsText(input: Input): string {
  const parts = [
    counted(input.rows, 'row'),
    input.rejected === 0 ? '' : `${grouped(input.accepted)} accepted, ${grouped(input.rejected)} rejected`,
    input.degraded === 0 ? '' : `${grouped(input.degraded)} used without a value that could not be read`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function inputLine(input: Input): Line {
  const bad = input.rejected > 0 || input.degraded > 0
  const spans = dotted([
    { text: input.path },
    { text: input.format },
    { text: rowsText(input), tone: bad ? 'caution' : undefined },
  ])
  return entrySpans(input.role, spans)
}

function notReadLine(report: Report): Line {
  const rejected = report.inputs.reduce((sum, input) => sum + input.rejected, 0)
  const text = rejected === 0 ? 'no row' : `${counted(rejected, 'row')}, listed above`
  return entrySpans('not read', [{ text, tone: rejected === 0 ? undefined : 'near', flows: true }])
}

function notFollowedLines({ summary, hubs }: Report): Line[] {
  const held = summary.notFollowed
  const text =
    held === 0 ? 'no link' : `${counted(held, 'link')} beyond parties that are reached but not walked through`
  const each = hubs.map((hub) => {
    const counts = `${counted(hub.counterparties, 'counterparty', 'counterparties')}, ${grouped(hub.notFollowed)} not followed`
    return entry('', `${hub.party}: ${counts}`)
  })
  return [entry('not followed', text), ...each]
}

/** What was read and how it was judged: without it, nobody can say what a report proves. */
export function readLines(report: Report): Line[] {
  const lists = report.inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  return [
    BLANK,
    line(0, [{ text: 'What was read', tone: 'strong' }]),
    namesLine(report),
    linksLine(report),
    ...(lists.length === 0 ? [entry('list', 'none')] : lists.map(listLine)),
    thresholdsLine(report.options),
    walkedLine(report.options),
    exitLine(report),
    ...report.inputs.map(inputLine),
    notReadLine(report),
    ...notFollowedLines(report),
    entry('by', `${report.tool.name} ${report.tool.version}, as of ${report.asOf}`),
  ]
}
