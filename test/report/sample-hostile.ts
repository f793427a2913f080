import type { Evidence, Finding, Report, Step } from '../../src/model/report.js'
import { input, match, party, REPORT, SUMMARY } from './sample-parts.js'

/** Names that somebody chose to break a terminal, a spreadsheet, a browser or a program, and names that only look like it. */
export const HOSTILE_NAMES: readonly string[] = [
  `=cmd|'/C calc'!A0`,
  '@SUM(1+9)*cmd|"/C calc"!A0',
  '+1-2;=1+1',
  '-2+3',
  '＝1+1',
  '\t=1+1',
  '<script>alert(1)</script>',
  '\u001b[2J\u001b[31mred\u001b]0;title\u0007',
  '\u009b31mC1',
  'abc\u202egnp.exe',
  'zero\u200bwidth\ufeff',
  'isolated\u2066x\u2069\u200f',
  '__proto__',
  'constructor',
  'two\nlines\r\nand\ttabs',
  'line\u2028separator\u2029',
  'lone\ud800surrogate',
  'nul\u0000del\u007f',
  'quote " and , comma',
  '| pipe | `tick` [link](x)',
  `${'very long '.repeat(30)}end`,
  'Unbroken'.repeat(30),
  '深圳绿色循环能源有限公司',
  '株式会社ペレング・テクノロジーズ・インターナショナル・ホールディングス・アジア・パシフィック',
  'ООО «Прецизионные лазерные системы»',
  'شرکت می‌خواهم',
  'חברת פלדה בע"מ',
  'Family 👨‍👩‍👧‍👦 and 🇧🇾 Trading',
  'e\u0301toile combinée',
]

const [LISTED_NAME = ''] = HOSTILE_NAMES

const target: Finding['target'] = {
  party: { id: 'h0', name: LISTED_NAME },
  matches: [
    match('Own\u001b[31m list', '=1+1', '\u202eGNELEP', {
      programs: ['+PROGRAM', '__proto__'],
      recordName: LISTED_NAME,
      listedOn: '2024-01-01',
      url: 'https://example.org/\u001b[0m',
      explanation: 'Equal\nin \u009b31mevery way.',
      questions: [
        {
          number: 1,
          question: 'Is it on a list of OFAC?',
          answer: 'no',
          says: 'Own\u001b[31m list, entry =1+1',
          missing: [],
        },
        {
          number: 4,
          question: 'Does the whole entry agree?',
          answer: 'open',
          says: 'the list has "<script>alert(1)</script> [x](javascript:1)\u202e | \n# no heading"',
          missing: ['address <b>on</b> the list'],
        },
      ],
    }),
  ],
}

function evidence(at: number, goods: string): Evidence {
  const place = { file: 'dir\u001b[1m/ledger\n.csv', line: at + 2 }
  return { kind: 'supply', id: `=${at}`, date: '2024-03-01', amount: '-5.00', currency: 'CNY', goods, ...place }
}

function exposed(name: string, at: number): Finding {
  const id = `h${at}`
  const step: Step = {
    from: id,
    to: 'h0',
    fromName: name,
    toName: LISTED_NAME,
    along: true,
    kind: 'supply',
    evidence: [evidence(at, name)],
  }
  return {
    id: `exposed-${id}`,
    kind: 'exposed',
    party: party(id, name, at + 2, 'CN'),
    hops: 1,
    side: 'supplier',
    confidence: 'confirmed',
    target,
    chain: [step],
    afterDesignation: 'yes',
    reason: `${name} supplies ${LISTED_NAME}, which is listed.`,
  }
}

const own: Finding = {
  id: 'listed-h0',
  kind: 'listed',
  party: party('h0', LISTED_NAME, 2),
  hops: 0,
  confidence: 'confirmed',
  target,
  chain: [],
  afterDesignation: 'undecided',
  reason: `${LISTED_NAME} is listed.`,
}

const others = HOSTILE_NAMES.slice(1)

export const HOSTILE: Report = {
  ...REPORT,
  inputs: [
    input('entities', 'entities\u001b[1m.csv', HOSTILE_NAMES.length),
    input('list', 'list\n.csv', 1, { list: 'Own\u001b[31m list', publishedOn: '2024-01-01', entries: 1 }),
  ],
  problems: [
    {
      severity: 'warning',
      code: 'unknown-column',
      message: 'expected a known column, got "\u001b[31mx"',
      file: 'entities\u001b[1m.csv',
      line: 1,
      column: '\u202ex',
    },
  ],
  signals: [{ code: 'same-address', state: 'raised', party: '__proto__', message: 'the same address as \u001b[5mh0' }],
  hubs: [{ party: '\u001b[5mhub', counterparties: 12, notFollowed: 3 }],
  stops: [{ party: '\u001b[5m<b>body</b>', reason: 'public-body', notFollowed: 2 }],
  summary: {
    ...SUMMARY,
    parties: HOSTILE_NAMES.length,
    links: others.length,
    steps: others.length,
    listEntries: 1,
    namesScreened: HOSTILE_NAMES.length,
    findings: { listed: 1, owned: 0, exposed: others.length, intermediary: 0, routed: 0 },
    byHops: { 0: 1, 1: others.length },
    notFollowed: 3,
  },
  findings: [own, ...others.map((name, at) => exposed(name, at + 1))],
}
