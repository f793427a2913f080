import type { Backtest, BacktestDay, BacktestParty } from '../model/backtest.js'
import { BLANK, dotted, line, prose } from './line.js'
import type { Line } from './line.js'
import type { Look } from './look.js'
import { counted, grouped, listed } from './wording.js'

const DAY = 'YYYY-MM-DD'.length
const MOST = 50

function hopsText(hops: number): string {
  if (hops < 0) return 'no more'
  return hops === 0 ? 'owned' : `at ${counted(hops, 'hop')}`
}

function designatedLine({ id, name, designatedOn, lists, firstFlagged, hops, leadDays }: BacktestParty): Line {
  const flagged =
    firstFlagged === undefined || hops === undefined
      ? 'never flagged before'
      : `flagged since ${firstFlagged} ${hopsText(hops)}, ${counted(leadDays ?? 0, 'day')} before`
  return line(2, [
    { text: designatedOn ?? '', pad: DAY },
    { text: name, tone: 'strong' },
    { text: name === id ? '' : `(${id})`, tone: 'faint' },
    { text: listed(lists ?? []), tone: 'faint' },
    { text: flagged, tone: firstFlagged === undefined ? 'caution' : 'good' },
  ])
}

function otherLine({ id, name, timeline }: BacktestParty): Line {
  const changes = timeline.map(({ day, hops }) => ({ text: `${day} ${hopsText(hops)}` }))
  return line(2, [
    { text: name, tone: 'strong' },
    { text: name === id ? '' : `(${id})`, tone: 'faint' },
    ...dotted(changes),
  ])
}

/** A day on which nothing changed says nothing. */
function isNew(day: BacktestDay, before: BacktestDay | undefined): boolean {
  if (before === undefined) return true
  return before.sources !== day.sources || JSON.stringify(before.byHops) !== JSON.stringify(day.byHops)
}

function dayLine({ day, sources, flagged, byHops, within }: BacktestDay): Line {
  const hops = Object.entries(byHops).map(([far, count]) => `${grouped(count)} ${hopsText(Number(far))}`)
  const shares = within
    .filter(({ share }) => share !== undefined)
    .map(({ months, designated, share = 0, whole }) => ({
      text: `${designated} (${Math.round(share * 100)} %) designated within ${months} months${whole ? '' : ', as far as the lists reach'}`,
      tone: 'faint' as const,
    }))
  return line(2, [
    { text: day, pad: DAY },
    ...dotted([
      { text: counted(sources, 'source') },
      { text: `${grouped(flagged)} flagged${hops.length === 0 ? '' : `: ${hops.join(', ')}`}` },
      ...shares,
    ]),
  ])
}

function* section(title: string, lines: readonly Line[], { verbose }: Look): Generator<Line> {
  if (lines.length === 0) return
  yield BLANK
  yield line(0, [{ text: title, tone: 'strong' }])
  yield* verbose ? lines : lines.slice(0, MOST)
  if (!verbose && lines.length > MOST)
    yield prose(2, `… and ${grouped(lines.length - MOST)} more (--verbose shows all)`, 'faint')
}

/** Who was designated later and how long before it they were flagged; who was not; and the days on which anything changed. */
export function* backtestLines({ days, designated, others, complete }: Backtest, look: Look): Generator<Line> {
  const [first, last] = [days[0], days.at(-1)]
  const span = first === undefined ? '' : `, ${first.day} to ${last?.day ?? first.day}`
  yield line(0, [{ text: `Backtest over ${counted(days.length, 'day')}${span}`, tone: 'strong' }])
  if (!complete) yield prose(0, 'Not complete: see the problems.', 'caution')
  yield* section('Designated later', designated.map(designatedLine), look)
  yield* section('Flagged, and not designated as far as the lists reach', others.map(otherLine), look)
  const changed = days.filter((day, at) => isNew(day, days[at - 1]))
  yield* section('Day by day, where anything changed', changed.map(dayLine), look)
}
