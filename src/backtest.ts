import { buildGraph } from './graph/adjacency.js'
import { REJECTED, remapEnds } from './graph/links.js'
import { takeIn, type Intake } from './intake/intake.js'
import { rejectUnresolved } from './intake/reject.js'
import type { ScreenHooks, ScreenInputs } from './screen-inputs.js'
import { stopsOf } from './verdicts/stops-of.js'
import { loadLists } from './lists/load.js'
import { snapshotsOf, type EntryVersion, type Snapshots } from './lists/snapshots.js'
import { createMatcher } from './match/matcher.js'
import { append } from './model/append.js'
import type { Backtest } from './model/backtest.js'
import { BEGINNING, END, formatDay, parseDay, type PartialDate } from './model/date.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { Match } from './model/report.js'
import { VERSION } from './model/version.js'
import { foldingOf } from './parties/folding.js'
import { matchParties } from './parties/match-parties.js'
import { partiesOfNoOne } from './parties/no-one.js'
import { chosenParties } from './parties/only.js'
import { resolveParties } from './parties/resolve.js'
import { sourcesOverDays, placeOf } from './verdicts/sources-over-days.js'
import { designations } from './verdicts/designations.js'
import { hopsOverDays } from './verdicts/series.js'
import { daysOf, type SeriesWish } from './verdicts/series-days.js'
import { tellSeries } from './verdicts/tell-series.js'
import { DIRECTIONS } from './verdicts/walks.js'

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
  append(problems, snapshots.problems)
  const days = daysOf(wish, snapshots, options.asOf, say)
  // Without days nothing is walked, and nothing is too late for it.
  const last = days.at(-1) ?? parseDay(options.asOf) ?? END

  hooks.progress?.('reading records')
  const knownOn = new Map<number, PartialDate>()
  const intake = await takeIn(inputs, { ...options, asOf: formatDay(last) }, last, say, {
    known: (link, day) => void knownOn.set(link, day),
  })
  hooks.progress?.('bringing parties together')
  const { sameAs, ends } = intake
  const { records, onlyFrom } = intake
  const resolved = resolveParties({ records, onlyFrom, ends, sameAs, exactNames: options.exactNames })
  append(problems, resolved.problems)
  rejectUnresolved(intake, resolved.rejected, resolved.partyOfEnd, say)
  remapEnds(intake.links, resolved.partyOfEnd)
  const { parties } = resolved

  hooks.progress?.('matching names')
  const entries = snapshots.versions.map(({ entry }) => entry)
  const matcher = createMatcher(entries, options)
  const { matches } = await matchParties({ parties, matcher, thresholds: options })
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
    stops: stopsOf(graph, parties, options, self, partiesOfNoOne(parties)),
    linkDays,
    presences: presences.all,
    dayCount: days.length,
  })
  const chosen =
    inputs.only === undefined ? undefined : chosenParties(intake.only, parties, foldingOf(options.exactNames))
  const inputsRead = [...intake.tallies.map((tally) => tally.input()), ...lists.flatMap((list) => list.inputs)]
  const told = tellSeries({
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

/** The last day of which the lists can tell. */
function reachOf({ days }: Snapshots, { asOf }: ScreenOptions): number {
  return Math.max(parseDay(asOf) ?? BEGINNING, ...days)
}
