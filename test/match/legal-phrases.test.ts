import { expect, test } from '@jest/globals'
import { readPhrases, romanisedPhrases } from '../../src/match/legal-forms.js'
import { LEGAL_FORMS } from '../../src/match/tables/legal-forms.js'

test('phrases in plain letters read as they stand', () => {
  const phrases = LEGAL_FORMS.flatMap(([, text]) => text.split('|'))
  expect(phrases.map(readPhrases)).toEqual(phrases.map(romanisedPhrases))
})
