import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parsePartialDate } from '../../src/model/date.js'
import { parseDecimal } from '../../src/model/decimal.js'
import { createRowScanner } from '../../src/records/row-scanner.js'
import { planScan } from '../../src/records/scan-plan.js'
import { readCurrency, readHsCode } from '../../src/records/values.js'

const FIELDS = ['date', 'amount', 'currency', 'hs_code'] as const

function scannerOf() {
  const head = `kind,from,to,${FIELDS.join(',')}\n`
  const found = planScan({ path: 't.csv', delimiter: ',', head, bom: false, asOf: 20_000, laterFlag: 2 })
  if (found === undefined) throw new Error('the header is not understood')
  return createRowScanner(found.plan)
}
const scanner = scannerOf()

/** The days of a row that has this text in the cell of a field; `undefined` where it is for the reader of texts. */
function scan(field: (typeof FIELDS)[number] | 'from', text: string) {
  const cells = FIELDS.map((each) => (each === field ? text : ''))
  const row = Buffer.from(`supply,${field === 'from' ? text : 'A'},B,${cells.join(',')}\n`)
  scanner.block.set(row)
  scanner.open(row.length)
  return scanner.scan(0, 1, 0) === 1 ? { text, first: scanner.first[0], last: scanner.last[0] } : undefined
}

/** Holds what the scanner takes of a field against the reader of texts. */
function agrees(field: (typeof FIELDS)[number], read: (text: string) => boolean) {
  const likely = fc.string({ unit: fc.constantFrom(...'0189.-+eAzZ '), maxLength: 20 })
  fc.assert(
    fc.property(fc.oneof(likely, fc.string()), (text) => {
      fc.pre(text !== '' && text === text.trim() && !/[,"\n]/.test(text))
      expect(scan(field, text) !== undefined).toBe(read(text))
    }),
  )
}

describe('a value is fine by its bytes where it is by its text', () => {
  test('every day of many years, and what is near a date', () => {
    for (const year of ['0001', '0400', '1600', '1900', '1970', '2000', '2023', '2024', '9999', '0000']) {
      for (let month = 0; month <= 13; month++) {
        const ofMonth = `${year}-${String(month).padStart(2, '0')}`
        expect(scan('date', ofMonth)).toEqual(parsePartialDate(ofMonth))
        for (let day = 0; day <= 32; day++) {
          const text = `${ofMonth}-${String(day).padStart(2, '0')}`
          expect(scan('date', text)).toEqual(parsePartialDate(text))
        }
      }
      expect(scan('date', year)).toEqual(parsePartialDate(year))
    }
    for (const text of ['2024/01', '2024-1', '2024-01-1', '20240101', '202a', '2024-0a', '2024-01_01', '-']) {
      expect(scan('date', text)).toBeUndefined()
    }
  })

  test('decimals', () => agrees('amount', (text) => parseDecimal(text) !== undefined))
  test('currencies', () => agrees('currency', (text) => readCurrency(text).ok))
  test('goods codes', () => agrees('hs_code', (text) => readHsCode(text).ok))

  test('a blank that a trim would take is never missed', () => {
    for (let code = 0x80; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code)
      if (sign.trim() !== '') continue
      for (const text of [`${sign}Acme Works`, `Acme Works${sign}`]) expect(scan('from', text)).toBeUndefined()
    }
    expect(scan('from', 'Zürich Metal Works')).toBeDefined()
  })
})
