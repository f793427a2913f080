import { describe, expect, test } from '@jest/globals'
import { kindOfRegulations } from '../../../src/lists/eu/kinds.js'
import { codes, folderOf, loadOne } from '../given.js'
import { plainText, publishedFile } from '../published-file.js'
import { ENTITY, rowsOf } from './rows.js'

const xml = publishedFile('eu-fsf-xml-1.1-extract-2026-08-05/fsf.xml')
const columns = publishedFile('eu-fsf-csv-1.1-header-only/columns.csv')
const old = publishedFile('eu-fsf-csv-2018-07-excel-mangled/EUSanctionsShort.csv')

const GOLDENS = [
  {
    entryId: 'EU.27.28',
    kind: 'asset-freeze',
    type: 'person',
    names: [
      { text: 'Saddam Hussein Al-Tikriti', strength: 'primary' },
      { text: 'Abu Ali', strength: 'strong' },
      { text: 'Abou Ali', strength: 'strong' },
    ],
    countries: ['IQ'],
    dates: [{ text: '1937-04-28' }],
    birthPlaces: ['al-Awja, near Tikrit, IRAQ'],
    programs: ['IRQ'],
    listedOn: { text: '2003-07-08' },
    legalBasis: ['1210/2003 (OJ L169)'],
    remarks: 'UNSC RESOLUTION 1483',
  },
  { entryId: 'EU.39.56', dates: [{ text: '1966' }, { text: '1965' }], countries: ['IQ'], birthPlaces: ['Baghdad'] },
  {
    entryId: 'EU.367.96',
    listedOn: { text: '2001-10-17' },
    names: [
      { text: 'Abdul Manan Agha', strength: 'primary' },
      { text: 'عبد المنان آغا', strength: 'strong' },
      { text: 'Abdul Manan', strength: 'strong' },
      { text: 'Saiyid Abd al-Man', strength: 'weak', former: true },
      { text: 'Abdul Man’am Saiyid', strength: 'weak' },
    ],
  },
  {
    entryId: 'EU.3672.18',
    type: 'company',
    addresses: [{ text: 'Butembo, North Kivu, CONGO, Democratic Republic of (was Zaire)', country: 'CD' }],
    listedOn: { text: '2007-03-29' },
  },
  { entryId: 'EU.1905.90', listedOn: { text: '2023-10-17' }, programs: ['IRN'] },
]

describe('the EU list in XML', () => {
  xml.testHere('gives every entity and every name', async () => {
    const { list, problems } = await loadOne(xml.path)
    const names = [...xml.text().matchAll(/wholeName="([^"]*)"/g)].map(([, name = '']) => plainText(name))
    expect(xml.text().split('<sanctionEntity ')).toHaveLength(6)
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'EU FSF', day: { text: '2026-08-05' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'eu-fsf-xml', rows: 5, accepted: 5, entries: 5 }])
    expect(list.entries.flatMap((entry) => entry.names.map((name) => name.text)).toSorted()).toEqual(names.toSorted())
  })

  xml.testHere.each(GOLDENS)('knows $entryId', async ({ entryId, ...expected }) => {
    const { list } = await loadOne(xml.path)
    const entry = list.entries.find((each) => each.entryId === entryId)
    expect(entry).toMatchObject(expected)
  })

  xml.testHere.each([
    [
      'an attribute that holds the names renamed',
      (text: string) => text.replaceAll('wholeName=', 'fullName=').replaceAll('lastName=', 'family='),
      'error no-name:8',
    ],
    [
      'an attribute renamed',
      (text: string) => text.replaceAll('countryIso2Code=', 'iso2='),
      'warning xml-unknown-element:20',
    ],
    ['the entities renamed', (text: string) => text.replaceAll('sanctionEntity', 'entity'), 'error list-unknown'],
    ['the aliases renamed', (text: string) => text.replaceAll('nameAlias', 'alias'), 'error no-name:4'],
  ])('%s is said', async (_, spoil, code) => {
    const { problems } = await loadOne(
      `${folderOf({ 'eu.xml': spoil(xml.text()).replace('fpi/fsd/export', 'x') })}/eu.xml`,
    )
    expect(codes(problems).map((each) => each.replace(/:\d+$/, ''))).toContain(code.replace(/:\d+$/, ''))
  })
})

describe('the EU list in CSV', () => {
  columns.testHere('has 118 columns, and its rows become the same entry as in XML', async () => {
    expect(columns.text().trim().split(';')).toHaveLength(118)
    const content = rowsOf(columns.text(), [
      { ...ENTITY, NameAlias_WholeName: 'عبد المنان آغا', NameAlias_NameLanguage: 'AR' },
      { ...ENTITY, NameAlias_WholeName: 'Abdul Manan Agha', NameAlias_LastName: 'Agha' },
      { ...ENTITY, NameAlias_WholeName: 'Saiyid Abd al-Man', NameAlias_Remark: 'low quality alias, formerly listed a' },
      { ...ENTITY, BirthDate_Year: '1940', BirthDate_Circa: 'false', BirthDate_CountryIso2Code: '00' },
      {
        ...ENTITY,
        Identification_Number: 'A123',
        Identification_TypeCode: 'passport',
        Identification_CountryIso2Code: 'AF',
      },
      { ...ENTITY, Citizenship_CountryIso2Code: 'AF' },
      { ...ENTITY, Address_City: 'Kabul', Address_CountryIso2Code: 'AF', Address_CountryDescription: 'AFGHANISTAN' },
    ])
    const { list, problems } = await loadOne(`${folderOf({ 'eu.csv': content })}/eu.csv`)
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'EU FSF', day: { text: '2026-08-05' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'eu-fsf-csv', rows: 7, accepted: 7, entries: 1 }])
    expect(list.entries).toMatchObject([
      {
        entryId: 'EU.367.96',
        type: 'person',
        kind: 'asset-freeze',
        names: [
          { text: 'Abdul Manan Agha', strength: 'primary' },
          { text: 'عبد المنان آغا', strength: 'strong' },
          { text: 'Saiyid Abd al-Man', strength: 'weak', former: true },
        ],
        countries: ['AF'],
        dates: [{ text: '1940' }],
        identifiers: [{ scheme: 'passport', value: 'A123', country: 'AF' }],
        addresses: [{ text: 'Kabul, AFGHANISTAN', country: 'AF' }],
        listedOn: { text: '2001-10-17' },
      },
    ])
  })

  old.testHere('the table of before version 1.1 is refused by its name', async () => {
    const { list, problems } = await loadOne(old.path)
    expect(problems).toMatchObject([
      { code: 'list-unknown', message: expect.stringContaining("EU's table of before version 1.1") },
    ])
    expect(list.complete).toBe(false)
  })
})

test.each([
  [['2023/329 (OJ L43I)'], 'asset-freeze'],
  [['833/2014 (OJ L229)'], 'export-control'],
  [['833/2014 (OJ L229)', '269/2014 (OJ L78)'], 'asset-freeze'],
  [[], 'asset-freeze'],
] as const)('regulations %j', (titles, kind) => {
  expect(kindOfRegulations(titles)).toBe(kind)
})

test.each([
  ['<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'HTML page'],
  ['<WHOLE Date="05/07/2017"/>', 'before 2017'],
  ['<swiss-sanctions-list/>', 'SECO'],
  ['<data-set/>', 'SEMA'],
])('%s is refused by name', async (content, what) => {
  const { problems } = await loadOne(`${folderOf({ 'x.xml': content })}/x.xml`)
  expect(problems).toMatchObject([{ severity: 'error', code: 'list-unknown', message: expect.stringContaining(what) }])
})
