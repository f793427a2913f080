import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDecimals, compareDecimals, parseDecimal } from '../../src/model/decimal.js'

test.each([
  ['114000', '114000'],
  [' 0.10 ', '0.10'],
  ['-5', '-5'],
  ['12345678901234567890.12', '12345678901234567890.12'],
  ['1e3', undefined],
  ['1,000', undefined],
  ['1.', undefined],
  ['.5', undefined],
  ['+5', undefined],
  ['', undefined],
  ['٣', undefined],
  ['Infinity', undefined],
])('parseDecimal(%j) is %j', (text, decimal) => {
  expect(parseDecimal(text)).toBe(decimal)
})

describe('exact', () => {
  test.each([
    ['0.1', '0.2', '0.3'],
    ['0.10', '0.2', '0.30'],
    ['49.999999999999999999', '0.000000000000000001', '50.000000000000000000'],
    ['-0.5', '0.25', '-0.25'],
    ['-0.5', '0.5', '0.0'],
    ['99', '1', '100'],
  ])('%s + %s = %s', (a, b, sum) => {
    expect(addDecimals(a, b)).toBe(sum)
  })

  test.each([
    ['0.50', '0.5', 0],
    ['49.99999999999999999999', '50', -1],
    ['-1', '-2', 1],
    ['10', '9', 1],
  ])('%s against %s is %s', (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order)
  })

  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 5 }))
    .map(([value, scale]) => {
      const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
      const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
      return { text: value < 0n ? `-${text}` : text, hundredThousandths: value * 10n ** BigInt(5 - scale) }
    })

  test('sums and order are those of whole numbers', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sum = addDecimals(a.text, b.text)
        const places = (sum.split('.')[1] ?? '').padEnd(5, '0')
        expect(BigInt(sum.split('.')[0] + places)).toBe(a.hundredThousandths + b.hundredThousandths)
        expect(Math.sign(compareDecimals(a.text, b.text))).toBe(
          a.hundredThousandths < b.hundredThousandths ? -1 : a.hundredThousandths > b.hundredThousandths ? 1 : 0,
        )
      }),
    )
  })
})
