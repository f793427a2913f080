import type { ComparedPair, Evaluation, Scores, ThresholdScores } from '../model/comparison.js'
import { each, inOrder } from './key-order.js'
import { arrangeWord } from './report-order.js'
import type { KeyOrder } from './key-order.js'

export const arrangePair = inOrder<ComparedPair>({
  name1: true,
  name2: true,
  type: true,
  score: true,
  verdict: true,
  explanation: true,
  tokens: each(arrangeWord),
})

// A share of nothing is null, which is a value and is written.
const SCORES: KeyOrder<Scores> = {
  precision: true,
  recall: true,
  f1: true,
  truePositives: true,
  falsePositives: true,
  falseNegatives: true,
  trueNegatives: true,
}

const arrangeThreshold = inOrder<ThresholdScores>({ threshold: true, ...SCORES })

export const arrangeEvaluation = inOrder<Evaluation>({
  threshold: true,
  ...SCORES,
  byType: true,
  byThreshold: each(arrangeThreshold),
  best: inOrder<Evaluation['best']>({ threshold: true, f1: true }),
})
