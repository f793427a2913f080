import { expect, test } from '@jest/globals'
import { parseIdentifier } from '../../src/model/identifier.js'
import { contradiction, profileOf, type Profile } from '../../src/parties/profile.js'
import { split } from '../../src/parties/split.js'

function profile(number: string | undefined, country?: string): Profile {
  const identifiers = number === undefined ? [] : [parseIdentifier(`by-unp:${number}`)].flatMap((one) => one ?? [])
  const place = { file: '', line: 0 }
  return profileOf([
    { name: 'Cash', type: 'unknown', aliases: [], identifiers, place, ...(country === undefined ? {} : { country }) },
  ])
}

function run(profiles: readonly Profile[]) {
  const at = (index: number): Profile => profiles[index] ?? profile(undefined)
  return split([...profiles.keys()], at, (a, b) => contradiction(at(a), at(b)) === undefined)
}

const numbered = Array.from({ length: 100 }, (_, at) => profile(`1000000${String(at).padStart(2, '0')}`, 'BY'))

test('a hundred namesakes with numbers of their own are a hundred parties', () => {
  expect(run(numbered).sets).toHaveLength(100)
})
test('one without a number, which could be any of them, is a party of its own and said', () => {
  const { sets, ambiguous } = run([...numbered, profile(undefined)])
  expect(sets).toHaveLength(101)
  expect(ambiguous).toEqual([100])
})
test('one without a number that fits one alone joins it', () => {
  const { sets, ambiguous } = run([...numbered, profile('900000001', 'KZ'), profile(undefined, 'KZ')])
  expect(sets).toHaveLength(101)
  expect(ambiguous).toEqual([])
})
