import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { backtest } from '../src/backtest.js'
import type { SeriesWish } from '../src/verdicts/series-days.js'
import type { Backtest } from '../src/model/backtest.js'
import type { ScreenOptions } from '../src/model/options.js'
import { parseListArgument } from '../src/lists/argument.js'
import { screen } from '../src/screen.js'
import { csv, DEFAULTS, inputsOf, textSource, type Texts } from './inputs.js'

const ENTITIES = csv('id,name,type,country', [
  'green,Green Cycle Energy,company,CN',
  'morotack,Morotack (Tianjin) Technology,company,CN',
  'haucore,Haucore,company,CN',
  'pls,Precision Laser Systems,company,RU',
  'belomo,BelOMO Holding,company,BY',
  'dia,Diaproektor,company,BY',
  'peleng,Peleng,company,BY',
  'military,Russian military,public-body,RU',
])
const KNOWN = '2024-07-24'
const CASE: Texts = {
  entities: ENTITIES,
  transactions: csv('id,kind,from,to,date,known_on', [
    `T1,supply,green,belomo,2023-12-01,${KNOWN}`,
    `T2,payment,belomo,green,,${KNOWN}`,
    `T3,supply,morotack,dia,2024-02-01,${KNOWN}`,
    `T4,supply,pls,dia,2024-02,${KNOWN}`,
    `T5,component,haucore,pls,,${KNOWN}`,
    `T6,supply,dia,peleng,,${KNOWN}`,
    `T7,supply,peleng,military,,${KNOWN}`,
  ]),
  relations: csv('id,kind,from,to,known_on', [`R1,member-of,dia,belomo,${KNOWN}`]),
  list: csv('id,list,name,country,listed_on', [
    '1,OFAC SDN,Peleng,BY,2022-01-01',
    '2,OFAC SDN,Diaproektor,BY,2024-08-23',
    '3,OFAC SDN,Morotack (Tianjin) Technology,CN,2024-10-30',
    '4,OFAC SDN,Precision Laser Systems,RU,2024-10-30',
  ]),
}
const SERIES = { from: '2024-07-24', to: '2024-11-30', every: 1 }

const run = (texts: Texts, wish: SeriesWish, options: Partial<ScreenOptions> = {}): Promise<Backtest> =>
  backtest(inputsOf(texts), { ...DEFAULTS, asOf: '2024-12-31', ...options }, wish)

describe('the case', () => {
  test('is flagged 30, 98 and 98 days before', async () => {
    const { designated, complete, days } = await run(CASE, SERIES)
    expect(complete).toBe(true)
    expect(
      designated.map(({ id, firstFlagged, designatedOn, leadDays }) => [id, firstFlagged, designatedOn, leadDays]),
    ).toEqual([
      ['dia', '2024-07-24', '2024-08-23', 30],
      ['morotack', '2024-07-24', '2024-10-30', 98],
      ['pls', '2024-07-24', '2024-10-30', 98],
    ])
    expect(days).toHaveLength(130)
    expect(days[0]).toMatchObject({ sources: 1, flagged: 7, byHops: { 1: 2, 2: 3, 3: 2 } })
    expect(days[0]?.within.map(({ months, designated: count, whole }) => [months, count, whole])).toEqual([
      [6, 3, false],
      [12, 3, false],
      [24, 3, false],
    ])
  })
  test('nobody is flagged before the records were known', async () => {
    const { days, designated } = await run(CASE, { ...SERIES, from: '2024-07-23' })
    expect(days[0]?.flagged).toBe(0)
    expect(designated[0]?.leadDays).toBe(30)
  })
  test('the records are read once', async () => {
    let opened = 0
    const inputs = inputsOf(CASE)
    const counting = inputs.transactions.map((source) => ({ ...source, open: () => (opened++, source.open()) }))
    await backtest({ ...inputs, transactions: counting }, { ...DEFAULTS, asOf: '2024-12-31' }, SERIES)
    const once = opened
    opened = 0
    await backtest(
      { ...inputs, transactions: counting },
      { ...DEFAULTS, asOf: '2024-12-31' },
      { ...SERIES, to: SERIES.from },
    )
    expect(opened).toBe(once)
  })
})

