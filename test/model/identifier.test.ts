import { expect, test } from '@jest/globals'
import { parseIdentifier } from '../../src/model/identifier.js'

test.each([
  ['lei:253400V1H6ART1UQ0N98', { scheme: 'lei', value: '253400V1H6ART1UQ0N98' }],
  [' LEI : 253400V1H6ART1UQ0N98 ', { scheme: 'lei', value: '253400V1H6ART1UQ0N98' }],
  ['by-unp:100185185', { scheme: 'by-unp', value: '100185185', country: 'BY' }],
  ['ru-inn:7702070139', { scheme: 'ru-inn', value: '7702070139', country: 'RU' }],
  ['CN-USCC:91120116MA05', { scheme: 'cn-uscc', value: '91120116MA05', country: 'CN' }],
  ['zz-any:1', { scheme: 'zz-any', value: '1' }],
  ['by:1', { scheme: 'by', value: '1' }],
  ['house number:12:b', { scheme: 'house number', value: '12:b' }],
  ['УНП:100185185', { scheme: 'унп', value: '100185185' }],
  ['100185185', undefined],
  ['lei:', undefined],
  [':1', undefined],
  ['', undefined],
])('parseIdentifier(%j)', (text, identifier) => {
  expect(parseIdentifier(text)).toEqual(identifier)
})
