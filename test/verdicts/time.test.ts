import { describe, expect, test } from '@jest/globals'
import type { ScreenOptions } from '../../src/model/options.js'
import type { Report } from '../../src/model/report.js'
import { screen } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf } from '../inputs.js'

const NAMES = ['Target Works', 'Alder Works', 'Birch Works', 'Source Supply', 'Nadir Bank', 'Member Group']
const entities = csv(
  'id,name,type,country',
  NAMES.map((name) => `${name[0]?.toLowerCase() ?? ''},${name},company,KZ`),
)
const list = csv('id,list,name,country,listed_on', ['1,OFAC SDN,Target Works,KZ,2023-01-10'])

interface Asked extends Partial<ScreenOptions> {
  readonly relations?: readonly string[]
}

function run(rows: readonly string[], { relations = [], ...options }: Asked = {}): Promise<Report> {
  const transactions = csv('id,kind,from,to,date,via', rows)
  const held = csv('id,kind,from,to,since,until', relations)
  return screen(inputsOf({ entities, transactions, relations: held, list }), { ...DEFAULTS, ...options })
}

const told = (report: Report) =>
  report.findings
    .filter(({ kind }) => kind !== 'listed')
    .map(({ hops, kind, party, confidence, chain }) => {
      const ids = chain.map((step) => step.evidence.map(({ id }) => id).join('+'))
      return [hops, kind, party.id, confidence, ...ids].join(' ')
    })
const codes = ({ problems }: Report) => problems.map(({ code }) => code)

describe('--chronological', () => {
  const order = { chronological: true, direction: 'suppliers' } as const
  const law = [
    'L1,supply,a,t,2024-01-05,',
    'L2,supply,s,a,2024-01-10,',
    'L3,supply,a,b,2024-01-11,',
    'L4,supply,b,t,2024-01-12,',
  ]

  test('the nearest chain in hops is not possible, and a longer one is', async () => {
    expect(told(await run(law))).toContain('2 exposed s confirmed L2 L1')
    expect(told(await run(law, order))).toEqual([
      '1 exposed a confirmed L1',
      '1 exposed b confirmed L4',
      '3 exposed s confirmed L2 L3 L4',
    ])
  })
  test.each([
    ['a month may have room', '2024-02', '2024-02-01', true],
    ['the same day is in order', '2024-02-01', '2024-02-01', true],
    ['a day later is not', '2024-02-02', '2024-02-01', false],
    ['no date is no bound', '', '2024-02-01', true],
    ['nor is one here', '2024-02-02', '', true],
  ])('%s: %s, then %s', async (_, first, then, possible) => {
    const report = await run([`T1,supply,s,a,${first},`, `T2,supply,a,t,${then},`], order)
    expect(told(report).includes('2 exposed s confirmed T1 T2')).toBe(possible)
  })
  test('legs without a date are named', async () => {
    const report = await run(['T1,supply,s,a,2024-02-02,', 'T2,supply,a,t,,'], order)
    expect(report.findings.find(({ party }) => party.id === 's')?.reason).toContain(
      'No date is known of the supply between Alder Works and Target Works.',
    )
  })
  test('of customers the goods leave the target first', async () => {
    const customers = { chronological: true, direction: 'customers' } as const
    const later = ['T1,supply,t,a,2024-01-05,', 'T2,supply,a,s,2024-01-10,']
    expect(told(await run(later, customers))).toContain('2 exposed s confirmed T2 T1')
    const earlier = ['T1,supply,t,a,2024-01-05,', 'T2,supply,a,s,2024-01-04,']
    expect(told(await run(earlier, customers))).toEqual(['1 exposed a confirmed T1'])
  })
  test('a payment alone bounds nothing; with its supply the supply counts', async () => {
    const late = ['T1,payment,a,s,2025-01-01,', 'T2,supply,a,t,2024-02-01,']
    expect(told(await run(late, { ...order, asOf: '2025-06-01' }))).toContain('2 exposed s confirmed T1 T2')
    const supplied = [...late, 'T3,supply,s,a,2024-02-02,']
    expect(told(await run(supplied, { ...order, asOf: '2025-06-01' }))).toEqual(['1 exposed a confirmed T2'])
  })
  test('only legs that can be part of the chain are its evidence', async () => {
    const report = await run(
      ['T1,supply,s,a,2024-01-01,', 'T2,supply,s,a,2024-03-01,', 'T3,supply,a,t,2024-02-01,'],
      order,
    )
    expect(told(report)).toContain('2 exposed s confirmed T1 T3')
  })
  test('a relation that has ended is no step, and that is said', async () => {
    const relations = ['R1,member-of,m,t,,2024-01-01']
    expect(told(await run([], { relations }))).toEqual(['1 exposed m confirmed R1'])
    const report = await run([], { ...order, relations })
    expect(told(report)).toEqual([])
    expect(codes(report)).toContain('links-ended')
  })
  test('handlers, and what a possible match would expose', async () => {
    const dealt = await run(['T1,supply,s,a,2024-02-02,n', 'T2,supply,a,t,2024-02-01,'], order)
    expect(told(dealt)).toEqual(['1 exposed a confirmed T2'])
    const near = csv('id,list,name,country,listed_on', ['1,OFAC SDN,Target Worksop,KZ,2023-01-10'])
    const rows = csv('id,kind,from,to,date', ['T1,supply,s,a,2024-02-02', 'T2,supply,a,t,2024-02-01'])
    const possible = await screen(inputsOf({ entities, transactions: rows, list: near }), { ...DEFAULTS, ...order })
    expect(possible.findings.map(({ kind, party, wouldExpose }) => [kind, party.id, wouldExpose])).toEqual([
      ['listed', 't', 1],
    ])
  })
})

