import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { dotted, line, prose } from '../../src/report/line.js'
import type { Line } from '../../src/report/line.js'
import { visible } from '../../src/report/sanitise.js'
import { typeset } from '../../src/report/typeset.js'
import type { Typesetter } from '../../src/report/typeset.js'
import { HOSTILE_NAMES } from './sample-hostile.js'

const paint: Typesetter['paint'] = (text, tone) => (tone === undefined ? text : `<${tone}>${text}</>`)

function set(lines: readonly Line[], width?: number): string[] {
  const plain: Typesetter['paint'] = (text) => text
  return [...typeset(lines, { width, measure: stringWidth, paint: plain })]
}

describe('a line that is too wide', () => {
  test.each<[string, Line, readonly string[]]>([
    [
      'breaks prose between words',
      prose(2, 'one two three four five six seven'),
      ['  one two three four five six\n', '  seven\n'],
    ],
    [
      'breaks before a whole piece and hangs',
      line(0, [{ text: 'Green Cycle Energy' }, { text: '─supply→ BelOMO Holding' }]),
      ['Green Cycle Energy\n', '  ─supply→ BelOMO Holding\n'],
    ],
    [
      'counts East Asian characters as two columns',
      line(0, [{ text: '深圳绿色循环能源有限' }, { text: '公司甲乙丙' }]),
      ['深圳绿色循环能源有限\n', '  公司甲乙丙\n'],
    ],
    ['breaks a word that no line holds', prose(0, 'ab'.repeat(20)), [`${'ab'.repeat(15)}\n`, `${'ab'.repeat(5)}\n`]],
    [
      'never puts the parts of a broken word into one line',
      { indent: 0, hang: 4, spans: [{ text: `${'x'.repeat(26)}yy` }] },
      [`${'x'.repeat(26)}\n`, '    yy\n'],
    ],
    [
      'keeps the dot with the piece before it',
      line(0, dotted([{ text: 'a'.repeat(25) }, { text: 'b'.repeat(9) }])),
      [`${'a'.repeat(25)} ·\n`, `  ${'b'.repeat(9)}\n`],
    ],
  ])('%s', (_name, entry, lines) => {
    expect(set([entry], 30)).toEqual(lines)
  })

  test('is left alone without a terminal', () => {
    const name = HOSTILE_NAMES.find((text) => text.length > 200) ?? ''
    expect(set([line(2, [{ text: name }, { text: name, flows: true }])])).toEqual([`  ${name} ${name}\n`])
  })

  test('keeps columns but for the last piece', () => {
    expect(
      set([
        line(0, [
          { text: 'a', pad: 4 },
          { text: 'b', pad: 4 },
        ]),
      ]),
    ).toEqual(['a    b\n'])
  })
})

test('neighbours of one tone are painted together, and blanks alone not at all', () => {
  const spans = [
    { text: 'a b', tone: 'faint', flows: true },
    { text: 'c', tone: 'grave' },
  ] as const
  const entry = line(0, [{ text: '', pad: 2, tone: 'grave' }, ...spans])
  expect([...typeset([entry], { width: 80, measure: stringWidth, paint })]).toEqual(['   <faint>a b</> <grave>c</>\n'])
})

const span = fc.record({
  text: fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'grapheme' })),
  flows: fc.boolean(),
})
const entries = fc.record({ indent: fc.nat(8), hang: fc.nat(8), spans: fc.array(span, { maxLength: 6 }) })
const letters = (text: string): string => text.replaceAll(/\s/gu, '')

test('nothing is lost, and no line is wider than the terminal', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 33, max: 120 }), (entry, width) => {
      const lines = set([entry], width)
      for (const text of lines) expect(stringWidth(text)).toBeLessThanOrEqual(width)
      expect(letters(lines.join(''))).toBe(letters(entry.spans.map(({ text }) => visible(text)).join('')))
    }),
  )
})
