import type { FileSettings } from '../model/file-settings.js'

/** A number in its plain form, `-?digits[.digits]`; `undefined` where it is not in the form that was said. */
export type NumberFormat = (text: string) => string | undefined

/** All blanks that programs put between thousands. */
const BLANKS = /[\s\u00a0\u2009\u202f]/gu

/** Reads numbers with the decimal sign, the thousands mark and the signs that were said; `undefined` where nothing was. */
export function numberFormat(said: FileSettings): NumberFormat | undefined {
  const { decimalComma = false, thousandSeparator, exponents = false } = said
  if (!decimalComma && thousandSeparator === undefined) return exponents ? expand : undefined
  const point = decimalComma ? ',' : '\\.'
  const group = thousandSeparator === undefined ? '' : escape(thousandSeparator)
  const whole = group === '' ? '\\d+' : `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)`
  const shape = new RegExp(`^(${whole})(?:${point}(\\d+))?$`, 'u')
  return (text) => {
    const { digits, negative } = signOf(text)
    const found = shape.exec(digits)
    if (found === null) return exponents ? expand(text) : undefined
    const kept = (found[1] ?? '').replaceAll(/\D/g, '')
    return `${negative ? '-' : ''}${kept}${found[2] === undefined ? '' : `.${found[2]}`}`
  }
}

function escape(separator: string): string {
  return /\s/u.test(separator)
    ? BLANKS.source
    : separator === "'"
      ? "['’]"
      : separator.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** A sign before or, as SAP writes it, after the number; brackets, as bookkeepers do. */
function signOf(text: string): { readonly digits: string; readonly negative: boolean } {
  const trimmed = text.trim().replaceAll('−', '-')
  const inBrackets = /^\((.+)\)$/.exec(trimmed)
  if (inBrackets !== null) return { digits: inBrackets[1] ?? '', negative: true }
  const found = /^([-+]?)\s*(.*?)\s*([-+]?)$/.exec(trimmed)
  const [, before = '', digits = '', after = ''] = found ?? []
  return before !== '' && after !== ''
    ? { digits: '', negative: false }
    : { digits, negative: (before || after) === '-' }
}

/** `5.689852347E7` as 56898523.47: the point is moved, and no digit is made or lost. */
function expand(text: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?e([-+]?\d{1,3})$/i.exec(text.trim())
  if (found === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found
  const digits = `${whole}${fraction}`
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  const left = digits
    .slice(0, point)
    .padEnd(point, '0')
    .replace(/^0+(?=\d)/, '')
  const right = digits.slice(point)
  return `${sign}${left}${right === '' ? '' : `.${right}`}`
}
