import type { PartialDate } from '../model/date.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import { quote } from '../records/quote.js'
import type { EntryDraft } from './draft.js'

/**
 * Reads the day of a designation. Whether an entry counts on a day hangs on it, so one that can't be read is said, and the entry counts as
 * undated: never nearer to "clear".
 */
export function readListDay(
  { entryId, place }: Pick<EntryDraft, 'entryId' | 'place'>,
  read: (text: string) => PartialDate | undefined,
  text: string,
  column: string,
  problems: ProblemSink,
): { readonly day: PartialDate | undefined; readonly bad: boolean } {
  if (text === '') return { day: undefined, bad: false }
  const day = read(text)
  if (day !== undefined) return { day, bad: false }
  const message = `expected the day on which ${quote(entryId)} was listed, got ${quote(text)}; it counts as undated`
  problems({ severity: 'warning', code: 'bad-date', message, ...place, column })
  return { day: undefined, bad: true }
}

/** A day that the user gives beside the one in the file must be the same: one of them is of another file. */
export function otherDay(file: string, inFile: string, given: string): Problem {
  const message = `the list says that it is of ${inFile}, not of ${given}; the day in the file counts`
  return { severity: 'warning', code: 'list-day-differs', message, file }
}
