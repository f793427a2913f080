import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ScreenOptions } from '../src/model/options.js'
import type { Finding, Report } from '../src/model/report.js'
import { screen } from '../src/screen.js'
import { csv, DEFAULTS, inputsOf, type Texts } from './inputs.js'

const ENTITIES = csv('id,name,type,country', [
  'green,Green Cycle Energy,company,CN',
  'morotack,Morotack (Tianjin) Technology,company,CN',
  'haucore,Haucore,company,CN',
  'pls,Precision Laser Systems,company,RU',
  'belomo,BelOMO Holding,company,BY',
  'dia,Diaproektor,company,BY',
  'peleng,Peleng,company,BY',
  'military,Russian military,public-body,RU',
  'vtb,"VTB Bank, Shanghai branch",bank,CN',
])
const TRANSACTIONS = csv('id,kind,from,to,date,goods,via', [
  'T1,supply,green,belomo,2023-12-01,LAD-21T components,',
  'T2,payment,belomo,green,,,vtb',
  'T3,supply,morotack,dia,2024-02-01,flanges,',
  'T4,supply,pls,dia,2024-02,laser components,',
  'T5,component,haucore,pls,,laser diodes,',
  'T6,supply,dia,peleng,,components,',
  'T7,supply,peleng,military,,sights,',
])
const RELATIONS = csv('id,kind,from,to', ['R1,member-of,dia,belomo'])
const PELENG = csv('id,list,name,country', ['33395,OFAC SDN,PELENG JSC,BY'])
const CASE: Texts = { entities: ENTITIES, transactions: TRANSACTIONS, relations: RELATIONS, list: PELENG }

function run(texts: Texts, options: Partial<ScreenOptions> = {}): Promise<Report> {
  return screen(inputsOf(texts), { ...DEFAULTS, ...options })
}

/** `hops kind party`, with the chain's links, in the order of the report. */
function told({ findings }: Report): readonly string[] {
  const ids = (finding: Finding): string =>
    finding.chain.map((step) => step.evidence.map((one) => one.id ?? one.kind).join('+')).join(' ')
  return findings.map((finding) => `${finding.hops} ${finding.kind} ${finding.party.id} ${ids(finding)}`.trim())
}

const AT_FOUR = [
  '0 listed peleng',
  '1 exposed dia T6',
  '1 exposed military T7',
  '2 exposed belomo R1 T6',
  '2 exposed morotack T3 T6',
  '2 exposed pls T4 T6',
  '2 intermediary vtb R1 T6',
  '3 exposed green T2+T1 R1 T6',
  '3 exposed haucore T5 T4 T6',
]

describe('the case with Peleng alone listed', () => {
  test('at 4 hops all are flagged', async () => {
    const report = await run(CASE)
    expect(told(report)).toEqual(AT_FOUR)
    expect(report.complete).toBe(true)
    expect(report.summary.byHops).toEqual({ '0': 1, '1': 2, '2': 4, '3': 2 })
  })
  test('at 3 hops Green Cycle Energy and Haucore are left out', async () => {
    expect(told(await run(CASE, { hops: 3 }))).toEqual(AT_FOUR.slice(0, 7))
  })
  test('at 1 hop Peleng stands alone', async () => {
    expect(told(await run(CASE, { hops: 1 }))).toEqual(['0 listed peleng'])
  })
  test('following suppliers only, the Russian military is not flagged', async () => {
    expect(told(await run(CASE, { direction: 'suppliers' }))).toEqual(
      AT_FOUR.filter((line) => !line.includes('military')),
    )
  })
  test('the two sides of one deal are one step with two pieces of evidence', async () => {
    const green = (await run(CASE)).findings.find((finding) => finding.party.id === 'green')
    expect(green?.chain[0]).toMatchObject({
      kind: 'supply',
      along: true,
      fromName: 'Green Cycle Energy',
      toName: 'BelOMO Holding',
    })
    expect(green?.chain[1]).toMatchObject({ kind: 'member-of', along: false })
    expect(green?.side).toBe('supplier')
  })
})

