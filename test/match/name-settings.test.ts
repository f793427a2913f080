import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareNames } from '../../src/match/compare.js'
import { createMatcher } from '../../src/match/matcher.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { NameSettings } from '../../src/model/name-settings.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const PLACE = { file: 'list.csv', line: 2 }

function entry(entryId: string, name: string, ...others: readonly string[]): ListEntry {
  return {
    list: 'US',
    regime: 'us',
    kind: 'asset-freeze',
    entryId,
    names: [name, ...others].map((text) => ({ text, strength: 'primary' })),
    type: 'company',
    countries: ['BY'],
    addresses: [],
    identifiers: [{ scheme: 'by-unp', value: '100230519' }],
    dates: [],
    programs: [],
    relations: [],
    place: PLACE,
  }
}

const ENTRIES = [entry('1', 'PELENG JSC', 'CENTRAL DESIGN DEPARTMENT PELENG'), entry('2', 'KVARTS OPTICAL PLANT')]

function found(name: string, names?: NameSettings, numbered = false): readonly string[] {
  const matcher = createMatcher(ENTRIES, { ...DEFAULT_THRESHOLDS, ...(names === undefined ? {} : { names }) })
  const identifiers = numbered ? [{ scheme: 'by-unp', value: '100230519' }] : []
  const matches = matcher.match({ names: [name], type: 'company', countries: ['BY'], identifiers, dates: [] })
  return matches.map(({ entryId, confidence }) => `${entryId} ${confidence}`)
}

const score = (a: string, b: string, names?: NameSettings): number =>
  compareNames(a, b, 'company', { ...DEFAULT_THRESHOLDS, ...(names === undefined ? {} : { names }) }).score

describe('two that are not the same', () => {
  test.each<readonly [string, string]>([
    ['Peleng', 'PELENG JSC'],
    ['PELENG JSC', 'Пеленг'],
    ['Peleng', 'Central Design Department Peleng'],
    ['Peleng', '1'],
  ])('%s, %s', (a, b) => {
    expect(found('Peleng')).toContain('1 confirmed')
    expect(found('Peleng', { notTheSame: [[a, b]] })).not.toContain('1 confirmed')
    expect(found('Kvarts Optical Plant', { notTheSame: [[a, b]] })).toEqual(found('Kvarts Optical Plant'))
  })

  test('an equal number is heard all the same', () => {
    expect(found('Peleng', { notTheSame: [['Peleng', '1']] }, true)).toContain('1 confirmed')
  })

  test('a comparison says so', () => {
    const thresholds = { ...DEFAULT_THRESHOLDS, names: { notTheSame: [['Peleng', 'PELENG JSC'] as const] } }
    const { verdict, explanation } = compareNames('Peleng OAO', 'Peleng', 'company', thresholds)
    expect(verdict).toBe('none')
    expect(explanation).toContain('the config says that these two are not the same')
  })
})

describe('synonyms', () => {
  const names: NameSettings = { synonyms: [['Kvarts', 'Glasworks of the North', 'GWN']] }
  test.each(['Glasworks of the North Optical Plant', 'GWN Optical Plant'])('%s is near, never confirmed', (name) => {
    expect(found(name)).toEqual([])
    expect(found(name, names)).toEqual(['2 possible'])
    expect(score(name, 'Kvarts Optical Plant', names)).toBeGreaterThan(0.7)
    expect(score('Kvarts Optical Plant', name, names)).toBe(score(name, 'Kvarts Optical Plant', names))
  })
})

test('a stop word is no evidence, and an equal name is found all the same', () => {
  const names: NameSettings = { stopWords: ['Zenitka', 'Peleng'] }
  expect(score('Zenitka Morozko', 'Zenitka Ostrov')).toBeGreaterThan(score('Zenitka Morozko', 'Zenitka Ostrov', names))
  expect(score('Zenitka Ostrov', 'Ostrov', names)).toBeGreaterThan(score('Zenitka Ostrov', 'Ostrov'))
  expect(found('Peleng', names)).toContain('1 confirmed')
})

test('weights move near names', () => {
  const names: NameSettings = { weights: { place: 2 } }
  expect(score('Kvarts Minsk', 'Kvarts', names)).toBeLessThan(score('Kvarts Minsk', 'Kvarts'))
  const countries = { ...DEFAULT_THRESHOLDS, names: { weights: { countryConflict: -0.5 } } }
  const matcher = createMatcher(ENTRIES, countries)
  expect(matcher.match({ names: ['Peleng'], type: 'company', countries: ['CN'], identifiers: [], dates: [] })).toEqual(
    [],
  )
})

test("no weights make a name that is the list's own silent", () => {
  const weight = fc.double({ min: 0, max: 5, noNaN: true })
  const weights = fc.record(
    {
      core: fc.double({ min: 0.1, max: 5, noNaN: true }),
      trade: weight,
      generic: weight,
      place: weight,
      number: weight,
      particle: weight,
      mark: weight,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(weights, (some) => {
      for (const name of ['Peleng', 'ОАО Пеленг', 'Kvarts Optical Plant'])
        expect(found(name, { weights: some })).toEqual(expect.arrayContaining([expect.stringContaining('confirmed')]))
    }),
    { numRuns: 30 },
  )
})
