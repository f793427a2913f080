import { entryStates } from './deciding.js'
import { about } from './decisions/trouble.js'
import { partyState } from './decisions/state.js'
import { findParty } from './explaining/find.js'
import { investigate, type Investigation } from './investigate.js'
import type { ScreenHooks, ScreenInputs } from './screen-inputs.js'
import type { Decision, EntryState, MatchDecision, Waiver } from './model/decision.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { Match } from './model/report.js'
import { subjectOf } from './parties/subject.js'
import type { Draft, DraftStep } from './verdicts/draft.js'
import { draftsOn, eachDraft, type Drafts } from './verdicts/drafts.js'
import { findingId } from './verdicts/finding-id.js'
import { targetSince } from './verdicts/owned-since.js'
import { timing } from './verdicts/timing.js'

/** What an analyst decided, as said. */
export interface Verdict {
  readonly decision: Decision['decision']
  /** Which of a party's matches are meant: ids of entries, each alone or as `list:id`; `all` for every one. */
  readonly entries: readonly string[]
  readonly reason?: string
  readonly by?: string
  readonly expires?: string
}

export interface DecisionsMade {
  /** Empty where the problems say why nothing could be decided. */
  readonly made: readonly Decision[]
  readonly problems: readonly Problem[]
}

/**
 * Makes decisions on a finding or on the matches of a party, with the state of what is decided on: it must be found by a
 * screening, so that nobody decides on what is not there.
 *
 * @param wanted the id of a finding, or the id or name of a party.
 */
export async function decideOn(
  inputs: ScreenInputs,
  options: ScreenOptions,
  wanted: string,
  verdict: Verdict,
  hooks: ScreenHooks = {},
): Promise<DecisionsMade> {
  const found = await investigate(inputs, options, hooks)
  const made = decide(found, options, wanted, verdict)
  if ('made' in made || inputs.decisions === undefined) return withProblems(made, found)
  // Who changes their mind decides on what an earlier decision took away.
  const { decisions: _, ...undecided } = inputs
  const again = await investigate(undecided, options, hooks)
  return withProblems(decide(again, options, wanted, verdict), again)
}

type Made = { readonly made: readonly Decision[] } | { readonly problem: Problem }

function withProblems(made: Made, { problems }: Investigation): DecisionsMade {
  const errors = problems.filter((problem) => problem.severity === 'error')
  if ('problem' in made) return { made: [], problems: [...errors, made.problem] }
  return { made: made.made, problems: errors }
}

function wrong(message: string, hint?: string): Made {
  const problem = { severity: 'error', code: 'usage', message } as const
  return { problem: hint === undefined ? problem : { ...problem, hint } }
}

function decide(found: Investigation, options: ScreenOptions, wanted: string, verdict: Verdict): Made {
  const { parties } = found
  const aside = (found.decided?.waived ?? []).map(({ draft }) => draft)
  const { drafts } = found.judged
  const asked = findParty(wanted, parties, allDrafts(drafts, aside), options)
  if (asked.kind === 'unknown') return { problem: asked.problem }
  // Who names a party means what still stands; who names a finding may mean one that is set aside.
  const standing = [...eachDraft(draftsOn(drafts, (party) => party === asked.party))]
  const its =
    asked.finding === undefined ? standing : [...standing, ...aside.filter(({ party }) => party === asked.party)]
  const idOf = (draft: Draft) => findingId(draft.kind, parties.idOf(draft.party), parties.idOf(draft.target))
  const finding = asked.finding === undefined ? undefined : its.find((draft) => idOf(draft) === asked.finding)
  if (verdict.decision === 'waive') {
    const [only, ...others] = finding === undefined ? its : [finding]
    if (only === undefined) return wrong(`there is no finding on ${JSON.stringify(wanted)}, so nothing to waive`)
    if (others.length > 0) {
      const ids = its.map(idOf).toSorted().join(', ')
      return wrong(`there are ${its.length} findings on ${JSON.stringify(wanted)}`, `give the id of one: ${ids}`)
    }
    return { made: [waiver(found, options, only, idOf(only), verdict)] }
  }
  if (finding !== undefined && finding.kind !== 'listed') {
    const target = parties.idOf(finding.target)
    const hint = `its match is that of its target: decide on ${JSON.stringify(target)}, or waive the finding`
    return wrong(`${wanted} is no match: its party was not held to be on a list`, hint)
  }
  return decideMatches(found, options, asked.party, verdict)
}

function* allDrafts(drafts: Drafts, aside: readonly Draft[]): Generator<Draft> {
  yield* eachDraft(drafts)
  yield* aside
}

