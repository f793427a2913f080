import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readSdnNames } from '../../bench/sdn-names.js'
import { createMatcher, type Matcher } from '../../src/match/matcher.js'
import type { PartyType } from '../../src/model/record.js'
import type { Match } from '../../src/model/report.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const SDN = '../shared/data/lists/ofac-sdn-2023-12-28'
const there = existsSync(SDN)
if (!there) console.warn(`skipped: the names of the case against the SDN list of 2023-12-28, for want of ${SDN}`)

let matcher: Matcher | undefined
function match(name: string, country?: string, type: PartyType = 'company'): readonly Match[] {
  matcher ??= createMatcher(readSdnNames(SDN), DEFAULT_THRESHOLDS)
  return matcher.match({
    names: [name],
    type,
    countries: country === undefined ? [] : [country],
    identifiers: [],
    dates: [],
  })
}
const ids = (matches: readonly Match[]) => matches.map(({ entryId }) => entryId)

const whenThere = there ? describe : describe.skip

whenThere('the names of the case on the SDN list of 2023-12-28', () => {
  test.each(['Peleng', 'ПЕЛЕНГ', 'ААТ «Пеленг»', 'ОАО "Пеленг"'])('%s is 33395', (name) => {
    expect(match(name)[0]).toMatchObject({ entryId: '33395', score: 1, confidence: 'possible' })
    expect(match(name, 'BY')[0]).toMatchObject({ entryId: '33395', score: 1, confidence: 'confirmed' })
  })

  test.each(['BelOMO Holding', 'БелОМО', 'Bel OMO'])(
    '%s is possibly 46529, then its siblings, never a ship',
    (name) => {
      for (const country of [undefined, 'BY']) {
        const found = match(name, country)
        expect(found[0]).toMatchObject({ entryId: '46529', confidence: 'possible' })
        expect(ids(found)).toEqual(expect.arrayContaining(['46530', '46531']))
        expect(ids(found)).not.toContain('37031')
      }
    },
  )

  test.each(['VTB Bank', 'VTB Bank, Shanghai branch', 'VTB Bank (Shanghai) branch'])(
    '%s is confirmed as 17013',
    (name) => {
      expect(match(name, name === 'VTB Bank' ? 'RU' : 'CN', 'bank')[0]).toMatchObject({
        entryId: '17013',
        confidence: 'confirmed',
      })
    },
  )

  test('VTB Shanghai is possibly 17013', () => {
    expect(match('VTB Shanghai', 'CN', 'bank')[0]).toMatchObject({ entryId: '17013', confidence: 'possible' })
  })

  test.each([
    'Green Cycle Energy',
    'Haucore',
    'Morotack (Tianjin) Technology',
    'Precision Laser Systems',
    'Diaproektor',
    'Russian military',
    'Technology',
    'Trading',
    'Holding',
    'International Trading Company',
  ])('%s finds nothing', (name) => {
    expect(ids(match(name))).toEqual([])
    expect(ids(match(name, undefined, 'unknown'))).toEqual([])
  })

  test('other users have been shown these', () => {
    expect(ids(match('emma daniels', undefined, 'person'))).toEqual([])
    expect(ids(match('11420 CORP.'))).toEqual(['24430'])
    expect(match('Almaz-Antey')[0]?.matchedName).toBe('JOINT-STOCK COMPANY CONCERN ALMAZ-ANTEY')
    expect(ids(match('Peleng', undefined, 'person'))).toEqual([])
  })
})
