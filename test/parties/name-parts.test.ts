import { expect, test } from '@jest/globals'
import { readNameParts } from '../../src/parties/name-parts.js'

test.each<[string, string, readonly string[]]>([
  ['Acme Ltd', 'Acme Ltd', []],
  ['Acme Ltd d/b/a Zenith', 'Acme Ltd', ['Zenith']],
  ['Acme Ltd, DBA Zenith Tools', 'Acme Ltd', ['Zenith Tools']],
  ['Acme (formerly Zenith)', 'Acme', ['Zenith']],
  ['Acme (formerly known as Zenith (Tianjin) Co)', 'Acme', ['Zenith (Tianjin) Co']],
  ['Acme GmbH vormals Zenith GmbH', 'Acme GmbH', ['Zenith GmbH']],
  ['Acme a.k.a. Zenith f/k/a Nadir', 'Acme', ['Zenith', 'Nadir']],
  ['Acme Ltd c/o Agent Services', 'Acme Ltd', []],
  ['Morotack (Tianjin) Technology', 'Morotack (Tianjin) Technology', []],
  ['Formerly Ltd', 'Formerly Ltd', []],
  ['d/b/a', 'd/b/a', []],
])('%s', (text, name, others) => {
  expect(readNameParts(text)).toEqual({ name, others })
})
