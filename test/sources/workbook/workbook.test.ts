import { describe, expect, test } from '@jest/globals'
import { formatOf } from '../../../src/sources/workbook/number-format.js'
import { openWorkbook, type SheetRow } from '../../../src/sources/workbook/workbook.js'
import { cell, xlsx, xlsxParts, type Cell, type SheetOf } from './xlsx.js'
import { zip } from './zip.js'

async function rowsOf(bytes: Buffer, at = 0): Promise<readonly SheetRow[]> {
  const book = await openWorkbook(bytes)
  if ('code' in book) throw new Error(book.message)
  const rows: SheetRow[] = []
  const trouble = await book.sheets[at]?.rows((row) => rows.push(row))
  if (trouble !== undefined) throw new Error(trouble.message)
  return rows
}

async function valueOf(its: Cell, is1904 = false): Promise<string> {
  const [row] = await rowsOf(xlsx([{ name: 'S', rows: [[its, 'end']] }], is1904))
  return row?.misfits?.get(0) ?? row?.cells[0] ?? ''
}

const inline = (text: string): Cell => ({ xml: `t="inlineStr"><is>${text}</is>` })

describe('a cell', () => {
  test.each<[what: string, its: Cell, text: string]>([
    ['shared text', 'ОАО «Пеленг» & Co', 'ОАО «Пеленг» & Co'],
    ['rich text', inline('<r><t>Pel</t></r><r><rPr/><t>eng</t></r><rPh sb="0"><t>no</t></rPh>'), 'Peleng'],
    ['an escaped line end', inline('<t>a_x000D_b</t>'), 'a\rb'],
    ['a whole number', 12, '12'],
    ['a long identifier', cell('plain', '421000000000'), '421000000000'],
    ['a number with an exponent', cell('plain', '1.23E+5'), '123000'],
    ['a small number', cell('plain', '1.5E-3'), '0.0015'],
    ['the 17 digits of 5560000.1', cell('plain', '5560000.0999999996'), '5560000.1'],
    ['the 17 digits of 0.3', cell('plain', '0.29999999999999999'), '0.3'],
    ['a negative number', cell('plain', '-0.5'), '-0.5'],
    ['an amount with a format', cell('money', '1234.5'), '1234.5'],
    ['digits that the file does hold', cell('plain', '41111111111111117'), '41111111111111117'],
    ['digits that are lost', cell('plain', '4.11111111111111E+16'), '4.11111111111111E+16'],
    ['digits turned into zeros', cell('plain', '41111111111111100'), '4.11111111111111E+16'],
    ['a share', cell('percent', '0.25'), '25'],
    ['a third of a share', cell('percent', '0.33333333333333331'), '33.33333333333333'],
    ['a code filled up with zeros', cell('zeros', '90210'), '090210'],
    ['a day', cell('day', '45323'), '2024-02-01'],
    ['a day with a time', cell('day', '45323.75'), '2024-02-01'],
    ['a day with dots', cell('dotted', '45323'), '2024-02-01'],
    ['a month', cell('month', '45323'), '2024-02'],
    ['a day shown as a month', cell('month', '45337'), '2024-02-15'],
    ['a year', cell('year', '45292'), '2024'],
    ['the first day', cell('day', '1'), '1900-01-01'],
    ['the day before that which never was', cell('day', '59'), '1900-02-28'],
    ['that which never was', cell('day', '60'), '60'],
    ['the day after it', cell('day', '61'), '1900-03-01'],
    ['a time alone', cell('time', '0.5'), '0.5'],
    ['an ISO day', cell('plain', '2024-02-01T00:00:00', 'd'), '2024-02-01'],
    ['true', cell('plain', '1', 'b'), 'true'],
    ['false', cell('plain', '0', 'b'), 'false'],
    ['an error', cell('plain', '#N/A', 'e'), 'the error #N/A'],
    ['the text of a formula', { xml: 't="str"><f>A2&amp;B2</f><v>Peleng</v>' }, 'Peleng'],
    ['the number of a formula', { xml: '><f>1+1</f><v>2</v>' }, '2'],
    ['a formula that nobody calculated', { xml: '><f>1+1</f>' }, 'a formula whose value is not stored'],
  ])('of %s', async (_, its, text) => {
    expect(await valueOf(its)).toBe(text)
  })

  test('of a day in the years from 1904', async () => {
    expect(await valueOf(cell('day', '43861'), true)).toBe('2024-02-01')
  })
})

