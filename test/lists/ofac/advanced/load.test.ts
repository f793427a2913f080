import { describe, expect, test } from '@jest/globals'
import { codes, folderOf, loadOne } from '../../given.js'
import { publishedFile } from '../../published-file.js'
import { documentOf, ON, PARTY } from './document.js'

const FOLDER = 'ofac-sdn-advanced-minified-2024-03-06'
const part = (name: string) => publishedFile(`${FOLDER}/minified_${name}.xml`)
const PARTS = [
  'DateOfIssue',
  'Locations',
  'IDRegistrationNo',
  'DistinctParties',
  'ReferenceValueSets',
  'ProfileRelationships',
  'SanctionsEntries',
].map(part)
const testHere = PARTS.every(({ there }) => there) ? test : test.skip

const given = (content: string) => loadOne(`${folderOf({ 'advanced.xml': content })}/advanced.xml`)

const inner = (text: string, name: string): string => text.trim().slice(name.length + 2, -name.length - 3)

describe('OFAC advanced XML', () => {
  testHere('reads the published fragments', async () => {
    const [day, locations, documents, airline, person, , entries] = PARTS.map((each) => each.text())
    const entry = inner(entries ?? '', 'SanctionsEntries')
    const { list, problems } = await given(
      documentOf({
        day: day ?? '',
        locations: inner(locations ?? '', 'Locations').replace('ID="201"', 'ID="25"'),
        documents: inner(documents ?? '', 'IDRegDocuments').replace('IdentityID="2327"', 'IdentityID="16761"'),
        parties: `${airline}${person}`,
        entries: entry + entry.replaceAll('"36"', '"25057"').replaceAll('CUBA', 'SDGT'),
      }),
    )
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'OFAC SDN', day: { text: '2024-03-06' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'ofac-advanced-xml', rows: 2, accepted: 2, entries: 2 }])
    expect(list.entries).toMatchObject([
      {
        entryId: '36',
        kind: 'asset-freeze',
        type: 'company',
        names: [
          { text: 'AEROCARIBBEAN AIRLINES', strength: 'primary' },
          { text: 'AERO-CARIBBEAN', strength: 'strong' },
        ],
        addresses: [
          { text: 'Dai-Ichi Bldg. 6th Floor, 10-2 Nihombashi, 2-chome, Chuo-ku, Tokyo, 103, Japan', country: 'JP' },
        ],
        programs: ['CUBA'],
        listedOn: { text: '1986-12-10' },
      },
      {
        entryId: '25057',
        type: 'person',
        programs: ['SDGT'],
        dates: [{ text: '1985-01-07' }, { text: '1982-08-28' }],
        identifiers: [{ scheme: 'passport', value: '484824', country: 'CU' }],
      },
    ])
    const names = list.entries[1]?.names ?? []
    expect(names[0]).toEqual({ text: "al-Rawi, 'Adnan Muhammad Amin", strength: 'primary' })
    expect(names).toHaveLength(9)
    expect(names.filter((name) => name.strength === 'weak')).toHaveLength(3)
  })
})

describe('what refers to what', () => {
  test('each list has its own day, and a relation names the other party', async () => {
    const { list, problems } = await given(
      documentOf({
        parties: PARTY('1', 'ZORIN BANK') + PARTY('2', 'ZORIN STAR', '1'),
        relations:
          '<ProfileRelationship ID="1" From-ProfileID="2" To-ProfileID="1" RelationTypeID="15003" Former="false"/>',
        entries:
          ON('1', '91507', '2014', 'UKRAINE-EO13662') +
          ON('1', '1550', '2022', 'RUSSIA-EO14024') +
          ON('2', '1550', '2023', 'SDGT'),
      }),
    )
    expect(problems).toEqual([])
    expect(list.name).toBe('OFAC Consolidated, OFAC SDN')
    expect(list.entries.map(({ list: on, kind, listedOn, type }) => [on, kind, listedOn?.text, type])).toEqual([
      ['OFAC Consolidated', 'sectoral', '2014-07-29', 'company'],
      ['OFAC SDN', 'asset-freeze', '2022-07-29', 'company'],
      ['OFAC SDN', 'asset-freeze', '2023-07-29', 'vessel'],
    ])
    expect(list.entries[2]?.relations).toEqual([{ kind: 'Owned or Controlled By', name: 'ZORIN BANK', entryId: '1' }])
    expect(list.entries[0]?.names).toContainEqual({ text: 'Зорин', strength: 'strong', script: 'Cyrillic' })
    expect(list.entries[0]?.legalBasis).toEqual(['EO 14024'])
  })

  test.each([
    [
      'a party on no list',
      documentOf({ parties: PARTY('1', 'A') + PARTY('2', 'B'), entries: ON('1', '1550', '2022', 'X') }),
      'error unknown-kind:2',
    ],
    [
      'a designation of nobody',
      documentOf({ parties: PARTY('1', 'A'), entries: ON('1', '1550', '2022', 'X') + ON('3', '1550', '2022', 'X') }),
      'error entries-lost',
    ],
    [
      'a number that leads nowhere',
      documentOf({ parties: PARTY('1', 'A', '77'), entries: ON('1', '1550', '2022', 'X') }),
      'warning references-lost',
    ],
    [
      'cut off',
      documentOf({ parties: PARTY('1', 'A'), entries: ON('1', '1550', '2022', 'X') }).slice(0, -20),
      'error broken-xml',
    ],
    ['without parties', documentOf({}), 'error list-changed'],
  ])('%s is said', async (_, content, code) => {
    const { problems } = await given(content)
    expect(codes(problems).map((each) => each.replace(/:\d+$/, ''))).toContain(code.replace(/:\d+$/, ''))
  })
})