describe('--since and --until', () => {
  const rows = ['T1,supply,a,t,2024-01-20,', 'T2,supply,b,t,2024-02,', 'T3,supply,s,t,,']
  test('leave out what is of another time; what can not be told is possible', async () => {
    const report = await run(rows, { since: '2024-02-15' })
    expect(told(report)).toEqual(['1 exposed b possible T2', '1 exposed s possible T3'])
    expect(codes(report)).toEqual(expect.arrayContaining(['links-outside', 'links-undecided']))
    expect(report.options).toMatchObject({ since: '2024-02-15' })
  })
  test('a whole month is inside a month', async () => {
    expect(told(await run(rows, { since: '2024-02', until: '2024-02' }))).toEqual([
      '1 exposed b confirmed T2',
      '1 exposed s possible T3',
    ])
    expect(told(await run(rows, { until: '2024-01' }))).toEqual(['1 exposed a confirmed T1', '1 exposed s possible T3'])
  })
  test('a confirmed chain stands beside a nearer possible one', async () => {
    const both = [...rows, 'T4,supply,s,b,2024-03-01,', 'T5,supply,b,t,2024-03-01,']
    expect(told(await run(both, { since: '2024-02-15' }))).toEqual([
      '1 exposed b confirmed T5',
      '1 exposed s possible T3',
      '2 exposed s confirmed T4 T5',
    ])
  })
  test.each([
    ['without days is of every time', ',', '1 exposed m confirmed R1'],
    ['that holds in the window', '2010,', '1 exposed m confirmed R1'],
    ['that ended before it', '2010,2023-01-01', undefined],
    ['that began after it', '2024-06-01,', undefined],
    ['that may have ended before it', '2010,2024', '1 exposed m possible R1'],
  ])('a relation %s', async (_, days, expected) => {
    const report = await run([], { relations: [`R1,member-of,m,t,${days}`], since: '2024-02-01', until: '2024-03-01' })
    expect(told(report)).toEqual(expected === undefined ? [] : [expected])
  })
  test('who dealt through a listed handler, perhaps in that time', async () => {
    const report = await run(['T1,supply,s,a,2024-02,t'], { since: '2024-02-15' })
    expect(told(report)).toEqual(['1 routed a possible T1', '1 routed s possible T1'])
  })
})
