import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from '@jest/globals'
import { endsOf, tableOf } from './tables.js'
import { resolveParties } from '../../src/parties/resolve.js'

const rows: readonly (readonly string[])[] = parse(readFileSync('fixtures/spellings/spellings.csv', 'utf8'), {
  from_line: 2,
})

test('a hundred spellings of twenty-one companies: every right merge and no wrong one', () => {
  const texts = rows.map(([, name = '']) => name)
  const ends = endsOf(texts)
  const { parties, partyOfEnd } = resolveParties({
    records: tableOf([]),
    ends,
    sameAs: [],
    exactNames: false,
  })
  const made = new Map<number, Set<string>>()
  const parted = new Map<string, Set<number>>()
  rows.forEach(([company = '', name = '']) => {
    const party = partyOfEnd[ends.find(name)] ?? -1
    made.set(party, (made.get(party) ?? new Set()).add(company))
    parted.set(company, (parted.get(company) ?? new Set()).add(party))
  })
  const told = (party: number): string =>
    `${parties.nameOf(party)} [${parties
      .spellingsOf(party)
      .map(({ text }) => text)
      .join(' | ')}]`
  expect([...made].filter(([, companies]) => companies.size > 1).map(([party]) => told(party))).toEqual([])
  expect([...parted].filter(([, its]) => its.size > 1).map(([, its]) => [...its].map(told))).toEqual([])
  expect(rows.length).toBe(100)
})
