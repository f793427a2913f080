import { describe, expect, test } from '@jest/globals'
import { createTextSearch } from '../../src/mentions/search.js'
import { createMatcher } from '../../src/match/matcher.js'
import { screen } from '../../src/screen.js'
import type { ListEntry } from '../../src/model/entry.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { DEFAULTS, inputsOf } from '../inputs.js'

const entry = (entryId: string, ...names: string[]): ListEntry => ({
  list: 'L',
  regime: 'us',
  kind: 'asset-freeze',
  entryId,
  names: names.map((text) => ({ text, strength: 'primary' })),
  type: 'company',
  countries: ['BY'],
  addresses: [],
  identifiers: [],
  dates: [],
  programs: [],
  relations: [],
  place: { file: 'l', line: 1 },
})

const entries = [
  entry('1', 'PELENG JSC'),
  entry('2', 'PRECISION LASER SYSTEMS LLC'),
  entry('3', 'BELARUSIAN OPTICAL AND MECHANICAL ASSOCIATION'),
  entry('4', 'ADVANCE ELECTRICAL AND INDUSTRIAL TECHNOLOGIES SL'),
  entry('5', 'GREEN CAR RENT LIMITED PARTNERSHIP'),
  entry('6', 'COMPUTER SERVICES COMPANY'),
]
const search = createTextSearch(entries, createMatcher(entries, DEFAULT_THRESHOLDS))

describe('names inside a text', () => {
  test.each([
    ['PELENG JSC 25 MAKAYONKA STR MINSK', '1', 'PELENG JSC', 1],
    ['Payment for goods, Peleng JSC, contract 7', '1', 'Peleng JSC', 20],
    ['оплата за товар ОАО "Пеленг" договор 12', '1', 'Пеленг', 22],
    ['inv 33 precision laser systems order', '2', 'precision laser systems', 8],
    ['инв. 33 для PELENGG', '1', 'PELENGG', 13],
    ['for pelang', '1', 'pelang', 5],
    ['fee for Precison Laser Systems', '2', 'Precison Laser Systems', 9],
    ['BELARUSIAN OPTICAL AND MECHANICAL ASSOCIATION INV 5', '3', 'BELARUSIAN OPTICAL AND MECHANICAL', 1],
  ])('%s', (text, id, name, first) => {
    const mentions = search({ column: 'purpose', text })
    const found = mentions.find((mention) => mention.matches.some((match) => match.entryId === id))
    expect(found?.name).toContain(name)
    expect(found?.matches.every((match) => match.confidence === 'possible')).toBe(true)
    expect(found === undefined ? 0 : found.first).toBeLessThanOrEqual(first)
    expect(
      Array.from(text)
        .slice((found?.first ?? 1) - 1, found?.last)
        .join(''),
    ).toBe(found?.name)
    expect(found?.matches[0]?.explanation).toContain(`column "purpose", characters ${found?.first} to ${found?.last}`)
  })

  test.each([
    '',
    'rent for May, office 5',
    'contract with JSC of Minsk',
    '12345 67',
    'laser',
    'optical goods LLC',
    'advance for rent',
    'rent and Ltd',
    'services company',
    'for pelingo',
    'paling',
  ])('none in "%s"', (text) => {
    expect(search({ column: 'purpose', text })).toEqual([])
  })
})

const LIST = 'id,list,name,type,country,listed_on\n1,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n'

describe('a screening with a column of text', () => {
  test('who is named in a payment is a possible match, with the place of the payment', async () => {
    const inputs = inputsOf({
      list: LIST,
      transactions:
        'payer,payee,date,goods\nAlpha Trade,Quiet Bakery,2024-02-01,for optics of PELENG JSC under contract 5\n',
    })
    const transactions = inputs.transactions.map((source) => ({ ...source, said: { text: ['goods'] } }))
    const report = await screen({ ...inputs, transactions }, DEFAULTS)
    expect(report.findings.map(({ kind, confidence, party }) => [kind, confidence, party.name])).toEqual([
      ['listed', 'possible', 'PELENG JSC'],
    ])
    expect(report.findings[0]?.party.records).toEqual([{ name: 'PELENG JSC', file: 'transactions.csv', line: 2 }])
    expect(report.findings[0]?.target.matches[0]?.explanation).toContain('inside the text of the column "goods"')
    const without = await screen(inputs, DEFAULTS)
    expect(without.findings).toEqual([])
  })

  test('name and address in one cell: the party of the row may be the one that it names', async () => {
    const inputs = inputsOf({
      list: LIST,
      entities: 'id,name\nv1,PELENG JSC 25 MAKAYONKA STR MINSK\nv2,QUIET BAKERY 1 HIGH STREET OXFORD\n',
    })
    const entities = inputs.entities.map((source) => ({ ...source, said: { text: ['name'] } }))
    const report = await screen({ ...inputs, entities }, DEFAULTS)
    expect(report.findings.map(({ kind, confidence, party }) => [kind, confidence, party.id])).toEqual([
      ['listed', 'possible', 'v1'],
    ])
    expect(report.problems).toEqual([])
  })
})
