import { parsePartialDate, type PartialDate } from '../../model/date.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE = /^(?:(\d{1,2}) )?(?:([a-z]{3,9}) )?(\d{4})$/
const RANGE = /^(.+?)(?: to |-)(.+)$/

/** Years that a range may span and still be given as its single years: the longest in the list is five. */
const LONGEST_RANGE = 20

/**
 * Reads a date of a remark: `10 Dec 1948`, `Sep 1938`, `1946`, and ranges of these, such as `1951 to 1953`, which give every
 * year that they touch, since the party was born in one of them. `undefined` where the list itself is not sure (`circa 1951`)
 * and for any other form.
 */
export function parseRemarkDate(text: string): readonly PartialDate[] | undefined {
  const plain = single(text)
  if (plain !== undefined) return [plain]
  const range = RANGE.exec(text)
  const from = single(range?.[1] ?? '')
  const to = single(range?.[2] ?? '')
  if (from === undefined || to === undefined) return undefined
  const first = Number(from.text.slice(0, 4))
  const last = Number(to.text.slice(0, 4))
  if (last < first || last - first > LONGEST_RANGE) return undefined
  const years = Array.from({ length: last - first + 1 }, (_, offset) => parsePartialDate(String(first + offset)))
  return years.filter((year) => year !== undefined)
}

function single(text: string): PartialDate | undefined {
  const found = DATE.exec(text.trim().toLowerCase())
  if (found === null) return undefined
  // Not taken apart by a pattern, which costs an iterator and five objects for each of ten thousand dates.
  const day = found[1]
  const monthName = found[2]
  const year = found[3] ?? ''
  if (monthName === undefined) return day === undefined ? parsePartialDate(year) : undefined
  const month = MONTHS.indexOf(monthName.slice(0, 3)) + 1
  if (month === 0) return undefined
  const stem = `${year}-${String(month).padStart(2, '0')}`
  return parsePartialDate(day === undefined ? stem : `${stem}-${day.padStart(2, '0')}`)
}
