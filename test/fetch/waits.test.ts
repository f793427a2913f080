import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { backOff, retryAfter } from '../../src/fetch/waits.js'
import { LIST_UPDATES } from '../../src/model/thresholds.js'

const NOW = Date.UTC(2026, 10, 25)

describe('what a server asks to wait', () => {
  test.each([
    ['120', undefined, 120_000],
    ['0', undefined, 0],
    // Longer than anybody waits, and no reason to come back at once.
    ['99999999999', undefined, 99_999_999_999_000],
    [' 3 ', undefined, 3000],
    ['Wed, 25 Nov 2026 00:01:00 GMT', undefined, 60_000],
    // The clock of the server is ten minutes behind ours.
    ['Wed, 25 Nov 2026 00:01:00 GMT', 'Tue, 24 Nov 2026 23:50:00 GMT', 660_000],
    ['Tue, 24 Nov 2026 00:00:00 GMT', undefined, 0],
    ['soon', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%p, at %p: %p ms', (text, date, ms) => {
    expect(retryAfter(text, date, NOW)).toBe(ms)
  })
})

test('the wait before a new try doubles, has its limit, and is by chance between half and all of it', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const whole = Math.min(LIST_UPDATES.firstWaitMs * 2 ** tries, LIST_UPDATES.longestWaitMs)
      const wait = backOff(tries, () => chance)
      expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2))
      expect(wait).toBeLessThanOrEqual(whole)
    }),
  )
})
