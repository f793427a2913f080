import type { Input } from '../model/report.js'

/** Of which day a list is, which an entry without a date of its own is known to have been on it. */
export type ListDays = (list: string) => string | undefined

export function listDays(inputs: readonly Input[]): ListDays {
  const lists = inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  const days = new Map<string, string>()
  for (const { list, publishedOn } of lists)
    if (list !== undefined && publishedOn !== undefined) days.set(list, publishedOn)
  // One file of our own format may hold entries of several lists: all of them are of the file's day.
  const onlyDay = lists.length === 1 ? lists[0]?.publishedOn : undefined
  return (list) => days.get(list) ?? onlyDay
}
