import { describe, expect, test } from '@jest/globals'
import { alsoListed } from '../../src/lists/same-party.js'
import type { ListEntry } from '../../src/model/entry.js'
import { parsePartialDate } from '../../src/model/date.js'
import { loadOne } from './given.js'
import { publishedFile } from './published-file.js'

const entry = (list: string, entryId: string, name: string, more: Partial<ListEntry> = {}): ListEntry => ({
  list,
  regime: 'us',
  kind: 'asset-freeze',
  entryId,
  names: [{ text: name, strength: 'primary' }],
  type: 'company',
  countries: [],
  addresses: [],
  identifiers: [],
  dates: [],
  programs: [],
  relations: [],
  place: { file: 'x', line: 1 },
  ...more,
})
const born = (text: string) => {
  const date = parsePartialDate(text)
  return { type: 'person' as const, dates: date === undefined ? [] : [date] }
}
const tax = { identifiers: [{ scheme: 'tax', value: '7702 070 139' }] }

describe('entries of one party on several lists', () => {
  test.each([
    [
      'an equal number',
      entry('A', '1', 'VTB', tax),
      entry('B', '2', 'Bank VTB PJSC', { identifiers: [{ scheme: 'tax', value: '7702070139' }] }),
      true,
    ],
    ['an equal name of two words', entry('A', '1', 'Peleng JSC'), entry('B', '2', 'PELENG, JSC'), true],
    ['an equal name of one word', entry('A', '1', 'Peleng'), entry('B', '2', 'PELENG'), false],
    [
      'an equal word and country',
      entry('A', '1', 'Peleng', { countries: ['BY'] }),
      entry('B', '2', 'PELENG', { countries: ['BY'] }),
      true,
    ],
    [
      'another country',
      entry('A', '1', 'Peleng JSC', { countries: ['BY'] }),
      entry('B', '2', 'Peleng JSC', { countries: ['IN'] }),
      false,
    ],
    ['another type', entry('A', '1', 'Zorin Star'), entry('B', '2', 'Zorin Star', { type: 'vessel' }), false],
    ['a bank and a company', entry('A', '1', 'Zorin Bank'), entry('B', '2', 'Zorin Bank', { type: 'bank' }), true],
    ['a person by name alone', entry('A', '1', 'ZORIN, Max', born('')), entry('B', '2', 'Max Zorin', born('')), false],
    [
      'a person born the same day',
      entry('A', '1', 'ZORIN, Max', born('1945-03-01')),
      entry('B', '2', 'Max Zorin', born('1945')),
      true,
    ],
    [
      'a person born another year',
      entry('A', '1', 'ZORIN, Max', born('1946')),
      entry('B', '2', 'Max Zorin', born('1945')),
      false,
    ],
    ['the same list', entry('A', '1', 'Peleng JSC'), entry('A', '2', 'Peleng JSC'), false],
    ['the same uid at OFAC', entry('OFAC SDN', '17013', 'VTB'), entry('OFAC SSI (CSL)', '17013', 'VTB Bank'), true],
    [
      "the UN's key",
      entry('UN', 'TAe.010', 'Haji', { regime: 'un' }),
      entry('UK', '9', 'Hawala', { identifiers: [{ scheme: 'un-reference', value: 'TAe.010' }] }),
      true,
    ],
  ])('%s', (_, a, b, expected) => {
    const also = alsoListed([a, b])
    expect(also(a)).toEqual(expected ? [b] : [])
    expect(also(b)).toEqual(expected ? [a] : [])
  })

  const csl = publishedFile('us-csl-csv-2022-05/consolidated.csv')
  csl.testHere(
    'Peleng and VTB in May 2022',
    async () => {
      const { list } = await loadOne(csl.path)
      const also = alsoListed(list.entries)
      const kindsOf = (name: string): readonly string[] => {
        const found = list.entries.find((each) => each.list === 'OFAC SDN (CSL)' && each.names[0]?.text === name)
        return found === undefined ? [] : also(found).map((other) => `${other.list} ${other.names[0]?.text ?? ''}`)
      }
      expect(kindsOf('PELENG JSC')).toEqual(['BIS Entity List (CSL) Peleng JSC'])
      expect(
        kindsOf('VTB BANK PUBLIC JOINT STOCK COMPANY')
          .map((each) => each.slice(0, 10))
          .toSorted(),
      ).toEqual(['OFAC CAPTA', 'OFAC SSI ('])
    },
    120_000,
  )
})
