import { monthOf } from './month-names.js'
import { sayForm } from './unstated-forms.js'

const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:[T ]+\d{1,2}:\d{2}.*)?$/
const YEAR_FIRST = /^\d{4}([./])\d{1,2}\1\d{1,2}(?:[T ]+\d{1,2}:\d{2}.*)?$/
const MONTH_FIRST = /^(\p{L}+)\.? \d{1,2}(,?) \d{4}$/u
const DAY_FIRST = /^\d{1,2}(\.?[ -])(\p{L}+)\.?[ -]\d{4}$/u

/** The forms in which a date may be written; of two, none is guessed. */
function formsOf(text: string): readonly string[] {
  const numeric = NUMERIC.exec(text)
  if (numeric !== null) {
    const [, first = '', sign = '', second = '', year = ''] = numeric
    const forms = [...(Number(second) <= 12 ? [['DD', 'MM']] : []), ...(Number(first) <= 12 ? [['MM', 'DD']] : [])]
    return forms.map((parts) => [...parts, year.length === 2 ? 'YY' : 'YYYY'].join(sign))
  }
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) return [['YYYY', 'MM', 'DD'].join(yearFirst[1])]
  if (/^(?:19|20)\d{6}$/.test(text)) return ['YYYYMMDD']
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst !== null && monthOf(monthFirst[1] ?? '') !== undefined) return [`MMM DD${monthFirst[2] ?? ''} YYYY`]
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst === null || monthOf(dayFirst[2] ?? '') === undefined) return []
  const sign = dayFirst[1] ?? ' '
  return [`DD${sign}MMM${sign.slice(-1)}YYYY`]
}

/** What to do about a date in another form; nothing where it is no date in any. */
export function hintOfForm(text: string): string | undefined {
  return sayForm(formsOf(text).map((form) => `"dateFormat": "${form}"`))
}
