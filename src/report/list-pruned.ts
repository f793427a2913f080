import type { Pruned, Version } from '../model/list-cache.js'
import { gathered } from './gather.js'
import { dotted, line, type Line } from './line.js'
import { dayText } from './list-outcomes.js'
import type { Look } from './look.js'
import { jsonSafe } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { counted } from './wording.js'

export const PRUNE_FORMATS = ['table', 'json'] as const

const HASH = 12

export async function renderPruned(
  pruned: Pruned,
  format: (typeof PRUNE_FORMATS)[number],
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'json') return [jsonSafe(`${JSON.stringify(pruned, undefined, 2)}\n`)]
  return gathered(typeset(lines(pruned), await typesetterFor(look)))
}

function* lines({ dryRun, removed, kept, decisionDays }: Pruned): Generator<Line> {
  for (const version of removed) yield removedLine(version)
  const what = dryRun ? 'would be taken away' : 'taken away'
  const stays = kept.reduce((sum, { versions }) => sum + versions, 0)
  yield line(0, [
    { text: `${counted(removed.length, 'version')} ${what}, ${counted(stays, 'version')} kept`, tone: 'strong' },
  ])
  if (decisionDays.length === 0) return
  yield line(0, [
    { text: `Those of ${counted(decisionDays.length, 'day')} of decisions are among those kept.`, tone: 'faint' },
  ])
}

function removedLine(version: Version): Line {
  return line(2, [
    { text: version.name, tone: 'strong' },
    ...dotted([
      { text: dayText(version) },
      { text: counted(version.entries, 'entry', 'entries') },
      { text: version.hash.slice(0, HASH), tone: 'faint' },
    ]),
  ])
}
