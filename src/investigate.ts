import type { Baseline } from './baseline/read.js'
import type { Decisions } from './decisions/read.js'
import type { WaivedDraft } from './decisions/waivers.js'
import { buildGraph, type Graph } from './graph/adjacency.js'
import type { Prefers } from './graph/chain.js'
import { surelyInWindow } from './graph/window.js'
import { createStops, findHubs, type Stops } from './graph/stops.js'
import { remapEnds } from './graph/links.js'
import { rejectUnresolved } from './intake/reject.js'
import { doubtsAboutSelf } from './intake/self.js'
import { takeIn, type Intake, type LinkText, type RecordSources } from './intake/intake.js'
import { entriesInForce, type InForce } from './lists/in-force.js'
import { loadLists, type ListRequest, type LoadedList } from './lists/load.js'
import { createMatcher, type Matcher } from './match/matcher.js'
import { parseDay } from './model/date.js'
import type { MapFlags } from './model/file-settings.js'
import type { ScreenOptions } from './model/options.js'
import type { Screened } from './model/screened.js'
import type { Problem } from './model/problem.js'
import type { Entities } from './parties/entity-table.js'
import { foldingOf } from './parties/folding.js'
import { chosenParties } from './parties/only.js'
import { matchParties } from './parties/match-parties.js'
import type { DecidedMatch, Input, Match } from './model/report.js'
import type { Parties } from './parties/parties.js'
import { resolveParties } from './parties/resolve.js'
import { eachDraft } from './verdicts/drafts.js'
import { judge, type Judged } from './verdicts/judge.js'
import { findOwned, type OwnershipFound } from './verdicts/owned.js'
import { ownershipProblems, regimesAsked } from './verdicts/ownership-problems.js'
import { keepTimeAsked } from './verdicts/time-asked.js'
import { standingOf, withOwned, type ListedStanding, type Standing } from './verdicts/standing.js'
import { ownedStill, withoutTargets } from './verdicts/without.js'

/** The files of a screening. */
export interface ScreenInputs extends RecordSources {
  readonly lists: readonly ListRequest[]
  /** The config that the options were read from: an input of the report. */
  readonly config?: Input
  /** A mapping that speaks to all files of records: each of its columns must be in one. */
  readonly map?: MapFlags
  /** What there is to say of how the inputs were given. */
  readonly notes?: readonly Problem[]
  /** What was decided before, and counts where it still stands. */
  readonly decisions?: Decisions
  /** An earlier report: the new one then tells what is new or worse. */
  readonly baseline?: Baseline
}

