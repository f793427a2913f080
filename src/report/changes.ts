import type { Since } from '../model/baseline.js'
import { gathered } from './gather.js'
import { jsonObject } from './json-stream.js'
import { line, type Line } from './line.js'
import type { Look } from './look.js'
import { changesLines, sinceText } from './since-lines.js'
import { arrangeTold } from './since-order.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'

function* lines(since: Since<unknown>, look: Look): Generator<Line> {
  yield line(0, [{ text: sinceText(since), tone: 'strong', flows: true }])
  yield* changesLines(since, look)
}

/** What `diff` answers: the changes for a person, or as one JSON document. */
export async function renderChanges(
  since: Since<unknown>,
  format: 'table' | 'json',
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'table') return gathered(typeset(lines(since, look), await typesetterFor(look)))
  const told = arrangeTold(since)
  return gathered(jsonObject(Object.entries(told).map(([key, value]) => ({ key, value }))))
}
