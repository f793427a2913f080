import { describe, expect, test } from '@jest/globals'
import { parseRemarks } from '../../../src/lists/ofac/remarks.js'

const names = (text: string) =>
  parseRemarks(text, false).names.map(({ text: name, former }) => (former === true ? `f ${name}` : name))
const relations = (text: string) => parseRemarks(text, false).relations.map(({ kind, name }) => `${kind}: ${name}`)

describe('weak aliases', () => {
  test.each([
    ["a.k.a. 'BNC'.", ['BNC']],
    ["a.k.a. 'GRUPO UNO'; f.k.a. 'ANA I'; a.k.a. 'DOS'", ['GRUPO UNO', 'f ANA I', 'DOS']],
    ["a.k.a. 'O'BRIEN, Christopher'.", ["O'BRIEN, Christopher"]],
    ["a.k.a. ''ABD AL-'AZIZ'; Gender Male.", ["'ABD AL-'AZIZ"]],
    ["a.k.a. 'ABU AL-WAFA''.", ["ABU AL-WAFA'"]],
    ["a.k.a. ''FOOPIE''; a.k.a. ''FUPI''.", ['FOOPIE', 'FUPI']],
    ["a.k.a. 'M.O.G.E.'.", ['M.O.G.E.']],
    ['a.k.a. UNQUOTED.', ['UNQUOTED']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('all of them are weak', () => {
    expect(parseRemarks("a.k.a. 'A'; f.k.a. 'B'.", false).names.map(({ strength }) => strength)).toEqual([
      'weak',
      'weak',
    ])
  })
})

describe('linked parties', () => {
  test.each([
    ['Linked To: HAMAS.', ['Linked To: HAMAS']],
    ['Linked To: TESIC, Slobodan; Linked To: LOS CUINIS.', ['Linked To: TESIC, Slobodan', 'Linked To: LOS CUINIS']],
    [
      'Linked To: C.I. DISERCOM S.A.S.; Linked To: R D I S.A.',
      ['Linked To: C.I. DISERCOM S.A.S.', 'Linked To: R D I S.A.'],
    ],
    ['Linked To: TRILIANCE PETROCHEMICAL CO. LTD.', ['Linked To: TRILIANCE PETROCHEMICAL CO. LTD.']],
    ["Linked To: PRIVATE MILITARY COMPANY 'WAGNER'.", ["Linked To: PRIVATE MILITARY COMPANY 'WAGNER'"]],
    [
      'Linked To: ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE.',
      ['Linked To: ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE'],
    ],
    ['Linked To: GAZPROMBANK (SWITZERLAND).', ['Linked To: GAZPROMBANK (SWITZERLAND)']],
    ['Aircraft Operator Mahan Air; Linked To: MAHAN AIR.', ['Aircraft Operator: Mahan Air', 'Linked To: MAHAN AIR']],
    ['Secondary sanctions risk: Linked To nobody.', []],
  ])('%s', (text, expected) => {
    expect(relations(text)).toEqual(expected)
  })
})

describe('the rest of the remarks', () => {
  test('nationality, citizenship and registration are countries; the place of birth and a former flag are not', () => {
    const text =
      'nationality Russia; alt. nationality Korea, North; citizen Belarus; Nationality of Registration Iran; POB Tunis, Tunisia; Former Vessel Flag Malta; nationality possibly Palestinian.'
    expect(parseRemarks(text, false).countries).toEqual(['RU', 'KP', 'BY', 'IR'])
  })

  test.each([
    ['DOB 10 Dec 1948; alt. DOB 1936.', ['1948-12-10', '1936']],
    ['Organization Established Date Oct 2020; Target Type Private Company.', ['2020-10']],
    ['DOB 1951; alt. DOB circa 1953.', []],
    ['Aircraft Manufacture Date 1992.', []],
  ])('%s', (text, expected) => {
    expect(parseRemarks(text, false).dates.map((date) => date.text)).toEqual(expected)
  })

  test.each([
    ['Target Type Financial Institution; Tax ID No. 1.', true],
    ['Target Type State-Owned Enterprise; alt. Target Type Financial Institution.', true],
    ['Target Type Government Entity.', false],
    ['Organization Type: Other financial service activities.', false],
  ])('%s', (text, expected) => {
    expect(parseRemarks(text, false).financialInstitution).toBe(expected)
  })

  test('the last sentence of remarks that break off is left alone', () => {
    const cut = "a.k.a. 'WHOLE'; Tax ID No. 77020"
    expect(parseRemarks(cut, true)).toMatchObject({ names: [{ text: 'WHOLE' }], identifiers: [] })
    expect(parseRemarks(cut, false).identifiers).toEqual([{ scheme: 'tax', value: '77020' }])
  })

  test('keys of objects do no harm', () => {
    expect(parseRemarks('__proto__ 5; constructor 7; Registration Number __proto__5.', false).identifiers).toEqual([
      { scheme: 'registration', value: '__proto__5' },
    ])
  })
})
