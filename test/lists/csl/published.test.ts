import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cslSource } from '../../../src/lists/csl/sources.js'
import type { ListEntry } from '../../../src/model/entry.js'
import { codes, folderOf, loadOne } from '../given.js'
import { publishedFile } from '../published-file.js'
import { rawRows } from '../raw-table.js'

/** The full file has 14,160 rows, and a pattern takes it apart as well. */
const LONG = 120_000

const FILES = [
  { name: 'us-csl-csv-2016-02-sample/data.csv', columns: 27, rows: 399, entries: 399 },
  // Without a key, rows of one name on one list are one entry.
  { name: 'us-csl-csv-2019-12-sample/csl.csv', columns: 28, rows: 115, entries: 110 },
  // One bank stands there twice under its uid.
  { name: 'us-csl-csv-2022-05/consolidated.csv', columns: 29, rows: 14_160, entries: 14_159 },
  { name: 'us-csl-csv-2025-06-sample/consolidated.csv', columns: 29, rows: 13, entries: 13 },
]

describe.each(FILES)('the published $name', ({ name, columns, rows: count, entries }) => {
  const file = publishedFile(name)

  file.testHere(
    'gives every row, every name and the country at the end of every address',
    async () => {
      const { list, problems } = await loadOne(file.path)
      const [header = [], ...rows] = rawRows(file.text())
      expect(header).toHaveLength(columns)
      expect(rows).toHaveLength(count)
      expect(problems).toEqual([])
      expect(list.complete).toBe(true)
      expect(list.inputs).toMatchObject([{ format: 'us-csl-csv', rows: count, accepted: count, rejected: 0, entries }])
      const at = (field: string): number => header.indexOf(field)
      const expected = new Map<string, number>()
      const lost: string[] = []
      const spelt = new Set(list.entries.flatMap((entry) => entry.names.map((each) => each.text)))
      for (const row of rows) {
        const source = cslSource(row[at('source')] ?? '')
        expected.set(source?.list ?? '', (expected.get(source?.list ?? '') ?? 0) + 1)
        for (const alias of (row[at('alt_names')] ?? '').split('; ')) {
          const text = alias.replaceAll(/\s+/g, ' ').trim().replace(/^and /, '').replace(/;$/, '')
          if (/[\p{L}\p{N}]/u.test(text) && !/any successor/.test(text) && !spelt.has(text)) lost.push(text)
        }
      }
      expect(lost).toEqual([])
      expect([...new Set(list.entries.map((entry) => entry.list))].toSorted()).toEqual([...expected.keys()].toSorted())
      const freezes = list.entries.filter((entry) => entry.kind === 'asset-freeze').map((entry) => entry.list)
      expect([...new Set(freezes)]).toEqual(freezes.length === 0 ? [] : ['OFAC SDN (CSL)'])
      const coded = rows.filter((row) => /(?:^|, )BY$/.test(row[at('addresses')] ?? '')).length
      const read = list.entries.filter((entry) => entry.addresses.some((address) => address.country === 'BY')).length
      expect(read).toBeGreaterThanOrEqual(Math.min(coded, 1))
    },
    LONG,
  )
})