describe('snapshots', () => {
  const header = 'id,list,name,country'
  const snapshot = (day: string, rows: readonly string[]) => ({
    ...parseListArgument(`list-${day}.csv@${day}`),
    path: `list-${day}.csv`,
    source: textSource(`list-${day}.csv`, csv(header, rows)),
  })
  const first = ['1,OFAC SDN,Peleng,BY']
  const second = [...first, '2,OFAC SDN,Diaproektor,BY']
  const over = async (lists: readonly ReturnType<typeof snapshot>[], wish: SeriesWish = { every: 1 }) =>
    backtest({ ...inputsOf(CASE), lists }, { ...DEFAULTS, asOf: '2024-12-31' }, wish)

  test('their own days are the series; who is new on one was designated by then', async () => {
    const told = await over([snapshot('2024-07-24', first), snapshot('2024-09-01', second)])
    expect(told.days.map(({ day, sources }) => [day, sources])).toEqual([
      ['2024-07-24', 1],
      ['2024-09-01', 2],
    ])
    expect(told.designated.map(({ id, designatedOn, leadDays }) => [id, designatedOn, leadDays])).toEqual([
      ['dia', '2024-09-01', 39],
    ])
  })
  test('who is gone from a later one is a source no more', async () => {
    const told = await over([snapshot('2024-07-24', second), snapshot('2024-09-01', first)])
    expect(told.days.map(({ sources }) => sources)).toEqual([2, 1])
    expect(told.others.find(({ id }) => id === 'haucore')?.timeline).toEqual([
      { day: '2024-07-24', hops: 2 },
      { day: '2024-09-01', hops: 3 },
    ])
  })
  test.each([
    [
      'in the wrong order',
      [snapshot('2024-09-01', second), snapshot('2024-07-24', first)],
      'snapshots-unordered',
      true,
    ],
    [
      'two of one day',
      [snapshot('2024-07-24', first), { ...snapshot('2024-07-24', second), path: 'other.csv' }],
      'snapshots-same-day',
      false,
    ],
    [
      'of different lists',
      [
        snapshot('2024-07-24', first),
        snapshot('2024-09-01', second),
        { ...snapshot('2024-08-01', ['9,UK,Haucore,CN']), path: 'uk.csv' },
      ],
      'snapshots-differ',
      true,
    ],
    [
      'of different lists, of each but one',
      [snapshot('2024-07-24', first), { ...snapshot('2024-08-01', ['9,UK,Haucore,CN']), path: 'uk.csv' }],
      'snapshots-differ',
      true,
    ],
    ['one alone and no days', [snapshot('2024-07-24', first)], 'no-days', false],
  ])('%s', async (_, lists, code, complete) => {
    const told = await over(lists)
    expect(told.problems.map((problem) => problem.code)).toContain(code)
    expect(told.complete).toBe(complete)
  })
  test('where there are no days no record is said to be too late for them', async () => {
    const { problems } = await run(CASE, { every: 1 })
    expect(problems.map(({ code }) => code)).toEqual(['no-days'])
  })

  test('a series that ends before it begins', async () => {
    const told = await over([snapshot('2024-07-24', first)], { from: '2024-08-01', to: '2024-07-01', every: 1 })
    expect(told.problems.map(({ code }) => code)).toContain('bad-days')
  })
})

const PARTIES = ['Anchor', 'Beacon', 'Cobalt', 'Delta', 'Ember', 'Falcon', 'Garnet']
const DAYS = ['2024-03-01', '2024-03-02', '2024-03-03', '2024-03-04', '2024-03-05', '2024-03-06']
const anyDay = fc.constantFrom(...DAYS)
const anyParty = fc.constantFrom(...PARTIES)
const anyLink = fc.record({
  kind: fc.constantFrom('supply', 'payment', 'member-of', 'officer-of', 'owns', 'controls'),
  from: anyParty,
  to: anyParty,
  known: anyDay,
  percent: fc.constantFrom('', '20', '50', '60', '5'),
})
const anyEntry = fc.record({ name: anyParty, listed: fc.nat({ max: 5 }), lasts: fc.integer({ min: 1, max: 9 }) })

test('each day is what a screening of what was known then finds', async () => {
  const world = fc.record({
    links: fc.array(anyLink, { minLength: 2, maxLength: 12 }),
    entries: fc.uniqueArray(anyEntry, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
    hops: fc.integer({ min: 1, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(world, async ({ links, entries, hops }) => {
      const list = csv(
        'id,list,name,listed_on,delisted_on,type',
        entries.map(
          ({ name, listed, lasts }) =>
            `${name},OFAC SDN,${name} Industrial Works,${DAYS[listed]},${DAYS[listed + lasts] ?? ''},company`,
        ),
      )
      const texts = (shown: typeof links): Texts => ({
        entities: csv(
          'id,name,type',
          PARTIES.map(
            (name) =>
              `${name},${name} Industrial Works,${name === 'Ember' ? 'person' : name === 'Falcon' ? 'public-body' : 'company'}`,
          ),
        ),
        relations: csv(
          'kind,from,to,percent,known_on',
          shown.map(
            ({ kind, from, to, percent, known }) => `${kind},${from},${to},${kind === 'owns' ? percent : ''},${known}`,
          ),
        ),
        list,
      })
      const told = await run(texts(links), { from: '2024-03-01', to: '2024-03-06', every: 1 }, { hops })
      for (const [at, day] of DAYS.entries()) {
        const report = await screen(inputsOf(texts(links.filter(({ known }) => known <= day))), {
          ...DEFAULTS,
          asOf: day,
          hops,
        })
        const sources = new Set(
          report.findings
            .filter(({ kind, confidence }) => confidence === 'confirmed' && (kind === 'listed' || kind === 'owned'))
            .map(({ party }) => party.id),
        )
        expect(told.days[at]?.sources).toBe(sources.size)
        const byHops = new Map<string, number>()
        for (const { kind, hops: far, confidence, party } of report.findings) {
          const isListed = report.findings.some(
            (one) => one.kind === 'listed' && one.confidence === 'confirmed' && one.party.id === party.id,
          )
          const counts = kind === 'exposed' || (kind === 'owned' && confidence === 'confirmed' && !isListed)
          if (counts) byHops.set(String(far), (byHops.get(String(far)) ?? 0) + 1)
        }
        expect(told.days[at]?.byHops).toEqual(Object.fromEntries(byHops))
      }
    }),
    { numRuns: 120 },
  )
})
