import type { EntryState, MatchDecision, PartyState, PlacedDecision } from '../model/decision.js'
import type { Problem } from '../model/problem.js'
import type { DecidedMatch, Match } from '../model/report.js'
import { partyChanges } from './state.js'
import { about, DECIDE_AGAIN, expired, isExpired, trouble } from './trouble.js'

/** What decisions are held against: parties and entries as they are now. */
export interface Present {
  /** The file of the decisions, as typed. */
  readonly file: string
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  partyOf(id: string): number | undefined
  stateOf(party: number): PartyState
  /** Of an entry that is in force. */
  entryOf(list: string, entryId: string): EntryState | undefined
}

export interface DecidedMatches {
  readonly matches: ReadonlyMap<number, readonly Match[]>
  /** What was decided and counts, in the order of the file. */
  readonly decided: readonly DecidedMatch[]
  readonly problems: readonly Problem[]
}

type Outcome =
  | { readonly kind: 'applied'; readonly its: readonly Match[] }
  | { readonly kind: 'idle'; readonly problem: Problem }

const isOf =
  ({ entry }: MatchDecision) =>
  (match: Match) =>
    match.list === entry.list && match.entryId === entry.entryId

/**
 * Takes away the matches that were decided to be another of the same name, and confirms those that were decided to be the
 * party, before anything is walked. What no longer stands as it was decided on is said, and never clears anybody.
 */
export function decideMatches(
  matches: ReadonlyMap<number, readonly Match[]>,
  decisions: readonly PlacedDecision<MatchDecision>[],
  present: Present,
): DecidedMatches {
  const changed = new Map(matches)
  const decided: DecidedMatch[] = []
  const problems: Problem[] = []
  for (const placed of decisions) {
    const { decision } = placed
    const party = present.partyOf(decision.party.id)
    const outcome = decideOne(placed, party, party === undefined ? [] : (changed.get(party) ?? []), present)
    if (outcome.kind === 'idle') problems.push(outcome.problem)
    else if (party !== undefined) {
      if (outcome.its.length === 0) changed.delete(party)
      else changed.set(party, outcome.its)
      decided.push(asDecided(decision))
    }
  }
  return { matches: changed, decided, problems }
}

function decideOne(
  placed: PlacedDecision<MatchDecision>,
  party: number | undefined,
  its: readonly Match[],
  present: Present,
): Outcome {
  const { decision } = placed
  const idle = (code: string, message: string, hint?: string): Outcome => {
    return { kind: 'idle', problem: trouble(placed, present.file, code, message, hint) }
  }
  if (isExpired(decision.expires, present.asOf)) return { kind: 'idle', problem: expired(placed, present.file) }
  const entry = present.entryOf(decision.entry.list, decision.entry.entryId)
  if (party === undefined) return idle('decision-unused', `no record names its party: ${about(decision)}`)
  if (entry === undefined) return idle('decision-unused', `its entry is on no list that was read: ${about(decision)}`)
  if (decision.decision === 'same') return { kind: 'applied', its: confirmed(decision, its) }
  const why = [
    ...partyChanges(decision.party, present.stateOf(party)).map((one) => `the party has ${one}`),
    ...(entry.version === decision.entry.version ? [] : ["the entry's names, numbers, countries or dates changed"]),
  ]
  if (why.length > 0) {
    return idle('decision-lapsed', `no longer counts, since ${why.join(', ')}: ${about(decision)}`, DECIDE_AGAIN)
  }
  if (!its.some(isOf(decision))) return idle('decision-unused', `there is no such match any more: ${about(decision)}`)
  return { kind: 'applied', its: its.filter((match) => !isOf(decision)(match)) }
}

function said({ reason, by, decidedOn }: MatchDecision): string {
  const who = by === undefined ? '' : ` by ${by}`
  return `Decided${who} on ${decidedOn} to be the same${reason === undefined ? '' : `: ${reason}`}`
}

/** Who was the same stays the same, also where a stricter score or another record no longer finds it. */
function confirmed(decision: MatchDecision, its: readonly Match[]): readonly Match[] {
  const found = its.find(isOf(decision))
  const { alone: _, ...match } = found ?? decision.match
  const sure: Match = { ...match, confidence: 'confirmed', explanation: `${match.explanation} ${said(decision)}` }
  return found === undefined ? [...its, sure] : its.map((one) => (one === found ? sure : one))
}

function asDecided(decision: MatchDecision): DecidedMatch {
  const { party, entry, reason, by, expires } = decision
  return {
    decision: decision.decision,
    party: { id: party.id, name: party.name },
    list: entry.list,
    entryId: entry.entryId,
    entryName: entry.name,
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined ? {} : { by }),
    ...(expires === undefined ? {} : { expires }),
  }
}
