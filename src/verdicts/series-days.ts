import type { Snapshots } from '../lists/snapshots.js'
import { formatDay, parseDay } from '../model/date.js'
import type { Problem } from '../model/problem.js'

/** The days of a backtest: those of the snapshots, or from one day to another. */
export interface SeriesWish {
  /** `YYYY-MM-DD`. */
  readonly from?: string
  readonly to?: string
  /** Days from one to the next. */
  readonly every: number
}

const MOST_DAYS = 10_000

/** The days that are gone through; none, once it is said why. */
export function daysOf(
  { from, to, every }: SeriesWish,
  snapshots: Snapshots,
  asOf: string,
  say: (problem: Problem) => void,
): readonly number[] {
  if (from === undefined && to === undefined) {
    if (snapshots.days.length > 1) return snapshots.days
    say({
      severity: 'error',
      code: 'no-days',
      message: 'there are no days to go through: the lists are not several snapshots, and no days were given',
      hint: 'give --from and --to, or each list as it was on several days',
    })
    return []
  }
  const end = parseDay(to ?? asOf) ?? 0
  const begin = from === undefined ? (snapshots.days[0] ?? end) : (parseDay(from) ?? end)
  const count = Math.floor((end - begin) / every) + 1
  if (count >= 1 && count <= MOST_DAYS) return Array.from({ length: count }, (_, at) => begin + at * every)
  const message =
    count < 1
      ? `the series ends on ${formatDay(end)}, before it begins on ${formatDay(begin)}`
      : `the series has ${count} days, and at most ${MOST_DAYS} are gone through`
  say({ severity: 'error', code: 'bad-days', message, hint: 'see --from, --to and --every' })
  return []
}
