/**
 * A date known to the year, the month or the day. It is kept as it was written and never made more exact than it is;
 * `first` and `last` are the days that it may mean, both included, as days since 1970-01-01.
 */
export interface PartialDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly text: string
  readonly first: number
  readonly last: number
}

export const MS_PER_DAY = 86_400_000

/** `first` of what has no date: it may be any day. Both fit an Int32Array. */
export const BEGINNING = -0x8000_0000
/** `last` of what has no date. */
export const END = 0x7fff_ffff

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const
/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_162

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** By the Gregorian calendar carried back; lists have a hundred thousand dates, and an object for each took ten times as long. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  const [before, after] = [DAYS_BEFORE_MONTH[month - 1], DAYS_BEFORE_MONTH[month]]
  if (before === undefined || after === undefined) return undefined
  const leap = isLeap(year) ? 1 : 0
  if (day < 1 || day > after - before + (month === 2 ? leap : 0)) return undefined
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  return past * 365 + leapDays - DAYS_TO_1970 + before + (month > 2 ? leap : 0) + day - 1
}

/** The day on which a moment is (UTC), given in milliseconds since 1970-01-01. */
export function dayAt(moment: number): number {
  return Math.floor(moment / MS_PER_DAY)
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for any other form and for a day that does not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const found = SHAPE.exec(text)
  if (found === null) return undefined
  const year = Number(found[1])
  if (year === 0) return undefined
  const month = found[2] === undefined ? undefined : Number(found[2])
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (found[3] !== undefined) {
    const day = dayNumber(year, month ?? 1, Number(found[3]))
    return day === undefined ? undefined : { text, first: day, last: day }
  }
  const first = dayNumber(year, month ?? 1, 1)
  const next = month === undefined || month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return first === undefined || next === undefined ? undefined : { text, first, last: next - 1 }
}

/** The day number of a whole date, `YYYY-MM-DD`; `undefined` where it is not one. */
export function parseDay(text: string): number | undefined {
  const date = parsePartialDate(text)
  return date !== undefined && date.text.length === 10 ? date.first : undefined
}

/** `YYYY-MM-DD` of a day number. */
export function formatDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}
