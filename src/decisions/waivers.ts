import type { EntryState, PlacedDecision, Waiver } from '../model/decision.js'
import type { Problem } from '../model/problem.js'
import type { AfterDesignation, Match } from '../model/report.js'
import type { Draft } from '../verdicts/draft.js'
import { draftsOn, eachDraft, type Drafts } from '../verdicts/drafts.js'
import type { Present } from './matches.js'
import { partyChanges } from './state.js'
import { about, DECIDE_AGAIN, expired, isExpired, trouble } from './trouble.js'

/** What waivers are held against: the verdicts, and a way to judge some parties again. */
export interface Verdicts extends Present {
  idOf(draft: Draft): string
  matchesOf(target: number): readonly Match[]
  timingOf(draft: Draft): AfterDesignation
  /** Verdicts on these parties as if those targets were not listed. */
  judgeWithout(targets: ReadonlySet<number>, parties: ReadonlySet<number>): readonly Draft[]
}

export interface WaivedDraft {
  readonly draft: Draft
  readonly waiver: Waiver
}

export interface Waived {
  /** What is left, with the verdicts on parties that were judged again. */
  readonly drafts: Drafts
  readonly waived: readonly WaivedDraft[]
  readonly problems: readonly Problem[]
}

/**
 * Sets waived findings aside, and judges each of their parties again without that target: a second listed party behind
 * the first must not be hidden by its waiver. What comes of that may be waived too.
 */
export function applyWaivers(drafts: Drafts, waivers: readonly PlacedDecision<Waiver>[], verdicts: Verdicts): Waived {
  const waiving = createWaiving(waivers, verdicts)
  const left: Draft[] = []
  const known = new Set<string>()
  let judged: Iterable<Draft> = eachDraft(draftsOn(drafts, waiving.concerns))
  for (let more = true; more;) {
    for (const draft of judged) {
      known.add(keyOf(draft))
      if (!waiving.take(draft)) left.push(draft)
    }
    const again = waiving.judgeAgain().filter((draft) => !known.has(keyOf(draft)))
    judged = again
    more = again.length > 0
  }
  const untouched = draftsOn(drafts, (party) => !waiving.concerns(party))
  return {
    drafts: { ...untouched, others: [...untouched.others, ...left] },
    waived: waiving.waived,
    problems: waiving.problems(),
  }
}

function keyOf({ kind, party, target }: Draft): string {
  return `${kind} ${party} ${target}`
}

interface Again {
  readonly parties: Set<number>
  readonly targets: ReadonlySet<number>
}

function createWaiving(waivers: readonly PlacedDecision<Waiver>[], verdicts: Verdicts) {
  const open = new Map(waivers.map((placed) => [placed.decision.finding, placed]))
  const parties = new Set(waivers.map(({ decision }) => verdicts.partyOf(decision.party.id)))
  const waived: WaivedDraft[] = []
  const problems: Problem[] = []
  /** By party and kind: the targets that were set aside so far. */
  const aside = new Map<string, Set<number>>()
  let fresh: Draft[] = []
  return {
    waived,
    /** Whether a waiver speaks of the party. */
    concerns: (party: number): boolean => parties.has(party),
    /** Whether a waiver sets the draft aside. */
    take(draft: Draft): boolean {
      const id = verdicts.idOf(draft)
      const placed = open.get(id)
      if (placed === undefined) return false
      open.delete(id)
      const problem = lapse(placed, draft, verdicts)
      if (problem !== undefined) {
        problems.push(problem)
        return false
      }
      waived.push({ draft, waiver: placed.decision })
      fresh.push(draft)
      return true
    },
    judgeAgain(): readonly Draft[] {
      const again = fresh
      fresh = []
      return groupAgain(again, aside).flatMap(({ parties: some, targets, kinds }) =>
        verdicts.judgeWithout(targets, some).filter(({ party, kind, target }) => {
          return (
            some.has(party) && !targets.has(target) && (kinds.has(kind) || kinds.has('listed') || kinds.has('owned'))
          )
        }),
      )
    },
    problems: (): readonly Problem[] => [
      ...problems,
      ...[...open.values()].map((placed) => {
        const { decision } = placed
        return isExpired(decision.expires, verdicts.asOf)
          ? expired(placed, verdicts.file)
          : trouble(placed, verdicts.file, 'decision-unused', `there is no such finding: ${about(decision)}`)
      }),
    ],
  }
}

interface Group extends Again {
  readonly kinds: ReadonlySet<Draft['kind']>
}

/** Parties with the same targets set aside are judged again together: one walk for all of them. */
function groupAgain(drafts: readonly Draft[], aside: Map<string, Set<number>>): readonly Group[] {
  const groups = new Map<string, Group & { readonly kinds: Set<Draft['kind']> }>()
  for (const { kind, party, target } of drafts) {
    const of = `${kind} ${party}`
    const targets = (aside.get(of) ?? new Set<number>()).add(target)
    // Whose ownership is set aside is no source itself any more, and may be near another.
    if (kind === 'owned') targets.add(party)
    aside.set(of, targets)
    const key = `${kind} ${[...targets].toSorted((a, b) => a - b).join(' ')}`
    const group = groups.get(key) ?? { parties: new Set<number>(), targets: new Set(targets), kinds: new Set([kind]) }
    group.parties.add(party)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Why a waiver does not set its finding aside; `undefined` where it does. It lapses for these reasons and no other. */
function lapse(placed: PlacedDecision<Waiver>, draft: Draft, verdicts: Verdicts): Problem | undefined {
  const { decision } = placed
  if (isExpired(decision.expires, verdicts.asOf)) return expired(placed, verdicts.file)
  const why = [
    ...(draft.hops < decision.hops ? [`the party is at ${hopsText(draft.hops)}, and was at ${decision.hops}`] : []),
    ...(draft.confidence === 'confirmed' && decision.confidence === 'possible'
      ? ['what was possible is confirmed']
      : []),
    ...entryChanges(decision, verdicts.matchesOf(draft.target), verdicts),
    ...partyChanges(decision.party, verdicts.stateOf(draft.party)).map((one) => `the party has ${one}`),
    ...(decision.afterDesignation !== 'yes' && verdicts.timingOf(draft) === 'yes'
      ? ['a leg is now dated on or after the designation']
      : []),
  ]
  if (why.length === 0) return undefined
  const message = `lapsed, since ${why.join(', and ')}: ${about(decision)}`
  return trouble(placed, verdicts.file, 'decision-lapsed', message, DECIDE_AGAIN)
}

function hopsText(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`
}

function entryChanges({ entries }: Waiver, matches: readonly Match[], present: Present): readonly string[] {
  return matches.flatMap(({ list, entryId }, at) => {
    const isIt = (entry: EntryState | undefined) => entry?.list === list && entry.entryId === entryId
    // Where nothing changed each stands where it stood, and the others need not be looked through.
    const before = isIt(entries[at]) ? entries[at] : entries.find(isIt)
    if (before !== undefined) {
      const now = present.entryOf(list, entryId)
      return now === undefined || now.version === before.version ? [] : [`entry ${entryId} of ${list} changed`]
    }
    return entries.some((entry) => entry.list === list)
      ? [`the target is another entry of ${list}, ${entryId}`]
      : [`the target is on a new list, ${list}`]
  })
}
