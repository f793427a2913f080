import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gzipped } from '../sources/memory-source.js'
import { brief, entities } from './reading.js'

describe('a whole record', () => {
  const expected = {
    id: 'P1',
    name: 'ОАО "Пеленг"',
    type: 'company',
    country: 'BY',
    aliases: ['Peleng', 'PELENG OAO'],
    identifiers: [
      { scheme: 'by-unp', value: '100230519', country: 'BY' },
      { scheme: 'lei', value: '253400V1H6ART1UQ0N98' },
      { scheme: 'tax_id', value: '100230519', country: 'BY' },
    ],
    address: 'Minsk, Makaenka 23',
    founded: { text: '1974', first: 1461, last: 1825 },
  }
  const header = 'id;name;type;country;aliases;identifiers;address;founded;LEI;Tax ID'
  const row =
    'P1;"ОАО ""Пеленг""";Company;Belarus;"Peleng; PELENG OAO";by-unp:100230519;Minsk, Makaenka 23;1974;253400V1H6ART1UQ0N98;100230519'
  const json = {
    id: 'P1',
    name: 'ОАО "Пеленг"',
    type: 'company',
    country: 'BLR',
    aliases: ['Peleng', 'PELENG OAO'],
    identifiers: ['by-unp:100230519'],
    address: 'Minsk, Makaenka 23',
    founded: 1974,
    lei: '253400V1H6ART1UQ0N98',
    'tax-id': 100230519,
  }
  const forms: readonly (readonly [form: string, content: string | Buffer, format: string, line: number])[] = [
    ['CSV', `${header}\n${row}\n`, 'csv', 2],
    ['CSV with BOM and CRLF', `\uFEFF${header}\r\n${row}\r\n`, 'csv', 2],
    ['CSV, gzipped', gzipped(`${header}\n\n${row}`), 'csv.gz', 3],
    ['JSON Lines', `${JSON.stringify(json)}\n`, 'jsonl', 1],
    ['JSON Lines, gzipped', gzipped(JSON.stringify(json)), 'jsonl.gz', 1],
    ['JSON array', `[\n${JSON.stringify(json, undefined, 2)}\n]`, 'json', 2],
    ['JSON array, gzipped', gzipped(JSON.stringify([json])), 'json.gz', 1],
  ]
  test.each(forms)('from %s', async (_, content, format, line) => {
    const { records, problems, tally } = await entities(content)
    expect(problems).toEqual([])
    expect(records).toEqual([{ ...expected, place: { file: 'test.csv', line } }])
    expect(tally.input()).toMatchObject({ role: 'entities', format, rows: 1, accepted: 1, rejected: 0, degraded: 0 })
  })

  test('from every delimiter', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const { records } = await entities(['id', 'name'].join(delimiter) + '\n' + ['1', 'Peleng'].join(delimiter))
      expect(records).toMatchObject([{ id: '1', name: 'Peleng', type: 'unknown', aliases: [], identifiers: [] }])
    }
  })
})

describe('a bad value degrades the row', () => {
  test.each([
    [
      'country',
      'Russlannd',
      'bad-country',
      'expected an ISO 3166 code or country name, got "Russlannd"',
      'did you mean "Russland" (RU)?',
    ],
    ['country', '00', 'bad-country', 'expected an ISO 3166 code or country name, got "00"', undefined],
    ['type', 'compny', 'bad-type', expect.stringContaining('got "compny"'), 'did you mean "company"?'],
    [
      'founded',
      '31.12.1974',
      'bad-date',
      'expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got "31.12.1974"',
      expect.anything(),
    ],
    ['founded', '1974-02-30', 'bad-date', 'expected a day that exists, got "1974-02-30"', undefined],
    [
      'identifiers',
      '100230519',
      'bad-identifier',
      'expected an identifier as scheme:value, got "100230519"',
      expect.anything(),
    ],
    ['identifiers', 'unp:1.0023E+08', 'spoilt-identifier', expect.stringContaining('1.0023E+08'), expect.anything()],
    ['tax_id', '1.0023E+08', 'spoilt-identifier', expect.stringContaining('1.0023E+08'), expect.anything()],
    ['id', '4.21E+11', 'spoilt-identifier', expect.stringContaining('4.21E+11'), expect.anything()],
  ])('%s %j', async (column, value, code, message, hint) => {
    const { records, rows, problems, tally } = await entities(`name,${column}\nPeleng,${value}\n`)
    expect(records).toEqual([
      { name: 'Peleng', type: 'unknown', aliases: [], identifiers: [], place: { file: 'test.csv', line: 2 } },
    ])
    expect(rows).toEqual([{ row: 0, degraded: true }])
    expect(problems).toEqual([
      {
        severity: code === 'spoilt-identifier' ? 'error' : 'warning',
        code,
        message,
        ...(hint === undefined ? {} : { hint }),
        file: 'test.csv',
        line: 2,
        column,
      },
    ])
    expect(tally.input()).toMatchObject({ rows: 1, accepted: 1, rejected: 0, degraded: 1 })
  })

  test('a number that a spreadsheet spoilt is no name either', async () => {
    const { records, problems } = await entities('name\n4.21E+11\n"4,21E+11"\nE+11 Ltd\n')
    expect(records.map(({ name }) => name)).toEqual(['E+11 Ltd'])
    expect(problems.map(brief)).toEqual(['error:2 no-name name', 'error:3 no-name name'])
  })

  test('the column is named as the file writes it, and a row with two bad values is one degraded row', async () => {
    const { problems, tally } = await entities('Name, Country ,FOUNDED\nPeleng,Nowhere,soon\n')
    expect(problems.map(brief)).toEqual(['warning:2 bad-country Country', 'warning:2 bad-date FOUNDED'])
    expect(tally.degraded).toBe(1)
  })

  test('of several values the good ones are kept', async () => {
    const { records, tally } = await entities('name,identifiers\nPeleng,unp:1;rubbish;lei:2\n')
    expect(records[0]?.identifiers).toEqual([
      { scheme: 'unp', value: '1' },
      { scheme: 'lei', value: '2' },
    ])
    expect(tally.degraded).toBe(1)
  })

  test('JSON values of the wrong kind', async () => {
    const { records, problems, tally } = await entities(
      '{"name":"A","aliases":["B",{}],"country":{"code":"BY"},"address":true,"x":{}}\n',
    )
    expect(records).toMatchObject([{ name: 'A', aliases: ['B'] }])
    expect(problems.map(brief)).toEqual([
      'warning:1 bad-value aliases',
      'warning:1 bad-value country',
      'warning:1 bad-value address',
      'warning: unknown-columns',
    ])
    expect(tally.degraded).toBe(1)
  })
})

