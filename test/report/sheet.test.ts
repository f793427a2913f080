import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSheet, written } from '../../src/report/sheet.js'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'я', '\u{1f600}'),
  fc.tuple(fc.constantFrom('ab', '福', '\u{1f600}'), fc.nat(9000)).map(([unit, times]) => unit.repeat(times)),
)

test('what was put on a sheet is on it, in that order, and what is cut off is gone', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({ kind: fc.constant('bytes' as const), text }),
    fc.record({ kind: fc.constant('cut' as const), text }),
    fc.record({ kind: fc.constant('take' as const), text: fc.constant('') }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const sheet = createSheet()
      let expected = ''
      for (const { kind, text: its } of acts) {
        if (kind === 'text') sheet.text(its)
        if (kind === 'bytes') sheet.bytes(Buffer.from(its))
        if (kind === 'text' || kind === 'bytes') expected += its
        if (kind === 'cut') {
          const from = sheet.size()
          sheet.text(its)
          expect(Buffer.from(sheet.cut(from)).toString('utf8')).toBe(its)
        }
        if (kind !== 'take') continue
        expect(Buffer.from(sheet.take()).toString('utf8')).toBe(expected)
        expected = ''
      }
      expect(sheet.size()).toBe(Buffer.byteLength(expected))
      expect(Buffer.from(sheet.take()).toString('utf8')).toBe(expected)
    }),
    { numRuns: 200 },
  )
})

test('a piece stands while the next one is made', () => {
  const items = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + at).repeat(4000))
  const found: string[] = []
  let before: Uint8Array | undefined
  for (const piece of written(items, (item, sheet) => sheet.text(item))) {
    if (before !== undefined) found.push(Buffer.from(before).toString('utf8'))
    before = piece
  }
  found.push(Buffer.from(before ?? []).toString('utf8'))
  expect(found.length).toBeGreaterThan(5)
  expect(found.join('')).toBe(items.join(''))
})
