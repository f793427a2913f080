import type { ComparedPair, Comparison } from '../model/comparison.js'
import { arrangeEvaluation, arrangePair } from './comparison-order.js'
import { comparisonLines } from './comparison-lines.js'
import { gathered, type Piece } from './gather.js'
import { itemsField, jsonLine, jsonObject, mapped } from './json-stream.js'
import type { Look } from './look.js'
import type { AnswerFormat } from './render.js'
import { csvCell } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'

function jsonPieces({ pairs, evaluation }: Comparison): Iterable<Piece> {
  return jsonObject([
    itemsField('pairs', pairs, arrangePair),
    { key: 'evaluation', value: evaluation === undefined ? undefined : arrangeEvaluation(evaluation) },
  ])
}

// A pair's `type` is that of the party, so its lines carry no type of line.
function* jsonLines({ pairs, evaluation }: Comparison): Generator<string> {
  for (const pair of pairs) yield jsonLine(arrangePair(pair))
  if (evaluation !== undefined) yield jsonLine({ evaluation: arrangeEvaluation(evaluation) })
}

function csvRow(pair: ComparedPair): string {
  const { name1, name2, type, score, verdict, explanation } = pair
  return `${[name1, name2, type ?? '', String(score), verdict, explanation].map(csvCell).join(',')}\n`
}

function* csvRows({ pairs }: Comparison): Generator<string> {
  yield 'name1,name2,type,score,verdict,explanation\n'
  yield* mapped(pairs, csvRow)
}

async function pieces(comparison: Comparison, format: AnswerFormat, look: Look): Promise<Iterable<Piece>> {
  switch (format) {
    case 'table':
      return typeset(comparisonLines(comparison, look), await typesetterFor(look))
    case 'json':
      return jsonPieces(comparison)
    case 'jsonl':
      return jsonLines(comparison)
    case 'csv':
      return csvRows(comparison)
  }
}

/** The answers of `compare` in any format, in pieces, the pairs in their own order. CSV holds the pairs alone. */
export async function renderComparison(
  comparison: Comparison,
  format: AnswerFormat,
  look: Look,
): Promise<Iterable<string>> {
  return gathered(await pieces(comparison, format, look))
}
