import type { ComparedPair, Comparison, Evaluation, Scores } from '../model/comparison.js'
import { BLANK, dotted, line } from './line.js'
import type { Line, Tone } from './line.js'
import type { Look } from './look.js'
import { wordLines } from './word-lines.js'
import { grouped, scoreText } from './wording.js'

const VERDICT_TONE: Readonly<Record<ComparedPair['verdict'], Tone>> = {
  confirmed: 'grave',
  possible: 'caution',
  none: 'good',
}

function pairLines(pair: ComparedPair, look: Look): Line[] {
  const heading = line(0, [
    { text: pair.verdict, tone: VERDICT_TONE[pair.verdict], pad: 'confirmed'.length },
    { text: scoreText(pair.score), pad: 5 },
    { text: `"${pair.name1}"` },
    { text: 'and', tone: 'faint' },
    { text: `"${pair.name2}"` },
    { text: pair.type === undefined ? '' : `(${pair.type})`, tone: 'faint' },
  ])
  if (look.quiet) return [heading]
  return [
    heading,
    line(2, [{ text: pair.explanation, tone: 'faint', flows: true }], 2),
    ...wordLines(pair.tokens ?? [], 4),
  ]
}

function share(value: number | null): string {
  return value === null ? 'undefined' : scoreText(value)
}

const LABEL_COLUMNS = 'at the threshold 0.000'.length

function scoresLine(label: string, scores: Scores): Line {
  const facts = dotted([
    { text: `precision ${share(scores.precision)}` },
    { text: `recall ${share(scores.recall)}` },
    { text: `F1 ${share(scores.f1)}`, tone: 'strong' },
    { text: `${grouped(scores.truePositives)} found` },
    { text: `${grouped(scores.falsePositives)} false` },
    { text: `${grouped(scores.falseNegatives)} missed` },
    { text: `${grouped(scores.trueNegatives)} rightly left` },
  ])
  return line(2, [{ text: label, pad: LABEL_COLUMNS }, ...facts], 4 + LABEL_COLUMNS)
}

function evaluationLines(evaluation: Evaluation, look: Look): Line[] {
  const others = look.verbose ? (evaluation.byThreshold ?? []) : []
  const { best } = evaluation
  return [
    BLANK,
    line(0, [{ text: 'Against the verdicts given in is_match', tone: 'strong' }]),
    scoresLine(`at the threshold ${scoreText(evaluation.threshold)}`, evaluation),
    ...Object.entries(evaluation.byType).map(([type, scores]) => scoresLine(`  ${type}`, scores)),
    ...others.map((scores) => scoresLine(`at ${scoreText(scores.threshold)}`, scores)),
    line(2, [
      { text: 'best', pad: LABEL_COLUMNS },
      { text: `F1 ${share(best.f1)} at the threshold ${scoreText(best.threshold)}` },
    ]),
  ]
}

/** Each pair with its verdict and why, then how well the verdicts did where the file says what is true. */
export function* comparisonLines({ pairs, evaluation }: Comparison, look: Look): Generator<Line> {
  for (const pair of pairs) yield* pairLines(pair, look)
  if (evaluation !== undefined) yield* evaluationLines(evaluation, look)
}
