import { describe, expect, test } from '@jest/globals'
import { parseIdentifierSentence } from '../../../src/lists/ofac/identifiers.js'
import { SCHEME_LABELS } from '../../../src/lists/ofac/schemes.js'

describe('a sentence that is an identifier', () => {
  test.each([
    ['Registration Number 100230519 (Belarus)', 'registration:100230519', 'BY'],
    ['alt. Registration Number 45403041088 (Latvia)', 'registration:45403041088', 'LV'],
    ['Registration ID 14063277', 'registration:14063277', undefined],
    ['Registration ID HRB 26136 (Germany)', 'registration:HRB 26136', 'DE'],
    ['Registration Number HRA 738077 (Stuttgart) (Germany)', 'registration:HRA 738077', 'DE'],
    ['Business Registration Document # F01000003035 (United States)', 'registration:F01000003035', 'US'],
    ['Business Registration Document # CUD: A201404010921001167 (Mexico)', 'registration:A201404010921001167', 'MX'],
    ['Business Registration Document # UNP 101119568 (Belarus)', 'tax:101119568', 'BY'],
    ['UK Company Number 01126618', 'registration:01126618', 'GB'],
    ['Company Number IMO 5055293', 'imo:5055293', undefined],
    ['C.R. No. CH-217.0.135.719-4 (Switzerland)', 'registration:CH-217.0.135.719-4', 'CH'],
    ['Tax ID No. 100185185 (Belarus)', 'tax:100185185', 'BY'],
    ['Tax ID No. RIF J-31069374-9 (Venezuela)', 'tax:J-31069374-9', 'VE'],
    ['NIT # 800018928-0 (Colombia)', 'tax:800018928-0', 'CO'],
    ['R.F.C. # PMA-910805 (Mexico)', 'tax:PMA-910805', 'MX'],
    ['V.A.T. Number BG 121024920 (Bulgaria)', 'tax:BG 121024920', 'BG'],
    ['V.A.T. Number BE 454,419,759', 'tax:BE 454,419,759', undefined],
    ['Italian Fiscal Code: KMMMHD68D03Z352N', 'tax:KMMMHD68D03Z352N', 'IT'],
    ['US FEIN 95-4227517', 'tax:95-4227517', 'US'],
    ['SWIFT/BIC VTBRRUMM', 'swift:VTBRRUMM', undefined],
    ['Legal Entity Number 253400V1H6ART1UQ0N98 (Russia)', 'lei:253400V1H6ART1UQ0N98', 'RU'],
    ['D-U-N-S Number 542957624', 'duns:542957624', undefined],
    ['Unified Social Credit Code (USCC) 9113100033607322XK (China)', 'uscc:9113100033607322XK', 'CN'],
    ['Government Gazette Number 09804148 (Russia)', 'gazette:09804148', 'RU'],
    ['BIK (RU) 044030707', 'bik:044030707', 'RU'],
    ['alt. ISIN CNE1000002V2', 'isin:CNE1000002V2', undefined],
    ['Identification Number ISIN: RU0009177331', 'isin:RU0009177331', undefined],
    ['Vessel Registration Identification IMO 8305781', 'imo:8305781', undefined],
    ['Vessel Registration Identification 8606173', 'imo:8606173', undefined],
    ['Vessel Registration Identification RS 150443 (Russia)', 'vessel-registration:RS 150443', 'RU'],
    ['International Maritime Organization No. (5777731)', 'imo:5777731', undefined],
    ['MMSI 572469210', 'mmsi:572469210', undefined],
    ["Aircraft Manufacturer's Serial Number (MSN) 1023409321", 'aircraft-serial-number:1023409321', undefined],
    [
      'Aircraft Construction Number (also called L/N or S/N or F/N) 8401',
      'aircraft-construction-number:8401',
      undefined,
    ],
    ['Aircraft Tail Number EP-MNB', 'aircraft-tail-number:EP-MNB', undefined],
    ['Passport 1084010 (Egypt)', 'passport:1084010', 'EG'],
    ['alt. Passport F 879567 (Morocco) issued 29 Apr 1992', 'passport:F 879567', 'MA'],
    ['Passport PS 472330208 (Korea, North) expires 04 Jul 2017', 'passport:PS 472330208', 'KP'],
    ['alt. Passport Booklet: A5199819 (Pakistan)', 'passport:A5199819', 'PK'],
    ['Passport No.: 0310857, Eritrea, Issue Date 21 August 2006', 'passport:0310857', 'ER'],
    ['Diplomatic Passport 008827 (Iran) issued 1999', 'passport:008827', 'IR'],
    ['National ID No. 216040 (Yemen)', 'national-id:216040', 'YE'],
    ['National ID No. CNIC: 35202-5400413-9 (Pakistan)', 'national-id:35202-5400413-9', 'PK'],
    ['National ID No. 1 63 08 4 01 001 005E (Mali)', 'national-id:1 63 08 4 01 001 005E', 'ML'],
    ['National ID No. D489833(9) (Hong Kong)', 'national-id:D489833(9)', 'HK'],
    ['Cedula No. 6068015 (Colombia)', 'national-id:6068015', 'CO'],
    ["Citizen's Card Number 211226197812154256 (China)", 'national-id:211226197812154256', 'CN'],
    ['Identification Number 2.194.575 (Paraguay)', 'identification:2.194.575', 'PY'],
    ['C.U.R.P. AIMM67125HCHRRG06 (Mexico) issued 1968', 'curp:AIMM67125HCHRRG06', 'MX'],
    ['Trade License No. C 50905 (Malta)', 'trade-license:C 50905', 'MT'],
    ['Economic Register Number (CBLS) 11582964 (United Arab Emirates)', 'economic-register:11582964', 'AE'],
    ["Driver's License No. M634550610520 (United States)", 'drivers-license:M634550610520', 'US'],
    [
      'alt. Digital Currency Address - XBT 1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo',
      'digital-currency-address:1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo',
      undefined,
    ],
  ])('%s', (sentence, expected, country) => {
    const read = parseIdentifierSentence(sentence)
    expect(`${read?.scheme}:${read?.value}`).toBe(expected)
    expect(read?.country).toBe(country)
  })

  test.each([
    'Registration Number',
    'NIT # Provisional (Colombia)',
    'Chinese Commercial Code 1728 4320',
    'Phone Number 982188526300',
    'Website www.vtb.com',
    'Organization Established Date 1969',
    'Listing Date (EO 14024 Directive 3): 24 Feb 2022',
    'Passport issued in Sarajevo, Bosnia-Herzegovina',
    "Passport OR801168 and Kuwaiti National ID No. 281020505755 issued under the name Said Jan 'Abd al-Salam",
    'Company ID: No. 59 531 at Commercial Registry of the Civil Court of First Instance at Baabda, Lebanon',
    'alt. Digital Currency Address - XBT',
    'Licensed by nobody 12',
    'Secondary sanctions risk: section 1(b) of Executive Order 13224',
    'Member of FARC Front 33',
    'Linked To: REGISTRATION NUMBER 5 LLC',
    'Previous Aircraft Tail Number YI-NAE',
    'Former Vessel Flag Malta',
    '',
  ])('not: %s', (sentence) => {
    expect(parseIdentifierSentence(sentence)).toBeUndefined()
  })

  test('every label has a scheme in lower case, and no label is there twice', () => {
    for (const { scheme } of SCHEME_LABELS) expect(scheme).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    const labels = SCHEME_LABELS.map(({ label }) => label.toLowerCase())
    expect(new Set(labels).size).toBe(labels.length)
  })
})
