import { describe, expect, test } from '@jest/globals'
import { parseRemarkDate } from '../../../src/lists/ofac/dates.js'

describe('a date in remarks', () => {
  test.each([
    ['10 Dec 1948', ['1948-12-10']],
    ['1 Feb 2000', ['2000-02-01']],
    ['10 October 1969', ['1969-10-10']],
    ['Sep 1938', ['1938-09']],
    ['1946', ['1946']],
    ['1951 to 1953', ['1951', '1952', '1953']],
    ['01 Jan 1961 to 31 Dec 1962', ['1961', '1962']],
    ['Mar 1962 to Feb 1963', ['1962', '1963']],
    ['circa 1951', undefined],
    ['circa 07 Jul 1966', undefined],
    ['circa 1979-1982', undefined],
    ['31 Feb 1960', undefined],
    ['10 1960', undefined],
    ['Foo 1960', undefined],
    ['1960 to 1950', undefined],
    ['1900 to 1950', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseRemarkDate(text)?.map((date) => date.text)).toEqual(expected)
  })
})
