import { describe, expect, test } from '@jest/globals'
import { romanisedPhrases, singleReadings } from '../../src/match/kept-readings.js'
import { foreignPhrases } from '../../src/match/legal-forms.js'
import { FOREIGN_READINGS, PHRASE_READINGS, SLAVIC_STEMS } from '../../src/match/tables/foreign-readings.js'
import { foreignTableWords, slavicStems } from '../../src/match/words.js'

describe('what is kept is what romanising gives: else run scripts/foreign-readings.js', () => {
  test('words', () => {
    expect(FOREIGN_READINGS).toEqual(foreignTableWords().map((word) => [word, ...singleReadings(word)].join(' ')))
  })
  test('phrases', () => {
    expect(PHRASE_READINGS).toEqual(
      foreignPhrases().map((phrase) => [phrase, ...romanisedPhrases(phrase).map((words) => words.join(' '))].join('|')),
    )
  })
  test('Slavic stems', () => {
    expect(SLAVIC_STEMS).toEqual(slavicStems())
  })
})
