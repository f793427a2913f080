import { describe, expect, test } from '@jest/globals'
import type { ScreenOptions } from '../../src/model/options.js'
import type { Finding, Report } from '../../src/model/report.js'
import { screen } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf } from '../inputs.js'

const NAMES = [
  'Xenon Trust',
  'Yarrow Holding',
  'Alder Works',
  'Birch Works',
  'Cedar Works',
  'Quarry Supply',
  'Nadir Bank',
]
const entities = csv(
  'id,name,type,country',
  NAMES.map((name) => `${name[0]?.toLowerCase() ?? ''},${name},company,KZ`),
)
const LIST = 'id,list,kind,name,country,listed_on'
const US = '1,OFAC SDN,asset-freeze,Xenon Trust,KZ,2023-01-10'
const EU = '2,EU FSF,asset-freeze,Xenon Trust,KZ,2023-01-10'
const UK = '3,UK,asset-freeze,Xenon Trust,KZ,2023-01-10'

const relations = (rows: readonly string[]) => csv('id,kind,from,to,percent,basis,since,until', rows)

interface Asked extends Partial<ScreenOptions> {
  readonly list?: readonly string[]
  readonly transactions?: readonly string[]
}

function run(rows: readonly string[], { list = [US], transactions = [], ...options }: Asked = {}): Promise<Report> {
  const texts = {
    entities,
    relations: relations(rows),
    transactions: csv('id,kind,from,to,date,via', transactions),
    list: csv(LIST, list),
  }
  return screen(inputsOf(texts), { ...DEFAULTS, ...options })
}

const told = (report: Report) =>
  report.findings.map(({ hops, kind, party, confidence, regimes }) =>
    [hops, kind, party.id, confidence, ...(regimes ?? [])].join(' '),
  )
const ownedOf = (report: Report, party = 'a'): Finding | undefined =>
  report.findings.find((finding) => finding.kind === 'owned' && finding.party.id === party)

describe('a party owned by a listed one', () => {
  test('stands at 0 hops, and walks start from it', async () => {
    const report = await run(['R1,owns,x,a,50,,,'], { transactions: ['T1,supply,q,a,2024-01-01,n'] })
    expect(told(report)).toEqual([
      '0 listed x confirmed',
      '0 owned a confirmed us',
      '0 intermediary n confirmed',
      '1 exposed q confirmed',
    ])
    expect(ownedOf(report)).toMatchObject({
      target: { party: { id: 'x' }, matches: [{ entryId: '1' }] },
      stakes: [{ owner: 'x', percent: '50', basis: 'shares', evidence: [{ id: 'R1' }] }],
      chain: [],
    })
    expect(ownedOf(report)?.reason).toBe(
      "Alder Works is owned to 50 % in all by Xenon Trust (50 %): OFAC's 50 Percent Rule asks for 50 % or more; Xenon Trust is listed on OFAC SDN.",
    )
    const exposed = report.findings.find((finding) => finding.kind === 'exposed')
    expect(exposed?.target).toMatchObject({ party: { id: 'a' }, matches: [{ entryId: '1' }] })
    expect(exposed?.reason).toBe(
      'Quarry Supply supplies Alder Works, which is owned by Xenon Trust, listed on OFAC SDN.',
    )
    expect(exposed?.afterDesignation).toBe('yes')
  })

  test('of several stakes all are shown, and the largest blocked owner is the target', async () => {
    const list = [US, '4,OFAC SDN,asset-freeze,Yarrow Holding,KZ,']
    const found = ownedOf(await run(['R1,owns,x,a,16.67,,,', 'R2,owns,y,a,33.33,,,', 'R3,owns,b,a,50,,,'], { list }))
    expect(found).toMatchObject({ target: { party: { id: 'y' } }, regimes: ['us'] })
    expect(found?.stakes?.map(({ owner, percent }) => [owner, percent])).toEqual([
      ['y', '33.33'],
      ['x', '16.67'],
    ])
  })

  test('a listed handler is one that is owned, too', async () => {
    const report = await run(['R1,owns,x,n,60,,,'], { transactions: ['T1,supply,q,a,2024-01-01,n'] })
    expect(told(report)).toContain('1 routed q confirmed')
    expect(told(report)).toContain('1 routed a confirmed')
  })

  test('is not owned under a regime that lists it itself', async () => {
    const list = [US, UK, '5,OFAC SDN,asset-freeze,Alder Works,KZ,']
    expect(ownedOf(await run(['R1,owns,x,a,60,,,'], { list }))?.regimes).toEqual(['uk'])
  })

  test('only an asset freeze blocks', async () => {
    const list = ['1,OFAC SDN,export-control,Xenon Trust,KZ,']
    expect(told(await run(['R1,owns,x,a,60,,,'], { list }))).toEqual(['0 listed x confirmed', '1 exposed a confirmed'])
  })
})

