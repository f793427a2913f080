import type { Backtest, BacktestDay, BacktestParty } from '../model/backtest.js'
import { BEGINNING, END, formatDay, parseDay } from '../model/date.js'
import { compareCodePoints } from '../model/order.js'
import type { Parties } from '../parties/parties.js'
import type { Designated } from './designations.js'
import { hopsOn, type HopsFrom, type Presence } from './series.js'

/** Months within which a party that was flagged is looked for among the designated. */
const HORIZONS = [6, 12, 24]

interface Telling {
  readonly days: readonly number[]
  readonly parties: Parties
  readonly lines: ReadonlyMap<number, readonly HopsFrom[]>
  readonly presences: readonly Presence[]
  readonly designations: ReadonlyMap<number, Designated>
  readonly reach: number
  readonly chosen: ReadonlySet<number> | undefined
}

/** What a series says of each party and each day. */
export function tellSeries(telling: Telling): Pick<Backtest, 'days' | 'designated' | 'others'> {
  const { days, designations: designated, lines, parties, chosen } = telling
  const begin = days[0] ?? END
  const told: { party: BacktestParty; day: number | undefined }[] = []
  for (const party of new Set([...lines.keys(), ...designated.keys()])) {
    if (chosen?.has(party) === false) continue
    const its = designated.get(party)
    if (its !== undefined && its.day <= begin) continue
    const one = tellParty(party, telling)
    if (its !== undefined || one.timeline.length > 0) told.push({ party: one, day: its?.day })
  }
  const byId = (a: { party: BacktestParty }, b: { party: BacktestParty }): number =>
    compareCodePoints(a.party.id, b.party.id)
  return {
    days: days.map((_, at) => tellDay(at, telling, parties)),
    designated: told
      .filter(({ day }) => day !== undefined)
      .toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0) || byId(a, b))
      .map(({ party }) => party),
    others: told
      .filter(({ day }) => day === undefined)
      .toSorted(byId)
      .map(({ party }) => party),
  }
}

function tellParty(party: number, { days, parties, lines, designations: all }: Telling): BacktestParty {
  const designated = all.get(party)
  const before = (lines.get(party) ?? []).filter(({ day }) => (days[day] ?? END) < (designated?.day ?? END))
  const timeline = before.map(({ day, hops }) => ({ day: formatDay(days[day] ?? 0), hops }))
  const first = before.find(({ hops }) => hops >= 0)
  const firstDay = first === undefined ? undefined : days[first.day]
  return {
    id: parties.idOf(party),
    name: parties.nameOf(party),
    timeline,
    ...(first === undefined || firstDay === undefined ? {} : { firstFlagged: formatDay(firstDay), hops: first.hops }),
    ...(designated === undefined || designated.day === BEGINNING
      ? {}
      : { designatedOn: formatDay(designated.day), lists: designated.lists }),
    ...(designated === undefined || firstDay === undefined ? {} : { leadDays: designated.day - firstDay }),
  }
}

function tellDay(
  at: number,
  { days, lines, presences, designations: all, reach, chosen }: Telling,
  parties: Parties,
): BacktestDay {
  const day = days[at] ?? 0
  const listed = new Set(presences.filter(({ first, end }) => first <= at && at < end).map(({ party }) => party))
  const byHops = new Map<number, number>()
  const flagged: number[] = []
  let sources = 0
  for (const [party, line] of lines) {
    const hops = party < parties.count ? hopsOn(line, at) : -1
    if (hops < 0 || chosen?.has(party) === false) continue
    if (hops === 0) sources++
    if (listed.has(party)) continue
    flagged.push(party)
    byHops.set(hops, (byHops.get(hops) ?? 0) + 1)
  }
  return {
    day: formatDay(day),
    sources,
    flagged: flagged.length,
    byHops: Object.fromEntries([...byHops].toSorted(([a], [b]) => a - b)),
    within: HORIZONS.map((months) => {
      const until = monthsAfter(day, months)
      const designated = flagged.filter((party) => {
        const its = all.get(party)
        return its !== undefined && its.day > day && its.day <= until
      }).length
      const share = flagged.length === 0 ? {} : { share: designated / flagged.length }
      return { months, designated, ...share, whole: until <= reach }
    }),
  }
}

/** The same day of a later month, or its last day where it has none such. */
function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 1, of = 1] = formatDay(day).split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [then, its] = [Math.floor(index / 12), (index % 12) + 1]
  const text = (date: number): string => `${then}-${String(its).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  for (let date = of; date > 27; date--) {
    const found = parseDay(text(date))
    if (found !== undefined) return found
  }
  return parseDay(text(Math.min(of, 27))) ?? day
}
