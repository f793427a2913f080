import { describe, expect, test } from '@jest/globals'
import { decideOn, type Verdict } from '../../src/decide.js'
import { readDecisions, type Decisions } from '../../src/decisions/read.js'
import { decisionsText, withDecision } from '../../src/decisions/write.js'
import type { Decision, MatchDecision, Waiver } from '../../src/model/decision.js'
import type { ScreenOptions } from '../../src/model/options.js'
import type { Report } from '../../src/model/report.js'
import { screen } from '../../src/screen.js'
import { DEFAULTS, csv, inputsOf, textSource, type Texts } from '../inputs.js'

const LIST = 'id,list,name,country,type,identifiers,listed_on'
const FIRST = 'E1,OFAC SDN,Peleng JSC,BY,company,,2020-01-01'
const SECOND = 'E2,UK,Zenit Optics Works,BY,company,,2021-01-01'

/** Seller is one hop from Peleng and two from Zenit Optics Works. */
const TEXTS: Texts = {
  entities: csv('id,name,country,type,tax_id', [
    'peleng,Peleng JSC,BY,company,',
    'zenit,Zenit Optics Works,BY,company,',
    'seller,Harmless Flanges Limited,CN,company,',
    'middle,Middle Trading House,KZ,company,',
  ]),
  transactions: csv('id,kind,from,to,date', [
    'T1,supply,seller,peleng,2019-05-01',
    'T2,supply,seller,middle,2019-06-01',
    'T3,supply,middle,zenit,2019-07-01',
  ]),
  list: csv(LIST, [FIRST, SECOND]),
}

const options = (asOf = '2024-07-24'): ScreenOptions => ({ ...DEFAULTS, asOf, asOfGiven: true })

const WAIVE: Verdict = {
  decision: 'waive',
  entries: [],
  reason: 'flanges for a farm',
  expires: '2025-01-31',
  by: 'A. Analyst',
}

async function made(wanted: string, verdict: Verdict, texts: Texts = TEXTS, given?: Decisions): Promise<Decision[]> {
  const inputs = { ...inputsOf(texts), ...(given === undefined ? {} : { decisions: given }) }
  const { made: its, problems } = await decideOn(inputs, options(), wanted, verdict)
  expect(problems).toEqual([])
  return [...its]
}

const asFile = (decisions: readonly Decision[]) => readDecisions(textSource('decisions.json', decisionsText(decisions)))

async function screened(decisions: readonly Decision[], texts: Texts = TEXTS, asOf?: string): Promise<Report> {
  return screen({ ...inputsOf(texts), decisions: await asFile(decisions) }, options(asOf))
}

const told = ({ findings }: Report) =>
  findings.map(({ kind, party, target, hops }) => `${kind} ${party.id} ${target.party.id} ${hops}`)
const codes = ({ problems }: Report) =>
  problems.filter(({ code }) => code.startsWith('decision')).map(({ code }) => code)
const said = ({ problems }: Report) =>
  problems
    .filter(({ code }) => code.startsWith('decision'))
    .map(({ message }) => message)
    .join('\n')

const replaced = (texts: Texts, field: 'entities' | 'transactions' | 'list', from: string, to: string): Texts => {
  const before = texts[field] ?? ''
  expect(before).toContain(from)
  return { ...texts, [field]: before.replace(from, to) }
}

