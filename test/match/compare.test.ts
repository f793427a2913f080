import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareNames } from '../../src/match/compare.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const compare = (a: string, b: string, type: PartyType) => compareNames(a, b, type, DEFAULT_THRESHOLDS)

test.each<[string, string, PartyType, string]>([
  ['VTB Bank', 'VTB BANK PAO', 'bank', 'confirmed'],
  ['VTB Bank, Shanghai branch', 'VTB BANK', 'bank', 'confirmed'],
  ['Peleng', 'PELENG JSC', 'company', 'possible'],
  ['Diaproektr', 'OAO DIAPROEKTOR', 'company', 'possible'],
  ['Diaproeketor', 'OAO DIAPROEKTOR', 'company', 'possible'],
  ['Almaz Antey Telecom', 'Almaz-Antey', 'company', 'possible'],
  ['Deutsche Bank AG', 'Deutsche Bank GmbH', 'company', 'possible'],
  ['ЗАО Завод Пеленг', 'Peleng Plant CJSC', 'company', 'possible'],
  ['Vladimir Putin', 'PUTIN, Vladimir Vladimirovich', 'person', 'possible'],
  ['Vladimir Putin', 'PUTIN, Vladimir', 'person', 'possible'],
  ['Mohamed Ali Hassan', 'Muhammad Ali Hasan', 'person', 'possible'],
  ['EMMA LLC', 'emma daniels', 'unknown', 'none'],
  ['11420 CORP.', '11421 CORP.', 'company', 'none'],
  ['Technology', 'Technology', 'company', 'none'],
  ['International Trading Company', 'Global Trading Company', 'company', 'none'],
  ['BelOMO Holding', 'BELOMORSKIY', 'company', 'none'],
  ['Abrahamov Steel', 'Petrosyan Steel', 'company', 'none'],
  ['Fund III', 'Fund IV', 'company', 'none'],
  ['IZZAT IBRAHIM AL-MOSULI', 'IZZAT IBRAHIM AL-DURI', 'person', 'none'],
  ['KARIM YASIR IBRAHIM HASAN AL-MOSULI', 'KARIM YASIR IBRAHIM HASAN AL-TIKRITI', 'person', 'none'],
  ['Ivan Petrov', 'Ivan Sidorenko', 'person', 'none'],
  ['', 'Peleng', 'company', 'none'],
  ['Tarkanova Textile', 'Tarkanova Textiles', 'company', 'possible'],
  ['Tarkanova Pumps', 'Tarkanova Pump', 'company', 'possible'],
  ['Tarkanova Pumps', 'Tarkanova Valves', 'company', 'none'],
  ['Tarkanova Sp. z o.o. Berlin', 'Tarkanova Sp. z o.o.', 'company', 'possible'],
  ['Tarkanova Sp. z o.o. Berlin', 'Tarkanova Sp. z o.o. Minsk', 'company', 'none'],
])('%s | %s (%s): %s', (a, b, type, verdict) => {
  expect(compare(a, b, type).verdict).toBe(verdict)
  expect(compare(b, a, type).verdict).toBe(verdict)
})

test.each(['GmbH', 'AG', 'S.A.', 'd.o.o.', 'Sp. z o.o.', 'Pty Ltd', 'Co., Ltd.', 'B.V.'])(
  'a %s before the place that ends a name is set aside, and no word that one side lacks',
  (form) => {
    const { score, words } = compare(`Tarkanova ${form} Berlin`, 'Tarkanova', 'company')
    expect(score).toBe(compare('Tarkanova Berlin', 'Tarkanova', 'company').score)
    expect(words.filter(({ part }) => part === 'omitted').map(({ first }) => first)).toEqual(['berlin'])
  },
)

test('only names equal after folding score 1', () => {
  expect(compare('Peleng', 'PELENG JSC', 'company').score).toBe(1)
  expect(compare('Vladimir Putin', 'PUTIN, Vladimir', 'person').score).toBe(1)
  expect(compare('Bank VTB', 'VTB Bank', 'company').score).toBeLessThan(1)
})