describe('the case with BelOMO Holding and VTB listed too', () => {
  const list = csv('id,list,name,country,listed_on', [
    '33395,OFAC SDN,PELENG JSC,BY,',
    '46529,OFAC SDN,BelOMO Holding,BY,2023-12-05',
    '17013,OFAC SDN,VTB Bank,RU,',
  ])
  test('distances, routed ends and no intermediary', async () => {
    expect(told(await run({ ...CASE, list }))).toEqual([
      '0 listed belomo',
      '0 listed peleng',
      '0 listed vtb',
      '1 exposed dia T6',
      '1 exposed green T2+T1',
      '1 exposed military T7',
      '1 routed green T2',
      '2 exposed morotack T3 T6',
      '2 exposed pls T4 T6',
      '3 exposed haucore T5 T4 T6',
    ])
  })
  test('T1 is four days before the designation', async () => {
    const { findings } = await run({ ...CASE, list })
    expect(
      findings.find((finding) => finding.kind === 'exposed' && finding.party.id === 'green')?.afterDesignation,
    ).toBe('no')
  })
  test('T8 is dated after it', async () => {
    const transactions = `${TRANSACTIONS}T8,supply,green,belomo,2024-02-16,,\n`
    const { findings } = await run({ ...CASE, transactions, list })
    expect(
      findings.find((finding) => finding.kind === 'exposed' && finding.party.id === 'green')?.afterDesignation,
    ).toBe('yes')
  })
})

