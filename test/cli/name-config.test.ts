import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Match, Report } from '../../src/model/report.js'
import { makePlace, SCENE, type Place } from './binary.js'

let place: Place
beforeAll(() => {
  place = makePlace({
    ...SCENE,
    'apart.json': JSON.stringify({ names: { notTheSame: [['Peleng', 'PELENG JSC']] } }),
    'words.json': JSON.stringify({
      swappedMarker: 'slip',
      names: { weights: { place: 1 }, stopWords: ['holding'], synonyms: [['Pelikan Optics', 'Peleng']] },
    }),
    'typo.json': JSON.stringify({ names: { stopwords: ['holding'] } }),
    'nothing.json': JSON.stringify({ names: { weights: { core: 0 } } }),
    'bonus.json': JSON.stringify({ names: { weights: { countryConflict: 0.5 } } }),
  })
})
afterAll(() => place.remove())

const ids = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { readonly candidates: readonly Match[] }).candidates.map(({ entryId }) => entryId)
const match = (name: string, ...words: readonly string[]) =>
  place.run(['match', name, '-l', 'list.csv', '-f', 'jsonl', ...words])

test('match and compare take the pairs that are told apart and the synonyms', () => {
  expect(ids(match('Peleng').stdout)).toEqual(['33395'])
  expect(ids(match('Peleng', '--config', 'apart.json').stdout)).toEqual([])
  expect(ids(match('Pelikan Optics').stdout)).toEqual([])
  expect(ids(match('Pelikan Optics', '--config', 'words.json').stdout)).toEqual(['33395'])
  const compared = place.run(['compare', 'Peleng', 'Peleng OAO', '--config', 'apart.json', '-f', 'json'])
  expect(JSON.parse(compared.stdout)).toMatchObject({ pairs: [{ verdict: 'none' }] })
})

test('a swapped marker is a slip where the command line or the config says so', () => {
  const verdict = (...words: readonly string[]): unknown =>
    JSON.parse(place.run(['compare', 'Northlight Fund III', 'Northlight Fund IV', '-f', 'json', ...words]).stdout)
  expect(verdict()).toMatchObject({ pairs: [{ verdict: 'none' }] })
  expect(verdict('--swapped-marker', 'slip')).toMatchObject({ pairs: [{ verdict: 'possible' }] })
  expect(verdict('--config', 'words.json')).toMatchObject({ pairs: [{ verdict: 'possible' }] })
  expect(verdict('--config', 'words.json', '--swapped-marker', 'contradicts')).toMatchObject({
    pairs: [{ verdict: 'none' }],
  })
})

test('the report says what of it was used', () => {
  const words = ['screen', 'entities.csv', '-t', 'transactions.csv', '-l', 'list.csv', '--config', 'words.json']
  const report = JSON.parse(place.run([...words, '-f', 'json']).stdout) as Report
  expect(report.options).toMatchObject({
    swappedMarker: 'slip',
    names: { weights: { place: 1 }, stopWords: ['holding'], synonyms: [['Pelikan Optics', 'Peleng']] },
  })
  expect(place.run(words).stdout).toContain(
    'another series marker or place is a slip · names by the weights, 1 stop word, 1 group of synonyms of the config',
  )
})

test.each(['typo.json', 'nothing.json', 'bonus.json'])('%s is refused', (config) => {
  expect(match('Peleng', '--config', config).status).toBe(2)
})
