import { buildGraph } from './graph/adjacency.js'
import { REJECTED, remapEnds } from './graph/links.js'
import { takeIn, type Intake } from './intake/intake.js'
import { rejectUnresolved } from './intake/reject.js'
import { stopsOf, type ScreenHooks, type ScreenInputs } from './investigate.js'
import { loadLists } from './lists/load.js'
import { snapshotsOf, type EntryVersion, type Snapshots } from './lists/snapshots.js'
import { createMatcher } from './match/matcher.js'
import type { Backtest, BacktestDay, BacktestParty } from './model/backtest.js'
import { BEGINNING, END, formatDay, parseDay, type PartialDate } from './model/date.js'
import type { ScreenOptions } from './model/options.js'
import { compareCodePoints } from './model/order.js'
import type { Problem } from './model/problem.js'
import type { Match } from './model/report.js'
import { VERSION } from './model/version.js'
import { foldingOf } from './parties/folding.js'
import { matchParties } from './parties/match-parties.js'
import { chosenParties } from './parties/only.js'
import type { Parties } from './parties/parties.js'
import { resolveParties } from './parties/resolve.js'
import { sourcesOverDays, placeOf } from './verdicts/sources-over-days.js'
import { hopsOverDays, hopsOn, type HopsFrom, type Presence } from './verdicts/series.js'
import { startsWalks } from './verdicts/standing.js'
import { DIRECTIONS } from './verdicts/walks.js'

/** The days of a backtest: those of the snapshots, or from one day to another. */
export interface SeriesWish {
  /** `YYYY-MM-DD`. */
  readonly from?: string
  readonly to?: string
  /** Days from one to the next. */
  readonly every: number
}

const HORIZONS = [6, 12, 24]
const MOST_DAYS = 10_000

/**
 * Screens the same records as of a series of days: who would have been flagged on each, and how long before its designation each party was.
 * The records are read once, matched once, and walked for all days at once.
 *
 * @returns the answer; its problems say why there is none, such as no days to ask for.
 */
export async function backtest(
  inputs: ScreenInputs,
  options: ScreenOptions,
  wish: SeriesWish,
  hooks: ScreenHooks = {},
): Promise<Backtest> {
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  hooks.progress?.('reading lists')
  const lists = await loadLists(inputs.lists, say)
  const snapshots = snapshotsOf(lists)
  problems.push(...snapshots.problems)
  const days = daysOf(wish, snapshots, options.asOf, say)
  const last = days.at(-1) ?? 0

  hooks.progress?.('reading records')
  const knownOn = new Map<number, PartialDate>()
  const intake = await takeIn(inputs, { ...options, asOf: formatDay(last) }, last, say, {
    known: (link, day) => void knownOn.set(link, day),
  })
  hooks.progress?.('bringing parties together')
  const { sameAs, ends } = intake
  const { records, onlyFrom } = intake
  const resolved = resolveParties({ records, onlyFrom, ends, sameAs, exactNames: options.exactNames })
  problems.push(...resolved.problems)
  rejectUnresolved(intake, resolved.rejected, resolved.partyOfEnd, say)
  remapEnds(intake.links, resolved.partyOfEnd)
  const { parties } = resolved

  hooks.progress?.('matching names')
  const entries = snapshots.versions.map(({ entry }) => entry)
  const matcher = createMatcher(entries, options)
  const { matches } = await matchParties({ parties, matcher, entries, thresholds: options })
  const versions = new Map(
    snapshots.versions.map((version) => [keyOf(version.entry.list, version.entry.entryId), version]),
  )
  const versionOf = (match: Match): EntryVersion | undefined => versions.get(keyOf(match.list, match.entryId))

  hooks.progress?.('walking')
  const linkDays = daysOfLinks(intake, knownOn, days)
  const graph = buildGraph(intake.links, parties.count, options.kinds)
  const self = intake.self === undefined ? -1 : (resolved.partyOfEnd[intake.self] ?? -1)
  const presences = sourcesOverDays({
    links: intake.links,
    details: intake.relationDetails,
    partyCount: parties.count,
    matches,
    inForce: (match, day) => {
      const version = versionOf(match)
      return version !== undefined && version.first <= day && day < version.end
    },
    changes: snapshots.versions.flatMap(({ first, end }) => [first, end]),
    days,
    linkDays,
    options,
    regimes: new Set(entries.map(({ regime }) => regime)),
    prefers: (a, b) => parties.compareIds(a, b) < 0,
  })
  const lines = hopsOverDays(graph, {
    directions: DIRECTIONS[options.direction],
    hops: options.hops,
    stops: stopsOf(graph, parties, options, self),
    linkDays,
    presences: presences.all,
    dayCount: days.length,
  })
  const chosen =
    inputs.only === undefined ? undefined : chosenParties(intake.only, parties, foldingOf(options.exactNames))
  const inputsRead = [...intake.tallies.map((tally) => tally.input()), ...lists.flatMap((list) => list.inputs)]
  const told = tell({
    days,
    parties,
    lines,
    presences: presences.listed,
    designations: designations(matches, versionOf),
    reach: reachOf(snapshots, options),
    chosen,
  })
  const { asOf: _, asOfGiven: __, ...reported } = options
  return {
    schemaVersion: 1,
    tool: { name: 'hopscreen', version: VERSION },
    complete:
      problems.every(({ severity }) => severity !== 'error') && inputsRead.every(({ rejected }) => rejected === 0),
    options: reported,
    inputs: inputsRead,
    problems,
    ...told,
  }
}

