import { parseDay } from '../model/date.js'
import type { Problem } from '../model/problem.js'

const DATED = /^(.+)@(\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{8})$/s

/**
 * Splits `path@YYYY-MM-DD`. Only what looks like a date after the last `@` is one, so that a path may hold an `@` itself; a
 * date in another form, or of a day that does not exist, is an error, not a part of the path.
 */
export function parseListArgument(text: string): { path: string; day?: string } | { problem: Problem } {
  const found = DATED.exec(text)
  if (found === null) return { path: text }
  const [, path = '', day = ''] = found
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && parseDay(day) !== undefined) return { path, day }
  return {
    problem: {
      severity: 'error',
      code: 'bad-list-day',
      message: `expected the day of the list as YYYY-MM-DD after "@", got "${day}"`,
      hint: `write it as in sdn.csv@2023-12-28; where "@${day}" belongs to the file's name, rename the file`,
      file: path,
    },
  }
}
