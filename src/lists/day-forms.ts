import { parsePartialDate, type PartialDate } from '../model/date.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `DD/MM/YYYY`, as the British and the EU's tables write it; a day or month of letters or zeros is not known, and neither is what is below it. */
export function dayFirst(text: string): PartialDate | undefined {
  const found = /^([\da-z]{1,2})\/([\da-z]{1,2})\/(\d{4})$/i.exec(text.trim())
  if (found === null) return parsePartialDate(text.trim())
  const [, day = '', month = '', year = ''] = found
  return partial(year, month, day)
}

/** `MM/DD/YYYY`, as OFAC writes it. */
export function monthFirst(text: string): PartialDate | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  if (found === null) return parsePartialDate(text.trim())
  const [, month = '', day = '', year = ''] = found
  return partial(year, month, day)
}

/** `08-Oct-2026`. */
export function namedMonth(text: string): PartialDate | undefined {
  const found = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d{4})$/i.exec(text.trim())
  if (found === null) return undefined
  const [, day = '', month = '', year = ''] = found
  return partial(year, String(MONTHS.indexOf(month.toLowerCase()) + 1), day)
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/

/** The day of an ISO 8601 date or time, as it is written there: a list that was made at midnight in Brussels is of that day. */
export function isoDay(text: string): PartialDate | undefined {
  return parsePartialDate(ISO.exec(text.trim())?.[1] ?? '')
}

/** From numbers as text; zero, nothing and letters are not known. A day without a month is none. */
export function partial(year: string, month: string, day: string): PartialDate | undefined {
  const part = (text: string): string | undefined =>
    /^\d{1,2}$/.test(text) && Number(text) > 0 ? text.padStart(2, '0') : undefined
  const monthPart = part(month)
  const dayPart = monthPart === undefined ? undefined : part(day)
  return parsePartialDate([year, monthPart, dayPart].filter((each) => each !== undefined).join('-'))
}
