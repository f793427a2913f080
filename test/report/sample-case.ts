import type { Evidence, Finding, Report, ReportedParty, Step } from '../../src/model/report.js'
import { input, match, OPTIONS, party, REPORT, SUMMARY } from './sample-parts.js'

const transaction = (kind: string, id: string, line: number, more: Partial<Evidence> = {}): Evidence => {
  return { kind, id, ...more, file: 'transactions.csv', line }
}

const T1 = transaction('supply', 'T1', 2, { date: '2023-12-01', goods: 'components for the LAD-21T laser module' })
const T2 = transaction('payment', 'T2', 3, { currency: 'CNY' })
const T3 = transaction('supply', 'T3', 4, { date: '2024-02-01', amount: '114000', currency: 'CNY', goods: 'flanges' })
const T4 = transaction('supply', 'T4', 5, { date: '2024-02', goods: 'laser components' })
const T5 = transaction('component', 'T5', 6, { goods: 'laser diodes' })
const T6 = transaction('supply', 'T6', 7, { goods: 'components' })
const T7 = transaction('supply', 'T7', 8, { goods: 'sights for the Sosna-U system' })
const R1: Evidence = { kind: 'member-of', id: 'R1', file: 'relations.csv', line: 2 }

const belomo = party('belomo', 'BelOMO Holding', 2, 'BY')
const diaproektor = party('diaproektor', 'Diaproektor', 3, 'BY')
const greenCycle = party('green-cycle', 'Green Cycle Energy', 4, 'CN')
const haucore = party('haucore', 'Haucore', 5, 'CN')
const morotack = party('morotack', 'Morotack (Tianjin) Technology', 6, 'CN')
const peleng = party('peleng', 'Peleng', 7, 'BY')
const precision = party('precision-laser', 'Precision Laser Systems', 8, 'RU')
const military = party('russian-military', 'Russian military', 9, 'RU')
const vtb = party('vtb-shanghai', 'VTB Bank, Shanghai branch', 10, 'CN')

type Ends = readonly [ReportedParty, ReportedParty]

function step(kind: Step['kind'], along: boolean, [from, to]: Ends, evidence: readonly Evidence[]): Step {
  return { from: from.id, to: to.id, fromName: from.name, toName: to.name, along, kind, evidence }
}

const lastStep = step('supply', true, [diaproektor, peleng], [T6])
const fromHolding = [step('member-of', false, [belomo, diaproektor], [R1]), lastStep]

const target: Finding['target'] = {
  party: { id: 'peleng', name: 'Peleng' },
  matches: [
    match('OFAC SDN', '33395', 'PELENG JSC', {
      programs: ['BELARUS-EO14038'],
      recordName: 'Peleng',
      explanation:
        'The name is equal but for its legal form (JSC), and the country (BY) agrees. Both are companies. The record has no identifier and no date to compare.',
    }),
    match('UK Sanctions List', 'peleng-uk', 'JSC PELENG', {
      regime: 'uk',
      recordName: 'Peleng',
      explanation: 'The name is equal but for its legal form (JSC), and the country (BY) agrees.',
      questions: [
        {
          number: 1,
          question: 'Is it on a list of OFAC?',
          answer: 'no',
          says: 'UK, entry X1: ask its publisher',
          missing: [],
        },
        { number: 2, question: 'Is it the same kind of party?', answer: 'yes', says: 'both say company', missing: [] },
        {
          number: 3,
          question: 'Does more than one part of the name agree?',
          answer: 'yes',
          says: 'all of it',
          missing: [],
        },
        {
          number: 4,
          question: 'Does the whole entry agree?',
          answer: 'open',
          says: 'country agrees; get what is missing before a decision',
          missing: ['date of founding in the record', 'address on the list'],
        },
        { number: 5, question: 'Are there several similarities?', answer: 'yes', says: 'escalate it', missing: [] },
      ],
    }),
  ],
}

interface Verdict {
  readonly side?: 'supplier' | 'customer'
  readonly chain: readonly Step[]
  readonly reason: string
}

