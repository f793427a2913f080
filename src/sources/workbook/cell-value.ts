import { formatDay } from '../../model/date.js'
import type { NumberFormat } from './number-format.js'

/** The text of a cell, or what stands in it that is none: an error, a formula whose value was not stored. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'misfit'; readonly what: string }

/** Digits that a spreadsheet keeps of a number; those after them it turns into zeros. */
const KEPT_DIGITS = 15
/** Serial 25569 is 1970-01-01 in the 1900 system, which holds 1900 for a leap year: its day 60 never was. */
const UNIX_EPOCH = 25_569
const NO_DAY = 60
const DAYS_1904 = 1462
const LAST_SERIAL = 2_958_465

interface Decimal {
  readonly sign: string
  readonly digits: string
  /** How many of the digits stand after the point; below 0 where zeros follow them. */
  readonly scale: number
}

function decimalOf(text: string): Decimal | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text)
  if (found === null) return undefined
  const [, sign = '', whole = '', fraction = '', power = '0'] = found
  return { sign, digits: (whole + fraction).replace(/^0+(?=\d)/, ''), scale: fraction.length - Number(power) }
}

function written({ sign, digits, scale }: Decimal): string {
  if (scale <= 0) return digits === '0' ? '0' : sign + digits + '0'.repeat(-scale)
  const padded = digits.padStart(scale + 1, '0')
  const fraction = padded.slice(-scale).replace(/0+$/, '')
  const whole = padded.slice(0, -scale)
  if (fraction === '') return whole === '0' ? '0' : sign + whole
  return `${sign}${whole}.${fraction}`
}

/**
 * A stored number written out: `1.1E5` is 110000. Files hold binary numbers to 17 digits, of which 5560000.0999999996
 * is the nearest to 5560000.1: the shortest that is the same number is what was typed. One of more than 15 whole digits
 * has lost its end, and stays as `4.1E+15`, which is no identifier.
 */
function plainNumber(text: string): Decimal | undefined {
  const stored = decimalOf(text)
  if (stored === undefined) return undefined
  const isLong = stored.digits.length > KEPT_DIGITS && stored.scale > 0
  return isLong ? (decimalOf(String(Number(text))) ?? stored) : stored
}

function isSpoilt({ digits, scale }: Decimal): boolean {
  const whole = scale <= 0 ? digits + '0'.repeat(-scale) : digits.slice(0, Math.max(0, digits.length - scale))
  return whole.length > KEPT_DIGITS && /^0+$/.test(whole.slice(KEPT_DIGITS))
}

function exponential({ sign, digits, scale }: Decimal): string {
  const rest = digits.slice(1).replace(/0+$/, '')
  return `${sign}${digits.slice(0, 1)}${rest === '' ? '' : `.${rest}`}E+${digits.length - 1 - scale}`
}

/** The day, month or year of a serial number; `undefined` where it is none. */
function dateText(text: string, precision: 'day' | 'month' | 'year', is1904: boolean): string | undefined {
  const serial = Math.floor(Number(text)) + (is1904 ? DAYS_1904 : 0)
  if (!(serial >= 1 && serial <= LAST_SERIAL) || serial === NO_DAY) return undefined
  const day = formatDay(serial - UNIX_EPOCH + (serial < NO_DAY ? 1 : 0))
  // A month that somebody typed is kept as its first day, which nobody said.
  if (precision === 'month' && day.endsWith('-01')) return day.slice(0, 7)
  return precision === 'year' && day.endsWith('-01-01') ? day.slice(0, 4) : day
}

function numberText(text: string, format: NumberFormat, is1904: boolean): string {
  const number = plainNumber(text)
  if (number === undefined) return text
  if (format.kind === 'date') {
    const date = dateText(text, format.precision, is1904)
    if (date !== undefined) return date
  }
  if (isSpoilt(number)) return exponential(number)
  // A share is shown as 25%, held as 0.25, and written by everybody else as 25.
  if (format.kind === 'percent') return written({ ...number, scale: number.scale - 2 })
  const plain = written(number)
  return format.kind === 'zeros' && /^\d+$/.test(plain) ? plain.padStart(format.width, '0') : plain
}

/** Control characters are kept as `_x000D_` in the texts of a workbook (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function asText(text: string): CellValue {
  return { kind: 'text', text }
}

export interface RawCell {
  /** The attribute `t`. */
  readonly type: string
  readonly value: string
  readonly hasFormula: boolean
}

export interface CellRules {
  readonly is1904: boolean
  readonly shared: readonly string[]
}

/** What a cell holds, as the text that a CSV file would have: the stored value of a formula, a date as YYYY-MM-DD, a number exactly. */
export function cellValue(
  { type, value, hasFormula }: RawCell,
  format: NumberFormat,
  { is1904, shared }: CellRules,
): CellValue {
  switch (type) {
    case 's': {
      const its = value === '' ? '' : shared[Number(value)]
      return its === undefined ? { kind: 'misfit', what: 'a text that is not in the workbook' } : asText(its)
    }
    case 'str':
    case 'inlineStr':
      return asText(unescapeText(value))
    case 'b':
      return asText(value === '1' || value === 'true' ? 'true' : value === '' ? '' : 'false')
    case 'e':
      return { kind: 'misfit', what: `the error ${value}` }
    case 'd':
      return asText(value.replace(/T.*$/, ''))
    default:
      if (value === '' && hasFormula) return { kind: 'misfit', what: 'a formula whose value is not stored' }
      return asText(value === '' ? '' : numberText(value, format, is1904))
  }
}
