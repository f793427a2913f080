import { dayAt, formatDay, parsePartialDate } from '../model/date.js'
import { FAIL_ON, type Direction, type FailOn, type ScreenOptions } from '../model/options.js'
import type { ProblemSink } from '../model/problem.js'
import { LINK_KINDS } from '../model/record.js'
import type { Confidence } from '../model/report.js'
import { DEFAULT_THRESHOLDS, SWAPPED_MARKERS, type Thresholds } from '../model/thresholds.js'
import { readMaxBad } from './bad-rows.js'
import type { MatchFlags, ScoreFlags, ScreenFlags } from './option-flags.js'
import {
  readCount,
  readDay,
  readDays,
  readNames,
  readOwnership,
  readPartialDay,
  readParty,
  readPercent,
  readScore,
  readWord,
  readWords,
  type ValueReader,
} from './option-values.js'
import { usage } from './usage.js'

const DIRECTIONS: readonly Direction[] = ['suppliers', 'customers', 'both']
const SPREADS: readonly Confidence[] = ['confirmed', 'possible']

const DEFAULT_HOPS = 4
/** Percent. */
const DEFAULT_MIN_STAKE = '10'

function given<T>(
  read: ValueReader<T>,
  option: string,
  text: string | undefined,
  problems: ProblemSink,
): T | undefined {
  return text === undefined ? undefined : read(option, text, problems)
}

/** What is not even possible can't be confirmed: a higher lower threshold raises the other. */
export function readThresholds(flags: ScoreFlags, problems: ProblemSink): Thresholds {
  const { minScore, confirmScore } = DEFAULT_THRESHOLDS
  const least = given(readScore, '--min-score', flags.minScore, problems) ?? minScore
  const enough = given(readScore, '--confirm-score', flags.confirmScore, problems) ?? confirmScore
  const swappedMarker = given(readWord(SWAPPED_MARKERS), '--swapped-marker', flags.swappedMarker, problems)
  return {
    minScore: least,
    confirmScore: Math.max(least, enough),
    ...(swappedMarker === undefined ? {} : { swappedMarker }),
  }
}

/** What `screen`, `explain` and `match` ask of the lists and of the exit code. */
export interface MatchOptions extends Thresholds {
  readonly asOf: string
  readonly asOfGiven: boolean
  readonly failOn: FailOn
  readonly maxBad: string
  readonly strict: boolean
  readonly onlyLists?: readonly string[]
  readonly onlyPrograms?: readonly string[]
  readonly maxListAge?: number
}

/** Where an option can't be read its default stands in: the problems decide that nothing is run with it. */
export function readMatchOptions(flags: MatchFlags, now: number, problems: ProblemSink): MatchOptions {
  const onlyLists = given(readNames, '--only-lists', flags.onlyLists, problems)
  const onlyPrograms = given(readNames, '--only-programs', flags.onlyPrograms, problems)
  const maxListAge = given(readDays, '--max-list-age', flags.maxListAge, problems)
  return {
    ...readThresholds(flags, problems),
    asOf: given(readDay, '--as-of', flags.asOf, problems) ?? formatDay(dayAt(now)),
    asOfGiven: flags.asOf !== undefined,
    failOn: given(readWord(FAIL_ON), '--fail-on', flags.failOn, problems) ?? 'any',
    maxBad: given(readMaxBad, '--max-bad', flags.maxBad, problems) ?? '0',
    strict: flags.strict === true,
    ...(onlyLists === undefined ? {} : { onlyLists }),
    ...(onlyPrograms === undefined ? {} : { onlyPrograms }),
    ...(maxListAge === undefined ? {} : { maxListAge }),
  }
}

function readWindow(flags: ScreenFlags, problems: ProblemSink): Pick<ScreenOptions, 'since' | 'until'> {
  const since = given(readPartialDay, '--since', flags.since, problems)
  const until = given(readPartialDay, '--until', flags.until, problems)
  const [begin, end] = [since, until].map((text) => (text === undefined ? undefined : parsePartialDate(text)))
  if (begin !== undefined && end !== undefined && end.last < begin.first) {
    problems(usage(`--until: expected a day that is not before --since ${begin.text}, got ${JSON.stringify(end.text)}`))
  }
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

export function readScreenOptions(flags: ScreenFlags, now: number, problems: ProblemSink): ScreenOptions {
  const hubLimit = given(readCount, '--hub-limit', flags.hubLimit, problems)
  const ownership = given(readOwnership, '--ownership', flags.ownership, problems)
  const self = given(readParty, '--self', flags.self, problems)
  const failHops = given(readCount, '--fail-hops', flags.failHops, problems)
  return {
    ...readMatchOptions(flags, now, problems),
    hops: given(readCount, '--hops', flags.hops, problems) ?? DEFAULT_HOPS,
    direction: given(readWord(DIRECTIONS), '--direction', flags.direction, problems) ?? 'both',
    kinds: given(readWords(LINK_KINDS), '--kinds', flags.kinds, problems) ?? LINK_KINDS,
    spread: given(readWord(SPREADS), '--spread', flags.spread, problems) ?? 'confirmed',
    exactNames: flags.exactNames === true,
    minStake: given(readPercent, '--min-stake', flags.minStake, problems) ?? DEFAULT_MIN_STAKE,
    ...(ownership === undefined ? {} : { ownership }),
    chronological: flags.chronological === true,
    ...readWindow(flags, problems),
    ...(hubLimit === undefined ? {} : { hubLimit }),
    ...(failHops === undefined ? {} : { failHops }),
    ...(self === undefined ? {} : { self }),
  }
}
