import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hasMarkAtEnd, mayHaveParts, readNameParts } from '../../src/parties/name-parts.js'

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

test('one look tells most names, and never one that says more', () => {
  const piece = fc.constantFrom(
    ...'d/b/a dba doing business as t/a trading aka a.k.a. also known f/k/a nka now formerly previously ex-name vormals ehemals anciennement c/o care of attn: z.Hd. Ltd'.split(
      ' ',
    ),
    ...['ранее', 'бывшая', '曾用名', '(', ')', ',', ';', ':', '.'],
  )
  const rest = fc.array(fc.tuple(fc.constantFrom(' ', '', '\t', ', '), piece)).map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(rest, (text) => {
      // A mark before the name says nothing, and makes it be looked at in full.
      expect(readNameParts(`Acme${text}`)).toEqual(readNameParts(`,Acme${text}`))
    }),
    { numRuns: 2000 },
  )
})

test('what the bytes of a name settle is one name', () => {
  const piece = fc.constantFrom(
    ...'Acme Trading as trading As dba aka also nowak now care of careful z. z ex name ex-name attn ) , ; : . Ltd'.split(
      ' ',
    ),
  )
  const gap = fc.constantFrom(' ', ',', '', ';', '-', '\t')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 5 }), (pieces) => {
      const text = pieces.flat().join('')
      const bytes = Buffer.from(` ${text}`)
      const isOne = !mayHaveParts(bytes, 1, bytes.length) && !hasMarkAtEnd(bytes, 1, bytes.length)
      // Other spaces and brackets are for the reader of texts.
      if (isOne && !/[\t)]/u.test(text)) expect(readNameParts(text)).toEqual({ name: text, others: [] })
    }),
    { numRuns: 3000 },
  )
})
