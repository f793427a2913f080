import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldName, sameAfterFolding } from '../../src/match/fold.js'

const same = (a: string, b: string) => sameAfterFolding(foldName(a), foldName(b))

describe('names that are one after folding', () => {
  test.each([
    ['Peleng', 'PELENG JSC'],
    ['ПЕЛЕНГ', 'Peleng'],
    ['ААТ «Пеленг»', 'ОАО "Пеленг"'],
    ['ОАО "Пеленг"', 'PELENG OAO'],
    ['ОАО "Пеленг"', 'PELENG JOINT-STOCK COMPANY'],
    ['Diaproektor OJSC', 'OAO DIAPROEKTOR'],
    ['OAO DIAPROEKTOR', 'ДИАПРОЕКТОР ОАО'],
    ['Открытое акционерное общество «Диапроектор»', 'Diaproektor OJSC'],
    ['Bel OMO', 'BelOMO'],
    ['БелОМО', 'BELOMO'],
    ['SIS DOO', 'SIS d.o.o.'],
    ['Müller GmbH', 'MUELLER G.m.b.H.'],
    ['Müller', 'Muller'],
    ['Юлия Щукина', 'Iuliia Shchukina'],
    ['Харьков Завод', 'Kharkov Zavod'],
    ['Johnson & Sons', 'Johnson and Sons'],
    ['Cafe’ Noir', 'café noir'],
    ['Ромашка ООО', 'Romashka LLC'],
    ['华为技术有限公司', '華為技術有限公司'],
    ['VTB Bank', 'VTB BANK PUBLIC JOINT STOCK COMPANY'],
    ['PЕLЕNG', 'Peleng'],
    ['LLC', 'llc'],
    ['11420 CORP.', '11420 Corp'],
    ['***', '***'],
  ])('%s is %s', (a, b) => {
    expect(same(a, b)).toBe(true)
    expect(same(b, a)).toBe(true)
  })
})

describe('names that stay apart', () => {
  test.each([
    ['Deutsche Bank AG', 'Deutsche Bank GmbH'],
    ['Zavod OJSC', 'Zavod CJSC'],
    ['VTB Bank', 'Bank VTB'],
    ['Plant 5', 'Plant 7'],
    ['11420 CORP.', '11421 CORP.'],
    ['11420 CORP.', 'Corp'],
    ['Diaproektor', 'Diaproektr'],
    ['BelOMO', 'BELOMORSKIY'],
    ['***', '---'],
    ['LLC', 'Ltd'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBe(false))
})

test('a fold says its core, form and words', () => {
  expect(foldName('ААТ «Пеленг»')).toEqual({
    core: 'peleng',
    alternates: [],
    form: 'jsc/open',
    words: 1,
    distinctive: true,
  })
  expect(foldName('VTB BANK PUBLIC JOINT STOCK COMPANY')).toMatchObject({
    core: 'vtbbank',
    form: 'jsc/public',
    words: 2,
  })
  expect(foldName('11420 CORP.')).toMatchObject({ core: '11420', form: 'corp' })
  expect(foldName('K.A.S.')).toMatchObject({ core: 'kas', form: '' })
})

describe('a distinctive core', () => {
  test.each([
    ['Peleng', true],
    ['Precision Laser Systems', true],
    ['Green Cycle Energy', true],
    ['Iran Air', true],
    ['Technology', false],
    ['Trading', false],
    ['Holding', false],
    ['International Trading Company', false],
    ['Shanghai', false],
    ['Plant 5', false],
    ['Limited', false],
    ['', false],
  ])('%s: %s', (name, distinctive) => expect(foldName(name).distinctive).toBe(distinctive))
})

describe('for any text', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string())

  test('a name is itself after folding, in any case and spacing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(same(text, text)).toBe(true)
        expect(same(text, `  ${text} `)).toBe(true)
      }),
    )
  })

  test('folding is symmetric', () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => expect(same(a, b)).toBe(same(b, a))))
  })
})
