import { verdictChanges } from './explaining/changes.js'
import { findParty } from './explaining/find.js'
import { reachAll, type ReachRequest } from './explaining/further-targets.js'
import { nearNames } from './explaining/near-names.js'
import { ownershipMargins } from './explaining/ownership-margins.js'
import { recordsExplained } from './explaining/records.js'
import { stopChanges } from './explaining/stop-changes.js'
import type { World } from './explaining/suppose.js'
import { sayVerdict } from './explaining/verdict.js'
import { notFollowed } from './graph/unfollowed.js'
import { MAX_DEPTH } from './graph/walk.js'
import { investigate, type Investigation } from './investigate.js'
import type { ScreenHooks, ScreenInputs } from './screen-inputs.js'
import { createMatcher } from './match/matcher.js'
import { parseDay } from './model/date.js'
import type { Explanation, FurtherTarget, NearMiss } from './model/explanation.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { Report } from './model/report.js'
import { finishing, reportOf } from './screen.js'
import { profileOf, typeOf } from './parties/profile.js'
import { subjectOf } from './parties/subject.js'
import { DIRECTIONS } from './verdicts/walks.js'
import type { Draft } from './verdicts/draft.js'
import { countDrafts, draftsOn, eachDraft } from './verdicts/drafts.js'
import { finishFindings } from './verdicts/findings.js'
import { finishStep } from './verdicts/finish-step.js'
import { finishWaived } from './waived.js'
import { targetSince } from './verdicts/owned-since.js'

const MOST_TARGETS = 6
/** How far under the threshold an entry is still shown as a near miss. */
const NEAR_MISS = 0.15
const MOST_MISSES = 5

/**
 * One party's whole story: its records and how they were brought together, its matches and near misses, its findings with their evidence,
 * further targets, and what would change the verdict.
 *
 * @param wanted an id or a name of a party, or the id of a finding.
 * @returns the story, or the problems because of which there is none: no such party, or a name that several have.
 */
export async function explainParty(
  inputs: ScreenInputs,
  options: ScreenOptions,
  wanted: string,
  hooks: ScreenHooks = {},
): Promise<Explanation | { readonly problems: readonly Problem[] }> {
  const found = await investigate(inputs, options, hooks)
  const { parties, standing, judged } = found
  const waived = found.decided?.waived ?? []
  const asked = findParty(wanted, parties, everyDraft(found), options)
  if (asked.kind === 'unknown') return { problems: [...found.problems, asked.problem] }
  const { party } = asked
  hooks.progress?.('explaining')

  const onParty = draftsOn(judged.drafts, (other) => other === party)
  const its = [...eachDraft(onParty)]
  const sources = standing.isSource(party) ? [] : standing.sources
  const further = reachAll(reachRequest(found, options), party, sources, MAX_DEPTH, MOST_TARGETS)
  const furtherDrafts = further.map((one): Draft => ({
    kind: 'exposed',
    party,
    hops: one.hops,
    confidence: 'confirmed',
    target: one.target,
    chain: one.chain,
  }))
  const aside = waived.filter(({ draft }) => draft.party === party)
  const others = [...onParty.others, ...furtherDrafts, ...aside.map(({ draft }) => draft)]
  const say = await finishing(found, { ...onParty, others }, options, hooks.signal)
  const findings = finishFindings(its, say)
  const report = await reportOf(found, countDrafts(onParty), options)
  const nearest = further[0]
  const near = nearest !== undefined && nearest.hops < options.hops ? nearest : undefined
  const world = worldOf(found, options)
  const subject = subjectOf(parties, party)
  const country = subject.countries[0]
  return {
    schemaVersion: 1,
    tool: report.tool,
    complete: report.complete,
    asOf: options.asOf,
    party: {
      id: parties.idOf(party),
      name: parties.nameOf(party),
      ...(country === undefined ? {} : { country }),
      type: typeOf(profileOf(parties.recordsOf(party))),
      implicit: parties.recordsOf(party).every((record) => found.intake.described.has(record)),
    },
    verdict:
      findings.length === 0 && aside.length > 0
        ? `${parties.nameOf(party)} is not flagged, since a decision sets its finding aside.`
        : sayVerdict(parties.nameOf(party), findings, nearest?.hops, options),
    records: recordsExplained(parties, party, found.intake.ends.placeOf),
    matches: standing.matchesOf(party),
    nearMisses: nearMisses(found, party, options),
    findings: asked.finding === undefined ? findings : findings.filter((finding) => finding.id === asked.finding),
    waived: finishWaived(aside, say).filter(({ id }) => asked.finding === undefined || id === asked.finding),
    furtherTargets: further
      .slice(findings.some((finding) => finding.kind === 'exposed') ? 1 : 0)
      .map((one): FurtherTarget => ({
        party: { id: parties.idOf(one.target), name: parties.nameOf(one.target) },
        matches: standing.groundsOf(one.target),
        hops: one.hops,
        within: one.hops < options.hops,
        chain: one.chain.map((step) => finishStep(step, say, targetSince(one.target, say))),
      })),
    nearNames: nearNames(parties, party, options),
    verdictChanges: [
      ...verdictChanges(world, parties, party, near),
      ...ownershipMargins(world, found.ownership, parties, party),
      ...stopChanges(world, parties, party, stoppedAt(found, party, options)),
    ],
    signals: report.signals.filter((signal) => signal.party === parties.idOf(party)),
    options: report.options,
    lists: report.inputs.filter((input) => input.role === 'list'),
    problems: problemsAbout(report, party, found),
  }
}

