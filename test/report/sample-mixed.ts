import type { Evidence, Finding, Report, Step } from '../../src/model/report.js'
import { input, match, OPTIONS, party, REPORT, SUMMARY } from './sample-parts.js'

const evidence = (kind: string, id: string, line: number, more: Partial<Evidence> = {}): Evidence => {
  return { kind, id, ...more, file: 'ledger.csv', line }
}

const bank: Finding['target'] = {
  party: { id: 'bank', name: 'Northern Trade Bank' },
  matches: [
    match('OFAC SDN', '70001', 'NORTHERN TRADE BANK PJSC', {
      programs: ['RUSSIA-EO14024'],
      listedOn: '2022-04-06',
      basis: 'identifier',
      recordName: 'swift:NTBKRUMM',
      matchedName: 'swift:NTBKRUMM',
      url: 'https://sanctions.example/70001',
      explanation: 'The SWIFT code is equal.',
    }),
  ],
}

const optics: Finding['target'] = {
  party: { id: 'optics', name: 'Optics Holding' },
  matches: [
    match('OFAC SDN', '70002', 'MINSK OPTICS HOLDING MANAGEMENT COMPANY', {
      programs: ['BELARUS-EO14038'],
      listedOn: '2023-12-05',
      score: 0.8996,
      confidence: 'possible',
      recordName: 'Optics Holding',
      matchedName: 'OPTICS HOLDING',
      nameStrength: 'weak',
      explanation:
        'Both words of the name are in the alias OPTICS HOLDING, which the publisher calls weak. The country (BY) agrees. Against it speaks that the entry has three further words, Minsk, Management and Company, that the record lacks. The record has no identifier and no date: get the registration number before deciding.',
    }),
    match('Unverified List', 'U-9', 'OPTICS HOLDINGS LTD', {
      listKind: 'export-control',
      score: 0.81,
      confidence: 'possible',
      recordName: 'Optics Holding',
      matchedName: 'OPTICS HOLDINGS LTD',
      explanation: 'One word is in the plural, and the country is unknown.',
    }),
  ],
}

const toBank: Step = {
  from: 'maker',
  to: 'bank',
  fromName: 'Maker Ltd',
  toName: 'Northern Trade Bank',
  along: true,
  kind: 'via',
  evidence: [evidence('payment', 'P1', 9, { date: '2024-01-31', amount: '5560000', currency: 'CNY' })],
}

const ownership: Step = {
  from: 'trader',
  to: 'leasing',
  fromName: 'Trader LLC',
  toName: 'Northern Leasing',
  along: false,
  kind: 'owns',
  evidence: Array.from({ length: 7 }, (_, at) =>
    evidence('owns', `O${at}`, at + 20, { percent: '33.34', date: '2019' }),
  ),
}

const own = { hops: 0, chain: [], afterDesignation: 'undecided' } as const

