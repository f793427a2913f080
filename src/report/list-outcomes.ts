import type { ListOutcome, ListOutcomes, Version } from '../model/list-cache.js'
import { gathered } from './gather.js'
import { BLANK, dotted, line, type Line } from './line.js'
import type { Look } from './look.js'
import { jsonSafe } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { counted, grouped } from './wording.js'

export const OUTCOME_FORMATS = ['table', 'json'] as const

const HASH = 12

/** What became of each list of an update or an import. */
export async function renderOutcomes(
  told: ListOutcomes,
  format: (typeof OUTCOME_FORMATS)[number],
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'json') return [jsonSafe(`${JSON.stringify(told, undefined, 2)}\n`)]
  return gathered(typeset(lines(told), await typesetterFor(look)))
}

function* lines({ cache, lists }: ListOutcomes): Generator<Line> {
  const width = Math.max(0, ...lists.map(({ name }) => name.length))
  for (const list of lists) yield outcomeLine(list, width)
  if (lists.length > 0) yield BLANK
  yield line(0, [{ text: `Cache: ${cache}`, tone: 'faint' }])
}

const TONES = { new: 'good', unchanged: 'faint', failed: 'grave' } as const

function outcomeLine({ name, outcome, version, before }: ListOutcome, width: number): Line {
  const facts =
    version === undefined
      ? [{ text: outcome === 'failed' ? 'there is none' : '' }]
      : dotted([
          { text: outcome === 'failed' ? `${dayText(version)} stays` : dayText(version) },
          ...factsOf(version, before),
        ])
  return line(0, [
    { text: name, tone: 'strong', pad: width },
    { text: outcome, tone: TONES[outcome], pad: 'unchanged'.length },
    ...facts,
  ])
}

/** The day of a version; an unknown one is said. */
export function dayText({ day }: Pick<Version, 'day'>): string {
  return day ?? 'day unknown'
}

function factsOf(version: Version, before: Version | undefined) {
  const difference = before === undefined ? 0 : version.entries - before.entries
  const change = difference === 0 ? '' : ` (${difference > 0 ? '+' : '-'}${grouped(Math.abs(difference))})`
  return [
    { text: `${counted(version.entries, 'entry', 'entries')}${change}` },
    { text: version.format },
    { text: version.hash.slice(0, HASH), tone: 'faint' as const },
  ]
}
