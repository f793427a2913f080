import { describe, expect, test } from '@jest/globals'
import { kindOfMeasures } from '../../../src/lists/uk/measures.js'
import { numbered } from '../../../src/lists/uk/numbered.js'
import { codes, folderOf, loadOne } from '../given.js'
import { plainText, publishedFile, rawElements } from '../published-file.js'
import { rawRows } from '../raw-table.js'

const xml = publishedFile('uk-uksl-xml-extract-2026-09-07/UK-Sanctions-List.xml')
const csv = publishedFile('uk-uksl-csv-extract-2026-10-08/UK-Sanctions-List.csv')
const ofsi = publishedFile('uk-ofsi-conlist-2018-04-13/sanctionsconlist.csv')

describe('the UK Sanctions List in XML', () => {
  xml.testHere('gives every designation with all its names and addresses', async () => {
    const { list, problems } = await loadOne(xml.path)
    const raw = rawElements(xml.text(), 'Designation')
    expect(raw).toHaveLength(4)
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'UK Sanctions List', day: { text: '2026-09-07' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'uk-sanctions-xml', rows: 4, accepted: 4, entries: 4 }])
    for (const [index, one] of raw.entries()) {
      const latin = rawElements(one, 'Name').map((name) =>
        ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6']
          .map((part) => plainText(rawElements(name, part)[0] ?? ''))
          .filter(Boolean)
          .join(' '),
      )
      const names = [...latin, ...rawElements(one, 'NameNonLatinScript').map(plainText)]
      expect(list.entries[index]?.names.map((name) => name.text).toSorted()).toEqual([...new Set(names)].toSorted())
      expect(list.entries[index]?.addresses).toHaveLength(rawElements(one, 'Address').length)
      expect(list.entries[index]?.entryId).toBe(plainText(rawElements(one, 'UniqueID')[0] ?? ''))
    }
  })

  xml.testHere.each([
    {
      entryId: 'AFG0001',
      kind: 'asset-freeze',
      type: 'company',
      listedOn: { text: '2012-06-29' },
      countries: ['AE', 'AF', 'IR'],
      programs: ['The Afghanistan (Sanctions) (EU Exit) Regulations 2020'],
      identifiers: [
        { scheme: 'un-reference', value: 'TAe.010' },
        { scheme: 'ofsi-group', value: '12703' },
      ],
    },
    {
      entryId: 'AFG0006',
      type: 'person',
      birthPlaces: ['Pashmul village, Panjwai District, Kandahar Province, Afghanistan'],
      dates: ['1945', '1946', '1947', '1948', '1949', '1950', '1955', '1956', '1958', '1957'].map((text) => ({ text })),
      identifiers: expect.arrayContaining([{ scheme: 'passport', value: 'P04581926' }]),
    },
    {
      entryId: 'RUS1683',
      names: [
        { text: 'Robert Petrovich BARANOV', strength: 'primary' },
        { text: 'Роберт Петрович Баранов', strength: 'strong', script: 'Cyrillic' },
      ],
      dates: [{ text: '1975' }],
      countries: ['RU'],
    },
    {
      entryId: 'RUS3379',
      listedOn: { text: '2026-02-24' },
      identifiers: [
        { scheme: 'tax', value: '5045023416', country: 'RU' },
        { scheme: 'registration', value: '1025005917551', country: 'RU' },
      ],
    },
  ])('knows $entryId', async ({ entryId, ...expected }) => {
    const { list } = await loadOne(xml.path)
    expect(list.entries.find((entry) => entry.entryId === entryId)).toMatchObject(expected)
  })

  test('reads a ship, its flag, number and owners', async () => {
    const content = `<Designations><DateGenerated>20/08/2026</DateGenerated><Designation><DateDesignated>03/10/2017</DateDesignated><UniqueID>DPR9999</UniqueID>
<Names><Name><Name6>Zorin Star</Name6><NameType>Primary Name</NameType></Name><Name><Name6>Old Star</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<RegimeName>R</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip><SanctionsImposed>Prohibition of port entry</SanctionsImposed>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers><CurrentOwnerOperators><CurrentOwnerOperator>Z Shipping</CurrentOwnerOperator></CurrentOwnerOperators>
<PreviousOwnerOperators><PreviousOwnerOperator>Y Shipping</PreviousOwnerOperator></PreviousOwnerOperators><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips></Ship></ShipDetails></Designation></Designations>`
    const { list, problems } = await loadOne(`${folderOf({ 'uk.xml': content })}/uk.xml`)
    expect(problems).toEqual([])
    expect(list.entries).toMatchObject([
      {
        kind: 'sectoral',
        type: 'vessel',
        flag: 'KM',
        countries: ['KM'],
        identifiers: [{ scheme: 'imo', value: '9562233' }],
        names: [{ strength: 'primary' }, { text: 'Old Star', strength: 'weak' }],
        relations: [
          { kind: 'Current owner/operator', name: 'Z Shipping' },
          { kind: 'Previous owner/operator', name: 'Y Shipping', former: true },
        ],
      },
    ])
  })
})

