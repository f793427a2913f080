import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countryName, isCountryCode, resolveCountry } from '../../src/model/country.js'
import { COUNTRIES } from '../../src/model/country-table.js'
import { compareCountries, formerCountry, isFormerCountry, mayBeOneCountry } from '../../src/model/former-country.js'

test.each([
  ['SU', 'SU'],
  ['sun', 'SU'],
  ['U.S.S.R.', 'SU'],
  ['СССР', 'SU'],
  ['Sowjetunion', 'SU'],
  ['YU', 'YU'],
  ['Jugoslawien', 'YU'],
  ['南斯拉夫', 'YU'],
  ['CS', 'CS'],
  ['SCG', 'CS'],
  ['Serbia and Montenegro', 'CS'],
  ['Tchécoslovaquie', 'CS'],
  ['BY', undefined],
  ['Soviet', undefined],
  ['', undefined],
])('%s is the state of old %s, and no country of today', (text, code) => {
  expect(formerCountry(text)).toBe(code)
  if (code !== undefined) expect([resolveCountry(text), isFormerCountry(code)]).toEqual([undefined, true])
})

test('they have names, and their successors are countries of today', () => {
  expect(['SU', 'YU', 'CS'].map(countryName)).toEqual([
    'the Soviet Union',
    'Yugoslavia',
    'Czechoslovakia, or Serbia and Montenegro',
  ])
  for (const former of ['SU', 'YU', 'CS', 'AN']) {
    const successors = COUNTRIES.map(({ alpha2 }) => alpha2).filter((code) => mayBeOneCountry(former, code))
    expect(successors.length).toBeGreaterThan(1)
    expect(successors.every(isCountryCode)).toBe(true)
  }
})

describe('what two sides say to each other', () => {
  test.each<[string, string, ReturnType<typeof compareCountries>]>([
    ['RU', 'RU', 'equal'],
    ['RU', 'BY', 'different'],
    ['SU', 'SU', 'equal'],
    ['SU', 'RU', 'perhaps'],
    ['SU', 'BY', 'perhaps'],
    ['SU', 'US', 'different'],
    ['SU', 'YU', 'different'],
    ['YU', 'CS', 'perhaps'],
    ['AN', 'CW', 'perhaps'],
    ['SU', '', 'unknown'],
    // A party that says both says the one of today.
    ['RU SU', 'BY', 'different'],
    ['RU SU', 'RU', 'equal'],
    ['SU', 'DE UA', 'perhaps'],
  ])('%s and %s: %s', (a, b, expected) => {
    const [left, right] = [a, b].map((codes) => codes.split(' ').filter((code) => code !== ''))
    expect(compareCountries(left ?? [], right ?? [])).toBe(expected)
    expect(compareCountries(right ?? [], left ?? [])).toBe(expected)
  })

  test('a state of old contradicts nothing that one of its successors does not contradict', () => {
    const codes = fc.constantFrom('SU', 'YU', 'CS', 'AN', 'RU', 'BY', 'RS', 'SK', 'CW', 'US', 'CN')
    fc.assert(
      fc.property(codes, fc.array(codes, { maxLength: 3 }), (former, others) => {
        fc.pre(isFormerCountry(former) && compareCountries([former], others) === 'different')
        const successors = COUNTRIES.map(({ alpha2 }) => alpha2).filter((code) => mayBeOneCountry(former, code))
        for (const code of successors) expect(compareCountries([code], others)).toBe('different')
      }),
    )
  })
})
