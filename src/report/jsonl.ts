import type { FlowingReport } from '../model/report.js'
import type { Piece } from './gather.js'
import { jsonLine, linesOf, typedLines, typedWriter } from './json-stream.js'
import { findingWriter, placesOf } from './outlined.js'
import {
  arrangeDecided,
  arrangeFinding,
  arrangeHub,
  arrangeStop,
  arrangeInput,
  arrangeOptions,
  arrangeProblem,
  arrangeSignal,
  arrangeSummary,
  arrangeTool,
  arrangeWaived,
} from './report-order.js'
import { arrangeSince } from './since-order.js'

function summaryLine(report: FlowingReport): string {
  return jsonLine({
    type: 'summary',
    complete: report.complete,
    schemaVersion: report.schemaVersion,
    tool: arrangeTool(report.tool),
    asOf: report.asOf,
    options: arrangeOptions(report.options),
    inputs: report.inputs.map(arrangeInput),
    hubs: report.hubs.map(arrangeHub),
    stops: report.stops.map(arrangeStop),
    summary: arrangeSummary(report.summary),
    ...(report.decided === undefined ? {} : { decided: report.decided.map(arrangeDecided) }),
    ...(report.baseline === undefined ? {} : { baseline: arrangeSince(report.baseline) }),
  })
}

/** A line for each finding, waiver, problem and signal, then the summary: a stream without it was cut off. */
export function* renderJsonl(report: FlowingReport): Generator<Piece> {
  yield* linesOf(placesOf(report.findings), findingWriter(report.findings, typedWriter('finding', arrangeFinding)))
  yield* typedLines('waived', report.waived, arrangeWaived)
  yield* typedLines('problem', report.problems, arrangeProblem)
  yield* typedLines('signal', report.signals, arrangeSignal)
  yield summaryLine(report)
}