test.each([
  ['General', 'number'],
  ['0.00', 'number'],
  ['#,##0 "day"', 'number'],
  ['[Red]0;[Blue]-0', 'number'],
  ['hh:mm', 'number'],
  ['[h]:mm:ss', 'number'],
  ['0.0%', 'percent'],
  ['00', 'zeros'],
  ['yyyy-mm-dd', 'date'],
  ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['d/m/yy h:mm AM/PM', 'date'],
])('the format %s makes a %s', (code, kind) => {
  expect(formatOf(164, code).kind).toBe(kind)
})

test('rows and cells keep their places', async () => {
  const rows = await rowsOf(xlsx([{ name: 'S', rows: [[], ['a', undefined, 'c'], [], ['d']] }]))
  expect(rows).toEqual([
    { cells: ['a', '', 'c'], line: 2 },
    { cells: ['d'], line: 4 },
  ])
  const bare = xlsxParts([{ name: 'S', rows: [] }])
  bare['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="urn:any"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(await rowsOf(zip(bare))).toEqual([{ cells: ['1', '2'], line: 1 }])
})

test('rows come until there are enough', async () => {
  const sheet: SheetOf = { name: 'S', rows: Array.from({ length: 5000 }, (_, at) => [at]) }
  const book = await openWorkbook(xlsx([sheet]))
  if ('code' in book) throw new Error(book.message)
  const rows: SheetRow[] = []
  await book.sheets[0]?.rows(
    (row) => rows.push(row),
    () => rows.length >= 3,
  )
  expect(rows).toHaveLength(3)
})

describe('what is no workbook, or none to be read', () => {
  const whole = xlsxParts([{ name: 'S', rows: [['id', 'name']] }])
  const sheetOf = (xml: string) => zip({ ...whole, 'xl/worksheets/sheet1.xml': xml })
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`p${at}`, '']))

  test.each([
    ['cut off', xlsx([{ name: 'S', rows: [['id']] }]).subarray(0, -30), 'broken-workbook'],
    ['without its directory', Buffer.from('PK\x03\x04rubbish', 'latin1'), 'broken-workbook'],
    ['a sheet cut off', sheetOf('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'), 'broken-workbook'],
    [
      'a sheet with a document type',
      sheetOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
      'broken-workbook',
    ],
    ['a sheet too wide', sheetOf('<worksheet><row><c r="ZZZZ1"><v>1</v></c></row></worksheet>'), 'broken-workbook'],
    ['a bomb', sheetOf(`<worksheet>${' '.repeat(1 << 27)}</worksheet>`), 'zip-bomb'],
    [
      'a bomb that hides its size',
      zip({ ...whole, 'xl/sharedStrings.xml': ' '.repeat(1 << 20) }, { 'xl/sharedStrings.xml': 5 }),
      'broken-workbook',
    ],
    ['a bomb of parts', zip({ ...whole, ...many }), 'zip-bomb'],
    ['an archive of CSV', zip({ 'a.csv': 'id,name\n' }), 'not-text'],
    ['a Word document', zip({ 'word/document.xml': '<a/>' }), 'not-text'],
    ['an XLSB workbook', zip({ 'xl/workbook.bin': 'x' }), 'not-text'],
    ['an OpenDocument table', zip({ mimetype: 'x', 'content.xml': '<a/>' }), 'not-text'],
  ])('%s', async (_, bytes, code) => {
    const book = await openWorkbook(bytes)
    const trouble = 'code' in book ? book : await book.sheets[0]?.rows(() => {})
    expect(trouble).toMatchObject({ code })
    expect(trouble?.message).toMatch(/^expected /)
  })
})
