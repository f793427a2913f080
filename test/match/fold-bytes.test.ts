import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SPARE } from '../../src/columns/id-table.js'
import { createNameKeys } from '../../src/parties/name-keys.js'
import { foldingOf } from '../../src/parties/folding.js'
import { createByteFold } from '../../src/match/fold-bytes.js'
import { foldName } from '../../src/match/fold.js'

function bytesOf(text: string) {
  const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(SPARE)])
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), end: bytes.length - SPARE }
}

const folder = createByteFold()
function coreOf(text: string): string | undefined {
  const { bytes, end } = bytesOf(text)
  return folder.fold(bytes, 0, end)
    ? Buffer.from(folder.core.slice(folder.start, folder.end)).toString('latin1')
    : undefined
}

const word = fc.constantFrom(
  ...'Acme Bel OMO Trading LLC Ltd Co GmbH d o s a r l K. and & company limited Joint Stock JSC OAO pty P 3M 1 de Sp. z o.o. Public the group'.split(
    ' ',
  ),
  ...'as dba d/b/a aka a.k.a. also known formerly now previously ex-name vormals c/o care of attn z. hd T/A f/k/a nka'.split(
    ' ',
  ),
  ...['Пеленг', 'Müller', "O'Brien", '`x', '(', ')', '-', '\t', '株式会社', '№', '\u007f'],
)
const name = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '  ', ', ', '.', '', ' (', ';', '-', "'")), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([its, gap]) => `${its}${gap}`).join(''))

describe('a name folded from its bytes', () => {
  test('has the core that its text has, and no other reading', () => {
    fc.assert(
      fc.property(name, (text) => {
        const core = coreOf(text)
        if (core === undefined) return
        expect({ core, alternates: [] }).toEqual({ core: foldName(text).core, alternates: foldName(text).alternates })
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['Bel OMO Holding', 'belomoholding'],
    ['The "Acme" & Sons Co., Ltd.', 'theacmeandsons'],
    ['LLC', 'llc'],
    ['S.I.S. d.o.o.', 'sis'],
    ['K.A.S.', 'kas'],
    ["O'Brien`s", 'obriens'],
  ])('%s', (text, core) => expect(coreOf(text)).toBe(core))

  test.each(['Пеленг', 'Müller', '--', '', 'a\tb', 'x'.repeat(2001), 'a '.repeat(65)])(
    '%j is left to the text',
    (text) => expect(coreOf(text)).toBeUndefined(),
  )

  test.each([
    [false, 'few', 0],
    [false, 'many', 10_000],
    [true, 'few', 0],
  ])('has the key of its text (exact names: %s, %s expected)', (exactNames, _, expected) => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
        const keys = createNameKeys(exactNames, expected)
        const fold = foldingOf(exactNames)
        const keyOfCore = new Map<string, number>()
        for (const text of names) {
          const { bytes, view, end } = bytesOf(text)
          const key = keys.keyOf(bytes, view, 0, end)
          const { core, alternates } = fold(text)
          expect(keyOfCore.get(core) ?? key).toBe(key)
          keyOfCore.set(core, key)
          expect(keys.others.length).toBe(alternates.length)
          expect(keys.keyOfText(text)).toBe(key)
          alternates.forEach((other, at) => keyOfCore.set(other, keys.others[at] ?? -1))
        }
        expect(new Set(keyOfCore.values()).size).toBe(keyOfCore.size)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps its key when names turn out to be many', () => {
    const keys = createNameKeys(false)
    const keyOf = (text: string): number => {
      const { bytes, view, end } = bytesOf(text)
      return keys.keyOf(bytes, view, 0, end)
    }
    const names = Array.from({ length: 300 }, (_, at) => `JSC Peleng ${at} Ltd`)
    const first = names.map(keyOf)
    expect(new Set(first).size).toBe(names.length)
    expect(names.map(keyOf)).toEqual(first)
    expect(names.map((text) => keyOf(text.replace('JSC ', 'OAO ').toUpperCase()))).toEqual(first)
  })
})
