import type { Input } from '../model/report.js'

/** Of which day a list is, which an entry without a date of its own is known to have been on it. */
export type ListDays = (list: string) => string | undefined

// A file of our own format may hold entries of several lists, and its input names them all.
function listNames(list: string | undefined): string[] {
  return list === undefined ? [] : [list, ...list.split(', ')]
}

export function listDays(inputs: readonly Input[]): ListDays {
  const lists = inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  const days = new Map<string, string>()
  for (const { list, publishedOn } of lists) {
    if (publishedOn === undefined) continue
    for (const name of listNames(list)) if (!days.has(name)) days.set(name, publishedOn)
  }
  const onlyDay = lists.length === 1 ? lists[0]?.publishedOn : undefined
  return (list) => days.get(list) ?? onlyDay
}
