import { sayForm } from './unstated-forms.js'

const COMMA = '"decimalComma": true'
const separator = (sign: string): string => `"thousandSeparator": "${sign}"`

/** Digits in groups of three by one sign, then a fraction by another, or by none of the two. */
const GROUPED = /^\d{1,3}(?:([.,'’]|[\s\u00a0\u2009\u202f])\d{3})+(?:([.,])\d+)?$/u
const POINTED = /^\d+([.,])\d+$/

/** The forms in which an amount may be written that is no plain decimal; of two, none is guessed. */
function formsOf(text: string): readonly string[] {
  const digits = text.replace(/^[-+−(]\s*/, '').replace(/\s*[-+−)]$/, '')
  if (/^\d+(?:\.\d+)?e[-+]?\d+$/i.test(digits))
    return ['"exponents": true, where a program shortened it and it has all its digits']
  const [grouped, group = '', point] = GROUPED.exec(digits) ?? []
  if (grouped !== undefined) return formsOfGrouped(group === '’' ? "'" : /\s/u.test(group) ? ' ' : group, point, digits)
  if (POINTED.exec(digits)?.[1] === ',') return [COMMA]
  // A sign behind it, or brackets, are understood where the form of numbers is said at all.
  return /^\d+(?:\.\d+)?$/.test(digits) ? [separator(',')] : []
}

function formsOfGrouped(group: string, point: string | undefined, digits: string): readonly string[] {
  if (point === group) return []
  if (point === ',') return [`${COMMA}, ${separator(group)}`]
  if (point === '.' || group === "'" || group === ' ') return [separator(group)]
  if (group === '.') return [`${COMMA}, ${separator('.')}`]
  return digits.split(',').length > 2 ? [separator(',')] : [COMMA, separator(',')]
}

/** What to do about a number in another form; nothing where it is none in any. */
export function hintOfNumber(text: string): string | undefined {
  return sayForm(formsOf(text.trim()))
}
