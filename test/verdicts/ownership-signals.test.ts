import { describe, expect, test } from '@jest/globals'
import type { ScreenOptions } from '../../src/model/options.js'
import { screen } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf } from '../inputs.js'

const LIST = 'id,list,kind,name,country,listed_on'
const ENTITY_LIST = '1,BIS Entity List (CSL),export-control,Xenon Trust,CN,2020-01-01'
const MEU = '2,BIS Military End User List (CSL),export-control,Yarrow Holding,CN,2020-01-01'
const SDN = '3,OFAC SDN,asset-freeze,Yarrow Holding,CN,2020-01-01'

interface Asked extends Partial<ScreenOptions> {
  readonly list: readonly string[]
  readonly country?: string
  readonly columns?: string
}

async function signals(
  rows: readonly string[],
  { list, country = 'CN', columns = 'kind,from,to,percent,basis', ...options }: Asked,
) {
  const names = [
    'Xenon Trust,company,CN',
    'Yarrow Holding,company,CN',
    'Nimbus One,company,CN',
    'Opal Two,company,CN',
    `Alder Works,company,${country}`,
  ]
  const report = await screen(
    inputsOf({
      entities: csv(
        'id,name,type,country',
        names.map((name) => `${name[0]?.toLowerCase() ?? ''},${name}`),
      ),
      relations: csv(columns, rows),
      list: csv(LIST, list),
    }),
    { ...DEFAULTS, asOf: '2025-10-15', ...options },
  )
  expect(report.findings.filter(({ kind }) => kind === 'owned')).toEqual([])
  return report.signals.map(({ code, state, party, message }) => ({ code, state, party, message }))
}

describe('the BIS Affiliates Rule', () => {
  const rows = ['owns,x,a,25,', 'owns,y,a,25,']
  const list = [ENTITY_LIST, MEU]
  test.each([
    ['2025-09-28', 'CN', undefined],
    ['2025-09-29', 'CN', 'raised'],
    ['2025-11-09', 'CN', 'raised'],
    ['2025-11-10', 'CN', undefined],
    ['2026-01-15', 'CN', undefined],
    ['2026-11-09', 'CN', undefined],
    ['2026-11-10', 'CN', 'raised'],
    ['2025-10-15', 'US', undefined],
    ['2025-10-15', '', 'not-evaluated'],
  ])('on %s, of country "%s": %s', async (asOf, country, state) => {
    const told = await signals(rows, { list, asOf, country })
    expect(told.map((one) => [one.code, one.state, one.party])).toEqual(
      state === undefined ? [] : [['bis-affiliate', state, 'a']],
    )
    if (asOf === '2026-11-10') expect(told[0]?.message).toContain('check its state')
  })
  test('adds SDNs; 49.99 is not enough; an unknown stake is a red flag', async () => {
    expect(await signals(rows, { list: [ENTITY_LIST, SDN] })).toHaveLength(1)
    expect(await signals(['owns,x,a,25,', 'owns,y,a,24.99,'], { list })).toEqual([])
    expect((await signals(['owns,x,a,,'], { list }))[0]?.message).toContain('Red Flag 29')
  })
  test('a known stake of which it is in doubt whether it still holds is no unknown one', async () => {
    const told = await signals(['owns,x,a,60,2025-10'], { list, columns: 'kind,from,to,percent,until' })
    expect(told.map(({ message }) => message)).toEqual([
      'Alder Works may be owned by Xenon Trust (60 %), of whom an owner or a day is in doubt: if so, under the BIS Affiliates Rule it takes a licence as its strictest owner does; of SDNs only those of the programmes in 15 CFR 744.8(a)(1) count',
    ])
  })
  test('is none of --ownership eu or none', async () => {
    expect(await signals(rows, { list, ownership: [] })).toEqual([])
  })
})

test('control alone under US law', async () => {
  const told = await signals(['controls,y,a,,board'], { list: [SDN] })
  expect(told.map(({ code, party }) => [code, party])).toEqual([['control-alone', 'a']])
})

test('the largest of several holders under EU law', async () => {
  const eu = '3,EU FSF,asset-freeze,Yarrow Holding,CN,2020-01-01'
  const rows = ['owns,y,a,40,', 'owns,x,a,10,', 'owns,n,a,10,', 'owns,o,a,10,']
  expect((await signals(rows, { list: [eu] })).map(({ code, party }) => [code, party])).toEqual([
    ['largest-holder', 'a'],
  ])
  expect(await signals(['owns,y,a,40,', 'owns,x,a,40,', 'owns,n,a,10,'], { list: [eu] })).toEqual([])
})
