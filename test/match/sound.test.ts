import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SPELLINGS, soundOf } from '../../src/match/sound.js'

/** Every spelling tried, whether the word has its letters or not. */
function bySpellings(word: string): string {
  if (word.length < 3) return word
  const sound = SPELLINGS.reduce((text, { pattern, letter }) => text.replace(pattern, letter), word)
  return sound.replace(/(.)\1+/g, '$1')
}

describe('the sound of a word', () => {
  test.each([
    ['aleksey', 'aleksi'],
    ['alexey', 'aleksi'],
    ['shcherbakov', 'Serbakov'],
    ['chekhov', 'Cehov'],
    ['xy', 'xy'],
    ['44', '44'],
    ['muhammad', 'muhamad'],
  ])('%s sounds %s', (word, sound) => {
    expect(soundOf(word)).toBe(sound)
  })

  test('is that of all spellings one after the other, whatever letters a word has', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0æ')
    const words = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(words, (word) => {
        expect(soundOf(word)).toBe(bySpellings(word))
      }),
      { numRuns: 3000 },
    )
  })
})