describe('regimes', () => {
  test('stakes are never added across them', async () => {
    const list = [US, '6,UK,asset-freeze,Yarrow Holding,KZ,']
    const rows = ['R1,owns,x,a,30,,,', 'R2,owns,y,a,30,,,']
    expect(ownedOf(await run(rows, { list }))).toBeUndefined()
  })

  test.each([
    ['of the lists alone', [US], undefined, ['us']],
    ['of two lists', [US, EU], undefined, ['us', 'eu']],
    ['that are asked for', [US, EU], ['eu'], ['eu']],
    ['none', [US, EU], [], undefined],
  ] as const)('%s', async (_, list, ownership, expected) => {
    const report = await run(['R1,owns,x,a,50,,,'], {
      list,
      ...(ownership === undefined ? {} : { ownership }),
      asOf: '2024-07-24',
    })
    expect(ownedOf(report)?.regimes).toEqual(expected)
  })

  test('one that is asked for and of which there is no list is said', async () => {
    const { problems } = await run(['R1,owns,x,a,50,,,'], { ownership: ['uk'] })
    expect(problems.map(({ code }) => code)).toContain('ownership-no-list')
  })

  test.each([
    ['2024-07-02', undefined],
    ['2024-07-03', 'confirmed'],
  ] as const)('the EU on %s: %s', async (asOf, confidence) => {
    expect(ownedOf(await run(['R1,owns,x,a,50,,,'], { list: [EU], asOf }))?.confidence).toBe(confidence)
  })

  test.each([
    ['us', US, 'board', undefined],
    ['eu', EU, 'board', 'possible'],
    ['uk', UK, 'board', 'confirmed'],
    ['uk', UK, 'influence', 'possible'],
    ['uk', UK, '', 'possible'],
  ] as const)('control under %s (%s, %s): %s', async (_, list, basis, confidence) => {
    const found = ownedOf(await run([`R1,controls,x,a,,${basis},,`], { list: [list] }))
    expect(found?.confidence).toBe(confidence)
    if (found !== undefined) expect(found.stakes).toMatchObject([{ owner: 'x', basis: 'control' }])
  })

  test('partners in a joint arrangement are told, and the blocked one is the target', async () => {
    const rows = ['R1,owns,x,a,20,,,', 'R2,owns,y,a,40,,,', 'R3,acts-with,y,x,,,,']
    const found = ownedOf(await run(rows, { list: [UK] }))
    expect(found?.target.party.id).toBe('x')
    expect(found?.reason).toContain('60 % in all by Yarrow Holding (40 %, acting together), Xenon Trust (20 %)')
  })
})

describe('on the day', () => {
  const rows = ['R1,owns,x,a,60,,,2024-03-01', 'R2,owns,x,a,40,,2024-03-01,']
  test.each([
    ['2024-02-01', 'confirmed'],
    ['2024-02-29', 'confirmed'],
    ['2024-03-01', undefined],
    ['2024-04-01', undefined],
  ] as const)('%s: %s', async (asOf, confidence) => {
    expect(ownedOf(await run(rows, { asOf }))?.confidence).toBe(confidence)
  })
  test('a partial date leaves it possible', async () => {
    expect(ownedOf(await run(['R1,owns,x,a,60,,,2024-03'], { asOf: '2024-03-10' }))?.confidence).toBe('possible')
  })
})