describe('options', () => {
  const chain = csv('kind,from,to', ['supply,A One,B Two', 'supply,B Two,C Three', 'supply,C Three,Omega Delta'])
  const list = csv('id,name', ['1,Omega Delta'])
  const line: Texts = { transactions: chain, list }

  test('parties from links alone are counted, and known by their names', async () => {
    const report = await run(line)
    expect(report.summary).toMatchObject({ parties: 4, implicitParties: 4, links: 3, steps: 3, namesScreened: 4 })
    expect(told(report)).toEqual([
      '0 listed Omega Delta',
      '1 exposed C Three supply',
      '2 exposed B Two supply supply',
      '3 exposed A One supply supply supply',
    ])
  })
  test('--self is reported and not walked through', async () => {
    const report = await run(line, { self: 'C Three' })
    expect(told(report)).toEqual(['0 listed Omega Delta', '1 exposed C Three supply'])
    expect(report.summary.notFollowed).toBe(1)
  })
  test('--only reports these alone, walks the whole graph, and screens a name that no record has', async () => {
    const report = await run({ ...line, only: csv('name', ['a one', 'OMEGA DELTA LLC', 'Nobody Else']) })
    expect(told(report)).toEqual(['0 listed Omega Delta', '3 exposed A One supply supply supply'])
    expect(report.summary).toMatchObject({ findings: { listed: 1, exposed: 1 }, namesScreened: 7 })
  })
  const widgets: Texts = {
    entities: csv('id,name,country', ['a,Alpha Widgets,CN', 'b,Beta Gadgets,CN']),
    transactions: csv('kind,from,to', ['supply,a,Omega Delta', 'supply,b,Q7']),
    list,
  }
  test.each<[string, string, readonly string[]]>([
    ['with an id that only links name is screened by its name', csv('id,name', ['Q7,Omega Delta']), ['0 listed Q7']],
    ['without an id may give that of a party', csv('name', ['a']), ['1 exposed a supply']],
    ['brings its aliases', csv('id,name,aliases', ['b,Beta Gadgets,Omega Delta']), ['0 listed b']],
    ['of another legal form is screened', csv('name', ['Omega Delta GmbH']), ['0 listed Omega Delta']],
  ])('an --only row %s', async (_, only, expected) => {
    expect(told(await run({ ...widgets, only }))).toEqual(expected)
  })
  test('an --only row with another name under a known id is an error', async () => {
    const report = await run({ ...widgets, only: csv('id,name', ['b,Omega Delta']) })
    expect(report.complete).toBe(false)
    expect(report.problems.map((problem) => problem.code)).toContain('row-two-names')
  })
  test('--self that nobody knows is said, and the star too', async () => {
    const report = await run({ ...widgets }, { self: 'Alpah Widgets' })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'self-unknown' }))
  })
  test('--self that fits two is an error', async () => {
    const entities = csv('id,name,country', ['1,Me Corp,DE', '2,Me Corp,FR'])
    const report = await run({ entities, list }, { self: 'Me Corp' })
    expect(report.problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'self-fits-two' }))
  })
  test('--as-of leaves out later links, and counts them', async () => {
    const transactions = csv('kind,from,to,date', [
      'supply,A One,Omega Delta,2024-08',
      'supply,B Two,Omega Delta,2024-07',
    ])
    const report = await run({ transactions, list }, { asOf: '2024-07-24' })
    expect(told(report)).toEqual(['0 listed Omega Delta', '1 exposed B Two supply'])
    expect(report.problems.map((problem) => problem.code)).toContain('links-later')
  })
  test('--as-of over an undated list without a day is refused', async () => {
    const report = await run(line, { asOfGiven: true })
    expect(report.complete).toBe(false)
    expect(report.problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'list-undated' }))
  })
  test('--kinds walks only those', async () => {
    expect(told(await run(CASE, { kinds: ['member-of', 'payment'] }))).toEqual(['0 listed peleng'])
  })
  test('--min-stake: a small stake is no step, an unknown one is', async () => {
    const relations = csv('kind,from,to,percent', [
      'owns,Omega Delta,Small Stake,9.99',
      'owns,Omega Delta,Ten Stake,10',
      'owns,Omega Delta,Any Stake,',
    ])
    const report = await run({ relations, list })
    expect(told(report)).toEqual([
      '0 listed Omega Delta',
      '0 owned Any Stake',
      '1 exposed Any Stake owns',
      '1 exposed Ten Stake owns',
    ])
    expect(report.summary.notFollowed).toBe(1)
  })
  test('--spread possible: a possible source gives a second finding where it is nearer', async () => {
    const both = csv('id,name,country', ['1,Omega Delta,', '2,Beetlewing Foundry,'])
    const transactions = csv('kind,from,to', [
      'supply,A One,Beetlewing Foundri',
      'supply,Beetlewing Foundri,Carbon Three',
      'supply,Carbon Three,Omega Delta',
    ])
    const texts = { transactions, list: both }
    const confirmed = await run(texts)
    const possible = confirmed.findings.find(
      (finding) => finding.kind === 'listed' && finding.confidence === 'possible',
    )
    expect(possible).toMatchObject({ party: { id: 'Beetlewing Foundri' }, wouldExpose: 2 })
    const spread = await run(texts, { spread: 'possible' })
    expect(
      spread.findings
        .filter((finding) => finding.party.id === 'A One')
        .map((finding) => [finding.hops, finding.confidence, finding.target.party.id]),
    ).toEqual([
      [1, 'possible', 'Beetlewing Foundri'],
      [3, 'confirmed', 'Omega Delta'],
    ])
  })
  test('a list entry of another kind is reported and is no source', async () => {
    const watch = csv('id,kind,name', ['1,watch,Omega Delta'])
    expect(told(await run({ ...line, list: watch }))).toEqual(['0 listed Omega Delta'])
  })
  test('a name in a rejected row is screened, and the report is not complete', async () => {
    const report = await run({
      list,
      transactions: csv('kind,from,to', ['barter,Omega Delta,A One', 'supply,B Two,C Three']),
    })
    expect(told(report)).toEqual(['0 listed Omega Delta'])
    expect(report.complete).toBe(false)
  })
  test('an end that fits two parties which contradict each other: its row is rejected', async () => {
    const entities = csv('id,name,country', ['1,Alpha Works,CN', '2,Alpha Works,US'])
    const report = await run({ entities, list, transactions: csv('kind,from,to', ['supply,Alpha Works,Omega Delta']) })
    expect(report.inputs.find((input) => input.role === 'transactions')).toMatchObject({
      rows: 1,
      accepted: 0,
      rejected: 1,
    })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'row-fits-two', line: 2, column: 'from' }))
    expect(told(report)).toEqual(['0 listed Omega Delta'])
  })
  test('a ledger with one company at most ends is said to be a star', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => `supply,Vendor ${at},Own Company`)
    const report = await run({ list, transactions: csv('kind,from,to', rows) })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'star' }))
    const said = await run({ list, transactions: csv('kind,from,to', rows) }, { self: 'Own Company' })
    expect(said.problems.map((problem) => problem.code)).not.toContain('star')
  })
})

/** What may depend on the order of rows: places and hashes. */
function withoutPlaces(report: Report): unknown {
  const hidden = new Set(['file', 'line', 'sha256', 'inputs', 'problems'])
  return JSON.parse(JSON.stringify(report, (key, value: unknown) => (hidden.has(key) ? undefined : value)))
}

