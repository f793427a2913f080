import type { Change, Since, Stand } from '../model/baseline.js'
import { gathered } from './gather.js'
import { jsonObject } from './json-stream.js'
import { each, inOrder } from './key-order.js'
import { line, type Line } from './line.js'
import type { Look } from './look.js'
import { arrangeFinding } from './report-order.js'
import { changesLines, sinceText } from './since-lines.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'

const arrangeNamed = inOrder<Change['party']>({ id: true, name: true })
const arrangeStand = inOrder<Stand>({ hops: true, confidence: true, afterDesignation: true })

const arrangeChange = inOrder<Change>({
  change: true,
  id: true,
  kind: true,
  party: arrangeNamed,
  target: arrangeNamed,
  was: arrangeStand,
  now: arrangeStand,
  why: true,
})

export const arrangeSince = inOrder<Since>({
  asOf: true,
  version: true,
  complete: true,
  changes: each(arrangeChange),
  standing: each(arrangeFinding),
})

function* lines(since: Since, look: Look): Generator<Line> {
  yield line(0, [{ text: sinceText(since), tone: 'strong', flows: true }])
  yield* changesLines(since, look)
}

/** What `diff` answers: the changes for a person, or as one JSON document. */
export async function renderChanges(since: Since, format: 'table' | 'json', look: Look): Promise<Iterable<string>> {
  if (format === 'table') return gathered(typeset(lines(since, look), await typesetterFor(look)))
  const { standing: _, ...told } = arrangeSince(since)
  return gathered(jsonObject(Object.entries(told).map(([key, value]) => ({ key, value }))))
}
