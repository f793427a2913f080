import type { PartialDate } from '../model/date.js'
import type { ProblemSink } from '../model/problem.js'
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
