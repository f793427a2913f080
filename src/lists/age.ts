import { formatDay } from '../model/date.js'
import type { Problem } from '../model/problem.js'
import type { LoadedList } from './load.js'

/** Why a list is too old to be screened against, or can't be told not to be; a list of which nothing counts is not asked. */
export function tooOld(list: LoadedList, asOf: number, maxAge: number | undefined): readonly Problem[] {
  if (maxAge === undefined || list.entries.length === 0) return []
  const file = list.inputs[0]?.path
  const where = file === undefined ? {} : { file }
  if (list.day === undefined) {
    const message = `--max-list-age: ${list.name} has no day of its own, so how old it is can't be told`
    const hint = 'say of which day the file is: --list <path>@YYYY-MM-DD'
    return [{ severity: 'error', code: 'list-age-unknown', message, hint, ...where }]
  }
  const age = asOf - list.day.last
  if (age <= maxAge) return []
  const message = `--max-list-age: ${list.name} is of ${list.day.text}, ${age} days before ${formatDay(asOf)}; at most ${maxAge} are allowed`
  return [
    { severity: 'error', code: 'list-too-old', message, hint: 'take the list again from its publisher', ...where },
  ]
}
