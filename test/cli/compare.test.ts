import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ComparedPair, Evaluation } from '../../src/model/comparison.js'
import { encode } from '../sources/encode.js'
import { makePlace, type Place } from './binary.js'

const PAIRS = `name1,name2,type,is_match,note
Peleng,PELENG JSC,company,true,
Diaproektor OJSC,OAO DIAPROEKTOR,company,yes,
Quiet Meadow Bakery,Green Cycle Energy,company,0,
"Ivanov, Sergei",Sergei Ivanov,person,1,"in quotes, with a comma"
Peleng,Haucore,,,no truth given
`

let place: Place
beforeAll(() => {
  place = makePlace({ 'pairs.csv': PAIRS })
})
afterAll(() => place.remove())

function compared(words: readonly string[], input = '') {
  const { stdout, stderr, status } = place.run(['compare', ...words, '-f', 'json'], { input })
  const answer = stdout === '' ? undefined : (JSON.parse(stdout) as { pairs: ComparedPair[]; evaluation?: Evaluation })
  return { pairs: answer?.pairs ?? [], evaluation: answer?.evaluation, stderr, status }
}

describe('two names', () => {
  test.each([
    ['Peleng', 'PELENG JSC', 'possible', 1],
    ['Diaproektor OJSC', 'OAO DIAPROEKTOR', 'possible', 1],
  ])('%s and %s', (a, b, verdict, score) => {
    const { pairs, evaluation, status } = compared([a, b])
    expect(pairs).toEqual([expect.objectContaining({ name1: a, name2: b, verdict, score })])
    expect(evaluation).toBeUndefined()
    expect(status).toBe(0)
  })

  test('unlike names are none, which ends in 0 too', () => {
    const { pairs, status } = compared(['Quiet Meadow Bakery', 'Haucore'])
    expect([pairs[0]?.verdict, status]).toEqual(['none', 0])
  })
})

describe('a file of pairs', () => {
  test('every pair has its verdict, in the order of the file', () => {
    const { pairs, status } = compared(['--pairs', 'pairs.csv'])
    expect(pairs.map((pair) => pair.name1)).toEqual([
      'Peleng',
      'Diaproektor OJSC',
      'Quiet Meadow Bakery',
      'Ivanov, Sergei',
      'Peleng',
    ])
    expect(pairs[4]).not.toHaveProperty('type')
    expect(status).toBe(0)
  })

  test('where it says what is true, the verdicts are held against it', () => {
    const { evaluation } = compared(['--pairs', 'pairs.csv'])
    expect(evaluation).toMatchObject({
      truePositives: 3,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 1,
      f1: 1,
      best: { f1: 1 },
    })
    expect(Object.keys(evaluation?.byType ?? {})).toEqual(['company', 'person'])
    expect(evaluation?.byThreshold?.length).toBeGreaterThan(90)
  })

  test('the threshold is that of --min-score', () => {
    expect(compared(['--pairs', 'pairs.csv', '--min-score', '0.4']).evaluation?.threshold).toBe(0.4)
  })

  test('JSON Lines on standard input', () => {
    const { pairs, evaluation } = compared(
      ['--pairs', '-'],
      '{"name1":"Peleng","name2":"PELENG JSC","is_match":true}\n{"name1":"A B","name2":"C D","is_match":"no"}\n',
    )
    expect(pairs).toHaveLength(2)
    expect(evaluation).toMatchObject({ truePositives: 1, trueNegatives: 1 })
  })
})

