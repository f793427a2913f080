import { describe, expect, test } from '@jest/globals'
import { gzipped } from '../sources/memory-source.js'
import { brief, links } from './reading.js'

describe('a whole transaction', () => {
  const expected = {
    id: 'T3',
    kind: 'supply',
    from: 'Morotack (Tianjin) Technology',
    to: 'Diaproektor',
    date: { text: '2024-02', first: 19_754, last: 19_782 },
    amount: '114000.00',
    currency: 'CNY',
    goods: 'flanges',
    hsCode: '7307.91',
    quantity: '200 units',
    via: ['Bank A', 'Forwarder B'],
    source: 'contract 7',
    knownOn: { text: '2024-07-24', first: 19_928, last: 19_928 },
  }
  const header = 'id,kind,from,to,date,amount,currency,goods,hs_code,quantity,via,source,known_on'
  const row =
    'T3,supply,Morotack (Tianjin) Technology,Diaproektor,2024-02,114000.00,cny,flanges,7307.91,200 units,Bank A; Forwarder B,contract 7,2024-07-24'
  const json =
    '{"id":"T3","kind":"Supply","from":"Morotack (Tianjin) Technology","to":"Diaproektor","date":"2024-02","amount":114000.00,"currency":"CNY","goods":"flanges","hs_code":"7307.91","quantity":"200 units","via":["Bank A","Forwarder B"],"source":"contract 7","known_on":"2024-07-24"}'
  const forms: readonly (readonly [form: string, content: string | Buffer, line: number])[] = [
    ['CSV', `${header}\n${row}\n`, 2],
    ['CSV, gzipped', gzipped(`${header}\r\n${row}\r\n`), 2],
    ['CSV with bars', `${header}\n${row}\n`.replaceAll(',', '|'), 2],
    ['JSON Lines', `\n${json}\n`, 2],
    ['JSON array', `[${json}]`, 1],
  ]
  test.each(forms)('from %s', async (_, content, line) => {
    const { records, problems, tally } = await links(content)
    expect(problems).toEqual([])
    expect(records).toEqual([{ ...expected, place: { file: 'test.csv', line } }])
    expect(tally.input()).toMatchObject({ role: 'transactions', rows: 1, accepted: 1, degraded: 0 })
  })
})

test('a whole relation', async () => {
  const { records, problems } = await links(
    'id,kind,from,to,percent,basis,since,until,source,known_on\nR1,owns,A,B,50.0,votes,2020,2024-01,register,2024\n',
    'relations',
  )
  expect(problems).toEqual([])
  expect(records).toMatchObject([
    {
      id: 'R1',
      kind: 'owns',
      from: 'A',
      to: 'B',
      percent: '50.0',
      basis: 'votes',
      date: { text: '2020' },
      until: { text: '2024-01' },
      source: 'register',
      knownOn: { text: '2024' },
    },
  ])
})

describe('columns that give the kind', () => {
  test.each([
    ['transactions', 'seller,buyer', 'supply'],
    ['transactions', 'Supplier,CUSTOMER', 'supply'],
    ['transactions', 'exporter,importer', 'supply'],
    ['transactions', 'shipper,consignee', 'supply'],
    ['transactions', 'payer,payee', 'payment'],
    ['transactions', 'originator,beneficiary', 'payment'],
    ['transactions', 'maker,integrator', 'component'],
    ['transactions', 'seller,consignee', 'supply'],
    ['transactions', 'from,buyer', 'supply'],
    ['relations', 'owner,owned', 'owns'],
    ['relations', 'member,group', 'member-of'],
    ['relations', 'officer,company', 'officer-of'],
  ] as const)('%s: %s is %s', async (role, header, kind) => {
    const { records, problems } = await links(`${header}\nA,B\n`, role)
    expect(problems).toEqual([])
    expect(records).toMatchObject([{ kind, from: 'A', to: 'B' }])
  })

  test('the order of the columns does not matter', async () => {
    expect((await links('buyer,seller\nB,A\n')).records).toMatchObject([{ from: 'A', to: 'B' }])
  })

  test.each([
    ['seller,buyer,kind\nA,B,component\n', 'component', []],
    ['seller,buyer,kind\nA,B,\n', 'supply', []],
    ['seller,buyer,kind\nA,B,payment\n', undefined, ['error:2 kind-contradiction kind']],
    ['payer,payee,kind\nA,B,supply\n', undefined, ['error:2 kind-contradiction kind']],
    ['payer,buyer,kind\nA,B,supply\n', undefined, ['error:2 kind-contradiction kind']],
    ['payer,buyer\nA,B\n', undefined, ['error:1 missing-column kind']],
  ])('beside a kind column: %j', async (content, kind, problems) => {
    const reading = await links(content)
    expect(reading.records[0]?.kind).toBe(kind)
    expect(reading.problems.map(brief)).toEqual(problems)
  })
})

