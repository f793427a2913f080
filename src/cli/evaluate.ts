import type { Evaluation, Scores, ThresholdScores } from '../model/comparison.js'

/** The score of a pair that could not be read: under every threshold. */
export const UNREAD = -1

/** A score, and whether the two are truly the same. */
export interface Judged {
  readonly score: number
  readonly isMatch: boolean
  /** Under which the pair is counted beside the whole. */
  readonly type: string
}

interface Counts {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function scoresOf({ tp, fp, fn, tn }: Counts): Scores {
  return {
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
    truePositives: tp,
    falsePositives: fp,
    falseNegatives: fn,
    trueNegatives: tn,
  }
}

function countAt(pairs: readonly Judged[], threshold: number): Counts {
  const of = (found: boolean, isMatch: boolean) =>
    pairs.filter((pair) => pair.score >= threshold === found && pair.isMatch === isMatch).length
  return { tp: of(true, true), fp: of(true, false), fn: of(false, true), tn: of(false, false) }
}

/** The counts at every score that a pair has, falling: between two of them no verdict changes. */
function* countsByScore(pairs: readonly Judged[]): Generator<{ readonly threshold: number; readonly counts: Counts }> {
  const sorted = pairs.toSorted((a, b) => b.score - a.score)
  const same = pairs.filter((pair) => pair.isMatch).length
  let [tp, fp] = [0, 0]
  for (const [at, pair] of sorted.entries()) {
    if (pair.isMatch) tp++
    else fp++
    if (sorted[at + 1]?.score === pair.score || pair.score === UNREAD) continue
    yield { threshold: pair.score, counts: { tp, fp, fn: same - tp, tn: pairs.length - same - fp } }
  }
}

/** The threshold with the highest F1; of equals the highest, which takes the fewest names for the same. */
function bestOf(pairs: readonly Judged[], fallback: number): Evaluation['best'] {
  let best: Evaluation['best'] = { threshold: fallback, f1: scoresOf(countAt(pairs, fallback)).f1 }
  for (const { threshold, counts } of countsByScore(pairs)) {
    const { f1 } = scoresOf(counts)
    const better = f1 !== null && (best.f1 === null || f1 > best.f1)
    const level = f1 !== null && f1 === best.f1 && threshold > best.threshold
    if (better || level) best = { threshold, f1 }
  }
  return best
}

const STEPS = 100

/** Hundredths from 0 to 1, but for the threshold itself, which stands by itself. */
function otherThresholds(pairs: readonly Judged[], threshold: number): readonly ThresholdScores[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).filter((step) => step !== threshold)
  return steps.map((step) => ({ threshold: step, ...scoresOf(countAt(pairs, step)) }))
}

function byType(pairs: readonly Judged[], threshold: number): Readonly<Record<string, Scores>> {
  const types = [...new Set(pairs.map((pair) => pair.type))].toSorted()
  const scores = types.map(
    (type) =>
      [
        type,
        scoresOf(
          countAt(
            pairs.filter((pair) => pair.type === type),
            threshold,
          ),
        ),
      ] as const,
  )
  return Object.fromEntries(scores)
}

/** Holds scores against what is true: at the threshold, at others, and by type. */
export function evaluate(pairs: readonly Judged[], threshold: number): Evaluation {
  return {
    threshold,
    ...scoresOf(countAt(pairs, threshold)),
    byType: byType(pairs, threshold),
    byThreshold: otherThresholds(pairs, threshold),
    best: bestOf(pairs, threshold),
  }
}
