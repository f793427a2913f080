import { countSteps } from './graph/stops.js'
import { notFollowed } from './graph/unfollowed.js'
import { bareEvidence, readBack } from './intake/readback.js'
import { investigate, type Investigation } from './investigate.js'
import { heeding, type ScreenHooks, type ScreenInputs } from './screen-inputs.js'
import type { ScreenOptions } from './model/options.js'
import { compareCodePoints } from './model/order.js'
import type { Problem } from './model/problem.js'
import type { EntityRecord } from './model/record.js'
import type {
  Evidence,
  FlowingReport,
  Hub,
  WalkStop,
  Input,
  Report,
  ReportOptions,
  Summary,
  WaivedFinding,
} from './model/report.js'
import { VERSION } from './model/version.js'
import type { Parties } from './parties/parties.js'
import { screenedParties } from './parties/screened.js'
import { finishWaived } from './waived.js'
import { countDrafts, draftsOn, linksOf, type DraftCounts, type Drafts } from './verdicts/drafts.js'
import { evidenceOf } from './verdicts/evidence.js'
import { findingsOf } from './verdicts/findings.js'
import type { FinishRequest } from './verdicts/finish.js'
import { ownershipSignals } from './verdicts/ownership-signals.js'
import { star } from './verdicts/star.js'

export type { ScreenHooks, ScreenInputs } from './screen-inputs.js'

/**
 * Screens parties against lists and says who is fewer than N hops from a source, with the chain that proves it.
 *
 * @param inputs the files; each is read once, and those with reported links a second time for their evidence.
 * @param options how; `asOf` is the day of the screening, since nothing here reads a clock.
 * @returns the report. Trouble with the inputs is in its `problems`, and makes `complete` false where something was not read.
 */
export async function screen(inputs: ScreenInputs, options: ScreenOptions, hooks: ScreenHooks = {}): Promise<Report> {
  return whole(await screenFlowing(inputs, options, hooks))
}

/** The same, with findings that are made one by one as they are gone through: a million are never there at once. */
export async function screenFlowing(
  inputs: ScreenInputs,
  options: ScreenOptions,
  hooks: ScreenHooks = {},
): Promise<FlowingReport> {
  const found = await investigate(inputs, options, hooks)
  heeding(hooks).progress?.('reading evidence')
  const isReported = (party: number): boolean => found.chosen?.has(party) ?? true
  const drafts = found.chosen === undefined ? found.judged.drafts : draftsOn(found.judged.drafts, isReported)
  const aside = (found.decided?.waived ?? []).filter(({ draft }) => isReported(draft.party))
  const others = [...drafts.others, ...aside.map(({ draft }) => draft)]
  const say = await finishing(found, { ...drafts, others }, options, hooks.signal)
  hooks.screened?.(screenedParties(found.parties, found.chosen))
  const counts = countDrafts(drafts)
  const said = await reportOf(found, counts, options, finishWaived(aside, say))
  const report = { ...said, findings: findingsOf(drafts, say) }
  const { baseline } = inputs
  // Loaded where there is a baseline: most screenings have none.
  return baseline === undefined ? report : (await import('./baseline/since.js')).sinceBaseline(whole(report), baseline)
}

function whole(report: FlowingReport): Report {
  return { ...report, findings: [...report.findings] }
}

/** What turns drafts into findings, with the evidence of their links read back. */
export async function finishing(
  found: Investigation,
  drafts: Drafts,
  options: ScreenOptions,
  signal?: AbortSignal,
): Promise<FinishRequest> {
  const { intake, parties, standing, inForce, problems } = found
  const evidence = await readBack(
    intake,
    linksOf(drafts),
    options.self,
    (record) => {
      signal?.throwIfAborted()
      return evidenceOf(record)
    },
    (problem) => void problems.push(problem),
  )
  signal?.throwIfAborted()
  return {
    parties,
    links: intake.links,
    standing,
    inForce,
    placeOfEnd: intake.ends.placeOf,
    evidenceOf: (link): Evidence => evidence.get(link) ?? bareEvidence(intake, link),
  }
}

/** The report of what was found but for its findings: nothing here decides any more. */
export async function reportOf(
  found: Investigation,
  counts: DraftCounts,
  options: ScreenOptions,
  waived: readonly WaivedFinding[] = [],
): Promise<Omit<Report, 'findings'>> {
  const { intake, lists, parties, graph, judged } = found
  const steps = (await found.steps) ?? countSteps(graph)
  const inputs = [
    ...intake.tallies.map((tally) => tally.input()),
    ...lists.flatMap((list) => list.inputs),
    ...(found.config === undefined ? [] : [found.config]),
    ...(found.decided === undefined ? [] : [found.decided.input]),
  ]
  const beyond = notFollowed(graph, judged.walks, options.hops)
  const problems = [...found.problems, ...star(graph, parties, options)]
  return {
    schemaVersion: 1,
    tool: { name: 'hopscreen', version: VERSION },
    complete: isComplete(problems, inputs, options),
    asOf: options.asOf,
    options: reportedOptions(options),
    inputs,
    problems,
    signals: ownershipSignals({
      found: found.ownership,
      standing: found.standing,
      parties,
      asOf: options.asOf,
      prefers: (a, b) => parties.compareIds(a, b) < 0,
    }),
    hubs: beyond.hubs
      .map((hub): Hub => ({ ...hub, party: parties.idOf(hub.party) }))
      .toSorted((a, b) => compareCodePoints(a.party, b.party)),
    stops: beyond.stops
      .map(({ party, kind, notFollowed: count }): WalkStop => {
        const reason = kind === 'terminal' ? whyTerminal(found, party) : kind
        return { party: parties.idOf(party), reason, notFollowed: count }
      })
      .toSorted((a, b) => compareCodePoints(a.party, b.party) || compareCodePoints(a.reason, b.reason)),
    summary: { ...summaryOf(found, counts, beyond.parties, steps), waived: waived.length },
    waived,
    ...(found.decided === undefined ? {} : { decided: found.decided.matches }),
  }
}

function whyTerminal({ self, noOne }: Investigation, party: number): WalkStop['reason'] {
  if (party === self) return 'self'
  return noOne.includes(party) ? 'no-one' : 'public-body'
}

/** Not complete where anything was not read or can't be trusted; with `--strict` a degraded row counts as such. */
function isComplete(problems: readonly Problem[], inputs: readonly Input[], { strict }: ScreenOptions): boolean {
  if (problems.some((problem) => problem.severity === 'error')) return false
  return inputs.every((input) => input.rejected === 0 && (!strict || input.degraded === 0))
}

function summaryOf(
  { intake, inForce, parties, namesScreened, rejectedLinks }: Investigation,
  counts: DraftCounts,
  beyond: number,
  steps: number,
): Summary {
  return {
    parties: parties.count,
    implicitParties: parties.implicit + describedParties(parties, intake.described),
    mergedRecords: parties.merged,
    links: intake.links.count - rejectedLinks,
    steps,
    listEntries: inForce.entries.length,
    namesScreened,
    ...counts,
    waived: 0,
    notFollowed: beyond,
  }
}

/** Parties of which nobody but the transactions that name them says anything. */
function describedParties(parties: Parties, described: ReadonlySet<EntityRecord>): number {
  if (described.size === 0) return 0
  let count = 0
  for (let party = 0; party < parties.count; party++) {
    const records = parties.recordsOf(party)
    if (records.length > 0 && records.every((record) => described.has(record))) count++
  }
  return count
}

function reportedOptions(options: ScreenOptions): ReportOptions {
  const { asOf: _, asOfGiven: __, ...others } = options
  return others
}