describe('what decisions change', () => {
  test('nothing is decided: the seller is one hop from the nearer of two', async () => {
    expect(told(await screen(inputsOf(TEXTS), options()))).toEqual([
      'listed peleng peleng 0',
      'listed zenit zenit 0',
      'exposed middle zenit 1',
      'exposed seller peleng 1',
    ])
  })

  test('a waiver sets one finding aside, and the target behind it comes to light', async () => {
    const report = await screened(await made('seller', WAIVE))
    expect(told(report)).toContain('exposed seller zenit 2')
    expect(told(report)).not.toContain('exposed seller peleng 1')
    expect(report.waived.map(({ party, target, decision }) => [party.id, target.party.id, decision])).toEqual([
      ['seller', 'peleng', { reason: 'flanges for a farm', by: 'A. Analyst', expires: '2025-01-31' }],
    ])
    expect(report.waived[0]?.chain[0]?.evidence[0]).toMatchObject({ id: 'T1', line: 2 })
    expect(report.summary).toMatchObject({ waived: 1, findings: { exposed: 2 } })
    expect(codes(report)).toEqual([])
  })

  test('what lies behind can be waived as well, and then nobody is left', async () => {
    const first = await made('seller', WAIVE)
    const second = await made('seller', WAIVE, TEXTS, await asFile(first))
    const report = await screened([...first, ...second])
    expect(told(report).filter((one) => one.includes(' seller '))).toEqual([])
    expect(report.waived).toHaveLength(2)
  })

  test('a waived listing leaves the party a source for the others, and near them itself', async () => {
    const texts = replaced(TEXTS, 'transactions', 'T1,supply,seller,peleng', 'T1,supply,peleng,zenit')
    const report = await screened(await made('peleng', { ...WAIVE }, texts), texts)
    expect(told(report)).toContain('exposed peleng zenit 1')
    expect(told(report)).not.toContain('listed peleng peleng 0')
  })

  test('not the same: the match is gone before the walk, for everybody', async () => {
    const report = await screened(await made('peleng', { decision: 'not-same', entries: [], reason: 'a bakery' }))
    expect(told(report)).toEqual(['listed zenit zenit 0', 'exposed middle zenit 1', 'exposed seller zenit 2'])
    expect(report.decided).toEqual([
      {
        decision: 'not-same',
        party: { id: 'peleng', name: 'Peleng JSC' },
        list: 'OFAC SDN',
        entryId: 'E1',
        entryName: 'Peleng JSC',
        reason: 'a bakery',
      },
    ])
  })

  const POSSIBLE = replaced(TEXTS, 'entities', 'peleng,Peleng JSC,BY', 'peleng,Peleng,')

  test('the same: a possible match becomes a source', async () => {
    const before = await screen(inputsOf(POSSIBLE), options())
    expect(before.findings.find(({ party, kind }) => kind === 'listed' && party.id === 'peleng')?.confidence).toBe(
      'possible',
    )
    const report = await screened(await made('peleng', { decision: 'same', entries: [], by: 'B' }, POSSIBLE), POSSIBLE)
    expect(told(report)).toContain('exposed seller peleng 1')
    const listed = report.findings.find(({ party }) => party.id === 'peleng')
    expect(listed?.confidence).toBe('confirmed')
    expect(listed?.target.matches[0]?.explanation).toMatch(/Decided by B on 2024-07-24 to be the same/)
  })

  test('who was the same stays the same, also where the record no longer finds the entry', async () => {
    const decisions = await made('peleng', { decision: 'same', entries: [] }, POSSIBLE)
    const renamed = replaced(POSSIBLE, 'entities', 'peleng,Peleng,', 'peleng,Quite Another Name,')
    expect(told(await screen(inputsOf(renamed), options()))).not.toContain('listed peleng peleng 0')
    expect(told(await screened(decisions, renamed))).toContain('exposed seller peleng 1')
  })

  test('a later word on the same match stands in the place of the earlier', async () => {
    const not = await made('peleng', { decision: 'not-same', entries: [] })
    const yes = await made('peleng', { decision: 'same', entries: [] }, TEXTS, await asFile(not))
    const all = yes.reduce<readonly Decision[]>(withDecision, not)
    expect(all.map(({ decision }) => decision)).toEqual(['same'])
  })
})