describe('the UK Sanctions List in CSV', () => {
  csv.testHere('reads the ship of the extract', async () => {
    const { list, problems } = await loadOne(csv.path)
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'UK Sanctions List', day: { text: '2026-10-08' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'uk-sanctions-csv', rows: 1, accepted: 1, entries: 1 }])
    expect(list.entries).toMatchObject([
      {
        entryId: 'RUS2176',
        kind: 'sectoral',
        type: 'vessel',
        flag: 'GA',
        identifiers: [{ scheme: 'imo', value: '9826902' }],
        listedOn: { text: '2024-07-31' },
        relations: [{ kind: 'Current owner/operator', name: 'Stream Ship Management FZCO' }],
      },
    ])
  })

  csv.testHere('brings the rows of one designation together, wherever they stand', async () => {
    const [title = '', header = '', row = ''] = csv.text().split('\n')
    const other = row.replace('KOROLEV PROSPECT,', 'ANOTHER NAME,').replace('Primary Name', 'Alias')
    const content = [title, header, other, row.replaceAll('RUS2176', 'RUS9999'), row, ''].join('\n')
    const { list, problems } = await loadOne(`${folderOf({ 'uk.csv': content })}/uk.csv`)
    expect(problems).toEqual([])
    expect(list.entries).toHaveLength(2)
    expect(list.entries[0]?.names).toEqual([
      { text: 'KOROLEV PROSPECT', strength: 'primary' },
      { text: 'ANOTHER NAME', strength: 'strong' },
    ])
  })

  csv.testHere.each([
    ['without the end of its last line', (text: string) => text.slice(0, -1), 'warning row-cut:3', true],
    ['cut off in a row', (text: string) => text.slice(0, -30), 'error row-short:3', false],
    ['with a column renamed', (text: string) => text.replace('Unique ID', 'Unique Key'), 'error list-unknown', false],
    [
      'with a needed column renamed',
      (text: string) => text.replace('Name type', 'Kind of name'),
      'error columns-missing:2',
      false,
    ],
    ['with its header again', (text: string) => `${text}${text.split('\n')[1]}\n`, 'warning header-repeated:4', true],
    [
      'with a column more',
      (text: string) => text.replace('(HIN)\n', '(HIN),New\n').replace(/\n$/, ',\n'),
      'warning columns-unknown:2',
      true,
    ],
    ['with a column twice', (text: string) => text.replace('Position,', 'Title,'), 'error column-twice:2', false],
  ] as const)('%s', async (_, spoil, code, complete) => {
    const { list, problems } = await loadOne(`${folderOf({ 'uk.csv': spoil(csv.text()) })}/uk.csv`)
    expect(codes(problems)).toContain(code)
    if (complete) expect(list).toMatchObject({ complete, entries: [{ entryId: 'RUS2176' }] })
    else expect(problems.some((problem) => problem.severity === 'error')).toBe(true)
  })
})

