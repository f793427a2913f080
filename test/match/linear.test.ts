import { describe, expect, test } from '@jest/globals'
import { compareNames } from '../../src/match/compare.js'
import { foldName } from '../../src/match/fold.js'
import { normaliseName } from '../../src/match/normalise.js'
import { renderingsOf } from '../../src/match/renderings.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const KINDS: readonly (readonly [string, string])[] = [
  ['letters of one word', 'a'],
  ['letters of many words', 'ab cd '],
  ['punctuation', '!?.,-«»'],
  ['brackets', '(a) '],
  ['opening brackets', '('],
  ['combining marks', '\u0301\u0327'],
  ['unpaired surrogates', '\ud83d'],
  ['marks of direction', '\u202e\u200f'],
  ['emoji', '👩‍👩‍👧'],
  ['mixed scripts', 'Пelенg شركة 华为 회사 '],
  ['Arabic', 'محمد'],
  ['Chinese', '有限公司科技'],
  ['apostrophes', "a'bc"],
  ['digits among letters', 'a1b'],
  ['aliases', 'X a.k.a. Y '],
  ['spaces', ' '],
  ['numbers in words', 'forty-four '],
]
const SIZES = [10_000, 40_000] as const

/** What comparing costs: the words and readings that it goes through, and their letters. Counted, so that no clock decides. */
function work(text: string): number {
  const names = [normaliseName(text), ...renderingsOf(text)]
  const letters = names.flatMap(({ words, readings }) => [words, ...readings]).flat()
  return names.length + letters.length + letters.reduce((sum, word) => sum + word.length, 0)
}

describe.each(KINDS)('%s without end', (_, unit) => {
  const [some, more] = SIZES.map((size) => unit.repeat(Math.ceil(size / unit.length)))

  test('four times the letters are at most four times the work', () => {
    expect(work(more ?? '')).toBeLessThanOrEqual(4 * work(some ?? '') + 8)
  })

  test('what a name without letters is kept as needs no ordering of thousands of marks', () => {
    expect(foldName(more ?? '').core).not.toMatch(/\p{M}{100}/u)
  })

  test.each(['company', 'person'] as const)('an answer for a %s, the same both ways', (type) => {
    for (const text of [some ?? '', more ?? '']) {
      const { score, verdict } = compareNames(text, 'Peleng', type, DEFAULT_THRESHOLDS)
      expect(verdict).toBe('none')
      expect(compareNames('Peleng', text, type, DEFAULT_THRESHOLDS).score).toBe(score)
      expect(compareNames(text, text, type, DEFAULT_THRESHOLDS).score).toBeLessThanOrEqual(1)
    }
  })
})