describe('a waiver lapses, and says why', () => {
  const ONE: Texts = {
    ...TEXTS,
    list: csv(LIST, [FIRST]),
    transactions: csv('id,kind,from,to,date', [
      'T1,supply,seller,middle,2019-05-01',
      'T2,supply,middle,peleng,2019-06-01',
    ]),
  }

  test.each<[string, (texts: Texts) => Texts, RegExp]>([
    [
      'with fewer hops',
      (texts) => ({ ...texts, transactions: `${texts.transactions ?? ''}T9,supply,seller,peleng,2019-01-01\n` }),
      /at 1 hop, and was at 2/,
    ],
    [
      'with a new list',
      (texts) => ({ ...texts, list: `${texts.list}E9,UK,Peleng JSC,BY,company,,2020-01-01\n` }),
      /on a new list, UK/,
    ],
    [
      'with another name of the entry',
      (texts) => replaced(texts, 'list', 'E1,OFAC SDN,Peleng JSC', 'E1,OFAC SDN,Peleng OAO'),
      /entry E1 of OFAC SDN changed/,
    ],
    [
      'with a number of the party',
      (texts) =>
        replaced(
          texts,
          'entities',
          'seller,Harmless Flanges Limited,CN,company,',
          'seller,Harmless Flanges Limited,CN,company,123',
        ),
      /a new identifier/,
    ],
    [
      'with another name of the party',
      (texts) => replaced(texts, 'entities', 'Harmless Flanges Limited', 'Harmful Flanges Limited'),
      /a new name "Harmful/,
    ],
    [
      'with a deal after the designation',
      (texts) => replaced(texts, 'transactions', '2019-05-01', '2022-05-01'),
      /after the designation/,
    ],
  ])('%s', async (_what, change, why) => {
    const decisions = await made('seller', WAIVE, ONE)
    const calm = await screened(decisions, ONE)
    expect([codes(calm), told(calm).filter((one) => one.startsWith('exposed seller'))]).toEqual([[], []])
    const report = await screened(decisions, change(ONE))
    expect(codes(report)).toEqual(['decision-lapsed'])
    expect(said(report)).toMatch(why)
    expect(told(report).some((one) => one.startsWith('exposed seller peleng'))).toBe(true)
    expect(report.problems.find(({ code }) => code === 'decision-lapsed')).toMatchObject({
      file: 'decisions.json',
      line: 4,
    })
  })

  test('when what was possible is confirmed', async () => {
    const possible = replaced(ONE, 'entities', 'peleng,Peleng JSC,BY', 'peleng,Peleng,')
    const decisions = await made('peleng', WAIVE, possible)
    expect(told(await screened(decisions, possible))).not.toContain('listed peleng peleng 0')
    const confirmed = await screened(decisions, replaced(possible, 'entities', 'peleng,Peleng,', 'peleng,Peleng,BY'))
    expect(said(confirmed)).toMatch(/what was possible is confirmed/)
  })

  test.each<[string, (texts: Texts) => Texts]>([
    [
      'more evidence of the same step',
      (texts) => ({ ...texts, transactions: `${texts.transactions ?? ''}T9,supply,seller,middle,2019-01-01\n` }),
    ],
    ['another programme, date or remark of the entry', (texts) => replaced(texts, 'list', '2020-01-01', '2020-02-02')],
    [
      'the same name written another way',
      (texts) => replaced(texts, 'entities', 'Harmless Flanges Limited', 'HARMLESS  FLANGES LIMITED.'),
    ],
    [
      'an entry that has nothing to do with it',
      (texts) => ({ ...texts, list: `${texts.list}E7,UK,Nobody In Particular Ltd,GB,company,,2020-01-01\n` }),
    ],
  ])('and not for %s', async (_what, change) => {
    const decisions = await made('seller', WAIVE, ONE)
    const report = await screened(decisions, change(ONE))
    expect(codes(report)).toEqual([])
    expect(report.waived).toHaveLength(1)
  })

  test('on the day after its last, which is said', async () => {
    const decisions = await made('seller', WAIVE, ONE)
    expect((await screened(decisions, ONE, '2025-01-31')).waived).toHaveLength(1)
    const report = await screened(decisions, ONE, '2025-02-01')
    expect([report.waived.length, codes(report)]).toEqual([0, ['decision-expired']])
    expect(told(report)).toContain('exposed seller peleng 2')
  })

  test('one that matches nothing is said', async () => {
    const decisions = await made('seller', WAIVE, ONE)
    const report = await screened(decisions, {
      ...ONE,
      transactions: csv('id,kind,from,to,date', ['T2,supply,middle,peleng,2019']),
    })
    expect(codes(report)).toEqual(['decision-unused'])
  })
})

describe('a word on a match', () => {
  test.each<[string, (texts: Texts) => Texts, string]>([
    [
      'the party has a number now',
      (texts) => replaced(texts, 'entities', 'peleng,Peleng JSC,BY,company,', 'peleng,Peleng JSC,BY,company,1'),
      'decision-lapsed',
    ],
    ['the entry has another name', (texts) => replaced(texts, 'list', 'Peleng JSC', 'OAO Peleng'), 'decision-lapsed'],
    ['the entry is on no list', (texts) => ({ ...texts, list: csv(LIST, [SECOND]) }), 'decision-unused'],
    [
      'the party is in no record',
      (texts) => ({
        ...texts,
        entities: (texts.entities ?? '').replace('peleng,', 'p2,'),
        transactions: csv('id,kind,from,to', ['T1,supply,seller,p2']),
      }),
      'decision-unused',
    ],
  ])('not the same: where %s it does not count, and is said', async (_what, change, code) => {
    const decisions = await made('peleng', { decision: 'not-same', entries: [] })
    const report = await screened(decisions, change(TEXTS))
    expect(codes(report)).toEqual([code])
    expect(report.decided).toEqual([])
  })
})

