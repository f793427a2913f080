import type { FlowingReport } from '../model/report.js'
import { busiestLines } from './busiest-lines.js'
import { clearLines } from './clear-lines.js'
import { BLANK } from './line.js'
import type { Line } from './line.js'
import { listDays } from './list-days.js'
import type { Look } from './look.js'
import { readLines } from './read-lines.js'
import { sinceLines } from './since-lines.js'
import { targetBlock } from './target-block.js'
import { groupByTarget } from './target-group.js'
import { problemLines, signalLines, starLines } from './trouble-lines.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { verdictLines } from './verdict-lines.js'
import { decidedLines, waivedLines } from './waived-lines.js'

function* tableLines(report: FlowingReport, look: Look): Generator<Line> {
  yield* verdictLines(report)
  if (!look.quiet) yield* clearLines(report)
  if (!look.quiet) yield* sinceLines(report, look)
  const days = listDays(report.inputs)
  for (const group of groupByTarget(report.findings)) {
    yield BLANK
    yield* targetBlock(group, days, look)
  }
  if (look.quiet) return
  yield* busiestLines(report)
  yield* starLines(report)
  yield* waivedLines(report)
  yield* decidedLines(report)
  yield* signalLines(report)
  yield* problemLines(report, look)
  yield* readLines(report)
}

/** The report for a person: the verdict, what leads to each listed party, and what was read. */
export async function renderTable(report: FlowingReport, look: Look): Promise<Iterable<string>> {
  return typeset(tableLines(report, look), await typesetterFor(look))
}