export interface ScreenHooks {
  /** Told at the beginning of each stage, and now and then within one: how many of its rows or parties are done. */
  readonly progress?: (stage: string, done?: number) => void
  /** Given all parties that are reported on, flagged or not, once they are known; read one by one, by id. */
  readonly screened?: (parties: Screened) => void
  /** Ends the work at its next stage: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** The same hooks, of which progress ends the work once the signal says so: that is where every stage and every long loop looks. */
export function heeding(hooks: ScreenHooks): ScreenHooks {
  const { signal, progress } = hooks
  if (signal === undefined) return hooks
  return {
    ...hooks,
    progress(stage, done) {
      signal.throwIfAborted()
      progress?.(stage, done)
    },
  }
}

/** Everything that a screening found, before it is put into words. */
export interface Investigation {
  readonly intake: Intake
  readonly lists: readonly LoadedList[]
  readonly inForce: InForce
  readonly parties: Parties
  /** The party of each end; -1 where it fits two that contradict each other. */
  readonly partyOfEnd: Int32Array
  readonly matcher: Matcher
  readonly namesScreened: number
  /** Links that were read and then rejected, since an end fits two parties. */
  readonly rejectedLinks: number
  readonly standing: Standing
  readonly ownership: OwnershipFound
  readonly graph: Graph
  readonly stops: Stops
  /** The user's own company; -1 where it is not said. */
  readonly self: number
  readonly judged: Judged
  /** The parties that are reported; all of them where `--only` is not given. */
  readonly chosen: ReadonlySet<number> | undefined
  readonly problems: Problem[]
  readonly config?: Input
  /** What decisions set aside; `judged` holds what is left, and absent where none were given. */
  readonly decided?: {
    readonly input: Input
    readonly matches: readonly DecidedMatch[]
    readonly waived: readonly WaivedDraft[]
  }
}

/** Load, bring together, match, build, walk, judge. */
export async function investigate(
  inputs: ScreenInputs,
  options: ScreenOptions,
  given: ScreenHooks = {},
): Promise<Investigation> {
  const hooks = heeding(given)
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const day = parseDay(options.asOf)
  if (day === undefined) throw new RangeError(`not a day: ${options.asOf}`)

  hooks.progress?.('reading records')
  const intake = await takeIn(inputs, options, day, say)
  if (inputs.map !== undefined) problems.push(...unfoundColumns(inputs.map))
  problems.push(...(inputs.notes ?? []))
  hooks.progress?.('reading lists')
  const lists = await loadLists(inputs.lists, say)
  const inForce = entriesInForce(lists, { day, given: options.asOfGiven }, options)
  problems.push(...inForce.problems)

  const matcher = createMatcher(inForce.entries, options)
  const texts = await inTexts(intake, inForce, matcher, hooks)

  hooks.progress?.('bringing parties together')
  const fold = foldingOf(options.exactNames)
  const { records, onlyFrom, sameAs, ends } = intake
  const {
    parties,
    partyOfEnd,
    rejected,
    problems: doubts,
  } = resolveParties({ records, onlyFrom, ends, sameAs, exactNames: options.exactNames })
  problems.push(...doubts)
  rejectUnresolved(intake, rejected, partyOfEnd, say)
  const rejectedLinks = remapEnds(intake.links, partyOfEnd)
  problems.push(...doubtsAboutSelf(intake, parties, partyOfEnd, options))

  hooks.progress?.('matching names')
  const { matches: ofNames, namesScreened } = await matchParties({
    parties,
    matcher,
    entries: inForce.entries,
    thresholds: options,
    progress: (done) => hooks.progress?.('matching names', done),
  })
  if (namesScreened === 0) problems.push(nothingScreened())
  const found = texts === undefined ? ofNames : texts(ofNames, parties)
  const { decisions } = inputs
  // Loaded where there are decisions: most screenings have none.
  const deciding =
    decisions === undefined
      ? undefined
      : (await import('./deciding.js')).createDeciding({ decisions, parties, inForce, asOf: options.asOf })
  const onMatches = deciding?.onMatches(found)
  problems.push(...(onMatches?.problems ?? []))
  const prefers = (a: number, b: number): boolean => parties.compareIds(a, b) < 0
  const listed = standingOf(onMatches?.matches ?? found)
  const ownership = ownershipOf(intake, parties, listed, { inForce, options, day, prefers })
  problems.push(...ownership.problems)
  const standing = withOwned(listed, ownership.found.owned)

  hooks.progress?.('walking')
  const time = keepTimeAsked(intake.links, intake.relationDetails, options, day)
  problems.push(...time.problems)
  const graph = buildGraph(intake.links, parties.count, options.kinds)
  const sureGraph = time.undecided
    ? { sureGraph: buildGraph(surelyInWindow(intake.links), parties.count, options.kinds) }
    : {}
  const self = intake.self === undefined ? -1 : (partyOfEnd[intake.self] ?? -1)
  const stops = stopsOf(graph, parties, options, self)
  const { wouldOwn } = ownership.found
  const all = judge({ graph, ...sureGraph, stops, standing, options, prefers, wouldOwn })
  problems.push(...all.problems)
  const onFindings = deciding?.onFindings(all.drafts, {
    links: intake.links,
    standing,
    judgeWithout(targets, some) {
      const still = ownedStill(ownership.found, targets, some)
      const without = { standing: withoutTargets(standing, targets), only: some, wouldOwn }
      const others = judge({ graph, ...sureGraph, stops, options, prefers, ...without }).drafts
      // Who is owned by others without doubt is a target itself, and near none.
      const isSource = (party: number) =>
        still.some((draft) => draft.party === party && draft.confidence === 'confirmed')
      return [...still, ...[...eachDraft(others)].filter(({ party }) => !isSource(party))]
    },
  })
  problems.push(...(onFindings?.problems ?? []))
  const judged = onFindings === undefined ? all : { ...all, drafts: onFindings.drafts }
  const chosen = inputs.only === undefined ? undefined : chosenParties(intake.only, parties, fold)
  return {
    intake,
    lists,
    inForce,
    parties,
    partyOfEnd,
    matcher,
    namesScreened,
    rejectedLinks,
    standing,
    ownership: ownership.found,
    graph,
    stops,
    self,
    judged,
    chosen,
    problems,
    ...(inputs.config === undefined ? {} : { config: inputs.config }),
    ...(decisions === undefined || onMatches === undefined || onFindings === undefined
      ? {}
      : { decided: { input: decisions.input, matches: onMatches.decided, waived: onFindings.waived } }),
  }
}

/** Who is owned by listed parties on the day, and what is odd about the stakes. */
function ownershipOf(
  { links, relationDetails, placeOf }: Intake,
  parties: Parties,
  standing: ListedStanding,
  { inForce, options, day, prefers }: { inForce: InForce; options: ScreenOptions; day: number; prefers: Prefers },
): { readonly found: OwnershipFound; readonly problems: readonly Problem[] } {
  const asked = regimesAsked(options.ownership, new Set(inForce.entries.map((entry) => entry.regime)))
  const { asOf, spread } = options
  const found = findOwned({
    links,
    details: relationDetails,
    partyCount: parties.count,
    standing,
    regimes: asked.regimes,
    asOf,
    day,
    spread,
    prefers,
  })
  return { found, problems: [...asked.problems, ...ownershipProblems(found, { links, parties, placeOf })] }
}

/** Columns of a mapping that no file has: somebody misspelt them. */
export function unfoundColumns({ columns, found }: MapFlags): readonly Problem[] {
  return [...columns].flatMap(([field, names]) =>
    names
      .filter((name) => !found.has(name))
      .map((name): Problem => ({
        severity: 'error',
        code: 'bad-mapping',
        message: `no file has the column ${JSON.stringify(name)}, which --map takes for "${field}"`,
        hint: 'see --dry-run for the columns of each file',
        column: name,
      })),
  )
}

type CountTextsIn = (
  matches: ReadonlyMap<number, readonly Match[]>,
  parties: Parties,
) => ReadonlyMap<number, readonly Match[]>

/** Looks for listed names inside free text, where the user said that a column is such. */
async function inTexts(
  { texts, records, ends }: Intake,
  { entries }: InForce,
  matcher: Matcher,
  hooks: ScreenHooks,
): Promise<CountTextsIn | undefined> {
  if (texts.length === 0 && !hasTexts(records)) return undefined
  hooks.progress?.('looking for names in texts')
  // Loaded where there are texts: most screenings have none.
  const { screenTexts, withTexts } = await import('./mentions/screen-texts.js')
  const endOf = (name: string, cell: LinkText) => {
    const known = ends.count
    const end = ends.endOf(name, cell.file, cell.line)
    return { end, isNew: end === known }
  }
  const screened = screenTexts({ texts, entries, matcher, endOf })
  return (matches, parties) => withTexts(matches, screened, parties)
}

/** Walks reach public bodies and the user's own company, and do not pass through them. */
export function stopsOf(graph: Graph, parties: Parties, { hubLimit }: ScreenOptions, self: number): Stops {
  const stops = createStops(parties.count)
  for (let party = 0; party < parties.count; party++) {
    const type = parties.typeOf(party)
    if (type === 'public-body') stops.terminal[party] = 1
    if (type === 'person') stops.person[party] = 1
  }
  if (self >= 0) stops.terminal[self] = 1
  return hubLimit === undefined ? stops : { ...stops, hub: findHubs(graph, hubLimit) }
}

function hasTexts({ further }: Entities): boolean {
  for (const [, { texts }] of further()) if (texts !== undefined) return true
  return false
}

function nothingScreened(): Problem {
  return {
    severity: 'error',
    code: 'nothing-screened',
    message: 'there is no name to screen: no record was read that names a party',
    hint: 'give a file of entities or transactions that has rows',
  }
}
