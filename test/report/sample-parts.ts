import type { Input, Match, Report, ReportedParty, ReportOptions, Summary } from '../../src/model/report.js'
import { LINK_KINDS } from '../../src/model/record.js'

/** What hand-made reports are put together from: every field has a value, and a sample says what is different. */

export const OPTIONS: ReportOptions = {
  hops: 4,
  direction: 'both',
  chronological: false,
  minScore: 0.8,
  confirmScore: 0.95,
  spread: 'confirmed',
  kinds: LINK_KINDS,
  minStake: '10',
  exactNames: false,
  failOn: 'any',
  maxBad: '0',
  strict: false,
}

export const SUMMARY: Summary = {
  parties: 0,
  implicitParties: 0,
  mergedRecords: 0,
  links: 0,
  steps: 0,
  listEntries: 0,
  namesScreened: 0,
  findings: { listed: 0, owned: 0, exposed: 0, intermediary: 0, routed: 0 },
  byHops: {},
  waived: 0,
  notFollowed: 0,
}

export const REPORT: Report = {
  schemaVersion: 1,
  tool: { name: 'hopscreen', version: '0.1.0' },
  complete: true,
  asOf: '2024-07-24',
  options: OPTIONS,
  inputs: [],
  problems: [],
  signals: [],
  hubs: [],
  stops: [],
  summary: SUMMARY,
  findings: [],
  waived: [],
}

export function input(role: Input['role'], path: string, rows: number, more: Partial<Input> = {}): Input {
  const sha256 = '0'.repeat(56) + rows.toString(16).padStart(8, '0')
  return {
    role,
    path,
    format: 'csv',
    sha256,
    bytes: rows * 64,
    rows,
    accepted: rows,
    rejected: 0,
    degraded: 0,
    ...more,
  }
}

export function match(list: string, entryId: string, name: string, more: Partial<Match> = {}): Match {
  return {
    list,
    regime: 'us',
    listKind: 'asset-freeze',
    entryId,
    entryName: name,
    programs: [],
    score: 1,
    confidence: 'confirmed',
    basis: 'name',
    recordName: name,
    matchedName: name,
    nameStrength: 'primary',
    explanation: 'The names are equal after folding.',
    ...more,
  }
}

/** A party of one record, on the given line of `entities.csv`. */
export function party(id: string, name: string, line: number, country?: string): ReportedParty {
  const record = { id, name, file: 'entities.csv', line }
  return country === undefined ? { id, name, records: [record] } : { id, name, country, records: [record] }
}