function decideMatches(found: Investigation, options: ScreenOptions, party: number, verdict: Verdict): Made {
  const name = JSON.stringify(found.parties.nameOf(party))
  const matches = found.standing.matchesOf(party)
  if (matches.length === 0) return wrong(`${name} has no match to decide on`, 'hopscreen explain shows what is near it')
  const named = (match: Match) => [match.entryId, `${match.list}:${match.entryId}`, 'all']
  const shown = matches.map((match) => JSON.stringify(`${match.list}:${match.entryId}`)).join(', ')
  const unknown = verdict.entries.find((entry) => !matches.some((match) => named(match).includes(entry)))
  if (unknown !== undefined)
    return wrong(`${name} has no match to the entry ${JSON.stringify(unknown)}`, `it has ${shown}`)
  const meant =
    verdict.entries.length === 0
      ? matches
      : matches.filter((match) => named(match).some((one) => verdict.entries.includes(one)))
  if (verdict.entries.length === 0 && matches.length > 1) {
    return wrong(`${name} has ${matches.length} matches`, `say which with --entry, or --entry all: ${shown}`)
  }
  const stateOf = entryStates(found.inForce.entries)
  return { made: meant.flatMap((match) => onMatch(found, options, party, match, stateOf, verdict)) }
}

type StateOf = (list: string, entryId: string) => EntryState | undefined

function onMatch(
  { parties }: Investigation,
  options: ScreenOptions,
  party: number,
  match: Match,
  stateOf: StateOf,
  { decision, reason, by, expires }: Verdict,
): readonly MatchDecision[] {
  const entry = stateOf(match.list, match.entryId)
  if (entry === undefined || decision === 'waive') return []
  const name = parties.nameOf(party)
  const is = decision === 'same' ? 'is' : 'is not'
  // The answers hang on the record as it is today: screenings give them anew.
  const { questions: _, tokens: __, ...kept } = match
  const how = `${match.confidence}, score ${match.score.toFixed(2)}, by ${match.basis}`
  return [
    {
      about: `${name} ${is} ${match.entryName}, entry ${match.entryId} of ${match.list} (${how})`,
      decision,
      party: partyState(parties.idOf(party), name, subjectOf(parties, party)),
      entry,
      match: kept,
      ...(reason === undefined ? {} : { reason }),
      ...(by === undefined ? {} : { by }),
      decidedOn: options.asOf,
      ...(expires === undefined ? {} : { expires }),
    },
  ]
}

function waiver(
  { parties, standing, inForce, intake }: Investigation,
  options: ScreenOptions,
  draft: Draft,
  id: string,
  { reason = '', by, expires = '' }: Verdict,
): Waiver {
  const stateOf = entryStates(inForce.entries)
  const entries = standing.groundsOf(draft.target).flatMap(({ list, entryId }) => stateOf(list, entryId) ?? [])
  const [name, target] = [parties.nameOf(draft.party), parties.nameOf(draft.target)]
  const hops = draft.hops === 1 ? '1 hop' : `${draft.hops} hops`
  const on = [...new Set(entries.map((entry) => `${entry.list} ${entry.entryId}`))].join(', ')
  const near = draft.hops === 0 ? '' : `, ${hops} from ${target}`
  return {
    about: `${name}: ${draft.kind}, ${draft.confidence}${near}${on === '' ? '' : ` (${on})`}`,
    decision: 'waive',
    finding: id,
    kind: draft.kind,
    party: partyState(parties.idOf(draft.party), name, subjectOf(parties, draft.party)),
    target: { id: parties.idOf(draft.target), name: target },
    entries,
    hops: draft.hops,
    confidence: draft.confidence,
    afterDesignation: timing(
      draft,
      intake.links,
      targetSince(draft.target, { links: intake.links, standing, inForce }),
    ),
    chain: chainOf(draft.chain, (party) => parties.nameOf(party)),
    reason,
    ...(by === undefined ? {} : { by }),
    decidedOn: options.asOf,
    expires,
  }
}

/** The chain as reports show it. */
function chainOf(chain: readonly DraftStep[], nameOf: (party: number) => string): string {
  const [first] = chain
  if (first === undefined) return ''
  const steps = chain.map(({ along, kind, to }) => `${along ? `─${kind}→` : `←${kind}─`} ${nameOf(to)}`)
  return [nameOf(first.from), ...steps].join(' ')
}

/** A decision as one line for a person. */
export function sayDecision(decision: Decision): string {
  return decision.decision === 'waive' ? `${about(decision)}, until ${decision.expires}` : decision.about
}
