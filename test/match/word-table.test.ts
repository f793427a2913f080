import { expect, test } from '@jest/globals'
import { compareNames } from '../../src/match/compare.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const rows = (a: string, b: string) =>
  compareNames(a, b, 'company', DEFAULT_THRESHOLDS).words.map(({ part, first, second, how }) => [
    part,
    first,
    second,
    how,
  ])

test('what agreed, what was left over and what was set aside', () => {
  expect(rows('Zavod Kvarts Telecom LLC', 'Kvarts Plant')).toEqual([
    ['agrees', 'kvarts', 'kvarts', 'same'],
    ['agrees', 'zavod', 'plant', 'meaning'],
    ['omitted', 'telecom', '', 'trade'],
    ['set-aside', 'llc', '', 'legal form'],
  ])
})

test('words that stand against each other contradict', () => {
  expect(rows('Kvarts Zelenin', 'Kvarts Morozko')).toEqual([
    ['agrees', 'kvarts', 'kvarts', 'same'],
    ['contradicts', 'zelenin', '', 'core'],
    ['contradicts', '', 'morozko', 'core'],
  ])
})

test('equal names agree in every word', () => {
  expect(rows('ОАО Пеленг', 'Peleng OJSC')).toEqual([
    ['agrees', 'peleng', 'peleng', 'same'],
    ['set-aside', 'oao', '', 'legal form'],
    ['set-aside', '', 'ojsc', 'legal form'],
  ])
})
