import { describe, expect, test } from '@jest/globals'
import { bareName } from '../../src/match/asides.js'
import { branchReadings } from '../../src/match/branch.js'

// What stands beside a name is looked for only where a sign or word of it is in the text: each of them has to be known to that look.
const STATES =
  'in liquidation|in voluntary liquidation|in compulsory administration|in receivership|in bankruptcy|in insolvency|under administration|en liquidation|en liquidación|en liquidacion|in liquidazione|em liquidação|em liquidacao|in vereffening|w likwidacji|w upadłości|w upadlosci|u likvidaciji|u stečaju|u stecaju|v likvidaci|v likvidacii|v likvidacie|в ликвидации|в стадии ликвидации|у стані припинення|dissolved|struck off'.split(
    '|',
  )
const OLD_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/s/g, '\u017f'],
  [/k/g, '\u212a'],
]

describe('what stands beside a name', () => {
  test.each(STATES)('Peleng %s', (state) => {
    const spellings = OLD_LETTERS.map(([letter, other]) => state.replace(letter, other))
    for (const each of [state, state.toUpperCase(), ...spellings]) {
      expect(bareName(`Peleng ${each}`)?.name).toBe('Peleng')
      expect(bareName(`Peleng (${each})`)?.name).toBe('Peleng')
    }
  })

  test.each([
    ['Peleng IMO 9074729', 'number'],
    ['Peleng, mmsi: 123456789', 'number'],
    ['Peleng (ex Vavilova)', 'former-name'],
    ['Peleng [formerly Vavilova]', 'former-name'],
    ['Peleng （früher Vavilova）', 'former-name'],
    ['Peleng (БЫВШ. Vavilova)', 'former-name'],
    ['M/s Peleng', 'address'],
    ['m/S. Peleng', 'address'],
    ['Messrs. Peleng', 'address'],
    ['Me\u017fsrs. Peleng', 'address'],
    ['Peleng i. L.', 'state'],
    ['Peleng i.L.', 'state'],
  ])('%s has a %s', (text, kind) => {
    expect(bareName(text)?.asides.map((aside) => aside.kind)).toEqual([kind])
    expect(bareName(text)?.name).toBe('Peleng')
  })

  test.each(['Peleng', 'Limited Messenger', 'Simon Likwa', 'Peleng, Minsk'])('%s has none', (text) =>
    expect(bareName(text)).toBeUndefined(),
  )
})

describe('a branch is told from any way to write it', () => {
  test.each([
    'Branch of VTB Bank',
    'BRANCH OFFICE OF VTB Bank',
    'Representative office of VTB Bank',
    'Repre\u017fentative office of VTB Bank',
    'filial of VTB Bank',
  ])('%s', (name) => expect(branchReadings(name)[0]?.head).toBe('VTB Bank'))

  test.each(['北方工业上海分行', '北方工业上海分公司', '北方工业上海支行'])('%s', (name) =>
    expect(branchReadings(name).map(({ head }) => head)).toEqual(['北方工业', '北方工']),
  )
})