describe('kinds', () => {
  test.each(['supply', 'payment', 'component', 'owns', 'controls', 'member-of', 'officer-of', 'acts-with', 'same-as'])(
    '%s is known in either file',
    async (kind) => {
      for (const role of ['transactions', 'relations'] as const) {
        expect((await links(`kind,from,to\n${kind.toUpperCase()},A,B\n`, role)).records).toMatchObject([{ kind }])
      }
    },
  )

  test('blanks and underscores are hyphens', async () => {
    expect((await links('kind,from,to\nmember_of,A,B\nActs with,A,B\n')).records.map(({ kind }) => kind)).toEqual([
      'member-of',
      'acts-with',
    ])
  })

  test('an unknown one rejects the row, with the nearest', async () => {
    const { problems, names, tally } = await links('kind,from,to,via\nsuply,A,B,C\ngift,A,B,\n,A,B,\n')
    expect(problems.map(brief)).toEqual([
      'error:2 unknown-kind kind',
      'error:3 unknown-kind kind',
      'error:4 unknown-kind kind',
    ])
    expect(problems[0]).toMatchObject({
      message: expect.stringContaining('got "suply"'),
      hint: 'did you mean "supply"?',
    })
    expect(problems[1]?.hint).toBeUndefined()
    expect(names).toEqual(['2:A', '2:B', '2:C', '3:A', '3:B', '4:A', '4:B'])
    expect(tally.input()).toMatchObject({ rows: 3, rejected: 3 })
  })
})

describe('ends', () => {
  test.each([
    ['kind,from,to\nsupply,,B\n', ['error:2 no-end from'], ['2:B']],
    ['kind,from,to\nsupply,A, \n', ['error:2 no-end to'], ['2:A']],
    ['seller,buyer,goods\n,,x\n', ['error:2 no-end seller', 'error:2 no-end buyer'], []],
    ['kind,from,to\nsupply,A,4.21E+11\n', ['error:2 spoilt-number to'], ['2:A', '2:4.21E+11']],
    ['{"kind":"supply","from":"A"}\n', ['error:1 no-end to'], ['1:A']],
  ])('%j', async (content, problems, names) => {
    const reading = await links(content)
    expect(reading.problems.map(brief)).toEqual(problems)
    expect(reading.names).toEqual(names)
    expect(reading.tally.rejected).toBe(1)
  })

  test('a supply to oneself is kept, and so are two links with one id', async () => {
    const { records } = await links('id,seller,buyer\n1,A,A\n1,A,B\n')
    expect(records).toHaveLength(2)
  })

  test('the own company stands in for one missing end, or for a column of them', async () => {
    expect((await links('seller,buyer\n,B\nA,\n,\n', 'transactions', { self: 'ME' })).records).toMatchObject([
      { from: 'ME', to: 'B' },
      { from: 'A', to: 'ME' },
    ])
    const ledger = await links('supplier,amount\nA,5\n,6\n', 'transactions', { self: 'ME' })
    expect(ledger.records).toMatchObject([{ from: 'A', to: 'ME', amount: '5' }])
    expect(ledger.problems.map(brief)).toEqual(['error:3 no-end supplier', 'error:3 no-end to'])
    expect((await links('supplier\nA\n')).problems.map(brief)).toEqual(['error:1 missing-column to'])
  })

  test('never in a relation', async () => {
    expect((await links('owner,owned\n,B\n', 'relations', { self: 'ME' })).tally.rejected).toBe(1)
  })
})

test('an error of a spreadsheet is no name, and whoever is an end already no handler', async () => {
  const { records, problems } = await links(
    'seller,buyer,notify party,forwarder\n#N/A,B,,\nA,#BEZUG!,,\nA,B,Same as consignee,Agent\nA,B,SAME AS ABOVE,#NV\nA,B,"SAME AS CONSIGNEE, Minsk",\n#12 Works,B,Same Ltd,\n',
  )
  expect(problems.map(brief)).toEqual(['error:2 no-end seller', 'error:3 no-end buyer'])
  expect(records.map(({ from, via }) => [from, ...via])).toEqual([
    ['A', 'Agent'],
    ['A'],
    ['A'],
    ['#12 Works', 'Same Ltd'],
  ])
})

