import { expect, test } from '@jest/globals'
import { romanisedPhrases } from '../../src/match/kept-readings.js'
import { readPhrases } from '../../src/match/legal-forms.js'
import { LEGAL_FORMS } from '../../src/match/tables/legal-forms.js'

test('phrases read as romanising them gives', () => {
  const phrases = LEGAL_FORMS.flatMap(([, text]) => text.split('|'))
  expect(phrases.map(readPhrases)).toEqual(phrases.map(romanisedPhrases))
})
