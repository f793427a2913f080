import type { Comparison } from '../../src/model/comparison.js'
import type { Explanation } from '../../src/model/explanation.js'
import type { QueryMatches } from '../../src/report/query-matches.js'
import { CASE } from './sample-case.js'
import { HOSTILE_NAMES } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { match, OPTIONS } from './sample-parts.js'

export const QUERIES: readonly QueryMatches[] = [
  { query: 'ААТ «Пеленг»', candidates: CASE.findings[0]?.target.matches ?? [] },
  { query: 'Optics Holding', candidates: MIXED.findings[1]?.target.matches ?? [] },
  { query: 'Technology', candidates: [] },
  ...HOSTILE_NAMES.slice(0, 9).map((query) => ({ query, candidates: [] })),
]

const scores = { truePositives: 8, falsePositives: 2, falseNegatives: 1, trueNegatives: 1234 }

export const COMPARISON: Comparison = {
  pairs: [
    {
      name1: 'Peleng',
      name2: 'PELENG JSC',
      type: 'company',
      score: 1,
      verdict: 'confirmed',
      explanation: 'Equal but for the legal form.',
    },
    {
      name1: 'Optics Holding',
      name2: 'OPTICS HOLDINGS',
      score: 0.8996,
      verdict: 'possible',
      explanation: 'One word is in the plural.',
    },
    { name1: '=1+1', name2: '\u001b[31mred', score: 0, verdict: 'none', explanation: 'No word in common.' },
    { name1: 'x', name2: '', score: 0, verdict: 'none', explanation: 'The second name is empty.' },
  ],
  evaluation: {
    threshold: 0.8,
    precision: 0.8,
    recall: 0.8889,
    f1: 0.8421,
    ...scores,
    byType: {
      company: { precision: 0.8, recall: 0.8889, f1: 0.8421, ...scores },
      vessel: {
        precision: null,
        recall: null,
        f1: null,
        truePositives: 0,
        falsePositives: 0,
        falseNegatives: 0,
        trueNegatives: 3,
      },
    },
    byThreshold: [{ threshold: 0.7, precision: 0.5, recall: 1, f1: 0.6667, ...scores }],
    best: { threshold: 0.83, f1: 0.9 },
  },
}

const [, diaproektor] = CASE.findings
const { confidence: _, ...miss } = match('OFAC SDN', '9001', 'DIAPROJECT LLC', {
  score: 0.7412,
  recordName: 'Diaproektor',
  matchedName: 'DIAPROJECT LLC',
  explanation: 'The words are alike and not the same; the entry is of RU, the record of BY.',
})

export const EXPLANATION: Explanation = {
  schemaVersion: 1,
  tool: { name: 'hopscreen', version: '0.1.0' },
  complete: false,
  asOf: '2024-07-24',
  party: { id: 'diaproektor', name: 'Diaproektor', country: 'BY', type: 'company', implicit: false },
  verdict: 'Diaproektor is not listed; it stands 1 hop from Peleng, which is listed.',
  records: [
    {
      id: 'diaproektor',
      name: 'Diaproektor',
      country: 'BY',
      file: 'entities.csv',
      line: 3,
      why: 'the record that gives the name',
    },
    { name: 'OAO DIAPROEKTOR', file: 'ledger.csv', line: 14, why: 'equal after folding to "Diaproektor"' },
  ],
  matches: CASE.findings[0]?.target.matches ?? [],
  nearMisses: [{ ...miss, whyNot: 'score under 0.80' }],
  findings: diaproektor === undefined ? [] : [diaproektor],
  waived: MIXED.waived,
  furtherTargets: [
    {
      party: { id: 'bank', name: 'Northern Trade Bank' },
      matches: MIXED.findings[0]?.target.matches ?? [],
      hops: 2,
      side: 'supplier',
      within: true,
      chain: CASE.findings[4]?.chain ?? [],
    },
  ],
  nearNames: [
    {
      id: 'dia-2',
      name: 'Dyaproektor',
      country: 'BY',
      score: 0.93,
      why: 'One letter differs; the identifiers are unknown.',
      suggestion: 'same-as,diaproektor,dia-2',
    },
  ],
  verdictChanges: [
    { change: 'If the supply T6 were left out', becomes: 'Diaproektor is no longer flagged.' },
    { change: 'With --hops 1', becomes: 'Diaproektor is no longer flagged.' },
  ],
  signals: MIXED.signals,
  options: OPTIONS,
  lists: MIXED.inputs.filter((input) => input.entries !== undefined),
  problems: [
    {
      severity: 'warning',
      code: 'bad-date',
      message: 'expected a date, got "soon"',
      hint: 'dates are written YYYY-MM-DD',
      file: 'ledger.csv',
      line: 14,
      column: 'date',
    },
  ],
}
