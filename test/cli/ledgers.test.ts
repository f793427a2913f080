import { afterAll, describe, expect, test } from '@jest/globals'
import type { DryRun } from '../../src/model/dry-run.js'
import { encode } from '../sources/encode.js'
import { xlsx, xlsxParts, type SheetOf } from '../sources/workbook/xlsx.js'
import { zip } from '../sources/workbook/zip.js'
import { asReport, makePlace, SCENE, SCENE_WORDS, type Place } from './binary.js'

const places: Place[] = []
function scene(files: Readonly<Record<string, string | Buffer>> = {}): Place {
  const place = makePlace({ ...SCENE, ...files })
  places.push(place)
  return place
}
afterAll(() => {
  for (const place of places) place.remove()
})

const VENDORS = SCENE['vendors.csv']
const LEDGER = SCENE['ledger.csv']
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
const sheet = (name: string, csv: string): SheetOf => ({ name, rows: rowsOf(csv) })
const BOOK = xlsx([sheet('Vendors', VENDORS), sheet('Ledger', LEDGER)])

const flagged = (stdout: string): readonly string[] => asReport(stdout).findings.map(({ party }) => party.id)

describe('the same scene, as other programs write it', () => {
  test.each<[what: string, files: Readonly<Record<string, string | Buffer>>, words: readonly string[]]>([
    ['UTF-16', { 'vendors.csv': encode(`\uFEFF${VENDORS.replaceAll(',', '\t')}`, 'utf-16le') }, SCENE_WORDS],
    ['cp1251', { 'vendors.csv': encode(VENDORS.replace('Peleng', 'Пеленг'), 'windows-1251') }, SCENE_WORDS],
    ['a list in UTF-16', { 'list.csv': encode(`\uFEFF${SCENE['list.csv']}`, 'utf-16le') }, SCENE_WORDS],
    ['a list with CR alone', { 'list.csv': SCENE['list.csv'].replaceAll('\n', '\r') }, SCENE_WORDS],
    ['CR alone', { 'vendors.csv': VENDORS.replaceAll('\n', '\r') }, SCENE_WORDS],
    ['a title and a sum', { 'ledger.csv': `Purchases of 2024\n${LEDGER}Total,,,,,100.50,\n` }, SCENE_WORDS],
    [
      'a workbook, its sheets by their columns',
      { 'book.xlsx': BOOK },
      ['book.xlsx', '-t', 'book.xlsx', '-l', 'list.csv'],
    ],
    [
      'a workbook, its sheets by name',
      { 'book.xlsx': BOOK },
      ['book.xlsx!Vendors', '-t', 'book.xlsx!Ledger', '-l', 'list.csv'],
    ],
  ])('%s', (_, files, words) => {
    const { stdout, status } = scene(files).run([...words, '-f', 'json'])
    expect(flagged(stdout)).toEqual(['v2', 'v1'])
    expect([status, asReport(stdout).complete]).toEqual([1, true])
  })

  test('a workbook on standard input', () => {
    const { stdout, status } = scene().run(['-', '-l', 'list.csv', '-f', 'json'], { input: BOOK })
    expect([status, flagged(stdout)]).toEqual([1, ['v2']])
  })

  test('places name the sheet and its row', () => {
    const { stdout } = scene({ 'book.xlsx': BOOK }).run([
      'book.xlsx',
      '-t',
      'book.xlsx',
      '-l',
      'list.csv',
      '-f',
      'json',
    ])
    const [listed, exposed] = asReport(stdout).findings
    expect(listed?.party.records).toMatchObject([{ file: 'book.xlsx!Vendors', line: 3 }])
    expect(exposed?.chain[0]?.evidence).toMatchObject([{ file: 'book.xlsx!Ledger', line: 2 }])
  })
})

