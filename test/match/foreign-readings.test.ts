import { expect, test } from '@jest/globals'
import { FOREIGN_READINGS } from '../../src/match/tables/foreign-readings.js'
import { foreignTableWords, singleReadings } from '../../src/match/words.js'

test('the kept readings are those that romanising gives: else run scripts/foreign-readings.js', () => {
  expect(FOREIGN_READINGS).toEqual(foreignTableWords().map((word) => [word, ...singleReadings(word)].join(' ')))
})