describe('chosen entries of May 2022', () => {
  const file = publishedFile('us-csl-csv-2022-05/consolidated.csv')
  let loaded: ReturnType<typeof loadOne> | undefined
  const find = async (list: string, name: string): Promise<ListEntry | undefined> =>
    (await (loaded ??= loadOne(file.path))).list.entries.find(
      (entry) => entry.list === list && entry.names[0]?.text === name,
    )

  file.testHere('Peleng is blocked on one list and export-controlled on another', async () => {
    expect(await find('OFAC SDN (CSL)', 'PELENG JSC')).toMatchObject({
      entryId: '33395',
      kind: 'asset-freeze',
      type: 'company',
      countries: ['BY'],
      programs: ['BELARUS-EO14038'],
      identifiers: [
        { scheme: 'gazette', value: '07526946', country: 'BY' },
        { scheme: 'registration', value: '100230519', country: 'BY' },
      ],
      dates: [{ text: '1994-03-11' }],
    })
    expect(await find('BIS Entity List (CSL)', 'Peleng JSC')).toMatchObject({
      kind: 'export-control',
      type: 'unknown',
      listedOn: { text: '2022-04-07' },
      legalBasis: ['87 FR 20299'],
    })
  })

  file.testHere('BelOMO, VTB and a denied person', async () => {
    expect(await find('BIS Entity List (CSL)', 'BelOMO Holding')).toMatchObject({
      kind: 'export-control',
      names: [{ strength: 'primary' }, { text: 'The Belarusian Optical and Mechanical Association' }],
      addresses: [{ text: '23 Makaenka St., Minsk, 220114, BY', country: 'BY' }],
    })
    const vtb = 'VTB BANK PUBLIC JOINT STOCK COMPANY'
    expect(await find('OFAC SDN (CSL)', vtb)).toMatchObject({ entryId: '17013', kind: 'asset-freeze', type: 'bank' })
    expect(await find('OFAC SSI (CSL)', vtb)).toMatchObject({ entryId: '17013', kind: 'sectoral' })
    expect(await find('OFAC CAPTA (CSL)', vtb)).toMatchObject({ kind: 'sectoral' })
    expect(await find('BIS Denied Persons List (CSL)', 'I. ASH')).toMatchObject({
      kind: 'export-control',
      listedOn: { text: '2003-06-19' },
      delistedOn: { text: '2056-06-29' },
    })
  })

  file.testHere('what OFAC links is a relation, without its brackets', async () => {
    const africa = await find('OFAC SDN (CSL)', 'BANCO VTB AFRICA SA')
    expect(africa?.relations).toEqual([{ kind: 'Linked To', name: 'VTB BANK PUBLIC JOINT STOCK COMPANY' }])
    expect(africa?.identifiers).toContainEqual({ scheme: 'swift', value: 'VTBLAOLU' })
  })
})

describe('the list in JSON', () => {
  test.each(['sdn', 'el', 'meu', 'uvl', 'ssi', 'cmic'])('%s', async (name) => {
    const file = publishedFile(`us-csl-json-samples/${name}.json`)
    if (!file.there) return
    const { list, problems } = await loadOne(file.path)
    const written: readonly Record<string, unknown>[] = JSON.parse(file.text())
    expect(problems).toEqual([])
    expect(list.complete).toBe(true)
    expect(list.entries.map((entry) => entry.names[0]?.text)).toEqual(
      written.map((each) => String(each['name']).replaceAll(/\s+/g, ' ').trim()),
    )
    expect(list.entries.map((entry) => entry.addresses.length)).toEqual(
      written.map((each) => new Set([each['addresses']].flat().map((address) => JSON.stringify(address))).size),
    )
  })

  const sdn = publishedFile('us-csl-json-samples/sdn.json')

  sdn.testHere('a field that is called otherwise is named', async () => {
    const text = sdn.text().replaceAll('"ids":', '"identifiers":')
    const { problems } = await loadOne(join(folderOf({ 'a.json': text }), 'a.json'))
    expect(codes(problems)).toEqual(['warning fields-unknown:2'])
    expect(problems[0]?.message).toContain('the field "identifiers" is not known and is left out, 4 times')
  })
  sdn.testHere('a person with a passport', async () => {
    const { list } = await loadOne(sdn.path)
    expect(list.entries[1]).toMatchObject({
      entryId: '521',
      kind: 'asset-freeze',
      type: 'person',
      countries: ['DE', 'FR', 'GB'],
      identifiers: [{ scheme: 'passport', value: 'ABC123', country: 'BE' }],
    })
  })

  describe('as the API answers', () => {
    const answer = (total: number, wide: boolean): string =>
      JSON.stringify(
        { total, sources: [{ source_code: 'SDN' }], results: JSON.parse(sdn.text()) },
        undefined,
        wide ? 2 : 0,
      )
    const given = (text: string) => loadOne(`${folderOf({ 'a.json': text })}/a.json`)

    sdn.testHere.each([true, false])('over lines: %s', async (wide) => {
      const { list, problems } = await given(answer(2, wide))
      const { list: plain } = await loadOne(sdn.path)
      expect(problems).toEqual([])
      expect(list).toMatchObject({ complete: true, inputs: [{ format: 'us-csl-json', rows: plain.entries.length }] })
      const names = (entries: readonly ListEntry[]) => entries.map(({ entryId, names: its }) => [entryId, its])
      expect(names(list.entries)).toEqual(names(plain.entries))
    })

    sdn.testHere('a page of a list is refused', async () => {
      const { list, problems } = await given(answer(50, false))
      expect(list).toMatchObject({ complete: false, entries: [] })
      expect(codes(problems)).toEqual(['error list-part'])
    })

    sdn.testHere('an answer without any is refused', async () => {
      const { list, problems } = await given('{"total":0,"results":[]}')
      expect(list.complete).toBe(false)
      expect(codes(problems)).toContain('error list-unknown')
    })
  })

  sdn.testHere('cut off, it is refused', async () => {
    const { list, problems } = await loadOne(`${folderOf({ 'a.json': sdn.text().slice(0, -40) })}/a.json`)
    expect(problems.some((problem) => problem.severity === 'error')).toBe(true)
    expect(list).toMatchObject({ entries: [], complete: false })
  })
})