describe('a bad row is rejected, its names are kept', () => {
  test.each([
    ['no name', 'id,name,aliases\n1,,Peleng;BelOMO\n', ['error:2 no-name name'], ['2:Peleng', '2:BelOMO']],
    ['a name of marks alone', 'id,name\n1,---\n', ['error:2 no-name name'], []],
    ['too few fields', 'id,name,country\n1,Peleng\n', ['error:2 row-short'], ['2:Peleng']],
    ['too many fields', 'id,name,country\n1,Peleng, JSC,BY\n', ['error:2 row-long'], ['2:Peleng']],
    ['an open quote', 'id,name\n1,"Peleng\n2,VTB\n', ['error:2 broken-row'], ['2:Peleng']],
    ['text after a quote', 'id,name\n1,"Peleng" JSC\n2,VTB\n', ['error:2 broken-row'], ['2:Peleng JSC']],
    [
      'a cut-off JSON line',
      '{"name":"VTB"}\n{"name":"Peleng","aliases":["Пеленг"],"country":"B',
      ['error:2 broken-row'],
      ['2:Peleng', '2:Пеленг'],
    ],
    ['JSON that is no object', '{"name":"VTB"}\n[1]\n"x"\n', ['error:2 broken-row', 'error:3 broken-row'], []],
    [
      'a JSON name that is no text',
      '{"name":{"en":"VTB"}}\n',
      ['warning:1 bad-value name', 'error:1 no-name name'],
      [],
    ],
    ['two keys for one field', '{"name":"VTB","NAME":"Peleng"}\n', ['error:1 broken-row NAME'], ['1:VTB']],
  ])('%s', async (_, content, problems, names) => {
    const reading = await entities(content)
    expect(reading.problems.map(brief)).toEqual(problems)
    expect(reading.names).toEqual(names)
    const { rows, accepted, rejected } = reading.tally
    expect(rows).toBe(accepted + rejected)
    expect(rejected).toBe(problems.filter((problem) => problem.startsWith('error')).length)
    expect(reading.records).toHaveLength(accepted)
  })

  test('what was expected and what stood there', async () => {
    const { problems } = await entities('id,name,country\n1,Peleng\n2,a,b,c\n3,,BY\n')
    expect(problems.map(({ message }) => message)).toEqual([
      'expected 3 fields as in the header, got 2',
      'expected 3 fields as in the header, got 4',
      'expected a name, got nothing',
    ])
  })
})