describe("OFSI's consolidated list of 13 April 2018", () => {
  ofsi.testHere('gives every target with every name, as a pattern over the text finds them', async () => {
    const { list, problems } = await loadOne(ofsi.path)
    expect(problems).toEqual([])
    const decoded = new TextDecoder('windows-1252').decode(Buffer.from(ofsi.text('latin1'), 'latin1'))
    const [, , ...rows] = rawRows(decoded)
    const names = new Map<string, Set<string>>()
    for (const row of rows) {
      const parts = [row[1], row[2], row[3], row[4], row[5], row[0]].map((part) =>
        (part ?? '').replaceAll(/\s+/g, ' ').trim(),
      )
      const group = row[28]?.trim() ?? ''
      names.set(group, (names.get(group) ?? new Set()).add(parts.filter(Boolean).join(' ')))
    }
    expect(rows).toHaveLength(9487)
    expect(names.size).toBe(2106)
    expect(list.inputs).toMatchObject([
      { format: 'uk-ofsi-csv', rows: 9487, accepted: 9487, rejected: 0, entries: 2106 },
    ])
    expect(list).toMatchObject({ name: 'UK OFSI Consolidated List', day: { text: '2018-04-13' }, complete: true })
    for (const entry of list.entries)
      expect(entry.names.map((name) => name.text).toSorted()).toEqual([...(names.get(entry.entryId) ?? [])].toSorted())
  })

  ofsi.testHere.each([
    {
      entryId: '13349',
      type: 'person',
      countries: ['AF', 'QA', 'SA'],
      identifiers: [
        { scheme: 'passport', value: '592667' },
        { scheme: 'un-reference', value: 'QDe.004' },
      ],
      listedOn: { text: '2016-04-01' },
      programs: ["The ISIL (Da'esh) and Al-Qaida organisations"],
    },
    { entryId: '7628', names: [{ text: 'Muhammad Hamza ZUBAIDI', strength: 'primary' }], dates: [{ text: '1938' }] },
    { entryId: '9063', identifiers: [{ scheme: 'un-reference', value: 'IRi.043' }] },
    {
      entryId: '13325',
      identifiers: [
        { scheme: 'passport', value: '472320665' },
        { scheme: 'passport', value: '563120356' },
        { scheme: 'un-reference', value: 'KPi.014' },
      ],
    },
  ])('knows $entryId', async ({ entryId, ...expected }) => {
    const { list } = await loadOne(ofsi.path)
    expect(list.entries.find((entry) => entry.entryId === entryId)).toMatchObject(expected)
  })

  test('reads letters of Windows-1252, and the same list in UTF-8', async () => {
    const header = ofsi.there ? (ofsi.text('latin1').split('\n')[1] ?? '') : ''
    if (header === '') return
    const row = `MÜLLER${','.repeat(23)}Entity,AKA,Belarus,01/02/2012,01/02/2012,7`
    const content = `Last Updated,13/04/2018\n${header}\n${row}\n`
    for (const bytes of [Buffer.from(content, 'latin1'), Buffer.from(content, 'utf8')]) {
      const { list } = await loadOne(`${folderOf({ 'c.csv': bytes })}/c.csv`)
      expect(list.entries).toMatchObject([
        { names: [{ text: 'MÜLLER' }], type: 'company', listedOn: { text: '2012-02-01' } },
      ])
    }
  })
})

describe('what measures do', () => {
  test.each([
    ['Asset freeze|Travel Ban|Trust Services Sanctions', 'asset-freeze'],
    ['Shipping sanctions: (see Other information)', 'sectoral'],
    ['Prohibition of port entry', 'sectoral'],
    ['Travel Ban', 'watch'],
    ['Director Disqualification Sanction', 'debarment'],
    ['Targeted Arms Embargo', 'export-control'],
    ['Something new', 'asset-freeze'],
    ['', 'asset-freeze'],
  ])('%s', (text, kind) => {
    expect(kindOfMeasures(text.split('|'))).toBe(kind)
  })

  test.each([
    ['1) Saudi Arabia 2) Qatar', ['Saudi Arabia', 'Qatar']],
    ['(1) 5420250161699 (Pakistan) (2) 585629 (Afghan)', ['5420250161699 (Pakistan)', '585629 (Afghan)']],
    ['Iraq', ['Iraq']],
    ['', []],
    ['a) General b)Major General', ['General', 'Major General']],
  ])('the items of %j', (cell, items) => {
    expect(numbered(cell)).toEqual(items)
  })
})
