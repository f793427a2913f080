import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Match } from '../../src/model/report.js'
import { makePlace, SCENE, type Place } from './binary.js'

interface Answer {
  readonly query: string
  readonly candidates: readonly Match[]
}

let place: Place
beforeAll(() => {
  place = makePlace(SCENE)
})
afterAll(() => place.remove())

function matched(words: readonly string[], input = '') {
  const { stdout, stderr, status } = place.run(['match', ...words, '-l', 'list.csv', '-f', 'jsonl'], { input })
  const answers = stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer)
  const told = answers.map(({ query, candidates }) => [query, candidates.map((match) => match.entryId)] as const)
  return { told, answers, stderr, status }
}

describe('names on the command line', () => {
  test('a line a name, in their order, with the code of the verdict', () => {
    const { told, status } = matched(['Peleng', 'Quiet Meadow Bakery'])
    expect(told).toEqual([
      ['Peleng', ['33395']],
      ['Quiet Meadow Bakery', []],
    ])
    expect(status).toBe(1)
  })

  test.each<[readonly string[], number]>([
    [['Quiet Meadow Bakery'], 0],
    [['Peleng'], 1],
    [['Peleng', '--fail-on', 'none'], 0],
    [['Peleng', '--fail-on', 'confirmed'], 0],
    [['Peleng', '--fail-on', 'listed'], 1],
    [['Peleng', '--as-of', '2020-01-01'], 0],
    [['Peleng', '--as-of', '2022-01-01'], 1],
  ])('%j ends in %i', (words, code) => {
    expect(matched(words).status).toBe(code)
  })

  test.each(['', '   ', '—'])('%j is no name, and is not "nothing found"', (name) => {
    const { status, stderr } = matched([name])
    expect(stderr).toMatch(/^error: expected a name, got /m)
    expect(status).toBe(2)
  })
})

describe('names on standard input', () => {
  test('one a line, blank lines left out', () => {
    const { told } = matched(['-'], 'Peleng\n\nПеленг\nQuiet Meadow Bakery')
    expect(told).toEqual([
      ['Peleng', ['33395']],
      ['Пеленг', ['33395']],
      ['Quiet Meadow Bakery', []],
    ])
  })

  test('JSON Lines with what else is known: an equal country confirms', () => {
    const { answers, status } = matched(
      ['-', '--fail-on', 'confirmed'],
      '{"name":"Peleng","country":"BY","type":"company"}\n',
    )
    expect(answers[0]?.candidates[0]?.confidence).toBe('confirmed')
    expect(status).toBe(1)
  })

  test('a line that can not be read is named, and the others are answered', () => {
    const { told, stderr, status } = matched(['-'], '{"name":"Peleng"}\n{"name":\n')
    expect(told).toContainEqual(['Peleng', ['33395']])
    expect(stderr).toMatch(/^error: -:2: /m)
    expect(status).toBe(2)
  })

  test('an empty one is nothing to match', () => {
    const { stderr, status } = matched(['-'])
    expect(stderr).toMatch(/^error: there is no name to match$/m)
    expect(status).toBe(2)
  })
})
