import { expect, test } from '@jest/globals'
import { describedNames } from '../../src/match/described.js'

test.each<[string, readonly string[]]>([
  ['JSC TARKANOVA PLANT MANAGEMENT COMPANY OF LUNDA HOLDING', ['LUNDA HOLDING']],
  ['TARKANOVA MANAGING COMPANY LLC', []],
  ['TARKANOVA MANAGEMENT COMPANY OF HOLDING COMPANY', []],
  ['TARKANOVA LLC', []],
])('%s leads %j', (name, led) => {
  expect(describedNames(name)).toEqual(led)
})
