import { resolveCountry, suggestCountry } from '../model/country.js'
import { parsePartialDate } from '../model/date.js'
import type { PartialDate } from '../model/date.js'
import { compareDecimals, parseDecimal } from '../model/decimal.js'
import { formerCountry } from '../model/former-country.js'
import { nearestWords } from '../model/spelling.js'
import { hintOfForm } from './date-forms.js'
import { hintOfNumber } from './number-forms.js'
import { quote } from './quote.js'

/** A value that was read, or why it was not, with what to do about it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly hint?: string }

function good<T>(value: T): Reading<T> {
  return { ok: true, value }
}

function bad(code: string, expected: string, got: string, hint?: string): Reading<never> {
  const message = `expected ${expected}, got ${quote(got)}`
  return { ok: false, code, message, ...(hint === undefined ? {} : { hint }) }
}

export function readCountry(text: string): Reading<string> {
  const code = resolveCountry(text) ?? formerCountry(text)
  if (code !== undefined) return good(code)
  const near = suggestCountry(text)
  const hint = near === undefined ? undefined : `did you mean "${near.name}" (${near.code})?`
  return bad('bad-country', 'an ISO 3166 code or country name', text, hint)
}

export function readDate(text: string): Reading<PartialDate> {
  const date = parsePartialDate(text)
  if (date !== undefined) return good(date)
  const shaped = /^\d{4}-\d{2}(?:-\d{2})?$/.test(text)
  return shaped
    ? bad('bad-date', 'a day that exists', text)
    : bad('bad-date', 'a date as YYYY, YYYY-MM or YYYY-MM-DD', text, hintOfForm(text))
}

/** A date that is not in the form that was said for its file. */
export function badDate(text: string, form: string): Reading<never> {
  return bad('bad-date', `a date ${form}`, text)
}

/** A number that is not in the form that was said for its file. */
export function badNumber(text: string): Reading<never> {
  return bad('bad-amount', 'a number in the form that the config says', text)
}

export function readAmount(text: string): Reading<string> {
  const amount = parseDecimal(text)
  if (amount !== undefined) return good(amount)
  return bad('bad-amount', 'a decimal number such as 114000.50', text, hintOfNumber(text))
}

export function readPercent(text: string): Reading<string> {
  const percent = parseDecimal(text)
  if (percent !== undefined && compareDecimals(percent, '0') >= 0 && compareDecimals(percent, '100') <= 0) {
    return good(percent)
  }
  const bare = /^(\d+)(?:[.,](\d+))?\s*%$/.exec(text)
  const plain = bare === null ? undefined : `write it as ${bare[1]}${bare[2] === undefined ? '' : `.${bare[2]}`}`
  const hint = percent === undefined ? (plain ?? hintOfNumber(text)) : undefined
  return bad('bad-percent', 'a percentage from 0 to 100, as a number alone', text, hint)
}

/** Letters alone: `RMB` and other names in use are no ISO 4217 codes, and the amount is evidence, not arithmetic. */
export function readCurrency(text: string): Reading<string> {
  return /^[A-Za-z]{3}$/.test(text)
    ? good(text.toUpperCase())
    : bad('bad-currency', 'a currency code of three letters, such as CNY', text)
}

/** Chapters, headings, subheadings and national codes all have an even number of digits: an odd one has lost a zero. */
export function readHsCode(text: string): Reading<string> {
  const digits = text.replaceAll('.', '')
  if (/^\d{2,12}$/.test(digits) && digits.length % 2 === 0) return good(text)
  const lost = /^\d+$/.test(digits) && digits.length < 12
  const hint = lost ? 'a spreadsheet drops a leading zero: format the column as text' : undefined
  return bad('bad-hs-code', 'an HS code of 2, 4, 6, 8, 10 or 12 digits', text, hint)
}

/** One word of a few, in any case, with `_` or a blank for `-`. */
export function readWord<T extends string>(text: string, words: readonly T[], code: string): Reading<T> {
  const folded = text.toLowerCase().replaceAll(/[\s_]+/g, '-')
  const found = words.find((word) => word === folded)
  if (found !== undefined) return good(found)
  const [near] = nearestWords(folded, words)
  return bad(code, `one of ${words.join(', ')}`, text, near === undefined ? undefined : `did you mean "${near}"?`)
}

/** What a spreadsheet makes of a long number: its last digits are gone, so that two parties may look like one. */
export function isSpoiltNumber(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(text)
}

const SPOILT = 'a spreadsheet shortened it: format the column as text and take the numbers from their source'

export function spoiltNumber(text: string): Reading<never> {
  return bad('spoilt-number', 'a whole number or name', text, SPOILT)
}

export const SPOILT_IDENTIFIER = 'spoilt-identifier'

/** In the place of an id or of an identifier, which is dropped; its row stays. */
export function spoiltIdentifier(text: string): Reading<never> {
  return bad(SPOILT_IDENTIFIER, 'a whole number', text, SPOILT)
}

/** As many different dates as a century has days; a file with more is not worth remembering. */
const MOST_REMEMBERED = 40_000

/** The same reading for the same text, read once: a million rows have a few thousand days. */
export function remembered<T>(read: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const known = new Map<string, Reading<T>>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const reading = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, reading)
    return reading
  }
}
