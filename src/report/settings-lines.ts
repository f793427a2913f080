import { LINK_KINDS } from '../model/record.js'
import type { NameSettings } from '../model/name-settings.js'
import type { ReportOptions } from '../model/report.js'
import { labelled } from './labelled.js'
import { dotted } from './line.js'
import type { Line } from './line.js'
import { counted, scoreText } from './wording.js'

export function thresholdsLine(options: ReportOptions): Line {
  const parts = [
    `fewer than ${counted(options.hops, 'hop')}`,
    `possible from score ${scoreText(options.minScore)}`,
    `confirmed from ${scoreText(options.confirmScore)}`,
    options.swappedMarker === 'slip' ? 'another series marker or place is a slip' : '',
    options.names === undefined ? '' : `names by the ${ownSettings(options.names)} of the config`,
    `a stake under ${options.minStake} % is no step`,
    options.hubLimit === undefined
      ? ''
      : `not through parties with over ${counted(options.hubLimit, 'counterparty', 'counterparties')}`,
  ]
  return labelled('thresholds', dotted(parts.map((text) => ({ text }))))
}

function ownSettings({ weights, stopWords, synonyms, notTheSame }: NameSettings): string {
  const parts = [
    weights === undefined ? '' : 'weights',
    stopWords === undefined ? '' : counted(stopWords.length, 'stop word'),
    synonyms === undefined ? '' : counted(synonyms.length, 'group of synonyms', 'groups of synonyms'),
    notTheSame === undefined ? '' : counted(notTheSame.length, 'pair told apart', 'pairs told apart'),
  ]
  return parts.filter((part) => part !== '').join(', ')
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
  return labelled('walked', dotted(parts.map((text) => ({ text }))))
}

/** What makes the exit code 1, and what keeps it from 2. */
export function judgedLine(options: ReportOptions): Line {
  const parts = [
    `exit code 1 as --fail-on ${options.failOn} says`,
    options.failHops === undefined ? '' : `exposed: only fewer than ${counted(options.failHops, 'hop')} away`,
    options.maxBad === '0' ? '' : `up to ${options.maxBad} rejected rows allowed`,
    options.strict ? 'degraded rows not allowed' : '',
  ]
  return labelled('judged', dotted(parts.map((text) => ({ text }))))
}