function* everyDraft({ judged, decided }: Investigation): Generator<Draft> {
  yield* eachDraft(judged.drafts)
  for (const { draft } of decided?.waived ?? []) yield draft
}

/** Why walks stopped at the party, if they did. */
function stoppedAt({ graph, judged }: Investigation, party: number, { hops }: ScreenOptions) {
  const { hubs, stops } = notFollowed(graph, judged.walks, hops)
  const kinds = stops.filter((stop) => stop.party === party).map(({ kind }) => kind)
  return new Set([...(hubs.some((hub) => hub.party === party) ? (['hub'] as const) : []), ...kinds])
}

function worldOf(found: Investigation, options: ScreenOptions): World {
  const { graph, intake, stops, standing, ownership, parties } = found
  return {
    graph,
    details: intake.relationDetails,
    stops,
    standing,
    regimes: [...ownership.owners.keys()],
    options,
    day: parseDay(options.asOf) ?? 0,
    prefers: (a, b) => parties.compareIds(a, b) < 0,
  }
}

function reachRequest({ graph, stops, parties }: Investigation, options: ScreenOptions): ReachRequest {
  const prefers = (a: number, b: number): boolean => parties.compareIds(a, b) < 0
  return { graph, stops, directions: DIRECTIONS[options.direction], prefers, chronological: options.chronological }
}

/** Entries that a lower threshold would have brought, and by how much they missed it. */
function nearMisses(
  { inForce, parties, standing }: Investigation,
  party: number,
  options: ScreenOptions,
): readonly NearMiss[] {
  const matched = new Set(standing.matchesOf(party).map((match) => JSON.stringify([match.list, match.entryId])))
  const lower = createMatcher(inForce.entries, { ...options, minScore: Math.max(0, options.minScore - NEAR_MISS) })
  return lower
    .match(subjectOf(parties, party))
    .filter((match) => !matched.has(JSON.stringify([match.list, match.entryId])))
    .slice(0, MOST_MISSES)
    .map(({ confidence: _, ...match }) => ({
      ...match,
      whyNot: `the score ${match.score.toFixed(2)} is under ${options.minScore}`,
    }))
}

/** Problems of the party's own records and links, and those that touch every verdict. */
function problemsAbout(
  report: Pick<Report, 'problems'>,
  party: number,
  { parties, intake }: Investigation,
): readonly Problem[] {
  const places = new Set<string>(parties.recordsOf(party).map(({ place }) => `${place.file}:${place.line}`))
  const { links } = intake
  for (let link = 0; link < links.count; link++) {
    if (links.from[link] !== party && links.to[link] !== party) continue
    const { file, line } = intake.placeOf(link)
    places.add(`${file}:${line}`)
  }
  return report.problems.filter(
    (problem) =>
      problem.line === undefined || problem.severity === 'error' || places.has(`${problem.file ?? ''}:${problem.line}`),
  )
}
