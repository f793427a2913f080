import { expect, test } from '@jest/globals'
import { documentNumbers } from '../../../src/lists/uk/document-number.js'

// Phrases as OFSI writes them.
test.each<[phrase: string, numbers: readonly string[]]>([
  ['Passport No: 592667 (Qatari passport issued on 3 May 2007).', ['592667']],
  ['284173, expires 21 Aug 2005 (Iraq)', ['284173']],
  ['OP 0024910', ['OP 0024910']],
  ['C-267185. Issued in July 1996 in Karachi', ['C-267185']],
  ['TR-M842033 (Turkish). Issued in Mainz, Germany on 2 May 2002', ['TR-M842033']],
  ['TR-P 614 166 (Turkish). Issued on 22 Mar 2006', ['TR-P 614 166']],
  ['96 03 464086, Russian passport, issued on 01/06/2003', ['96 03 464086']],
  ['Russian Passport number 8208 No. 555627', ['8208 555627']],
  ['AAISO40158 (Guinea-Bissau). Issued 2 Oct 2012', ['AAISO40158']],
  ['Holder of Tunisian Passport No x599070 issued in November 2016', ['x599070']],
  ['Passport number No 06AP104665 issued on 16.1.2006 (expired)', ['06AP104665']],
  ['LIBYAN PASSPORT No.B/001897', ['B/001897']],
  ['Mali Passport no.A1037434. Issued: 10/8/2001', ['A1037434']],
  ['Mali ID Number: 073/SPICRE. Date of issue: 6 Dec 2011', ['073/SPICRE']],
  ['Yemen 04796738', ['04796738']],
  ['German travel document (Reiseausweis) A 0139243 (revoked as at Sep 2012)', ['A 0139243']],
  ['Identity card 216040 (Yemeni)', ['216040']],
  ['Omani ID No 98606491', ['98606491']],
  ['SSN 156-92-9858 (United States of America)', ['156-92-9858']],
  ['Saudi Arabian NI No 4-6032-0048-1', ['4-6032-0048-1']],
  ['Italian Fiscal Code HDDFTH63H28Z352V', ['HDDFTH63H28Z352V']],
  ['4138 (Diplomatic)', ['4138']],
  ['Passport No: (a) 472320665 (Date of Expiration: 26.9.2017), (b) 563120356.', ['472320665', '563120356']],
  [
    'Qatari passport number (a)01020802  (b)00754833 issued 20/05/2007 (c)00490327',
    ['01020802', '00754833', '00490327'],
  ],
  // No number, or one of something else.
  ['(Eqypt). Issued 1993.', []],
  ['Uganda Passport.', []],
  ['Residential card number 665, Ayno Maina, Kandahar Province, Afghanistan', []],
  ['Central African Republic armed forces (FACA), since 2011', []],
  ['', []],
])('%s', (phrase, numbers) => {
  expect(documentNumbers(phrase)).toEqual(numbers)
})
