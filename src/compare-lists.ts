import { takeIn, type Intake } from './intake/intake.js'
import { diffLists, type DiffedEntries } from './lists/diff.js'
import { loadLists, type ListRequest, type LoadedList } from './lists/load.js'
import { createMatcher } from './match/matcher.js'
import { parseDay } from './model/date.js'
import type { ListEntry } from './model/entry.js'
import type { Concern, ListsDiff } from './model/list-diff.js'
import type { ScreenOptions } from './model/options.js'
import { compareCodePoints } from './model/order.js'
import type { Problem } from './model/problem.js'
import type { Match } from './model/report.js'
import { matchParties } from './parties/match-parties.js'
import type { Parties } from './parties/parties.js'
import { profileOf } from './parties/profile.js'
import { resolveParties } from './parties/resolve.js'
import type { Source } from './sources/source.js'

/** One side of a comparison: what was asked for, and the lists that it is. */
export interface ListsSide {
  readonly name: string
  readonly lists: readonly ListRequest[]
}

/**
 * Says what came, went and changed from one set of lists to another and, where files of parties are given, which of them it concerns. Trouble with
 * any of the files is in its `problems`.
 */
export async function compareLists(
  old: ListsSide,
  fresh: ListsSide,
  entities: readonly Source[],
  options: ScreenOptions,
): Promise<ListsDiff> {
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const before = await loadLists(old.lists, say)
  const now = await loadLists(fresh.lists, say)
  const diffs = diffLists(before, now)
  const concerns =
    entities.length === 0
      ? undefined
      : await concernsOf(
          diffs.map(({ entries }) => entries),
          { before, now },
          await partiesOf(entities, options, say),
          options,
        )
  return {
    old: old.name,
    new: fresh.name,
    complete: problems.every(({ severity }) => severity !== 'error'),
    lists: diffs.map(({ said }) => said),
    ...(concerns === undefined ? {} : { concerns }),
    problems,
  }
}

async function partiesOf(
  entities: readonly Source[],
  options: ScreenOptions,
  say: (problem: Problem) => void,
): Promise<Parties> {
  const day = parseDay(options.asOf) ?? 0
  const intake: Intake = await takeIn({ entities, transactions: [], relations: [] }, options, day, say)
  const { records, ends, sameAs } = intake
  const { parties, problems } = resolveParties({ records, ends, sameAs, exactNames: options.exactNames })
  problems.forEach(say)
  return parties
}

interface Sides {
  readonly before: readonly LoadedList[]
  readonly now: readonly LoadedList[]
}

/** Every party is held against the whole of both sides, since how much a word weighs hangs on all names of a list; what did not change is left out. */
async function concernsOf(
  diffs: readonly DiffedEntries[],
  { before, now }: Sides,
  parties: Parties,
  thresholds: ScreenOptions,
): Promise<readonly Concern[]> {
  const came = keysOf(diffs.flatMap(({ added }) => added))
  const went = keysOf(diffs.flatMap(({ removed }) => removed))
  const changed = keysOf(diffs.flatMap((diff) => diff.changed.map((each) => each.now)))
  const ofOld = await matchesAmong(before, new Set([...went, ...changed]), parties, thresholds)
  const ofNew = await matchesAmong(now, new Set([...came, ...changed]), parties, thresholds)
  const concerns: Concern[] = []
  for (let party = 0; party < parties.count; party++) {
    const [was, is] = [ofOld.get(party) ?? NONE, ofNew.get(party) ?? NONE]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [old, fresh] = [was.get(key), is.get(key)]
      const match = fresh ?? old
      if (match === undefined) continue
      const change = came.has(key) ? 'added' : went.has(key) ? 'removed' : 'changed'
      const side =
        change !== 'changed' || (old !== undefined && fresh !== undefined)
          ? undefined
          : fresh === undefined
            ? 'old'
            : 'new'
      concerns.push({
        party: shownParty(parties, party),
        change,
        match,
        ...(side === undefined ? {} : { onlyIn: side }),
      })
    }
  }
  return concerns.sort(
    (a, b) =>
      compareCodePoints(a.party.id, b.party.id) ||
      compareCodePoints(a.match.list, b.match.list) ||
      compareCodePoints(a.match.entryId, b.match.entryId),
  )
}

const NONE: ReadonlyMap<string, Match> = new Map()

function keyOf({ list, entryId }: Pick<ListEntry, 'list' | 'entryId'>): string {
  return JSON.stringify([list, entryId])
}

function keysOf(entries: readonly ListEntry[]): ReadonlySet<string> {
  return new Set(entries.map(keyOf))
}

async function matchesAmong(
  lists: readonly LoadedList[],
  wanted: ReadonlySet<string>,
  parties: Parties,
  thresholds: ScreenOptions,
): Promise<ReadonlyMap<number, ReadonlyMap<string, Match>>> {
  if (wanted.size === 0) return new Map()
  const entries = lists.flatMap((list) => list.entries)
  const matcher = createMatcher(entries, thresholds)
  const { matches } = await matchParties({ parties, matcher, thresholds })
  const kept = [...matches].map(([party, its]) => {
    const among = its.filter((match) => wanted.has(keyOf(match))).map((match) => [keyOf(match), match] as const)
    return [party, new Map(among)] as const
  })
  return new Map(kept.filter(([, its]) => its.size > 0))
}

function shownParty(parties: Parties, party: number): Concern['party'] {
  const [country] = profileOf(parties.recordsOf(party)).countries
  return { id: parties.idOf(party), name: parties.nameOf(party), ...(country === undefined ? {} : { country }) }
}
