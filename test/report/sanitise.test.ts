import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvCell, jsonSafe, visible } from '../../src/report/sanitise.js'
import { HOSTILE_NAMES } from './sample-hostile.js'

/** Text in which what must be made harmless is common. */
const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(' ', '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", '\u001b[', '\u202e', '＝', 'a'),
    )
    .map((parts) => parts.join('')),
)

describe('visible', () => {
  test.each([
    ['Peleng', 'Peleng'],
    ['ААТ «Пеленг»', 'ААТ «Пеленг»'],
    ['深圳绿色循环', '深圳绿色循环'],
    ['C:\\data', 'C:\\data'],
    ['a\nb\r\tc', String.raw`a\nb\r\tc`],
    ['\u001b[31mred', String.raw`\u{1b}[31mred`],
    ['\u009b31m', String.raw`\u{9b}31m`],
    ['\u0000\u0007\u007f', String.raw`\u{0}\u{7}\u{7f}`],
    ['abc\u202egnp.exe', String.raw`abc\u{202e}gnp.exe`],
    ['\u2066x\u2069\u200e\u200f\u061c', String.raw`\u{2066}x\u{2069}\u{200e}\u{200f}\u{61c}`],
    ['a\u200bb\ufeffc\u00add', String.raw`a\u{200b}b\u{feff}c\u{ad}d`],
    ['Pe\u200cleng', String.raw`Pe\u{200c}leng`],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['👨\u200dx', String.raw`👨\u{200d}x`],
    ['\ud800x', String.raw`\u{d800}x`],
    ['\u{e0041}', String.raw`\u{e0041}`],
    ['a\u2028b\u2029c', String.raw`a\u{2028}b\u{2029}c`],
    ['\u3164\u2800', String.raw`\u{3164}\u{2800}`],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('leaves each letter and sign that is seen as it is, and no other', () => {
    const drawnAsNothing = '\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0'
    const isUnseen = (sign: string): boolean =>
      /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(sign) || drawnAsNothing.includes(sign)
    const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code))
    expect(signs.filter((sign) => visible(`a${sign}b`) !== `a${sign}b`)).toEqual(signs.filter(isUnseen))
  })

  test('leaves nothing that moves a cursor, breaks a line or turns the writing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(text)).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
        )
      }),
    )
  })
})

describe('csvCell', () => {
  test.each([
    ['Peleng', 'Peleng'],
    ['', ''],
    [`=cmd|'/C calc'!A0`, `"'=cmd|'/C calc'!A0"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@A1', `"'@A1"`],
    ['＝1', `"'＝1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠1', `"'＠1"`],
    ['  =1', `"'  =1"`],
    ['\t=1', String.raw`"'\t=1"`],
    ['\rx', String.raw`"'\rx"`],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', String.raw`a\nb`],
    ['a = b', 'a = b'],
  ])('%j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  test('is one cell of one row that no spreadsheet runs', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (left, right) => {
        const rows: unknown = parse(`${csvCell(left)},${csvCell(right)},end\n`)
        const unquote = (text: string): string => text.replace(/^'/u, '')
        expect(rows).toEqual([[expect.any(String), expect.any(String), 'end']])
        const [[first = '', second = ''] = []] = rows as string[][]
        for (const cell of [first, second]) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u)
        expect([unquote(first), unquote(second)]).toEqual([unquote(visible(left)), unquote(visible(right))])
      }),
    )
  })
})

describe('jsonSafe', () => {
  test('means the same, and shows nothing raw that a terminal obeys', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = jsonSafe(JSON.stringify({ [text]: text }))
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })))
        expect(json).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u)
      }),
    )
  })
})
