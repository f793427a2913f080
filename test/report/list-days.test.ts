import { expect, test } from '@jest/globals'
import { listDays } from '../../src/report/list-days.js'
import { input } from './sample-parts.js'

const sdn = input('list', 'sdn.csv', 9, { list: 'OFAC SDN', publishedOn: '2023-12-28', entries: 9 })
const several = input('list', 'own.csv', 4, { list: 'EU FSF, UK', publishedOn: '2024-07-24', entries: 4 })
const undated = input('list', 'un.csv', 4, { list: 'UN', entries: 4 })

test.each([
  [[sdn, undated, several], 'OFAC SDN', '2023-12-28'],
  [[sdn, undated, several], 'UN', undefined],
  [[sdn, undated, several], 'UK', '2024-07-24'],
  [[sdn, undated, several], 'EU FSF', '2024-07-24'],
  [[several], 'Watch list', '2024-07-24'],
  [[input('entities', 'a.csv', 1)], 'UK', undefined],
])('%#: %s', (inputs, list, day) => {
  expect(listDays(inputs)(list)).toBe(day)
})
