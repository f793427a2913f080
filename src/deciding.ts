import { applyWaivers, type Waived } from './decisions/waivers.js'
import { decideMatches, type DecidedMatches, type Present } from './decisions/matches.js'
import type { Decisions } from './decisions/read.js'
import { entryState, partyState } from './decisions/state.js'
import { standTogether } from './match/stand-together.js'
import type { InForce } from './lists/in-force.js'
import type { EntryState, MatchDecision, PlacedDecision, Waiver } from './model/decision.js'
import type { ListEntry } from './model/entry.js'
import type { Match } from './model/report.js'
import type { Parties } from './parties/parties.js'
import { subjectOf } from './parties/subject.js'
import type { Links } from './graph/links.js'
import type { Draft } from './verdicts/draft.js'
import type { Drafts } from './verdicts/drafts.js'
import { findingId } from './verdicts/finding-id.js'
import { targetSince } from './verdicts/owned-since.js'
import type { Standing } from './verdicts/standing.js'
import { timing } from './verdicts/timing.js'

/** What of a screening decisions are held against. */
export interface DecidingRequest {
  readonly decisions: Decisions
  readonly parties: Parties
  readonly inForce: InForce
  /** `YYYY-MM-DD`. */
  readonly asOf: string
}

/** Decisions at work in one screening: on matches before the walk, on findings after it. */
export interface Deciding {
  onMatches(matches: ReadonlyMap<number, readonly Match[]>): DecidedMatches
  onFindings(drafts: Drafts, after: Judgement): Waived
}

/** What is known when the verdicts stand. */
export interface Judgement {
  readonly links: Links
  readonly standing: Standing
  judgeWithout(targets: ReadonlySet<number>, parties: ReadonlySet<number>): readonly Draft[]
}

const isWaiver = (placed: PlacedDecision): placed is PlacedDecision<Waiver> => placed.decision.decision === 'waive'
const isOnMatch = (placed: PlacedDecision): placed is PlacedDecision<MatchDecision> => !isWaiver(placed)

/** The states of entries by list and key, made when they are asked for. */
export function entryStates(entries: readonly ListEntry[]): (list: string, entryId: string) => EntryState | undefined {
  const byKey = new Map(entries.map((entry) => [`${entry.list}\0${entry.entryId}`, entry]))
  const states = new Map<ListEntry, EntryState>()
  return (list, entryId) => {
    const entry = byKey.get(`${list}\0${entryId}`)
    if (entry === undefined) return undefined
    const state = states.get(entry) ?? entryState(entry)
    states.set(entry, state)
    return state
  }
}

export function createDeciding({ decisions, parties, inForce, asOf }: DecidingRequest): Deciding {
  const wanted = new Set(decisions.decisions.map(({ decision }) => decision.party.id))
  const byId = new Map<string, number>()
  for (let party = 0; party < parties.count; party++) {
    const id = parties.idOf(party)
    if (wanted.has(id)) byId.set(id, party)
  }
  const present: Present = {
    file: decisions.input.path,
    asOf,
    partyOf: (id) => byId.get(id),
    stateOf: (party) => partyState(parties.idOf(party), parties.nameOf(party), subjectOf(parties, party)),
    entryOf: entryStates(inForce.entries),
  }
  return {
    onMatches: (matches) => settled(decideMatches(matches, decisions.decisions.filter(isOnMatch), present)),
    onFindings: (drafts, { links, standing, judgeWithout }) =>
      applyWaivers(drafts, decisions.decisions.filter(isWaiver), {
        ...present,
        idOf: ({ kind, party, target }) => findingId(kind, parties.idOf(party), parties.idOf(target)),
        matchesOf: (target) => standing.groundsOf(target),
        timingOf: (draft) => timing(draft, links, targetSince(draft.target, { links, standing, inForce })),
        judgeWithout,
      }),
  }
}

/** What was decided of one entry holds for those of other lists that are known by it alone. */
function settled({ matches, ...rest }: DecidedMatches): DecidedMatches {
  const all = [...matches].map(([party, its]) => [party, standTogether(its)] as const)
  return { ...rest, matches: new Map(all.filter(([, its]) => its.length > 0)) }
}
