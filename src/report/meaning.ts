import type { DecidedMatch, FlowingReport, WaivedFinding } from '../model/report.js'
import { counted, grouped, listed, scoreText } from './wording.js'

function againstText(report: FlowingReport): string {
  const lists = report.inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  if (lists.length === 0) return 'no list at all'
  return listed(
    lists.map((list) => {
      const day = list.publishedOn === undefined ? 'of unknown day' : `of ${list.publishedOn}`
      return `${list.list ?? list.path} ${day} (${counted(list.entries ?? 0, 'entry', 'entries')})`
    }),
  )
}

function walkedText({ options }: FlowingReport): string {
  const sides = options.direction === 'both' ? 'suppliers and customers' : options.direction
  const walk =
    options.hops === 1 ? 'nothing was walked' : `${sides} were walked for fewer than ${grouped(options.hops)} hops`
  const scores = `possible from score ${scoreText(options.minScore)}, confirmed from ${scoreText(options.confirmScore)}`
  return `A match is ${scores}; ${walk}.`
}

function waivedBy(waived: readonly WaivedFinding[]): string {
  const by = [...new Set(waived.map(({ decision }) => decision.by ?? 'somebody unnamed'))].toSorted()
  return `Set aside by decision: ${counted(waived.length, 'finding')}, by ${listed(by)}.`
}

function decidedBy(decided: readonly DecidedMatch[]): string[] {
  if (decided.length === 0) return []
  const away = decided.filter(({ decision }) => decision === 'not-same').length
  const by = [...new Set(decided.map((one) => one.by ?? 'somebody unnamed'))].toSorted()
  const took = `${counted(away, 'match', 'matches')} taken away and ${grouped(decided.length - away)} confirmed`
  return [`Decided before the walk: ${took}, by ${listed(by)}.`]
}

function notEvaluated(report: FlowingReport): string[] {
  const rejected = report.inputs.reduce((sum, input) => sum + input.rejected, 0)
  const signals = report.signals.filter((signal) => signal.state === 'not-evaluated').length
  const parts = [
    rejected === 0 ? '' : counted(rejected, 'rejected row'),
    report.summary.notFollowed === 0
      ? ''
      : `${counted(report.summary.notFollowed, 'party', 'parties')} beyond where a walk stopped`,
    signals === 0 ? '' : counted(signals, 'signal'),
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`Not evaluated: ${listed(parts)}.`]
}

/**
 * What this report says of a party that it does not flag, in sentences: against what its name was held, from which scores,
 * how far was walked, what somebody set aside, what was not looked at. Without it nobody can say what "clear" proved.
 */
export function meaning(report: FlowingReport): readonly string[] {
  const names = counted(report.summary.namesScreened, 'name was', 'names were')
  return [
    `${names} held against ${againstText(report)}, as of ${report.asOf}.`,
    walkedText(report),
    ...(report.waived.length === 0 ? [] : [waivedBy(report.waived)]),
    ...decidedBy(report.decided ?? []),
    ...notEvaluated(report),
    ...(report.complete ? [] : ['The screening is not complete: what was not read or screened is not cleared.']),
    'Of links that the records do not hold it says nothing.',
  ]
}