describe('what can not be read', () => {
  test.each<[string, string, number, RegExp]>([
    ['a short row', 'name1,name2\nPeleng,PELENG JSC\nPeleng\n', 2, /^error: bad\.csv:3: expected 2 fields/m],
    ['a row without a name', 'name1,name2\n,PELENG JSC\nA B,A B\n', 2, /^error: bad\.csv:2: /m],
    ['an open quote', 'name1,name2\n"Peleng,PELENG JSC\nA B,A B\n', 2, /^error: bad\.csv:2: /m],
  ])('%s gets a verdict of none with the reason, and the end is 2', (_, content, count, message) => {
    place.write('bad.csv', content)
    const { pairs, stderr, status } = compared(['--pairs', 'bad.csv'])
    expect(stderr).toMatch(message)
    expect(pairs).toHaveLength(count)
    const unread = pairs.find((pair) => pair.score === 0)
    expect(unread).toMatchObject({ verdict: 'none', explanation: expect.stringMatching(/\w/) })
    expect(status).toBe(2)
  })

  test('a pair that can not be read counts under its type', () => {
    const { pairs, evaluation } = compared(
      ['--pairs', '-'],
      'name1,name2,type,is_match\n,Peleng,company,1\nPeleng,PELENG JSC,company,1\n',
    )
    expect(pairs.map(({ type, verdict }) => [type, verdict])).toEqual([
      ['company', 'none'],
      ['company', 'possible'],
    ])
    expect(evaluation?.byType['company']).toMatchObject({ truePositives: 1, falseNegatives: 1 })
  })

  test('a word for neither true nor false is a warning, and the pair is not counted', () => {
    place.write('bad.csv', 'name1,name2,is_match\nPeleng,PELENG JSC,perhaps\nPeleng,PELENG JSC,true\n')
    const { evaluation, stderr, status } = compared(['--pairs', 'bad.csv'])
    expect(stderr).toMatch(/^warning: bad\.csv:2: column "is_match": expected one of true, /m)
    expect(evaluation).toMatchObject({ truePositives: 1 })
    expect(status).toBe(0)
  })

  test.each<[string, string]>([
    ['no such column', 'left,right\na,b\n'],
    ['a doubled column', 'name1,name1,name2\na,b,c\n'],
    ['no pairs', 'name1,name2\n'],
    ['no bytes', ''],
  ])('%s', (_, content) => {
    place.write('bad.csv', content)
    const { stderr, status } = compared(['--pairs', 'bad.csv'])
    expect(stderr).toMatch(/^error: bad\.csv:/m)
    expect(status).toBe(2)
  })

  test.each([[['--pairs', 'nowhere.csv']], [['a', 'b', '--pairs', 'pairs.csv']]])('%j', (words) => {
    expect(compared(words).status).toBe(2)
  })
})

describe('pairs in other encodings', () => {
  const CYRILLIC = 'name1,name2\nПеленг,Peleng JSC\n'
  test.each<[what: string, bytes: Buffer, words: readonly string[]]>([
    ['UTF-16', encode(`\uFEFF${CYRILLIC}`, 'utf-16be'), []],
    ['a Windows code page', encode(CYRILLIC, 'windows-1251'), []],
    ['lines that end in CR alone', Buffer.from(CYRILLIC.replaceAll('\n', '\r')), []],
    ['JSON Lines', encode('{"name1":"Пеленг","name2":"Peleng JSC"}\n', 'windows-1251'), []],
    ['an encoding that is said', encode(CYRILLIC, 'koi8-r'), ['--encoding', 'koi8-r']],
  ])('%s', (_, bytes, words) => {
    place.write('other', bytes)
    const { pairs, status } = compared(['--pairs', 'other', ...words])
    expect(pairs).toMatchObject([{ name1: 'Пеленг', score: 1 }])
    expect(status).toBe(0)
  })

  test.each<[what: string, words: readonly string[], message: RegExp]>([
    ['a workbook', ['--pairs', 'book'], /^error: book: expected CSV.*got a workbook/m],
    ['an encoding of no file', ['a', 'b', '--encoding', 'koi8-r'], /^error: --encoding is of a file/m],
    [
      'an encoding that is none',
      ['--pairs', 'pairs.csv', '--encoding', 'koi9'],
      /^error: --encoding: expected the name/m,
    ],
  ])('%s is refused', (_, words, message) => {
    place.write('book', Buffer.from('PK\x03\x04', 'latin1'))
    const { stderr, status } = compared(words)
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
  })
})