describe('a bad file', () => {
  test.each([
    [
      'no name column',
      'id,nmae\n1,Peleng\n2,VTB\n',
      ['error:1 missing-column name'],
      'did you mean "name" where it says "nmae"?',
    ],
    [
      'a column twice',
      'name,Country,country\nPeleng,BY,BY\nVTB,RU,RU\n',
      ['error:1 doubled-column country'],
      'say which it is, as in --map "country=Country#1"',
    ],
    ['a header with a broken quote', '"na"me,id\nPeleng,1\nVTB,2\n', ['error:1 broken-header'], undefined],
  ])('%s refuses it: every row is rejected', async (_, content, problems, hint) => {
    const reading = await entities(content)
    expect(reading.problems.map(brief)).toEqual(problems)
    expect(reading.problems[0]?.hint).toBe(hint)
    expect(reading.tally.input()).toMatchObject({ rows: 2, accepted: 0, rejected: 2 })
    expect(reading.records).toEqual([])
  })

  test('names of a refused file are kept where its name column is known', async () => {
    const { names } = await entities('name,country,country\nPeleng,BY,BY\n')
    expect(names).toEqual(['2:Peleng'])
  })

  test.each([
    ['a header alone', 'id,name\n', 'warning: no-rows'],
    ['a JSON array of nothing', '[]', 'warning: no-rows'],
    ['no bytes', '', 'error: empty-file'],
    ['no bytes, gzipped', gzipped(''), 'error: empty-file'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'error: not-text'],
    ['XML', '<sdnList/>', 'error: not-records'],
    ['an array that is cut off', '[{"name":"Peleng"},', 'error:1 broken-json'],
    ['UTF-8 and cp1252', Buffer.from('name\nM\xc3\xbcller\nM\xfcller\n', 'latin1'), 'error:3 mixed-encodings'],
  ])('%s', async (_, content, problem) => {
    const { problems, tally } = await entities(content)
    expect(problems.map(brief)).toEqual([problem])
    expect(tally.input()).toMatchObject({ path: 'test.csv', bytes: Buffer.byteLength(content), rejected: 0 })
  })
})

describe('columns', () => {
  test('unknown ones are named once, in one warning, with what they may mean', async () => {
    const { problems, records } = await entities('name,Contry,colour,,__proto__\nPeleng,BY,red,,1\nVTB,RU,blue,,2\n')
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'unknown-columns',
        message: 'columns that are not known are left alone: "Contry", "colour", one without a name, "__proto__"',
        hint: 'did you mean "country" where it says "Contry"?',
        file: 'test.csv',
        line: 1,
      },
    ])
    expect(records).toHaveLength(2)
  })

  test('identifiers have columns of their own', async () => {
    const { records, problems } = await entities(
      'name,country,swift,bic,imo,unp,by_unp,registration-number,INN\nPeleng,BY,VTBRRUMM,VTBRRUM2,9826902,1,2,3;4,5\n',
    )
    expect(problems).toEqual([])
    expect(records[0]?.identifiers).toEqual([
      { scheme: 'swift', value: 'VTBRRUMM' },
      { scheme: 'bic', value: 'VTBRRUM2' },
      { scheme: 'imo', value: '9826902' },
      { scheme: 'unp', value: '1', country: 'BY' },
      { scheme: 'by-unp', value: '2', country: 'BY' },
      { scheme: 'registration_number', value: '3', country: 'BY' },
      { scheme: 'registration_number', value: '4', country: 'BY' },
      { scheme: 'inn', value: '5', country: 'BY' },
    ])
  })
})

test('hostile values do no harm in messages', async () => {
  const { problems } = await entities(`name,country\nA,\u001b[31m\u202e${'x'.repeat(500)}\n`)
  const message = problems[0]?.message ?? ''
  expect(message).toContain(String.raw`"\u001b[31m\u{202e}xxx`)
  expect(message.length).toBeLessThan(160)
})

const messy = fc.string({
  unit: fc.constantFrom('a', 'б', '"', ',', '\n', '\r\n', ' ', ';', '1', '{', '}', '[', ']', ':'),
  maxLength: 80,
})

test('rows = accepted + rejected, and every rejected row has its error with file and line, whatever the file holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      messy,
      fc.constantFrom('name,country\n', 'id,name\n', '', '{"name":"x"}\n', '['),
      fc.integer({ min: 1, max: 30 }),
      async (text, header, size) => {
        const { tally, records, problems } = await entities(header + text, { chunkSize: size })
        const errors = problems.filter(({ severity }) => severity === 'error')
        expect(tally.rows).toBe(tally.accepted + tally.rejected)
        expect(records).toHaveLength(tally.accepted)
        expect(tally.degraded).toBeLessThanOrEqual(tally.accepted)
        if (tally.rejected > 0) expect(errors.length).toBeGreaterThan(0)
        if (tally.rows === 0) expect(problems.length).toBeGreaterThan(0)
        for (const error of errors) expect(error.file).toBe('test.csv')
        const lines = records.map(({ place }) => place.line)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 400 },
  )
})

test('a state of old is kept as such, and its number is of no register of today', async () => {
  const { records, problems } = await entities('name,country,tax_id\nPeleng,SU,100230519\n')
  expect(problems).toEqual([])
  expect(records).toMatchObject([{ country: 'SU', identifiers: [{ scheme: 'tax_id', value: '100230519' }] }])
  expect(records[0]?.identifiers[0]).not.toHaveProperty('country')
})
