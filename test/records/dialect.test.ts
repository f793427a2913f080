import { describe, expect, test } from '@jest/globals'
import { encode } from '../sources/encode.js'
import { gzipped } from '../sources/memory-source.js'
import { entities, links } from './reading.js'

const brief = ({ severity, code, line }: { severity: string; code: string; line?: number }): string =>
  `${severity}:${line ?? ''} ${code}`

describe('the header is found by its columns', () => {
  test.each([
    ['a title', 'Vendor master 2024\nid,name\n1,Peleng\n', 3],
    ['a title with the width of the table', 'Vendor master 2024;;\n;;\nid;name;country\n1;Peleng;BY\n', 4],
    ['a word and what it says', 'Report date:,01.02.2024,\nCompany code,1000,\n\nid,name,country\n1,Peleng,BY\n', 5],
    ['a title with another delimiter', 'Vendors, as of today\nid;name;country\n1;Peleng;BY\n', 3],
    ['a title that is called like a column', 'Name\nid;name;country\n1;Peleng;BY\n', 3],
    ['a line for the spreadsheet', 'sep=;\nid;name;country\n1;Peleng;BY\n', 3],
    ['the same in quotes', '"sep=;"\r\nid;name;country\r\n1;Peleng;BY\r\n', 3],
    ['a title after it', 'sep=;\nVendors\nid;name;country\n1;Peleng;BY\n', 4],
  ])('below %s', async (_, text, line) => {
    for (const bytes of [Buffer.from(text), encode(text, 'utf-16le'), gzipped(text)]) {
      const { records, tally } = await entities(bytes)
      expect(records).toMatchObject([{ id: '1', name: 'Peleng', place: { line } }])
      expect([tally.rows, tally.rejected]).toEqual([1, 0])
    }
  })

  test('rules across the page are no rows, as SAP draws them', async () => {
    const rule = '-'.repeat(25)
    const text = [
      'List of vendors',
      rule,
      '|id  |name     |country|',
      rule,
      '|1   |Peleng   |BY     |',
      '|----|---------|-------|',
      '',
    ]
    const { records, tally, problems } = await entities(text.join('\r\n'))
    expect(records).toMatchObject([{ id: '1', name: 'Peleng', country: 'BY', place: { line: 5 } }])
    expect(tally.input()).toMatchObject({ rows: 1, rejected: 0 })
    expect(problems.map(brief)).toEqual(['warning:3 title-rows', 'warning:3 unknown-columns'])
    expect(problems[0]?.message).toContain(': "List of vendors"')
  })

  test('what stands above it is said', async () => {
    const { problems } = await entities('Vendor master\nas of,01.02.2024\nid,name,country\n1,Peleng,BY\n')
    expect(problems.map(brief)).toEqual(['warning:3 title-rows'])
    expect(problems[0]?.message).toContain('"Vendor master", "as of 01.02.2024"')
  })

  test('what may be a record is no title', async () => {
    const { problems, records, names } = await entities('7,Peleng,BY\nid,name,country\n1,Acme,BY\n')
    expect(problems.map(brief)).toEqual(['error:1 missing-column'])
    expect([records, names]).toEqual([[], []])
    expect((await entities('Peleng\nname\nAcme\n')).problems.map(brief)).toEqual(['error:1 missing-column'])
  })

  test('one column needs no delimiter', async () => {
    const { records } = await entities('name\nPeleng; Minsk\nAcme, Inc\n', { said: { delimiter: '|' } })
    expect(records.map(({ name }) => name)).toEqual(['Peleng; Minsk', 'Acme, Inc'])
  })
})

