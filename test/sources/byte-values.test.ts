import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parsePartialDate } from '../../src/model/date.js'
import { parseDecimal } from '../../src/model/decimal.js'
import { readCurrency, readHsCode } from '../../src/records/values.js'
import {
  createDateReader,
  isCurrency,
  isDecimal,
  isHsCode,
  mayHaveWideBlanks,
} from '../../src/sources/scan/byte-values.js'

const reader = createDateReader()

function readDate(text: string) {
  const bytes = Buffer.from(text)
  return reader.read(bytes, 0, bytes.length) ? { text, first: reader.first, last: reader.last } : undefined
}

/** Holds a test of bytes against the reader of texts. */
function agrees(isFine: (bytes: Uint8Array, start: number, end: number) => boolean, read: (text: string) => boolean) {
  const likely = fc.string({ unit: fc.constantFrom(...'0189.-+eAzZ '), maxLength: 14 })
  fc.assert(
    fc.property(fc.oneof(likely, fc.string()), (text) => {
      const bytes = Buffer.from(`#${text}#`)
      fc.pre(text === text.trim())
      expect(isFine(bytes, 1, bytes.length - 1)).toBe(read(text))
    }),
  )
}

describe('a value is fine by its bytes where it is by its text', () => {
  test('every day of many years, and what is near a date', () => {
    for (const year of ['0001', '0400', '1600', '1900', '1970', '2000', '2023', '2024', '9999', '0000']) {
      for (let month = 0; month <= 13; month++) {
        const ofMonth = `${year}-${String(month).padStart(2, '0')}`
        expect(readDate(ofMonth)).toEqual(parsePartialDate(ofMonth))
        for (let day = 0; day <= 32; day++) {
          const text = `${ofMonth}-${String(day).padStart(2, '0')}`
          expect(readDate(text)).toEqual(parsePartialDate(text))
        }
      }
      expect(readDate(year)).toEqual(parsePartialDate(year))
    }
    for (const text of ['2024/01', '2024-1', '2024-01-1', '20240101', '202a', '2024-0a', '2024-01_01', '']) {
      expect(readDate(text)).toBeUndefined()
    }
  })

  test('decimals', () => agrees(isDecimal, (text) => parseDecimal(text) !== undefined))
  test('currencies', () => agrees(isCurrency, (text) => readCurrency(text).ok))
  test('goods codes', () => agrees(isHsCode, (text) => readHsCode(text).ok))

  test('a blank that a trim would take is never missed', () => {
    for (let code = 0x80; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code)
      if (sign.trim() !== '') continue
      for (const text of [`${sign}a`, `a${sign}`]) {
        const bytes = Buffer.from(text)
        expect(mayHaveWideBlanks(bytes, 0, bytes.length)).toBe(true)
      }
    }
  })
})