const HEADER = 'source,entity_number,type,programs,name,addresses,alt_names,start_date'
const given = (text: string) => loadOne(`${folderOf({ 'csl.csv': text })}/csl.csv`)

describe('a table that is not as it should be', () => {
  test('a header in the middle is said, half a row at the end is rejected', async () => {
    const { list, problems } = await given(
      `${HEADER}\nSDN,1,Entity,CUBA,ACME,,,\n${HEADER}\nEL,,,,ZORIN,,,2020-01-01\nEL,,,,BRO`,
    )
    expect(codes(problems)).toEqual(['warning header-repeated:3', 'error row-short:5', 'error row-cut:5'])
    expect(list.entries.map((entry) => entry.kind)).toEqual(['asset-freeze', 'export-control'])
    expect(list.inputs).toMatchObject([{ rows: 3, accepted: 2, rejected: 1 }])
  })

  test('a source that is new is said, and is no asset freeze', async () => {
    const { list, problems } = await given(`${HEADER}\nNew List (NEW) - Some Department,1,Entity,SDGT,ACME,,,\n`)
    expect(codes(problems)).toEqual(['warning source-unknown:2'])
    expect(list.entries).toMatchObject([{ kind: 'export-control', list: 'New List (NEW) - Some Department (CSL)' }])
  })

  test('successors are no part of a name', async () => {
    const { list } = await given(
      `${HEADER}\nISN,,,INKSNA,"ACME; and any successor, sub-unit, or subsidiary thereof",,,2023-07-19\n`,
    )
    expect(list.entries).toMatchObject([
      { names: [{ text: 'ACME' }], remarks: 'and any successor, sub-unit, or subsidiary thereof' },
    ])
  })

  test.each([
    ['Sectoral Sanctions Identifications List (SSI) - Treasury Department', 'sectoral'],
    ['Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department', 'sectoral'],
    ['Capta List (CAP) - Treasury Department', 'sectoral'],
    ['Military End User (MEU) List - Bureau of Industry and Security', 'export-control'],
    ['Unverified List (UVL) - Bureau of Industry and Security', 'export-control'],
    ['ITAR Debarred (DTC) - State Department', 'debarment'],
    ['Palestinian Legislative Council List (PLC) - Treasury Department', 'watch'],
    ['Specially Designated Nationals (SDN) - Treasury Department', undefined],
  ])('%s', (text, kind) => {
    expect(cslSource(text)?.kind).toBe(kind)
  })
})
