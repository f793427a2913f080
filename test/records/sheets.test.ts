import { describe, expect, test } from '@jest/globals'
import type { FileSettings } from '../../src/model/file-settings.js'
import { cell, xlsx, type SheetOf } from '../sources/workbook/xlsx.js'
import { entities, links } from './reading.js'

const brief = ({
  severity,
  code,
  file,
  line,
}: {
  severity: string
  code: string
  file?: string
  line?: number
}): string => `${severity} ${code} ${file ?? ''}:${line ?? ''}`

const VENDORS: SheetOf = {
  name: 'Vendors',
  rows: [
    ['id', 'name', 'country'],
    ['1', 'Peleng', 'BY'],
    [2, 'Acme'],
  ],
}
const NOTES: SheetOf = { name: 'Notes', rows: [['read me first']] }
const OLD: SheetOf = { name: 'Old', rows: [['name'], ['Diaproektor']] }

function read(sheets: readonly SheetOf[], said?: FileSettings) {
  return entities(xlsx(sheets), { path: 'book.xlsx', ...(said === undefined ? {} : { said }) })
}

describe('a workbook of parties', () => {
  test('is read with the sheet in every place', async () => {
    const { records, tally, problems } = await read([VENDORS])
    expect(records).toMatchObject([
      { id: '1', name: 'Peleng', country: 'BY', place: { file: 'book.xlsx!Vendors', line: 2 } },
      { id: '2', name: 'Acme', place: { file: 'book.xlsx!Vendors', line: 3 } },
    ])
    expect(tally.input()).toMatchObject({ path: 'book.xlsx', format: 'xlsx', rows: 2, rejected: 0 })
    expect(problems).toEqual([])
  })

  test.each<
    [
      what: string,
      sheets: readonly SheetOf[],
      said: FileSettings | undefined,
      problems: readonly string[],
      names: readonly string[],
    ]
  >([
    ['an empty sheet beside it', [VENDORS, { name: 'S', rows: [] }], undefined, [], ['Peleng', 'Acme']],
    ['a sheet of notes', [NOTES, VENDORS], undefined, ['warning sheets-left book.xlsx:'], ['Peleng', 'Acme']],
    ['two that fit', [VENDORS, OLD], undefined, ['error several-sheets book.xlsx:'], []],
    [
      'a hidden one that fits',
      [VENDORS, { ...OLD, state: 'hidden' }],
      undefined,
      ['error several-sheets book.xlsx:'],
      [],
    ],
    ['one of two, named', [VENDORS, OLD], { sheet: 'Old' }, [], ['Diaproektor']],
    ['one named in another case', [VENDORS, OLD], { sheet: 'old' }, [], ['Diaproektor']],
    ['one named that is not there', [VENDORS, OLD], { sheet: 'New' }, ['error no-sheet book.xlsx:'], []],
    ['none that fits', [NOTES, { name: 'N', rows: [['x', 'y', 'z']] }], undefined, ['error no-sheet book.xlsx:'], []],
    [
      'the only one, without the column',
      [NOTES],
      undefined,
      ['error missing-column book.xlsx!Notes:1', 'warning no-rows book.xlsx!Notes:'],
      [],
    ],
    ['nothing in it', [{ name: 'S', rows: [] }], undefined, ['error empty-file book.xlsx:'], []],
  ])('with %s', async (_, sheets, said, problems, names) => {
    const found = await read(sheets, said)
    expect(found.problems.map(brief)).toEqual(problems)
    expect(found.records.map(({ name }) => name)).toEqual(names)
  })

  test('has titles, sums, empty rows, and cells beside the table', async () => {
    const rows = [
      ['Vendor list'],
      [],
      ['id', 'name', 'turnover'],
      ['1', 'Peleng', 5, undefined, 'a note'],
      [],
      ['Total', undefined, 5],
    ]
    const { records, problems } = await read([{ name: 'S', rows }])
    expect(records).toMatchObject([{ id: '1', name: 'Peleng' }])
    expect(problems.map(brief)).toEqual([
      'warning title-rows book.xlsx!S:3',
      'warning unknown-columns book.xlsx!S:3',
      'warning cells-outside book.xlsx!S:4',
      'warning total-row book.xlsx!S:6',
    ])
  })

  test('rejects and degrades rows as any file does', async () => {
    const rows = [
      ['id', 'name', 'country'],
      [1, cell('plain', '#N/A', 'e'), 'BY'],
      [2, 'Peleng', cell('plain', '#REF!', 'e')],
      [cell('plain', '4.21E+16'), 'Acme'],
    ]
    const { tally, problems } = await read([{ name: 'S', rows }])
    expect(problems.map(brief)).toEqual([
      'warning bad-value book.xlsx!S:2',
      'error no-name book.xlsx!S:2',
      'warning bad-value book.xlsx!S:3',
      'error spoilt-identifier book.xlsx!S:4',
    ])
    expect(tally.input()).toMatchObject({ rows: 3, rejected: 1, degraded: 2 })
  })
})

test('a workbook of transactions has dates and numbers as its cells hold them', async () => {
  const rows = [
    ['seller', 'buyer', 'date', 'amount', 'hs_code'],
    ['A', 'B', cell('dotted', '45323'), cell('money', '5560000.0999999996'), cell('zeros', '90210')],
    ['A', 'B', cell('month', '45323'), 1e5, '090210'],
    ['A', 'B', '2024-02', '7', 90210],
  ]
  const { records, problems } = await links(xlsx([{ name: 'S', rows }]), 'transactions')
  expect(records).toMatchObject([
    { date: { text: '2024-02-01' }, amount: '5560000.1', hsCode: '090210' },
    { date: { text: '2024-02' }, amount: '100000', hsCode: '090210' },
    { date: { text: '2024-02' }, amount: '7' },
  ])
  expect(problems.map(brief)).toEqual(['warning bad-hs-code test.csv!S:4'])
})

test('a sheet of what has none is an error', async () => {
  expect((await entities('id,name\n1,A\n', { said: { sheet: 'S' } })).problems.map(brief)).toEqual([
    'error no-sheet test.csv:',
  ])
})

describe('what only looks like a workbook', () => {
  const compound = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(4096),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(300_000),
    ])

  test.each([
    ['a password', compound('EncryptedPackage'), 'password'],
    ['an XLS of 1997', compound('Workbook'), 'Excel 97'],
    ['an XLS of 1995', compound('Book'), 'Excel 95'],
    ['another document', compound('WordDocument'), 'old Office'],
    ['an HTML table', Buffer.from('<html><body><table><tr><td>id</td></tr></table></body></html>'), 'HTML'],
    ['an HTML table in UTF-16', Buffer.from('\uFEFF<table>\n<tr><td>id</td></tr></table>', 'utf16le'), 'HTML'],
    [
      'a spreadsheet in XML',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'Excel 2003',
    ],
    ['a workbook cut off', xlsx([VENDORS]).subarray(0, 700), 'cut off'],
  ])('%s', async (_, bytes, what) => {
    const { problems, tally } = await entities(bytes)
    expect(problems.map(({ severity }) => severity)).toEqual(['error'])
    expect(problems[0]?.message).toContain(what)
    expect(problems[0]?.hint).toBeTruthy()
    expect(tally.input()).toMatchObject({ bytes: bytes.length, rows: 0 })
  })
})