const findings: readonly Finding[] = [
  {
    ...own,
    id: 'listed-bank',
    kind: 'listed',
    party: {
      id: 'bank',
      name: 'Northern Trade Bank',
      country: 'RU',
      records: [
        { id: 'bank', name: 'Northern Trade Bank', file: 'entities.csv', line: 2 },
        { name: 'Северный торговый банк', file: 'ledger.csv', line: 9 },
      ],
    },
    confidence: 'confirmed',
    target: bank,
    reason:
      'Northern Trade Bank is NORTHERN TRADE BANK PJSC, entry 70001 of OFAC SDN, by the identifier swift:NTBKRUMM.',
  },
  {
    ...own,
    id: 'listed-optics',
    kind: 'listed',
    party: party('optics', 'Optics Holding', 3, 'BY'),
    confidence: 'possible',
    target: optics,
    wouldExpose: 12,
    reason: 'Optics Holding may be MINSK OPTICS HOLDING MANAGEMENT COMPANY: compare the whole entry before dealing.',
  },
  {
    ...own,
    id: 'owned-leasing',
    kind: 'owned',
    party: party('leasing', 'Northern Leasing', 4, 'RU'),
    confidence: 'confirmed',
    target: bank,
    regimes: ['us'],
    stakes: [
      {
        owner: 'bank',
        percent: '33.34',
        basis: 'shares',
        evidence: [evidence('owns', 'S1', 30, { percent: '33.34' })],
      },
      { owner: 'optics', basis: 'votes', evidence: [evidence('owns', 'S2', 31)] },
    ],
    reason: 'Northern Leasing is owned to 50 percent or more by blocked parties.',
  },
  {
    id: 'intermediary-broker',
    kind: 'intermediary',
    party: party('broker', 'Broker', 7, 'AE'),
    hops: 0,
    confidence: 'confirmed',
    target: bank,
    chain: [],
    handled: [evidence('supply', 'T9', 40, { date: '2023-05', goods: 'bearings' })],
    afterDesignation: 'yes',
    reason: 'Broker handled a supply from Maker Ltd to Northern Trade Bank; Northern Trade Bank is listed on OFAC SDN.',
  },
  {
    id: 'exposed-trader',
    kind: 'exposed',
    party: party('trader', 'Trader LLC', 5),
    hops: 1,
    confidence: 'confirmed',
    target: { party: { id: 'leasing', name: 'Northern Leasing' }, matches: bank.matches },
    chain: [ownership],
    afterDesignation: 'no',
    reason: 'Trader LLC is owned by Northern Leasing, which is owned by blocked parties.',
  },
  {
    id: 'routed-maker',
    kind: 'routed',
    party: party('maker', 'Maker Ltd', 6, 'CN'),
    hops: 1,
    confidence: 'confirmed',
    target: bank,
    chain: [toBank],
    afterDesignation: 'yes',
    reason: 'Maker Ltd dealt through Northern Trade Bank (payment), which is listed on OFAC SDN.',
  },
]

/** Every kind of finding, possible matches, stakes, a waiver and a signal. */
export const MIXED: Report = {
  ...REPORT,
  options: { ...OPTIONS, failOn: 'all', spread: 'possible', direction: 'suppliers', exactNames: true },
  inputs: [
    input('entities', 'entities.csv', 7),
    input('transactions', 'ledger.csv', 60, { degraded: 2 }),
    input('list', 'sdn.csv', 14_321, { list: 'OFAC SDN', publishedOn: '2023-12-28', entries: 14_321 }),
    input('list', 'add.csv', 20_100),
    input('list', 'unverified.csv', 180, { list: 'Unverified List', entries: 180 }),
  ],
  problems: [
    {
      severity: 'warning',
      code: 'list-undated',
      message: 'the list has no day of its own',
      hint: 'give it as unverified.csv@YYYY-MM-DD',
      file: 'unverified.csv',
    },
  ],
  signals: [
    { code: 'priority-goods', state: 'raised', party: 'maker', link: 'P1', message: 'HS 8542.31 is of tier 1.' },
    {
      code: 'founded-after-invasion',
      state: 'not-evaluated',
      party: 'trader',
      message: 'the record has no founding date.',
    },
  ],
  summary: {
    ...SUMMARY,
    parties: 7,
    links: 60,
    steps: 41,
    listEntries: 14_501,
    namesScreened: 9,
    findings: { listed: 2, owned: 1, exposed: 1, intermediary: 1, routed: 1 },
    byHops: { 0: 4, 1: 2 },
    waived: 1,
  },
  findings,
  waived: [
    {
      id: 'exposed-port',
      kind: 'exposed',
      party: party('port', 'Port Authority', 8, 'NL'),
      hops: 1,
      side: 'customer',
      confidence: 'confirmed',
      target: bank,
      chain: [{ ...toBank, from: 'port', fromName: 'Port Authority', kind: 'payment' }],
      afterDesignation: 'yes',
      reason: 'Port Authority pays Northern Trade Bank.',
      decision: { reason: 'Harbour dues under general licence 8.', by: 'A. Analyst', expires: '2025-01-01' },
    },
  ],
}
