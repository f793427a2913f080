import type { Explanation } from '../model/explanation.js'
import { explanationLines } from './explanation-lines.js'
import { arrangeExplanation } from './explanation-order.js'
import { gathered, type Piece } from './gather.js'
import { jsonObject } from './json-stream.js'
import type { Look } from './look.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'

function jsonPieces(explanation: Explanation): Iterable<Piece> {
  return jsonObject(Object.entries(arrangeExplanation(explanation)).map(([key, value]) => ({ key, value })))
}

/** One party's whole story, as a table for a person or as one JSON document. */
export async function renderExplanation(
  explanation: Explanation,
  format: 'table' | 'json',
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'json') return gathered(jsonPieces(explanation))
  return gathered(typeset(explanationLines(explanation, look), await typesetterFor(look)))
}
