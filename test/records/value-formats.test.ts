import { describe, expect, test } from '@jest/globals'
import { parseDateFormat } from '../../src/records/date-format.js'
import type { FileSettings } from '../../src/model/file-settings.js'
import { valueFormats } from '../../src/records/value-formats.js'
import { readAmount } from '../../src/records/values.js'
import { brief, entities, links } from './reading.js'

describe('dates in a form that was said', () => {
  test.each([
    ['DD.MM.YYYY', '03.04.2024', '2024-04-03'],
    ['DD.MM.YYYY', '3.4.2024', '2024-04-03'],
    ['DD.MM.YYYY', '03.04.2024 00:00:00', '2024-04-03'],
    ['DD.MM.YYYY', '2024-04-03', '2024-04-03'],
    ['DD.MM.YYYY', '31.02.2024', undefined],
    ['DD.MM.YYYY', '04/03/2024', undefined],
    ['MM/DD/YYYY', '03/04/2024', '2024-03-04'],
    ['MM/DD/YYYY', '13/04/2024', undefined],
    ['D/M/YY', '3/4/24', '2024-04-03'],
    ['D/M/YY', '3/4/74', '1974-04-03'],
    ['MMM DD, YYYY', 'Mar 5, 2015', '2015-03-05'],
    ['MMM DD, YYYY', 'March 25, 2015', '2015-03-25'],
    ['DD. MMM YYYY', '5. März 2015', '2015-03-05'],
    ['DD MMM YYYY', '5 мая 2015', '2015-05-05'],
    ['DD MMM YYYY', '5 juil. 2015', '2015-07-05'],
    ['YYYYMMDD', '20240403', '2024-04-03'],
    ['YYYYMMDD', '2024043', undefined],
    ['YYYY年M月D日', '2024年4月3日', '2024-04-03'],
    ['MM.YYYY', '04.2024', '2024-04'],
  ])('%s: %s is %s', (dateFormat, text, expected) => {
    const reading = valueFormats({ dateFormat }).date(text)
    expect(reading.ok ? reading.value.text : undefined).toBe(expected)
  })

  test.each(['', 'DD.MM', 'DD.YYYY', 'DD.MM.YYYY.DD', 'TT.MM.JJJJ', 'YYYY-MM-DD hh'])('"%s" is no form', (format) => {
    expect(parseDateFormat(format)).toBeUndefined()
  })
})

describe('dates in a form that nobody said', () => {
  const row = (date: string) => `supply,A,B,${date}\n`
  const file = (dates: readonly string[]) => `kind,from,to,date\n${dates.map(row).join('')}`

  test('are told of once a column, with the count and the first place', async () => {
    const { problems, tally } = await links(file(['2024-01-01', ...Array<string>(500).fill('03.04.2024')]))
    expect(problems.map(brief)).toEqual(['warning:3 bad-date date'])
    expect(problems[0]?.message).toContain('500 dates of this column')
    expect(problems[0]?.hint).toBe(
      'say the form in the config, as in "dateFormat": "DD.MM.YYYY" or "dateFormat": "MM.DD.YYYY"',
    )
    expect(tally.input()).toMatchObject({ accepted: 501, degraded: 500 })
  })

  test('where one date can be read in one way only, the hint says that form', async () => {
    const { problems } = await links(file(['03.04.2024', '13.04.2024']))
    expect(problems[0]?.hint).toBe('say the form in the config, as in "dateFormat": "DD.MM.YYYY"')
  })

  test('other bad dates are told of one by one', async () => {
    const { problems } = await links(file(['soon', 'later', '2024-02-31', '03.04.2024']))
    expect(problems.map(brief)).toEqual([2, 3, 4, 5].map((line) => `warning:${line} bad-date date`))
  })

  test('of parties too', async () => {
    const { problems } = await entities('name,founded\nA,01.02.1974\nB,01.03.1974\n')
    expect(problems.map(brief)).toEqual(['warning:2 bad-date founded'])
  })
})