describe('rows that are none', () => {
  test.each([
    ['id;name;amount\n1;Peleng;5\nTotal;;5\n', 1, ['warning:3 total-row']],
    ['id;name;amount\n1;Peleng;5\n;;\n;;\nSumme:;;1.234,50\n;;\n', 1, ['warning:5 total-row']],
    ['id;name;amount\n1;Peleng;5\n;;\n;;\n', 1, []],
    ['id;name;amount\n1;Peleng;5\nИтого;;5\nВсего;;7 000,00\n', 1, ['warning:3 total-row', 'warning:4 total-row']],
    // There are companies of that name.
    ['id;name;amount\n1;Peleng;5\n2;Total;5\n', 2, []],
    ['id;name;amount\n1;Peleng;5\n;Total;5\n', 2, []],
    ['id;name;amount\n1;Peleng;5\nTotal;;\n', 1, ['error:3 no-name']],
    ['id;name;amount\n1;Peleng;5\nTotal;;five\n', 1, ['error:3 no-name']],
  ])('%j', async (text, records, problems) => {
    const found = await entities(text)
    expect(found.records).toHaveLength(records)
    expect(found.problems.map(brief).filter((problem) => !problem.includes('unknown-columns'))).toEqual(problems)
    expect(found.tally.rows).toBe(records + found.tally.rejected)
  })

  test.each([
    ['seller,buyer,date,amount\nA,B,2024-01-01,5\nTotal,,,5\n', {}, 1, ['warning:3 total-row']],
    ['seller,buyer,date,amount\nA,B,2024-01-01,5\n,,Total,5\n', {}, 1, ['warning:3 total-row']],
    ['seller,buyer,date,amount,currency\nA,B,2024-01-01,5,EUR\nTotal,,,5,EUR\n', {}, 1, ['warning:3 total-row']],
    ['seller,buyer,date,amount,currency\nA,B,2024-01-01,5,EUR\nTotal,,,,EUR\n', {}, 1, ['error:3 no-end']],
    ['seller,buyer,date,amount\nTotal,B,2024-01-01,5\n', {}, 1, []],
    ['seller,buyer,date,amount\nTotal,,2024-01-01,5\n', {}, 0, ['error:2 no-end']],
    // Between Total and the own company there may have been a supply.
    ['supplier,date,amount\nA,2024-01-01,5\nTotal,,5\n', { self: 'ME' }, 2, []],
    ['supplier,date,amount\nA,2024-01-01,5\n,Total,5\n', { self: 'ME' }, 1, ['warning:3 total-row']],
    [
      'x,supplier,amount\n,A,5\n*,,5\n**,,5\n',
      { self: 'ME' },
      1,
      ['warning:1 unknown-columns', 'warning:3 total-row', 'warning:4 total-row'],
    ],
  ])('%j', async (text, options, records, problems) => {
    const found = await links(text, 'transactions', options)
    expect(found.records).toHaveLength(records)
    expect(found.problems.map(brief)).toEqual(problems)
  })

  test.each([
    ['seller,buyer', ['seller,buyer', 'Seller,BUYER', 'buyer, seller']],
    ['seller,buyer,goods', ['goods,seller,buyer']],
    ['Поставщик,Покупатель', ['ПОСТАВЩИК,ПОКУПАТЕЛЬ']],
  ])('%s again is an error, in any case and order', async (header, rows) => {
    const found = await links(
      [header, 'A,B,C'.slice(0, header.split(',').length * 2 - 1), ...rows].join('\n'),
      'transactions',
    )
    expect(found.problems.map(brief)).toEqual(rows.map((_, at) => `error:${at + 3} header-again`))
    expect(found.records).toHaveLength(1)
  })

  test('the header again is an error', async () => {
    const found = await entities('id,name\n1,Peleng\nid,name\n2,Acme\n')
    expect(found.problems.map(brief)).toEqual(['error:3 header-again'])
    expect(found.tally.input()).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
    expect(found.names).toEqual([])
  })
})

describe('what is too much', () => {
  test('a million columns', async () => {
    const { problems } = await entities(`id,name${',x'.repeat(1e6)}\n`)
    expect(problems.map(brief)).toEqual(['error:1 too-many-columns', 'warning: no-rows'])
  })

  test('a row of a million cells', async () => {
    const { problems } = await entities(`id,name\n1,Peleng${',x'.repeat(1e6)}\n2,Acme\n`)
    expect(problems.map(brief)).toEqual(['error:2 row-long'])
  })

  test('a quoted cell of 20 MB, on one line or many', async () => {
    const one = await entities(`id,name\n1,"${'x'.repeat(2e7)}\n2,Acme\n`)
    expect(one.problems.map(brief)).toEqual(['error:2 broken-row'])
    expect(one.records).toMatchObject([{ name: 'Acme' }])
    const many = await entities(`id,name\n1,"${'x,y\n'.repeat(5e6)}`)
    expect(many.problems[0]).toMatchObject({ code: 'broken-row', line: 2 })
  })
})