test('more typos never score higher', () => {
  const scores = ['Diaproektor', 'Diaproektr', 'Diaprektr', 'Diprektr', 'Zzprektr'].map(
    (name) => compare(name, 'Diaproektor', 'company').score,
  )
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test('what an extra word takes away is less than what a different word takes away', () => {
  const omitted = compare('Abdulhai Abdul Ghafoor Salek', 'Abdulhai Salek', 'person').score
  const contradicted = compare('Abdulhai Motmaen', 'Abdulhai Salek', 'person').score
  expect(omitted).toBeGreaterThan(contradicted)
})

describe('the explanation', () => {
  test('names the word that differs', () => {
    expect(compare('Almaz Antey Telecom', 'Almaz-Antey', 'company').explanation).toContain(
      'Only in the first: "telecom"',
    )
    expect(compare('IZZAT IBRAHIM AL-MOSULI', 'IZZAT IBRAHIM AL-DURI', 'person').explanation).toContain(
      '"mosuli" stands where the other has "duri"',
    )
  })

  test('says what was set aside, romanised or read as a branch', () => {
    expect(compare('ОАО "Пеленг"', 'PELENG JSC', 'company').explanation).toMatch(
      /romanised from Cyrillic.*legal form: "oao", "jsc"/,
    )
    expect(compare('VTB Bank, Shanghai branch', 'VTB BANK', 'bank').explanation).toContain(
      'name a branch, which is the same legal person',
    )
  })
})

describe('for any text', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string())
  const words = fc.array(
    fc.constantFrom('peleng', 'bank', 'vtb', 'minsk', 'plant', 'JSC', 'ООО', 'Пеленг', '5', 'of', 'branch', ','),
    { maxLength: 8 },
  )
  const name = fc.oneof(
    anyText,
    words.map((list) => list.join(' ')),
  )
  const type = fc.constantFrom<PartyType>('company', 'person', 'unknown')

  test('an answer between 0 and 1, the same both ways', () => {
    fc.assert(
      fc.property(name, name, type, (a, b, of) => {
        const { score, explanation } = compare(a, b, of)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(compare(b, a, of).score).toBe(score)
        expect(explanation).not.toBe('')
      }),
    )
  })

  test.each([
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', 'ab '.repeat(10_000)],
    ['combining marks without end', `e${'\u0301\u0327'.repeat(10_000)}`],
    ['unpaired surrogates', '\ud800\udc00\ud800 x \udfff'],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(500)],
    ['mixed scripts and marks of direction', '\u202eПelенg \u200fشركة 华为\u202c'.repeat(200)],
    ['commas and brackets', '(,'.repeat(5_000)],
  ])('%s', (_, text) => {
    for (const of of ['company', 'person'] as const) expect(compare(text, 'Peleng', of).verdict).toBe('none')
  })
})

describe('what a comparison says', () => {
  const told = (a: string, b: string, type: PartyType = 'company'): string =>
    compareNames(a, b, type, DEFAULT_THRESHOLDS).explanation
  test.each([
    ['Zolotek Star IMO 9123456', 'Zolotek Star', `Set aside, as no part of the name: "IMO 9123456" (a ship's number).`],
    ['Zolotek', 'Zolotek (ex Bravex)', 'Set aside, as no part of the name: "ex Bravex" (a former name).'],
    ['M/s Zolotek', 'Zolotek', 'Set aside, as no part of the name: "M/s" (Messrs).'],
    ['Zolotek AG i. L.', 'Zolotek AG', 'Set aside, as no part of the name: "i. L." (the state that a company is in).'],
    ['Bravex Trading', 'Zolotek Trading', 'The names have in common only what many names have: "trading".'],
    ['Bravex', 'Zolotek', 'The names have no word in common.'],
    ['Trading', 'Trading', 'The names are equal and say nothing of their own: many parties could go by them.'],
  ])('of %s and %s: %s', (a, b, sentence) => {
    expect(told(a, b)).toContain(sentence)
    expect(told(b, a)).toContain(sentence)
  })
})