describe('what is odd', () => {
  test('unknown percent: possible, never clear, and what it would expose', async () => {
    const report = await run(['R1,owns,x,a,,,,'], { transactions: ['T1,supply,q,a,2024-01-01,'] })
    expect(ownedOf(report)).toMatchObject({
      confidence: 'possible',
      stakes: [{ owner: 'x', basis: 'percent unknown' }],
      wouldExpose: 1,
    })
    expect(ownedOf(report)?.reason).toContain('percent unknown')
    expect(told(report)).toContain('1 exposed a confirmed')
  })
  test.each(['-5', '120', 'fifty', '50%', '"50,0"'])('a percentage of %s is unknown, and said', async (percent) => {
    const report = await run([`R1,owns,x,a,${percent},,,`])
    expect(ownedOf(report)?.confidence).toBe('possible')
    expect(report.problems.map(({ code, line }) => [code, line])).toContainEqual(['bad-percent', 2])
  })
  test('an interval that ends before it begins bounds nothing, and is said', async () => {
    const report = await run(['R1,owns,x,a,60,,2024-05-01,2024-01-01'])
    expect(ownedOf(report)?.confidence).toBe('confirmed')
    expect(report.problems.map(({ code, line }) => [code, line])).toContainEqual(['interval-reversed', 2])
    expect(report.inputs.find(({ role }) => role === 'relations')?.degraded).toBe(1)
  })
  test('a stake in oneself, stakes over 100 %, the same stake twice', async () => {
    const rows = [
      'R1,owns,a,a,10,,,',
      'R2,owns,x,b,70,,,',
      'R3,owns,y,b,50,,,',
      'R4,owns,x,c,60,,,',
      'R5,owns,x,c,20,,,',
    ]
    const { problems } = await run(rows)
    const said = problems.filter(({ code }) => code.startsWith('stake'))
    expect(said.map(({ code, line }) => [code, line])).toEqual([
      ['stake-self', 2],
      ['stake-repeated', 5],
      ['stakes-over', 3],
    ])
  })
  test.each([
    ['', 'how large any of them is, is not known'],
    ['0', 'the largest known counts, 0 %'],
  ])('the same stake twice, one of unknown size and one of "%s"', async (percent, counts) => {
    const { problems } = await run(['R1,owns,x,c,,,,', `R2,owns,x,c,${percent},,,`])
    expect(problems.find(({ code }) => code === 'stake-repeated')?.message).toBe(
      `"Xenon Trust" has more than one stake in "Cedar Works" on the same day: ${counts}`,
    )
  })
  test.each([
    ['2024-01-01', 'no'],
    ['2024-03-01', 'yes'],
  ])('of the same stake twice each counts from its own day on: a supply of %s', async (day, after) => {
    const rows = ['R1,owns,x,a,20,,,', 'R2,owns,x,a,60,,2024-02-01,', 'R3,owns,x,a,70,,2024-04-01,']
    const { findings } = await run(rows, { transactions: [`T1,supply,q,a,${day},`] })
    expect(findings.find(({ party }) => party.id === 'q')?.afterDesignation).toBe(after)
  })
  test('a designation that lies after the day is said', async () => {
    const { problems } = await run([], { list: [US, '9,OFAC SDN,asset-freeze,Nadir Bank,KZ,2025-02-01'] })
    expect(problems.map(({ code }) => code)).toContain('entries-later')
  })
})

test('a possible match of an owner owns only where possible matches are sources', async () => {
  const list = ['1,OFAC SDN,asset-freeze,Xenon Trusts International,KZ,']
  const rows = ['R1,owns,x,a,60,,,']
  expect(ownedOf(await run(rows, { list }))).toBeUndefined()
  expect(ownedOf(await run(rows, { list, spread: 'possible' }))?.confidence).toBe('possible')
})

test('the days from the designation to each leg', async () => {
  const report = await run([], {
    transactions: ['T1,supply,q,x,2023-01-06,', 'T2,supply,q,x,2023-01,', 'T3,supply,q,x,,'],
  })
  const [step] = report.findings.find((finding) => finding.party.id === 'q')?.chain ?? []
  expect(step?.evidence.map(({ id, daysFromDesignation }) => [id, daysFromDesignation])).toEqual([
    ['T3', undefined],
    ['T2', { least: -9, most: 21 }],
    ['T1', { least: -4, most: -4 }],
  ])
})