describe('a bad value degrades the row', () => {
  test.each([
    ['date', '01.02.2024', 'bad-date'],
    ['date', '2024-2-1', 'bad-date'],
    ['date', '2024-02-01T00:00:00Z', 'bad-date'],
    ['date', '2023-02-29', 'bad-date'],
    ['amount', '"5,560,000"', 'bad-amount'],
    ['amount', '5 560 000', 'bad-amount'],
    ['amount', '"114000,50"', 'bad-amount'],
    ['amount', '1.14E+05', 'bad-amount'],
    ['amount', 'much', 'bad-amount'],
    ['currency', '¥', 'bad-currency'],
    ['hs_code', '854141x', 'bad-hs-code'],
    ['hs_code', '10121', 'bad-hs-code'],
    ['known_on', 'yesterday', 'bad-date'],
  ])('%s %s', async (column, value, code) => {
    const { records, problems, tally } = await links(`seller,buyer,${column}\nA,B,${value}\n`)
    expect(problems.map(brief)).toEqual([`warning:2 ${code} ${column}`])
    expect(records).toEqual([{ kind: 'supply', from: 'A', to: 'B', via: [], place: { file: 'test.csv', line: 2 } }])
    expect(tally.input()).toMatchObject({ accepted: 1, rejected: 0, degraded: 1 })
  })

  test.each([
    ['percent', '50%', 'write it as 50'],
    ['percent', '"50,5"', 'say the form in the config, as in "decimalComma": true'],
    ['percent', '-5', undefined],
    ['percent', '120', undefined],
    ['percent', '100.0000000000000000001', undefined],
    ['percent', 'fifty', undefined],
    ['basis', 'share', 'did you mean "shares"?'],
  ])('%s %s', async (column, value, hint) => {
    const { records, problems, tally } = await links(`owner,owned,${column}\nA,B,${value}\n`, 'relations')
    expect(records).toEqual([{ kind: 'owns', from: 'A', to: 'B', via: [], place: { file: 'test.csv', line: 2 } }])
    expect(problems).toMatchObject([{ severity: 'warning', column }])
    expect(problems[0]?.hint).toBe(hint)
    expect(tally.degraded).toBe(1)
  })

  test.each([
    ['amount', '-5', 'amount'],
    ['amount', '12345678901234567890.123456789', 'amount'],
    ['hs_code', '8541.41.00', 'hsCode'],
    ['hs_code', '010121', 'hsCode'],
    ['currency', 'RMB', 'currency'],
  ] as const)('good: %s %s', async (column, value, field) => {
    const { records, problems } = await links(`seller,buyer,${column}\nA,B,${value}\n`)
    expect(problems).toEqual([])
    expect(records[0]?.[field]).toBe(value)
  })

  test('JSON numbers keep every digit, with an exponent too', async () => {
    const { records, problems } = await links(
      '{"seller":1,"buyer":"B","amount":12345678901234567890.10}\n{"seller":"A","buyer":"B","amount":1.5e6}\n',
    )
    expect(problems).toEqual([])
    expect(records.map(({ from, amount }) => [from, amount])).toEqual([
      ['1', '12345678901234567890.10'],
      ['A', '1500000'],
    ])
  })
})

describe('a bad file is refused', () => {
  test.each([
    ['kind,from\nsupply,A\n', ['error:1 missing-column to']],
    ['from,to\nA,B\n', ['error:1 missing-column kind']],
    ['a,b\nA,B\n', ['error:1 missing-column from']],
    ['seller,exporter,buyer\nA,B,C\n', ['error:1 doubled-column exporter']],
    ['kind,from,seller,to\nsupply,A,B,C\n', ['error:1 doubled-column seller']],
    ['kind,kind,from,to\nsupply,supply,A,B\n', ['error:1 doubled-column kind']],
  ])('%j', async (content, problems) => {
    const reading = await links(content)
    expect(reading.problems.map(brief)).toEqual(problems)
    expect(reading.tally.input()).toMatchObject({ rows: 1, accepted: 0, rejected: 1 })
  })

  test('a column of the other file is no known one, and is named', async () => {
    const { problems } = await links('seller,buyer,percent\nA,B,5\n')
    expect(problems).toMatchObject([{ code: 'unknown-columns', message: expect.stringContaining('"percent"') }])
  })
})

test('problems come in the order of the file, quoted rows or not', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => (index % 3 === 0 ? `"A",B,"bad"` : 'A,B,bad'))
  const { problems } = await links(`seller,buyer,date\n${rows.join('\n')}\n`)
  expect(problems.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2))
})