describe('whatever is said of a workbook names the sheet', () => {
  const run = (sheets: readonly SheetOf[], words: readonly string[]) =>
    scene({ 'b.xlsx': xlsx(sheets) }).run(['-l', 'list.csv', '-t', 'b.xlsx', ...words])
  const owned = 'id,kind,from,to,percent\nR1,owns,v1,v2,70\nR2,owns,v3,v2,60\n'
  const placesIn = (stderr: string) => [...stderr.matchAll(/^(?:error|warning): (b\.xlsx\S*): /gm)].map(([, at]) => at)

  test('an end that fits two parties, and a row that is degraded', () => {
    const two = 'id,name,country\nv1,Acme Optics,BY\nv2,Acme Optics,DE\nv3,Haucore,CN\n'
    const ledger = 'kind,from,to,date\nsupply,Acme Optics,Haucore,soon\n'
    const { stderr, status } = run([sheet('V', two), sheet('L', ledger)], ['b.xlsx'])
    expect(placesIn(stderr)).toEqual(expect.arrayContaining(['b.xlsx!L:2', 'b.xlsx!L:2']))
    expect(placesIn(stderr).filter((at) => !at?.startsWith('b.xlsx!') && at !== 'b.xlsx')).toEqual([])
    expect(status).toBe(2)
  })

  test('stakes that add up to more than all', () => {
    const book = xlsx([sheet('V', VENDORS), sheet('R', owned)])
    const { stderr } = scene({ 'b.xlsx': book }).run(['b.xlsx!V', '-r', 'b.xlsx!R', '-l', 'list.csv'])
    expect(placesIn(stderr)).toContain('b.xlsx!R:2')
  })

  test('a sheet without records', () => {
    const { stderr } = run([sheet('V', VENDORS), sheet('L', LEDGER.split('\n')[0] ?? '')], ['b.xlsx'])
    expect(placesIn(stderr)).toContain('b.xlsx!L')
  })

  test('a dry run, as a table and as JSON', () => {
    const sheets = [sheet('V', VENDORS), sheet('L', LEDGER)]
    expect(run(sheets, ['b.xlsx', '--dry-run']).stdout).toMatch(/^b\.xlsx!V · entities.*[^]*^b\.xlsx!L · transactions/m)
    const { inputs } = JSON.parse(run(sheets, ['b.xlsx!V', '--dry-run', '-f', 'json']).stdout) as DryRun
    expect(inputs.map(({ path, file }) => [path, file])).toEqual([
      ['b.xlsx!V', undefined],
      ['b.xlsx', 'b.xlsx!L'],
    ])
  })
})

const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2048),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(2048),
  ])
const bomb = (): Buffer =>
  zip({
    ...xlsxParts([sheet('Vendors', VENDORS)]),
    'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(1 << 27)}</worksheet>`,
  })

describe('what can not be read ends in 2, and says what it is and what to do', () => {
  test.each<[what: string, name: string, content: string | Buffer, message: RegExp]>([
    ['a workbook with a password', 'v.xlsx', compound('EncryptedPackage'), /^error: v\.xlsx: .*password/m],
    ['an XLS of 1997', 'v.xls', compound('Workbook'), /^error: v\.xls: .*Excel 97/m],
    ['an HTML table', 'v.xls', '<html><table><tr><td>id</td></tr></table></html>', /^error: v\.xls: .*HTML/m],
    ['a workbook cut off', 'v.xlsx', BOOK.subarray(0, 1000), /^error: v\.xlsx: .*cut off/m],
    ['a zip bomb', 'v.xlsx', bomb(), /^error: v\.xlsx: .*at most 1024 MiB/m],
    [
      'sheets that fit alike',
      'v.xlsx',
      xlsx([sheet('A', VENDORS), sheet('B', VENDORS)]),
      /^error: v\.xlsx: .*"A", "B"/m,
    ],
    [
      'two encodings',
      'v.csv',
      Buffer.concat([Buffer.from('id,name\n1,Müller\n'), encode('2,Société\n', 'windows-1252')]),
      /^error: v\.csv:3: .*encoding/m,
    ],
    [
      'an encoding that is not known',
      'v.csv',
      encode('id,name\n1,Spółka Łódź\n2,Zakład Żywność\n', 'windows-1250'),
      /^error: v\.csv:2: .*windows-1250/m,
    ],
    ['the header again', 'v.csv', `${VENDORS}${VENDORS.replaceAll('v', 'w')}`, /^error: v\.csv:5: .*header again/m],
    ['a million columns', 'v.csv', `id,name${',x'.repeat(1e6)}\n`, /^error: v\.csv:1: .*1000002/m],
    [
      'a NUL near the beginning',
      'v.csv',
      'id,name\n1,Quiet Meadow\n2,Pel\0eng\n',
      /^error: v\.csv:3: .*NUL byte\nhint: .*tr -d/m,
    ],
    ['a NUL', 'v.csv', `id,name\n${'1,Quiet Meadow\n'.repeat(9000)}1,Pel\0eng\n`, /^error: v\.csv:9002: .*NUL/m],
  ])('%s', (_, name, content, message) => {
    const { stderr, status } = scene({ [name]: content }).run([name, '-l', 'list.csv'])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
    expect(status).toBe(2)
  })
})