describe('numbers in a form that nobody said', () => {
  const [comma, german] = ['"decimalComma": true', '"decimalComma": true, "thousandSeparator": "."']
  const thousands = (sign: string) => `"thousandSeparator": "${sign}"`
  test.each([
    ['1,234', `${comma} or ${thousands(',')}`],
    ['12,5', comma],
    ['1234,567', comma],
    ['1,234.50', thousands(',')],
    ['-1,234,567', thousands(',')],
    ['1.234,50', german],
    ['1.234.567', german],
    ['1.234,56-', german],
    ['1 234,50', `${comma}, ${thousands(' ')}`],
    ['1\u202f234', thousands(' ')],
    ['1’234.50', thousands("'")],
    ['(100.50)', thousands(',')],
    ['100.50-', thousands(',')],
    ['5.6E7', '"exponents": true, where a program shortened it and it has all its digits'],
    ['1,234,56', undefined],
    ['1.234.56', undefined],
    ['ten', undefined],
  ])('%s', (text, form) => {
    const reading = readAmount(text)
    const hint = reading.ok ? 'none: it was read' : reading.hint
    expect(hint).toBe(form === undefined ? undefined : `say the form in the config, as in ${form}`)
  })

  test.each([
    ['1.234,56', { decimalComma: true, thousandSeparator: '.' }, '1234.56'],
    ['1 234,50', { decimalComma: true, thousandSeparator: ' ' }, '1234.50'],
    ['(100.50)', { thousandSeparator: ',' }, '-100.50'],
    ['5.6E7', { exponents: true }, '56000000'],
  ])('what the hint says of %s is enough to read it', (text, said, value) => {
    expect(valueFormats(said).amount(text)).toEqual({ ok: true, value })
  })

  const file = (amounts: readonly string[]) =>
    `seller;buyer;amount\n${amounts.map((amount) => `A;B;${amount}\n`).join('')}`

  test('are told of once a column, with the count and the first place; their rows are degraded one by one', async () => {
    const { problems, tally } = await links(file(['5', ...Array<string>(500).fill('1,234')]))
    expect(problems.map(brief)).toEqual(['warning:3 bad-amount amount'])
    expect(problems[0]?.message).toContain('500 numbers of this column are in a form that is not stated')
    expect(problems[0]?.hint).toContain('"decimalComma": true or "thousandSeparator": ","')
    expect(tally.input()).toMatchObject({ accepted: 501, degraded: 500 })
  })

  test.each<[readonly string[], string]>([
    [['1,234', '1,5'], comma],
    [['1,234', '1,234.5'], thousands(',')],
    [['12,5', '1.234,5', '1,234'], german],
  ])('of %j the hint says the form that all have', async (amounts, form) => {
    const { problems } = await links(file(amounts))
    expect(problems[0]?.hint).toBe(`say the form in the config, as in ${form}`)
  })

  test('of percentages too', async () => {
    const { problems } = await links('owner;owned;percent\nA;B;12,5\nC;D;33,3\nE;F;51 %\n', 'relations')
    expect(problems.map(brief)).toEqual(['warning:4 bad-percent percent', 'warning:2 bad-percent percent'])
    expect(problems.map(({ hint }) => hint)).toEqual(['write it as 51', `say the form in the config, as in ${comma}`])
  })
})

describe('numbers in a form that was said', () => {
  const german: FileSettings = { decimalComma: true, thousandSeparator: '.' }
  test.each<[FileSettings, string, string | undefined]>([
    [german, '1.234.567,89', '1234567.89'],
    [german, '1234,5', '1234.5'],
    [german, '1.234', '1234'],
    [german, '1.234,56-', '-1234.56'],
    [german, '-1.234,56', '-1234.56'],
    [german, '(1.234,56)', '-1234.56'],
    [german, '+5', '5'],
    [german, '1.23', undefined],
    [german, '1,234.56', undefined],
    [german, '12.34.567', undefined],
    [german, '-5-', undefined],
    [{ thousandSeparator: ',' }, '1,234.56', '1234.56'],
    [{ thousandSeparator: ' ', decimalComma: true }, '1\u00a0234,5', '1234.5'],
    [{ thousandSeparator: "'" }, '1’234.50', '1234.50'],
    [{ exponents: true }, '5.689852347E7', '56898523.47'],
    [{ exponents: true }, '1.5e-3', '0.0015'],
    [{ exponents: true }, '1E3', '1000'],
    [{ exponents: true }, '12.5', '12.5'],
    [{}, '1,234.56', undefined],
    [{}, '5.6E7', undefined],
  ])('%j: %s is %s', (said, text, expected) => {
    const reading = valueFormats(said).amount(text)
    expect(reading.ok ? reading.value : undefined).toBe(expected)
  })
})
