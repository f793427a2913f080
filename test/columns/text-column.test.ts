import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTextColumn } from '../../src/columns/text-column.js'

test('a column of texts gives what was put into it, and nothing where nothing was', () => {
  const text = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 40 }))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 600 }), fc.nat(600), (texts, cut) => {
      const column = createTextColumn()
      const put = (from: number): void =>
        texts.slice(from).forEach((its, at) => {
          if (its !== '') column.putText(from + at, its)
        })
      const all = (): readonly string[] => texts.map((_, at) => column.textAt(at))
      put(0)
      expect(all()).toEqual(texts)
      for (const [at, its] of texts.entries()) {
        expect(column.startOf(at + 1) - column.startOf(at)).toBe(Buffer.byteLength(its))
      }
      column.cut(cut)
      expect(all()).toEqual(texts.map((its, at) => (at < cut ? its : '')))
      put(cut)
      expect(all()).toEqual(texts)
    }),
  )
})
