import { describe, expect, test } from '@jest/globals'
import { readRegime, regimeOfList } from '../../../src/lists/own/regime.js'

describe('the regime that the name of a list says', () => {
  test.each([
    ['US', 'us'],
    ['OFAC SDN', 'us'],
    ['EU FSF', 'eu'],
    ['UK', 'uk'],
    ['UN', 'un'],
    ['un sanctions', 'un'],
    ['U.N. list', 'un'],
    ['OFSI_ConList', 'uk'],
    ['European Union', 'eu'],
    ['UK and EU', 'uk'],
    ['Unknown', 'us'],
    ['bus companies', 'us'],
    ['Banque UNION', 'us'],
    ['', 'us'],
  ])('%s', (name, expected) => {
    expect(regimeOfList(name)).toBe(expected)
  })

  test.each([
    ['none', 'none'],
    ['EU', 'eu'],
    ['OFAC', 'us'],
    ['uk', 'uk'],
    ['ch', undefined],
    ['us list', undefined],
  ])('a row may say %s', (text, expected) => {
    expect(readRegime(text)).toBe(expected)
  })
})