function keyOf(list: string, entryId: string): string {
  return JSON.stringify([list, entryId])
}

function daysOf(
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

/** The first day of the series on which each link is known: `known_on`, else its own date; what has neither was always there. */
function daysOfLinks(
  { links }: Intake,
  knownOn: ReadonlyMap<number, PartialDate>,
  days: readonly number[],
): Int32Array {
  const found = new Int32Array(links.count)
  for (let link = 0; link < links.count; link++) {
    const known = knownOn.get(link)?.last ?? BEGINNING
    const isRejected = ((links.flags[link] ?? 0) & REJECTED) !== 0
    found[link] = isRejected ? days.length : placeOf(days, Math.max(known, links.first[link] ?? BEGINNING))
  }
  return found
}

interface Designated {
  readonly day: number
  readonly lists: readonly string[]
}

/** When each party was first designated as a source, over all that the lists say. */
function designations(
  matches: ReadonlyMap<number, readonly Match[]>,
  versionOf: (match: Match) => EntryVersion | undefined,
): ReadonlyMap<number, Designated> {
  const found = new Map<number, Designated>()
  for (const [party, its] of matches) {
    const dated = its
      .filter(({ confidence, listKind }) => confidence === 'confirmed' && startsWalks(listKind))
      .flatMap((match) => {
        const version = versionOf(match)
        return version === undefined ? [] : [{ day: version.listedOn?.first ?? version.first, list: match.list }]
      })
    if (dated.length === 0) continue
    const day = Math.min(...dated.map((one) => one.day))
    const lists = new Set(dated.filter((one) => one.day === day).map(({ list }) => list))
    found.set(party, { day, lists: [...lists].toSorted(compareCodePoints) })
  }
  return found
}

/** The last day of which the lists can tell. */
function reachOf({ days }: Snapshots, { asOf }: ScreenOptions): number {
  return Math.max(parseDay(asOf) ?? BEGINNING, ...days)
}

interface Telling {
  readonly days: readonly number[]
  readonly parties: Parties
  readonly lines: ReadonlyMap<number, readonly HopsFrom[]>
  readonly presences: readonly Presence[]
  readonly designations: ReadonlyMap<number, Designated>
  readonly reach: number
  readonly chosen: ReadonlySet<number> | undefined
}

function tell(telling: Telling): Pick<Backtest, 'days' | 'designated' | 'others'> {
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
