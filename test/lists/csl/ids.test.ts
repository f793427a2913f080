import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { folderOf, loadOne } from '../given.js'
import { publishedFile } from '../published-file.js'

const HEADER = '_id,source,entity_number,type,programs,name,addresses,start_date,alt_names,ids'

async function idsOf(ids: string) {
  const row = `x,Specially Designated Nationals (SDN) - Treasury Department,1,Individual,RUSSIA-EO14024,"ZORIN, Max",,,,"${ids}"`
  const { list } = await loadOne(join(folderOf({ 'a.csv': `${HEADER}\n${row}\n` }), 'a.csv'))
  return list.entries[0]?.identifiers.map(({ scheme, value, country = '' }) => `${scheme} ${value} ${country}`)
}

describe('numbers of the Consolidated Screening List', () => {
  test.each([
    ['RU, 7702235133, Tax ID No.', ['tax 7702235133 RU']],
    ['K048787, Passport', ['passport K048787 ']],
    ['MM, 2017-01-16, 110364903, Registration Number', ['registration 110364903 MM']],
    ['PK, 2013-09-09, 2008-09-09, 4117921, Passport', ['passport 4117921 PK']],
    ['2004-02-05, 1999-06-23, G025057, Passport', ['passport G025057 ']],
    ['PH, 2021-01-19, Passport', []],
    ['2021-01-19, Passport', []],
    ['Passport, 836238033, KP; Gender, Male', ['passport 836238033 KP']],
    ['Passport, 2021-01-19, 836238033, KP', ['passport 836238033 KP']],
    ['V.A.T. Number, CHE-267.936.404, CH', ['tax CHE-267.936.404 CH']],
    ['SWIFT/BIC, RUDVRUMM; Website, mspbank.ru', ['swift RUDVRUMM ']],
    ['Male, Gender', []],
    ['31-0000, NIT #', ['tax 31-0000 ']],
    ['NIT #, 31-0000, CO', ['tax 31-0000 CO']],
    [
      'Digital Currency Address - XBT, 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h',
      ['digital-currency-address 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h '],
    ],
  ])('%s', async (ids, expected) => {
    expect(await idsOf(ids)).toEqual(expected)
  })

  test.each(['Financial Institution, Target Type', 'Target Type, Financial Institution'])('%s', async (ids) => {
    const row = `x,SSI,1,Entity,SDGT,"ZORIN",,,,"${ids}"`
    const { list } = await loadOne(join(folderOf({ 'a.csv': `${HEADER}\n${row}\n` }), 'a.csv'))
    expect(list.entries[0]?.type).toBe('bank')
  })

  const full = publishedFile('us-csl-csv-2022-05/consolidated.csv')
  full.testHere('no number of the whole list is a day', async () => {
    const { list } = await loadOne(full.path)
    const days = list.entries
      .flatMap((entry) => entry.identifiers)
      .filter(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value))
    expect(days).toEqual([])
  })

  const late = publishedFile('us-csl-csv-2025-06-sample/consolidated.csv')
  late.testHere('that of 2025 has the kind of number first', async () => {
    const { list } = await loadOne(late.path)
    expect(list.entries.flatMap((entry) => entry.identifiers)).toEqual([
      { scheme: 'passport', value: '836238033', country: 'KP' },
      { scheme: 'registration', value: 'C122790' },
      { scheme: 'passport', value: 'U00242309', country: 'TR' },
      { scheme: 'tax', value: 'CHE-267.936.404', country: 'CH' },
      { scheme: 'registration', value: 'CH-660.0.559.011-2', country: 'CH' },
      { scheme: 'registration', value: '1027739108649' },
      { scheme: 'swift', value: 'RUDVRUMM' },
    ])
  })
})