function exposed(of: ReportedParty, { side, chain, reason }: Verdict): Finding {
  const id = `exposed-${of.id}`
  const found = { id, kind: 'exposed', party: of, hops: chain.length, confidence: 'confirmed', target, chain } as const
  return { ...found, ...(side === undefined ? {} : { side }), afterDesignation: 'undecided', reason }
}

const LISTED = 'listed on OFAC SDN and UK Sanctions List'

const findings: readonly Finding[] = [
  {
    id: 'listed-peleng',
    kind: 'listed',
    party: peleng,
    hops: 0,
    confidence: 'confirmed',
    target,
    chain: [],
    afterDesignation: 'undecided',
    reason: 'Peleng is PELENG JSC, entry 33395 of OFAC SDN (BELARUS-EO14038), by the name Peleng, and 1 more entry.',
  },
  exposed(diaproektor, {
    side: 'supplier',
    chain: [lastStep],
    reason: `Diaproektor supplies Peleng, which is ${LISTED}.`,
  }),
  exposed(military, {
    side: 'customer',
    chain: [step('supply', false, [military, peleng], [T7])],
    reason: `Russian military buys from Peleng, which is ${LISTED}.`,
  }),
  exposed(belomo, {
    side: 'supplier',
    chain: fromHolding,
    reason: `BelOMO Holding has as a member Diaproektor and is 2 hops from Peleng, which is ${LISTED}.`,
  }),
  exposed(morotack, {
    side: 'supplier',
    chain: [step('supply', true, [morotack, diaproektor], [T3]), lastStep],
    reason: `Morotack (Tianjin) Technology supplies Diaproektor and is 2 hops from Peleng, which is ${LISTED}.`,
  }),
  exposed(precision, {
    side: 'supplier',
    chain: [step('supply', true, [precision, diaproektor], [T4]), lastStep],
    reason: `Precision Laser Systems supplies Diaproektor and is 2 hops from Peleng, which is ${LISTED}.`,
  }),
  {
    id: 'intermediary-vtb-shanghai',
    kind: 'intermediary',
    party: vtb,
    hops: 2,
    confidence: 'confirmed',
    target,
    chain: fromHolding,
    handled: [T2],
    afterDesignation: 'undecided',
    reason: `VTB Bank, Shanghai branch handled a payment from BelOMO Holding to Green Cycle Energy; BelOMO Holding is 2 hops from Peleng, which is ${LISTED}.`,
  },
  exposed(greenCycle, {
    side: 'supplier',
    chain: [step('supply', true, [greenCycle, belomo], [T1, T2]), ...fromHolding],
    reason: `Green Cycle Energy supplies BelOMO Holding and is 3 hops from Peleng, which is ${LISTED}.`,
  }),
  exposed(haucore, {
    side: 'supplier',
    chain: [
      step('component', true, [haucore, precision], [T5]),
      step('supply', true, [precision, diaproektor], [T4]),
      lastStep,
    ],
    reason: `Haucore makes components for Precision Laser Systems and is 3 hops from Peleng, which is ${LISTED}.`,
  }),
]

/** The case with Peleng alone listed, under its own four hops: nine findings on nine parties. */
export const CASE: Report = {
  ...REPORT,
  options: OPTIONS,
  inputs: [
    input('entities', 'entities.csv', 9),
    input('transactions', 'transactions.csv', 7),
    input('relations', 'relations.csv', 1),
    input('list', 'list.csv', 2, { publishedOn: '2024-07-24', entries: 2, format: 'own-csv' }),
  ],
  problems: [],
  summary: {
    ...SUMMARY,
    parties: 9,
    links: 8,
    steps: 7,
    listEntries: 2,
    namesScreened: 9,
    findings: { listed: 1, owned: 0, exposed: 7, intermediary: 1, routed: 0 },
    byHops: { 0: 1, 1: 2, 2: 4, 3: 2 },
  },
  findings,
}
