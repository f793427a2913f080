import type { FlowingReport } from '../model/report.js'
import type { Piece } from './gather.js'
import { arrayPieces, ITEM_MARGIN, itemsField, jsonObject } from './json-stream.js'
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

/** The report as one JSON document, in pieces of at most one finding. */
export function renderJson(report: FlowingReport): Iterable<Piece> {
  const findings = findingWriter(report.findings, arrangeFinding.writerAt(ITEM_MARGIN))
  return jsonObject([
    { key: 'schemaVersion', value: report.schemaVersion },
    { key: 'tool', value: arrangeTool(report.tool) },
    { key: 'complete', value: report.complete },
    { key: 'asOf', value: report.asOf },
    { key: 'options', value: arrangeOptions(report.options) },
    itemsField('inputs', report.inputs, arrangeInput),
    itemsField('problems', report.problems, arrangeProblem),
    itemsField('signals', report.signals, arrangeSignal),
    itemsField('hubs', report.hubs, arrangeHub),
    itemsField('stops', report.stops, arrangeStop),
    { key: 'summary', value: arrangeSummary(report.summary) },
    { key: 'findings', items: arrayPieces(placesOf(report.findings), findings) },
    itemsField('waived', report.waived, arrangeWaived),
    { key: 'decided', value: report.decided?.map(arrangeDecided) },
    { key: 'baseline', value: report.baseline === undefined ? undefined : arrangeSince(report.baseline) },
  ])
}
