import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createOwnTexts } from '../../../src/lists/xml/own-texts.js'

test('texts are what stands in the bytes, met before or not', () => {
  const letter = fc.constantFrom('a', 'b', ' ')
  const text = fc.oneof(
    fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
    fc.string({ unit: letter, minLength: 30, maxLength: 70 }),
    fc.string({ unit: letter, minLength: 1990, maxLength: 2010 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
      const textOf = createOwnTexts()
      for (const each of [...texts, ...texts]) {
        const bytes = Buffer.from(`>${each}<`)
        const isAscii = bytes.every((byte) => byte < 0x80)
        expect(textOf(bytes, 1, bytes.length - 1, isAscii)).toBe(bytes.subarray(1, -1).toString('utf8'))
      }
    }),
    { numRuns: 50 },
  )
})
