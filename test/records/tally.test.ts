import { expect, test } from '@jest/globals'
import { createTally } from '../../src/records/tally.js'

test('counts rows, and takes back what a later stage rejects', () => {
  const tally = createTally('entities', 'suppliers.csv')
  const first = tally.accept(false)
  tally.reject()
  const third = tally.accept(true)
  expect([first, third]).toEqual([
    { row: 0, degraded: false },
    { row: 2, degraded: true },
  ])
  expect(tally).toMatchObject({ rows: 3, accepted: 2, rejected: 1, degraded: 1 })
  tally.rejectLater(third)
  tally.rejectLater({ row: 2 })
  expect(tally).toMatchObject({ rows: 3, accepted: 1, rejected: 2, degraded: 0 })
  tally.rejectLater(first)
  tally.finish('csv', { sha256: 'ab', bytes: 7, compression: 'gzip' })
  expect(tally.input()).toEqual({
    role: 'entities',
    path: 'suppliers.csv',
    format: 'csv.gz',
    sha256: 'ab',
    bytes: 7,
    rows: 3,
    accepted: 0,
    rejected: 3,
    degraded: 0,
  })
})

test('of a list it also says name, day and entries', () => {
  const tally = createTally('list', 'sdn.csv')
  expect(tally.input({ list: 'OFAC SDN', publishedOn: '2023-12-28', entries: 3 })).toMatchObject({
    list: 'OFAC SDN',
    publishedOn: '2023-12-28',
    entries: 3,
  })
})