describe('the file of decisions', () => {
  test('is the same bytes, in whatever order they were made', async () => {
    const all = [
      ...(await made('seller', WAIVE)),
      ...(await made('middle', WAIVE)),
      ...(await made('peleng', { decision: 'not-same', entries: [] })),
    ]
    expect(decisionsText(all.toReversed())).toBe(decisionsText(all))
    const read = await asFile(all)
    expect(read.problems).toEqual([])
    expect(decisionsText(read.decisions.map(({ decision }) => decision))).toBe(decisionsText(all))
  })

  test('keeps what was decided on, with a line for who reviews it', async () => {
    const [waiver] = (await made('seller', WAIVE)) as [Waiver]
    expect(waiver).toMatchObject({
      about: 'Harmless Flanges Limited: exposed, confirmed, 1 hop from Peleng JSC (OFAC SDN E1)',
      kind: 'exposed',
      party: { id: 'seller', names: ['Harmless Flanges Limited'], countries: ['CN'], identifiers: [] },
      entries: [{ list: 'OFAC SDN', entryId: 'E1', name: 'Peleng JSC' }],
      hops: 1,
      afterDesignation: 'no',
      chain: 'Harmless Flanges Limited ─supply→ Peleng JSC',
      decidedOn: '2024-07-24',
    })
    const [match] = (await made('peleng', { decision: 'not-same', entries: ['E1'] })) as [MatchDecision]
    expect(match.about).toBe('Peleng JSC is not Peleng JSC, entry E1 of OFAC SDN (confirmed, score 1.00, by name)')
  })

  const broken = async (change: (text: string) => string) => {
    const text = decisionsText([...(await made('seller', WAIVE)), ...(await made('middle', WAIVE))])
    return readDecisions(textSource('d.json', change(text)))
  }

  test.each<[string, (text: string) => string, RegExp, number | undefined]>([
    ['no JSON', () => '{', /expected JSON/, undefined],
    ['marks of a merge', (text) => `<<<<<<< ours\n${text}`, /expected JSON/, undefined],
    ['a list', () => '[]', /expected a file of decisions/, undefined],
    [
      'another schema',
      (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      /expected "schemaVersion" 1, got 2/,
      undefined,
    ],
    ['a missing reason', (text) => text.replace(/ *"reason": .*\n/u, ''), /"reason"/, 4],
    ['a blank reason', (text) => text.replace('"flanges for a farm"', '"  "'), /expected a reason/, 4],
    [
      'a missing expiry',
      (text) => text.replace('"decidedOn": "2024-07-24",\n      "expires": "2025-01-31"', '"decidedOn": "2024-07-24"'),
      /"expires"/,
      4,
    ],
    ['a day that is none', (text) => text.replace('2025-01-31', '2025-02-30'), /expected a day/, 4],
    ['an unknown decision', (text) => text.replace('"waive"', '"ignore"'), /"decision"/, 4],
    ['a field that is not known', (text) => text.replace('"hops"', '"hopps"'), /hopps/, 4],
  ])('%s is told, with its line', async (_what, change, message, line) => {
    const { problems } = await broken(change)
    expect(problems[0]).toMatchObject({ severity: 'error', code: 'bad-decision', file: 'd.json' })
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
    expect(problems[0]?.line).toBe(line)
  })

  test('two on the same are an error that names both lines', async () => {
    const [one] = await made('seller', WAIVE)
    if (one === undefined) throw new Error('nothing made')
    const { problems } = await readDecisions(textSource('d.json', decisionsText([one, one])))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ hint: 'the first is on line 4' })
    expect(problems[0]?.line).toBeGreaterThan(4)
  })

  test('a name with brackets and quotes does not lead the lines astray', async () => {
    const text = replaced(TEXTS, 'entities', 'Harmless Flanges Limited', '"Harm {[""less""]} \\ Flanges"')
    const decisions = [...(await made('middle', WAIVE, text)), ...(await made('seller', WAIVE, text))]
    const { decisions: read } = await asFile(decisions)
    const lines = decisionsText(decisions).split('\n')
    for (const { line } of read) expect(lines[line - 1]).toBe('    {')
    expect(read).toHaveLength(2)
  })
})

