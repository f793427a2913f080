import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldHeader } from '../../src/records/columns.js'

describe("a column's name is its letters and digits", () => {
  test.each([
    ['HS-Code', 'hscode'],
    ['N° TVA', 'ntva'],
    ['Numéro d’immatriculation', 'numérodimmatriculation'],
    ['Регистрационный № / ЁЖ', 'регистрационныйnoеж'],
    ['税号：', '税号'],
    ['Größe [%]', 'größepercent'],
    ['ідентифікатор', 'ідентифікатор'],
    ['اسم الشركة', 'اسمالشركة'],
  ])('%s', (name, folded) => expect(foldHeader(name)).toBe(folded))

  test('whatever its script', () => {
    const slow = (name: string): string =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll('%', 'percent')
        .replaceAll('ё', 'е')
        .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    const sign = fc.oneof(
      fc.constantFrom(...'aZ9 -_°’·×÷ºªéßÿЁёйЯ一鿿％№ı'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) =>
        expect(foldHeader(signs.join(''))).toBe(slow(signs.join(''))),
      ),
      { numRuns: 2000 },
    )
  })
})
