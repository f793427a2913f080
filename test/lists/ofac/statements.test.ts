import { describe, expect, test } from '@jest/globals'
import { parseRemarks } from '../../../src/lists/ofac/remarks.js'
import { parseStatements, remarksOf, statement } from '../../../src/lists/ofac/statements.js'
import { plainText, publishedFile, rawElements } from '../published-file.js'

const { testHere, text } = publishedFile('ofac-cons-xml-2024-05-06/consolidated.xml')
const valueIn = (raw: string, name: string): string => plainText(rawElements(raw, name)[0] ?? '')

describe('a statement in elements', () => {
  testHere('says what its sentence in the remarks says, for every number and feature of the published list', () => {
    const all = rawElements(text(), 'id').map((raw) =>
      statement(valueIn(raw, 'idType'), valueIn(raw, 'idNumber'), valueIn(raw, 'idCountry')),
    )
    expect(all.length).toBeGreaterThan(2000)
    // A dot at the end of remarks is none of the last sentence's.
    for (const each of all) {
      const sentence = remarksOf([each], '')
      expect([sentence, parseStatements([each], '')]).toEqual([
        sentence,
        parseRemarks(`${sentence}; Gender Male`, false),
      ])
    }
  })

  test.each([
    ['Passport', 'A123', 'Iran', 'passport:A123', 'IR'],
    ['Tax ID No.', '# 7702070139', 'Russia', 'tax:7702070139', 'RU'],
    ['alt. Registration ID', '1027739609391', '', 'registration:1027739609391', undefined],
    ['SWIFT/BIC', 'VTBRRUMM', '', 'swift:VTBRRUMM', undefined],
    ['Vessel Registration Identification', 'IMO 9187629', '', 'imo:9187629', undefined],
    ['BIK (RU)', '044525187', '', 'bik:044525187', 'RU'],
    // The element's country counts where the number says a day behind it, or another country in brackets.
    ['Passport', 'A123 issued 12 Jul 1990', 'Iran', 'passport:A123', 'IR'],
    ['Registration Number', 'D489833(9)', 'Hong Kong', 'registration:D489833(9)', 'HK'],
    ['Tax ID No.', '5501 (Malta)', 'undetermined', 'tax:5501', 'MT'],
    // What stands in the number's element is no part of the label, and no sentence of its own.
    ['Passport', 'Booklet 12', '', 'passport:Booklet 12', undefined],
    ['Registration Number', '5; Tax ID No. 7', '', 'registration:5', undefined],
    ['Registration Number', '__proto__5', '', 'registration:__proto__5', undefined],
  ])('the number %s, %s, %s', (label, value, country, expected, from) => {
    const { identifiers } = parseStatements([statement(label, value, country)], '')
    expect(identifiers.map((each) => [`${each.scheme}:${each.value}`, each.country])).toEqual([[expected, from]])
  })

  test.each([
    ['Passport', ''],
    ['Website', 'www.example.com 5'],
    ['', '5'],
    ['__proto__', '5'],
    ['Gender', 'DOB 1950'],
  ])('no fact: %s %s', (label, value) => {
    expect(parseStatements([statement(label, value)], '')).toEqual(parseRemarks('', false))
  })

  test('dates, places, countries and features, with the remarks behind them', () => {
    const said = [
      statement('DOB', '10 Dec 1948'),
      statement('alt. POB', 'Minsk'),
      statement('nationality', 'Belarus'),
      statement('Organization Established Date', '1990'),
      statement('Target Type', 'Financial Institution'),
    ]
    expect(parseStatements(said, "Linked To: BELOMO; a.k.a. 'B'")).toMatchObject({
      dates: [{ text: '1948-12-10' }, { text: '1990' }],
      birthPlaces: ['Minsk'],
      countries: ['BY'],
      relations: [{ kind: 'Linked To', name: 'BELOMO' }],
      names: [{ text: 'B', strength: 'weak' }],
      financialInstitution: true,
    })
  })
})
