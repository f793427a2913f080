import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatDay, parsePartialDate } from '../../src/model/date.js'

const two = (number: number): string => String(number).padStart(2, '0')

test('days are counted as the clock of JavaScript counts them, and days that do not exist are none', () => {
  const part = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(part, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
      const clock = new Date(0)
      clock.setUTCFullYear(year, month - 1, day)
      const exists = clock.getUTCMonth() === month - 1 && clock.getUTCDate() === day
      const read = parsePartialDate(text)
      expect(read?.first).toBe(exists ? clock.getTime() / 86_400_000 : undefined)
      if (read !== undefined) expect(formatDay(read.first)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})
