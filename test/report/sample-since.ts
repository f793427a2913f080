import type { Change } from '../../src/model/baseline.js'
import type { Finding, Report } from '../../src/model/report.js'
import { CASE } from './sample-case.js'

const findings = CASE.findings.slice(0, 2)

function change(finding: Finding, at: number): Change {
  const { id, kind, party, target, hops, confidence, afterDesignation } = finding
  const now = { hops, confidence, afterDesignation }
  return {
    ...(at === 0 ? { change: 'new' } : { change: 'worse', was: { ...now, hops: hops + 1 } }),
    id,
    kind,
    party: { id: party.id, name: party.name },
    target: { id: target.party.id, name: target.party.name },
    now,
    why: ['OFAC SDN is of 2024-07-24, and was of 2024-06-30'],
  }
}

const gone: Change = {
  change: 'gone',
  id: 'exposed-gone',
  kind: 'exposed',
  party: { id: 'gone', name: '@gone <i>Ltd</i>' },
  target: { id: 'peleng', name: 'Peleng' },
  was: { hops: 2, confidence: 'confirmed', afterDesignation: 'no' },
  why: ['ledger.csv changed'],
}

/** The case held against an earlier report: one finding is new, one came nearer, one is gone, the rest stands. */
export const SINCE: Report = {
  ...CASE,
  findings,
  decided: [
    {
      decision: 'not-same',
      party: { id: 'bakery', name: 'Peleng Bakery' },
      list: 'OFAC SDN',
      entryId: '33395',
      entryName: 'PELENG JSC',
      reason: 'Bread | and <b>cake</b>.',
      by: 'A. Analyst',
    },
  ],
  baseline: {
    asOf: '2024-06-30',
    version: '0.1.0',
    complete: true,
    changes: [...findings.map(change), gone],
    standing: CASE.findings.slice(2),
  },
}