test('the order of rows changes places alone', async () => {
  const rows = (text: string): readonly string[] => text.trimEnd().split('\n').slice(1)
  const header = (text: string): string => text.split('\n')[0] ?? ''
  const shuffled = (text: string): fc.Arbitrary<string> =>
    fc.shuffledSubarray([...rows(text)], { minLength: rows(text).length }).map((some) => csv(header(text), some))
  const expected = withoutPlaces(await run(CASE))
  await fc.assert(
    fc.asyncProperty(shuffled(ENTITIES), shuffled(TRANSACTIONS), async (entities, transactions) => {
      expect(withoutPlaces(await run({ ...CASE, entities, transactions }))).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('the order of rows changes places alone, in small worlds of all kinds', async () => {
  const name = fc.constantFrom('Omega Delta', 'OMEGA DELTA JSC', 'Alpha', 'Альфа', 'Alfa LLC', 'Beta', 'Gamma', 'Kappa')
  const entity = fc
    .tuple(
      fc.constantFrom('', '', '1', '2', '3'),
      name,
      fc.constantFrom('', 'RU', 'CN'),
      fc.constantFrom('', 'company', 'person', 'public-body'),
    )
    .map((cells) => cells.join(','))
  const end = fc.oneof(name, fc.constantFrom('1', '2', '3', 'Zeta'))
  const kind = fc.constantFrom(
    'supply',
    'payment',
    'component',
    'owns',
    'member-of',
    'officer-of',
    'acts-with',
    'same-as',
  )
  const link = fc
    .tuple(kind, end, end, fc.constantFrom('', '2024-01', '2024-02-03'), fc.constantFrom('', '', 'Zeta', 'Omega Delta'))
    .map((cells) => cells.join(','))
  const list = csv('id,name,country,listed_on', ['1,Omega Delta,RU,2024-02', '2,Kappa Foundry,,'])
  const world = fc.record({
    entities: fc.array(entity, { maxLength: 6 }),
    links: fc.array(link, { minLength: 1, maxLength: 12 }),
    hubLimit: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    spread: fc.constantFrom('confirmed' as const, 'possible' as const),
  })
  await fc.assert(
    fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async ({ entities, links, hubLimit, spread }, picks) => {
      const shuffled = (rows: readonly string[]): readonly string[] =>
        rows
          .map((row) => ({ row, at: picks.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ row }) => row)
      const report = (some: readonly string[], others: readonly string[]): Promise<Report> =>
        run(
          { entities: csv('id,name,country,type', some), transactions: csv('kind,from,to,date,via', others), list },
          { spread, ...(hubLimit === undefined ? {} : { hubLimit }) },
        )
      const [one, other] = await Promise.all([report(entities, links), report(shuffled(entities), shuffled(links))])
      expect(withoutPlaces(other)).toEqual(withoutPlaces(one))
    }),
    { numRuns: 150 },
  )
})

describe('a party on the lists of two regimes', () => {
  const LISTS = csv('id,list,regime,kind,name,country,identifiers,listed_on', [
    'S1,OFAC SDN,us,asset-freeze,Peleng JSC,BY,by-unp:100230519,2022-02-24',
    'U1,UK,uk,asset-freeze,Optical Works of the Capital,BY,by-unp:100230519,2022-03-01',
    'B1,BIS Entity List,us,export-control,Peleng JSC,BY,,2022-03-02',
  ])
  const OWNED = csv('id,kind,from,to,percent', ['O1,owns,peleng,daughter,60'])
  const texts: Texts = { ...CASE, relations: OWNED, list: LISTS }

  test('is one finding with all its matches, each of its own kind and regime', async () => {
    const report = await run(texts)
    const listed = report.findings.filter(({ kind, party }) => kind === 'listed' && party.id === 'peleng')
    expect(
      listed.map(({ target }) => target.matches.map((match) => `${match.list} ${match.regime} ${match.listKind}`)),
    ).toEqual([['BIS Entity List us export-control', 'OFAC SDN us asset-freeze', 'UK uk asset-freeze']])
    expect(listed[0]?.target.matches[2]?.explanation).toContain(
      'It is the same party as entry S1 of OFAC SDN ("Peleng JSC") by the number "by-unp:100230519"',
    )
  })

  test('and its daughter is owned under both', async () => {
    const report = await run(texts)
    expect(report.findings.find(({ kind }) => kind === 'owned')).toMatchObject({ regimes: ['us', 'uk'] })
  })

  test('an export control alone freezes nothing, whatever the name on the other list', async () => {
    const list = csv('id,list,regime,kind,name,country,identifiers', [
      'B1,BIS Entity List,us,export-control,Peleng JSC,BY,by-unp:100230519',
      'U1,UK,uk,sectoral,Optical Works of the Capital,BY,by-unp:100230519',
    ])
    const report = await run({ ...texts, list })
    expect(report.findings.filter(({ kind }) => kind === 'owned')).toEqual([])
    expect(report.findings.filter(({ kind }) => kind === 'listed')).toHaveLength(1)
  })
})
