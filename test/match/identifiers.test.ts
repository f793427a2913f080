import { describe, expect, test } from '@jest/globals'
import { compareIdentifiers, normaliseIdentifier } from '../../src/match/identifiers.js'
import type { Identifier } from '../../src/model/identifier.js'

/** `scheme:value` or `scheme/CC:value`. */
function read(text: string): Identifier {
  const [, scheme = '', country, value = ''] = /^([^:/]+)(?:\/([A-Z]{2}))?:(.*)$/.exec(text) ?? []
  return country === undefined ? { scheme, value } : { scheme, value, country }
}

function verdict(a: string, b: string, countries: readonly string[] = []): string {
  const sides = [a, b].map((side) =>
    side.split(' ').flatMap((text) => normaliseIdentifier(read(text.replaceAll('_', ' '))) ?? []),
  )
  const { shared, conflict } = compareIdentifiers(sides[0] ?? [], sides[1] ?? [], countries)
  return shared !== undefined ? 'shared' : conflict !== undefined ? 'conflict' : 'nothing'
}

describe('one number under many words', () => {
  test.each([
    ['by-unp:100185185', 'tax/BY:100185185', 'shared'],
    ['by-unp:100230519', 'registration/BY:100230519', 'shared'],
    ['unp:100.185-185', 'tax/BY:100185185', 'shared'],
    ['tax-id:100185185', 'tax/BY:100185185', 'shared'],
    ['tax-id/BY:100185185', 'registration/BY:100185185', 'shared'],
    ['tax-id/RU:100185185', 'tax/BY:100185185', 'nothing'],
    ['inn:7702070139', 'tax/RU:7702070139', 'shared'],
    ['ru-ogrn:1027739609391', 'registration/RU:1027739609391', 'shared'],
    ['ru-ogrn:1027739609391', 'tax/RU:1027739609391', 'nothing'],
    ['cn-uscc:91110000100000000X', 'registration/CN:91110000100000000X', 'shared'],
    ['vat:DE123456789', 'tax/DE:123456789', 'shared'],
    ['lei:253400V1H6ART1UQ0N98', 'lei/RU:253400v1h6art1uq0n98', 'shared'],
    ['swift:VTBRRUMMXXX', 'swift:VTBRRUMM', 'shared'],
    ['bic:VTBRRUMM', 'swift:VTBRRUMMHC2', 'shared'],
    ['imo:IMO9826902', 'imo:9826902', 'shared'],
    ['house-key:ABC-12345', 'house-key:abc12345', 'shared'],
    ['house-key:ABC12345', 'other-key:ABC12345', 'nothing'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected)
    expect(verdict(b, a)).toBe(expected)
  })
})

describe('numbers that prove nothing', () => {
  test.each(['tax:0000000', 'tax:unknown', 'tax:n/a', 'tax:12', 'lei:123', 'imo:12345', 'swift:ABC', 'tax:-', 'tax:'])(
    '%s',
    (text) => {
      expect(normaliseIdentifier(read(text))).toBeUndefined()
    },
  )
})

describe('numbers that speak against', () => {
  test.each([
    ['by-unp:100185185', 'tax/BY:600102155', 'conflict'],
    ['by-unp:100185185 by-unp:600102155', 'tax/BY:600102155', 'shared'],
    ['tax/BY:100185185', 'tax/RU:600102155', 'nothing'],
    ['passport/RU:123456', 'passport/RU:654321', 'nothing'],
    ['imo:9826902', 'imo:8305781', 'conflict'],
  ])('%s and %s: %s', (a, b, expected) => expect(verdict(a, b)).toBe(expected))
})

test("a number without a country is that of its holder's country", () => {
  expect(verdict('tax:100185185', 'tax/BY:100185185', ['CN'])).toBe('nothing')
  expect(verdict('tax:100185185', 'tax/BY:100185185', ['BY', 'CN'])).toBe('shared')
})

test.each<[string, string, string, string]>([
  ['tax-id:100185185', 'tax/BY:100185185', 'SU', 'shared'],
  ['tax-id:100185185', 'tax/DE:100185185', 'SU', 'nothing'],
  ['tax-id:100185185', 'tax/BY:100185185', 'RU', 'nothing'],
])('%s and %s, held by a party of %s: %s', (a, b, country, expected) => {
  expect(verdict(a, b, [country])).toBe(expected)
})
