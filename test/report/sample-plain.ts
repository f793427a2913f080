import type { Problem } from '../../src/model/problem.js'
import type { Report } from '../../src/model/report.js'
import { input, OPTIONS, REPORT, SUMMARY } from './sample-parts.js'

const list = input('list', 'lists/sdn.csv', 14_321, {
  format: 'ofac-sdn-csv',
  list: 'OFAC SDN',
  publishedOn: '2023-12-28',
  entries: 14_321,
})

const summary = { ...SUMMARY, parties: 312, links: 4815, steps: 1623, listEntries: 14_321, namesScreened: 341 }

/** Nothing found, and all read. */
export const CLEAR: Report = {
  ...REPORT,
  inputs: [input('entities', 'vendors.csv', 312), input('transactions', 'ledger.csv', 4815), list],
  summary: { ...summary, mergedRecords: 29, implicitParties: 4 },
}

const short = (line: number): Problem => {
  return { severity: 'error', code: 'row-short', message: 'expected 8 fields, got 3', file: 'ledger.csv', line }
}

const warnings: readonly Problem[] = [
  {
    severity: 'warning',
    code: 'bad-country',
    message: 'expected an ISO 3166 code or country name, got "Russlannd"',
    hint: 'did you mean "Russland" (RU)?',
    file: 'vendors.csv',
    line: 14,
    column: 'country',
  },
  {
    severity: 'warning',
    code: 'star',
    message: 'Acme GmbH is an end of 4,210 of 4,715 links.',
    hint: 'If it is your own company, say so with --self, so that nothing is walked through it.',
  },
]

/** Nothing found, but a hundred rows could not be used and an option kept parties from being walked through. */
export const INCOMPLETE: Report = {
  ...REPORT,
  complete: false,
  options: {
    ...OPTIONS,
    hubLimit: 500,
    self: 'acme',
    maxBad: '1%',
    strict: true,
    kinds: ['supply', 'payment'],
    failHops: 2,
  },
  inputs: [
    input('entities', 'vendors.csv', 312, { degraded: 1 }),
    input('transactions', 'ledger.csv', 4815, { accepted: 4715, rejected: 100 }),
    list,
  ],
  problems: [...Array.from({ length: 100 }, (_, at) => short(at * 7 + 3)), ...warnings],
  hubs: [
    { party: 'Port of Rotterdam', counterparties: 911, notFollowed: 910 },
    { party: 'DHL', counterparties: 640, notFollowed: 612 },
  ],
  summary: { ...summary, links: 4715, notFollowed: 1522 },
}
