import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Match } from '../../src/model/report.js'
import { encode } from '../sources/encode.js'
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

function matched(words: readonly string[], input: string | Buffer = '') {
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

test('a file given for a name is refused: it would have no candidate, and its names be cleared unread', () => {
  const { told, stderr, status } = matched(['vendors.csv'])
  expect([told, status]).toEqual([[], 2])
  expect(stderr).toContain('error: expected a name, got "vendors.csv", which is a file\nhint: ')
  expect(stderr).toContain('hopscreen match - < vendors.csv')
  expect(matched(['nothing-there.csv']).status).toBe(0)
})

test('where not all was read, "no candidate" is said to clear nobody', () => {
  const { stdout, status } = place.run(['match', 'Quiet Meadow Bakery', '-l', 'nowhere.csv', '--quiet'])
  expect(status).toBe(2)
  expect(stdout).toMatch(/^NOT COMPLETE {2}Not all was read: /)
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

  test('as many as there are', () => {
    const { stdout, status } = place.run(['match', '-', '-l', 'list.csv', '-f', 'csv'], {
      input: 'Peleng\n'.repeat(200_000),
    })
    expect(status).toBe(1)
    expect(stdout.match(/\n/g)).toHaveLength(200_001)
  })

  test.each([
    ['commas', 'id,name,country\nv1,Peleng,BY\nv2,Quiet Meadow Bakery,PL\n'],
    ['what Excel exports', encode('Vendor Name;Country\r\nPeleng;BY\r\nQuiet Meadow Bakery;PL\r\n', 'utf-16le')],
  ])('a table with %s is read as one: its rows are no names', (_, input) => {
    const { told, answers } = matched(['-'], input)
    expect(told).toEqual([
      ['Peleng', ['33395']],
      ['Quiet Meadow Bakery', []],
    ])
    expect(answers[0]?.candidates[0]?.confidence).toBe('confirmed')
  })

  test.each(['Name', 'Smith, Jones and Company, Country House', 'Name of the Rose, Inc.'])('%j is a name', (name) => {
    expect(matched(['-'], `${name}\nPeleng\n`).told).toEqual([
      [name, []],
      ['Peleng', ['33395']],
    ])
  })

  test('an empty one is nothing to match', () => {
    const { stderr, status } = matched(['-'])
    expect(stderr).toMatch(/^error: there is no name to match$/m)
    expect(status).toBe(2)
  })

  const NAMES = 'Тихий Луг\nПеленг\nСветлая Пекарня\n'
  test.each<[what: string, input: Buffer, words: readonly string[]]>([
    ['UTF-16 without a mark', encode(NAMES, 'utf-16le'), []],
    ['a Windows code page', encode(NAMES, 'windows-1251'), []],
    ['lines that end in CR alone', Buffer.from(NAMES.replaceAll('\n', '\r')), []],
    ['an encoding that is said', encode(NAMES, 'koi8-r'), ['--encoding', 'koi8-r']],
  ])('%s', (_, input, words) => {
    expect(matched(['-', ...words], input).told).toEqual([
      ['Тихий Луг', []],
      ['Пеленг', ['33395']],
      ['Светлая Пекарня', []],
    ])
  })

  test('an encoding told by its content is said, with names by which a person sees whether rightly', () => {
    const { stderr } = matched(['-'], encode(NAMES, 'windows-1251'))
    expect(stderr).toContain('warning: -: the file is no UTF-8 and was read as windows-1251')
    expect(stderr).toContain('"Пеленг"')
  })

  test.each<[what: string, input: Buffer, message: RegExp]>([
    [
      'a code page that can not be told',
      encode('Zakład Żywność\nŁódź\n', 'windows-1250'),
      /^error: -:1: .*told apart/m,
    ],
    ['a workbook', Buffer.from('PK\x03\x04', 'latin1'), /^error: -: expected names, .* got a workbook/m],
  ])('%s is refused', (_, input, message) => {
    const { stderr, status } = matched(['-'], input)
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
  })

  test('a name that is none of an encoding is refused', () => {
    const { stderr, status } = matched(['Peleng', '--encoding', 'windows-1215'])
    expect(stderr).toMatch(/^error: --encoding: .*"windows-1215"\nhint: /m)
    expect(status).toBe(2)
  })
})

test('an own list in a code page that is said', () => {
  place.write('own.csv', encode('id,name,country\n1,Пеленг,BY\n', 'koi8-r'))
  const run = (words: readonly string[]) => place.run(['match', 'Пеленг', '-l', 'own.csv', '-f', 'jsonl', ...words])
  expect(run(['--encoding', 'koi8-r']).stdout).toContain('"entryId":"1"')
  expect(run(['--encoding', 'windows-1251']).stdout).not.toContain('"entryId":"1"')
})
