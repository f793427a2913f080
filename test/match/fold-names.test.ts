import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createIdTable, SPARE } from '../../src/columns/id-table.js'
import { createNameKeys } from '../../src/parties/name-keys.js'
import { PARTING_WORDS, readNameParts } from '../../src/parties/name-parts.js'
import { createRecordKeys } from '../../src/parties/record-keys.js'
import { foldingOf } from '../../src/parties/folding.js'
import { createNameFold } from '../../src/match/fold-names.js'
import { foldName } from '../../src/match/fold.js'

function bytesOf(text: string) {
  const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(SPARE)])
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), end: bytes.length - SPARE }
}

/** Of others nothing is settled by their bytes. */
const PLAIN = /^[\x20-\x7e]*$/
const folder = createNameFold(PARTING_WORDS)
function coreOf(text: string): string | undefined {
  const { bytes, end } = bytesOf(text)
  return folder.fold(0, folder.takeOne(bytes, 0, end)) === 1
    ? Buffer.from(folder.bytes.slice(folder.bounds[0], folder.bounds[1])).toString('latin1')
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
  test('has the core that its text has, no other reading and no other name', () => {
    fc.assert(
      fc.property(name, (text) => {
        const core = coreOf(text)
        if (core === undefined) return
        const { name: first, others } = readNameParts(text)
        expect(others).toEqual([])
        const folded = foldName(first)
        expect({ core, alternates: [] }).toEqual({ core: folded.core, alternates: folded.alternates })
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['Bel OMO Holding', 'belomoholding'],
    ['The "Acme" & Sons Co., Ltd.', 'theacmeandsons'],
    ['LLC', 'llc'],
    ['S.I.S.d.o.o.', 'sis'],
    ['K.A.S.', 'kas'],
    ["O'Brien`s", 'obriens'],
    ['Acme & Co', 'acme'],
    ['Acme & Bel', 'acmeandbel'],
    ['&', 'and'],
    ['Trading Assets', 'tradingassets'],
  ])('%s', (text, core) => expect(coreOf(text)).toBe(core))

  test.each(['Пеленг', 'Müller', '--', '', 'a\tb', 'Acme t/a Bel', 'S.I.S. d.o.o.'])('%j is left to the text', (text) =>
    expect(coreOf(text)).toBeUndefined(),
  )

  test('is left to the text where it is too long', () => {
    const longest: readonly (readonly [string, string])[] = [
      ['x'.repeat(2000), 'x'.repeat(2000)],
      ['xy '.repeat(64), 'xy'.repeat(64)],
      ['& '.repeat(64), 'and'.repeat(64)],
      ['&'.repeat(64), 'and'.repeat(64)],
    ]
    for (const [text, core] of longest) expect(coreOf(text)).toBe(core)
    for (const text of ['x'.repeat(2001), 'x'.repeat(300_000), 'xy '.repeat(65), '&'.repeat(65)])
      expect(coreOf(text)).toBeUndefined()
  })

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

  test.each([
    [false, 'few'],
    [false, 'many'],
    [true, 'few'],
  ])('has the key of its text when all of a table are asked for (exact names: %s, %s expected)', (exactNames, how) => {
    const fill = how === 'few' ? 0 : 4100
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), fc.nat(how === 'few' ? 0 : 2), (some, long) => {
        const table = createIdTable()
        const texts = [
          ...some,
          ...Array.from({ length: long }, (_, at) => `${at} ${'x'.repeat(300_000)}`),
          ...some.map((text) => text.toUpperCase()),
        ]
        for (let at = 0; at < fill; at++) table.internText(`Zet ${at} Ltd`)
        const first = table.size
        texts.forEach(table.internText)
        const folded = createRecordKeys(table, exactNames)
        folded.foldAhead()
        table.internText('Later Ltd')
        folded.foldAhead()
        const fold = foldingOf(exactNames)
        for (let at = first; at < table.size; at++) {
          const text = table.textOf(at)
          const { core, alternates } = fold(text)
          expect([folded.keyAt(at), ...folded.othersAt(at)]).toEqual(
            folded.keys.known({ ...fold(text), core, alternates }),
          )
          if (folded.isOneAt(at) && PLAIN.test(text)) expect(readNameParts(text).others).toEqual([])
        }
        const cores = new Set(
          Array.from({ length: table.size }, (_, at) => fold(table.textOf(at))).flatMap(({ core, alternates }) => [
            core,
            ...alternates,
          ]),
        )
        expect(folded.keys.count).toBe(cores.size)
      }),
      { numRuns: how === 'few' ? 200 : 5 },
    )
  })
})
