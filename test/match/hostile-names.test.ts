import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareNames } from '../../src/match/compare.js'
import { renderingsOf } from '../../src/match/renderings.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const compare = (a: string, b: string) => compareNames(a, b, 'unknown', DEFAULT_THRESHOLDS)

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one letter', 'A'],
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'ab '.repeat(10_000)],
  ['brackets without end', '('.repeat(10_000)],
  ['pairs of brackets', '(a) '.repeat(3_000)],
  ['aliases without end', 'X a.k.a. '.repeat(1_000)],
  ['Arabic without end', 'محمد '.repeat(5_000)],
  ['Chinese without end', '有限公司科技'.repeat(2_000)],
  ['Korean without end', '김'.repeat(10_000)],
  ['punctuation', '!?., --- «»'],
  ['a legal form', 'GmbH & Co. KG'],
  ['emoji', '🚢🛢️👩‍👩‍👧'],
  ['half a surrogate pair', 'Pel\ud83deng'],
  ['marks of direction', '\u202ePeleng\u202c\u200f'],
  ['combining marks without end', `e${'\u0301'.repeat(10_000)}`],
  ['mixed scripts', 'Pеlеng 公司 شركة 회사 חברה บริษัท'],
  ['keys of objects', '__proto__ constructor'],
]

describe('names that nobody has', () => {
  test.each(HOSTILE)('%s', (_, name) => {
    for (const other of ['Peleng JSC', 'محمد أحمد', '深圳科技', name]) {
      const { score, verdict } = compare(name, other)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(['none', 'possible', 'confirmed']).toContain(verdict)
      expect(compare(other, name).score).toBe(score)
    }
  })
})

test('renderings are few, whatever the name', () => {
  const letters = fc.constantFrom(
    'a',
    ' ',
    '(',
    ')',
    '/',
    '·',
    'م',
    'ا',
    'ل',
    '科',
    '技',
    '김',
    'Б',
    '\u0301',
    '\ud83d',
    'NPO ',
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
      const renderings = renderingsOf(parts.join(''))
      expect(renderings.length).toBeLessThanOrEqual(6)
      for (const { words, origins } of renderings) {
        expect(words.every((word) => /^[a-z0-9]+$/.test(word))).toBe(true)
        if (origins !== undefined) expect(origins).toHaveLength(words.length)
      }
    }),
  )
})