describe('what can not be decided', () => {
  test.each<[string, string, Verdict, RegExp]>([
    ['an unknown finding', 'exposed-0000000000000000', WAIVE, /which no record has/],
    ['a party without a finding', 'middle', { ...WAIVE }, /^$/],
    ['a finding that is no match', 'seller', { decision: 'not-same', entries: [] }, /has no match/],
    ['an entry that it does not match', 'peleng', { decision: 'same', entries: ['E9'] }, /no match to the entry "E9"/],
  ])('%s', async (_what, wanted, verdict, message) => {
    const { made: its, problems } = await decideOn(inputsOf(TEXTS), options(), wanted, verdict)
    if (message.source === '^$') expect([its.length, problems]).toEqual([1, []])
    else {
      expect(its).toEqual([])
      expect(problems.at(-1)?.message).toMatch(message)
    }
  })

  test('one of several matches, until it is said which', async () => {
    const texts = { ...TEXTS, list: `${TEXTS.list}E8,UK,Peleng JSC,BY,company,,2020\n` }
    const verdict = (entries: readonly string[]): Verdict => ({ decision: 'not-same', entries })
    const { problems } = await decideOn(inputsOf(texts), options(), 'peleng', verdict([]))
    expect(problems[0]).toMatchObject({ message: '"Peleng JSC" has 2 matches' })
    expect(await made('peleng', verdict(['UK:E8']), texts)).toHaveLength(1)
    expect(await made('peleng', verdict(['all']), texts)).toHaveLength(2)
  })
})

test('thousands of decisions are applied at once', async () => {
  const many = 2_000
  const number = Array.from({ length: many }, (_, at) => at)
  const letters = (at: number): string =>
    at < 26 ? String.fromCharCode(97 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`
  const name = (at: number) => `Vendor ${letters(at)}q Works`
  const texts: Texts = {
    entities: csv('id,name,country', ['peleng,Peleng JSC,BY', ...number.map((at) => `v${at},${name(at)},CN`)]),
    transactions: csv(
      'kind,from,to',
      number.map((at) => `supply,v${at},peleng`),
    ),
    list: csv(LIST, [FIRST]),
  }
  const [one] = (await made('v0', WAIVE, texts)) as [Waiver]
  const before = await screen(inputsOf(texts), options())
  const decisions = before.findings.flatMap((finding): Waiver[] =>
    finding.kind !== 'exposed'
      ? []
      : [
          {
            ...one,
            finding: finding.id,
            party: {
              id: finding.party.id,
              name: finding.party.name,
              names: [finding.party.name],
              countries: ['CN'],
              identifiers: [],
            },
          },
        ],
  )
  const report = await screened(decisions, texts)
  expect(codes(report)).toEqual([])
  expect(report.waived).toHaveLength(many)
  expect(told(report)).toEqual(['listed peleng peleng 0'])
})

describe('decisions on a party that stands on two lists', () => {
  const US = 'E1,OFAC SDN,Peleng JSC,BY,company,by-unp:100230519,2020-01-01'
  const UK = 'E9,UK,Some Other Words,BY,company,by-unp:100230519,2021-01-01'
  const texts: Texts = { ...TEXTS, list: csv(LIST, [US, UK]) }
  const listsOf = ({ findings }: Report) =>
    findings
      .filter(({ kind, party }) => kind === 'listed' && party.id === 'peleng')
      .map(({ target }) => target.matches.map(({ list, confidence }) => `${list} ${confidence}`))

  test('nothing is decided: one finding with both', async () => {
    const report = await screen(inputsOf(texts), options())
    expect(listsOf(report)).toEqual([['OFAC SDN confirmed', 'UK confirmed']])
  })

  test('not the one on the list whose name it bears: then not the other either', async () => {
    const decided = await made('peleng', { decision: 'not-same', entries: ['OFAC SDN:E1'], reason: 'a bakery' }, texts)
    expect(listsOf(await screened(decided, texts))).toEqual([])
  })

  test('not the one that is known through the other: the other stays', async () => {
    const decided = await made('peleng', { decision: 'not-same', entries: ['UK:E9'], reason: 'a wrong number' }, texts)
    expect(listsOf(await screened(decided, texts))).toEqual([['OFAC SDN confirmed']])
  })

  test('the same: what was possible by one list is confirmed on both', async () => {
    const near = replaced(texts, 'entities', 'peleng,Peleng JSC,BY', 'peleng,Pelengg JSC,BY')
    expect(listsOf(await screen(inputsOf(near), options()))).toEqual([['OFAC SDN possible', 'UK possible']])
    const decided = await made('peleng', { decision: 'same', entries: ['OFAC SDN:E1'] }, near)
    expect(listsOf(await screened(decided, near))).toEqual([['OFAC SDN confirmed', 'UK confirmed']])
  })
})
