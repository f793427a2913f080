import type { Problem, ProblemSink } from '../model/problem.js'
import { monthOf } from './month-names.js'

/** How the hint for a date in a form that nobody stated begins: such dates are told of once a column. */
const SAY = 'say the form in the config, as in '

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
  const forms = formsOf(text)
  return forms.length === 0 ? undefined : `${SAY}${forms.map((form) => `"dateFormat": "${form}"`).join(' or ')}`
}

interface Column {
  readonly first: Problem
  count: number
  /** Where all dates but the ambiguous ones have one form, that is it. */
  readonly hints: Set<string>
}

/** Holds back the dates of unstated form of one file; `flush` tells of them, once a column. */
export interface DateForms {
  readonly sink: ProblemSink
  flush(): void
}

export function collectDateForms(problems: ProblemSink): DateForms {
  const columns = new Map<string, Column>()
  return {
    sink(problem) {
      if (problem.hint?.startsWith(SAY) !== true) return problems(problem)
      const key = problem.column ?? ''
      const known = columns.get(key)
      if (known === undefined) columns.set(key, { first: problem, count: 1, hints: new Set([problem.hint]) })
      else {
        known.count++
        known.hints.add(problem.hint)
      }
    },
    flush() {
      for (const column of columns.values()) problems(told(column))
      columns.clear()
    },
  }
}

function told({ first, count, hints }: Column): Problem {
  if (count === 1) return first
  const sure = [...hints].filter((hint) => !hint.includes(' or '))
  const [only, another] = sure
  const hint = only !== undefined && another === undefined ? only : [...hints].toSorted()[0]
  const message = `${first.message}; ${count} dates of this column are in a form that is not stated, and were dropped`
  return { ...first, message, ...(hint === undefined ? {} : { hint }) }
}
