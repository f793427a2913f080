import type { WaivedDraft } from './decisions/waivers.js'
import { buildGraph, type Graph } from './graph/adjacency.js'
import { buildGraphBeside } from './graph/graph-thread.js'
import { remapEnds } from './graph/links.js'
import type { Stops } from './graph/stops.js'
import { surelyInWindow } from './graph/window.js'
import { inTexts } from './in-texts.js'
import { takeIn, type Intake } from './intake/intake.js'
import { rejectUnresolved } from './intake/reject.js'
import { doubtsAboutSelf } from './intake/self.js'
import { unfoundColumns } from './intake/unfound-columns.js'
import type { InForce } from './lists/in-force.js'
import type { LoadedList } from './lists/load.js'
import type { Matcher } from './match/matcher.js'
import { append } from './model/append.js'
import { parseDay } from './model/date.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { DecidedMatch, Input } from './model/report.js'
import { ownershipOf } from './ownership-of.js'
import { foldingOf } from './parties/folding.js'
import { partiesOfNoOne, sayNoOne } from './parties/no-one.js'
import { matchParties } from './parties/match-parties.js'
import { chosenParties } from './parties/only.js'
import type { Parties } from './parties/parties.js'
import { resolveParties } from './parties/resolve.js'
import { prepareSearch, type Search } from './prepare-search.js'
import { heeding, type ScreenHooks, type ScreenInputs } from './screen-inputs.js'
import { eachDraft } from './verdicts/drafts.js'
import { judge, type Judged } from './verdicts/judge.js'
import type { OwnershipFound } from './verdicts/owned.js'
import { standingOf, withOwned, type Standing } from './verdicts/standing.js'
import { stopsOf } from './verdicts/stops-of.js'
import { asksForTime, keepTimeAsked } from './verdicts/time-asked.js'
import { ownedStill, withoutTargets } from './verdicts/without.js'

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
  /** Pairs of parties that a walk may step between, where another thread counts them. */
  readonly steps?: Promise<number>
  readonly stops: Stops
  /** The user's own company; -1 where it is not said. */
  readonly self: number
  /** Parties whose only name says that nobody is named. */
  readonly noOne: readonly number[]
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
  const ofLists: Problem[] = []
  let search: Search | undefined
  const intake = await takeIn(inputs, options, day, say, {
    // Other threads read the transactions meanwhile.
    whileScanning: async (records, scanned) => {
      search = await prepareSearch(records, inputs, {
        options,
        day,
        hooks,
        scanned,
        say: (problem) => void ofLists.push(problem),
      })
      hooks.progress?.('reading records')
    },
  })
  if (search === undefined) throw new Error('the records were read without the lists')
  const { lists, inForce, matcher, settled, folded } = search
  if (inputs.map !== undefined) append(problems, unfoundColumns(inputs.map))
  append(problems, inputs.notes ?? [])
  append(problems, ofLists)

  const texts = await inTexts(intake, inForce, matcher, hooks)

  hooks.progress?.('bringing parties together')
  const fold = foldingOf(options.exactNames)
  const { records, onlyFrom, sameAs, ends } = intake
  const {
    parties,
    partyOfEnd,
    rejected,
    problems: doubts,
  } = resolveParties({ records, onlyFrom, ends, sameAs, exactNames: options.exactNames, folded })
  append(problems, doubts)
  rejectUnresolved(intake, rejected, partyOfEnd, say)
  const rejectedLinks = remapEnds(intake.links, partyOfEnd)
  append(problems, doubtsAboutSelf(intake, parties, partyOfEnd, options))
  // Nothing that follows leaves out a link, unless a time is asked for.
  const early = asksForTime(options) ? undefined : buildGraphBeside(intake.links, parties.count, options.kinds)

  hooks.progress?.('matching names')
  const { matches: ofNames, namesScreened } = await matchParties({
    parties,
    matcher,
    settled,
    thresholds: options,
    progress: (done) => hooks.progress?.('matching names', done),
  })
  if (namesScreened === 0) problems.push(nothingScreened())
  const noOne = partiesOfNoOne(parties)
  // From here on names and ids are told, and seldom looked up.
  for (const looked of [...parties.texts, folded.keys]) looked.rest()
  const found = texts === undefined ? ofNames : texts(ofNames, parties)
  const { decisions } = inputs
  // Loaded where there are decisions: most screenings have none.
  const deciding =
    decisions === undefined
      ? undefined
      : (await import('./deciding.js')).createDeciding({ decisions, parties, inForce, asOf: options.asOf })
  const onMatches = deciding?.onMatches(found)
  append(problems, onMatches?.problems ?? [])
  const prefers = (a: number, b: number): boolean => parties.compareIds(a, b) < 0
  const listed = standingOf(onMatches?.matches ?? found)
  const ownership = ownershipOf(intake, parties, listed, { inForce, options, day, prefers })
  append(problems, ownership.problems)
  const standing = withOwned(listed, ownership.found.owned)

  hooks.progress?.('walking')
  const time = keepTimeAsked(intake.links, intake.relationDetails, options, day)
  append(problems, time.problems)
  const graph = (await early?.graph) ?? buildGraph(intake.links, parties.count, options.kinds)
  const sureGraph = time.undecided
    ? { sureGraph: buildGraph(surelyInWindow(intake.links), parties.count, options.kinds) }
    : {}
  const self = intake.self === undefined ? -1 : (partyOfEnd[intake.self] ?? -1)
  append(problems, sayNoOne(noOne, parties, ends.placeOf))
  const stops = stopsOf(graph, parties, options, self, noOne)
  const { wouldOwn } = ownership.found
  const all = judge({ graph, ...sureGraph, stops, standing, options, prefers, wouldOwn })
  append(problems, all.problems)
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
  append(problems, onFindings?.problems ?? [])
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
    noOne,
    judged,
    chosen,
    problems,
    ...(early === undefined ? {} : { steps: early.steps }),
    ...(inputs.config === undefined ? {} : { config: inputs.config }),
    ...(decisions === undefined || onMatches === undefined || onFindings === undefined
      ? {}
      : { decided: { input: decisions.input, matches: onMatches.decided, waived: onFindings.waived } }),
  }
}

function nothingScreened(): Problem {
  return {
    severity: 'error',
    code: 'nothing-screened',
    message: 'there is no name to screen: no record was read that names a party',
    hint: 'give a file of entities or transactions that has rows',
  }
}
