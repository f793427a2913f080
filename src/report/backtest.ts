import type { Backtest, BacktestDay, BacktestParty, DesignatedWithin } from '../model/backtest.js'
import { backtestLines } from './backtest-lines.js'
import { gathered, type Piece } from './gather.js'
import { itemsField, jsonObject, mapped } from './json-stream.js'
import { each, inOrder } from './key-order.js'
import type { Look } from './look.js'
import { arrangeInput, arrangeOptions, arrangeProblem, arrangeTool } from './report-order.js'
import { csvCell } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'

export const BACKTEST_FORMATS = ['table', 'json', 'csv'] as const
export type BacktestFormat = (typeof BACKTEST_FORMATS)[number]

const arrangeWithin = inOrder<DesignatedWithin>({ months: true, designated: true, share: true, whole: true })
const arrangeDay = inOrder<BacktestDay>({
  day: true,
  sources: true,
  flagged: true,
  byHops: true,
  within: each(arrangeWithin),
})
const arrangeParty = inOrder<BacktestParty>({
  id: true,
  name: true,
  timeline: each(inOrder<BacktestParty['timeline'][number]>({ day: true, hops: true })),
  firstFlagged: true,
  hops: true,
  designatedOn: true,
  lists: true,
  leadDays: true,
})

function jsonPieces(its: Backtest): Iterable<Piece> {
  return jsonObject([
    { key: 'schemaVersion', value: its.schemaVersion },
    { key: 'tool', value: arrangeTool(its.tool) },
    { key: 'complete', value: its.complete },
    { key: 'options', value: arrangeOptions(its.options) },
    itemsField('inputs', its.inputs, arrangeInput),
    itemsField('problems', its.problems, arrangeProblem),
    itemsField('days', its.days, arrangeDay),
    itemsField('designated', its.designated, arrangeParty),
    itemsField('others', its.others, arrangeParty),
  ])
}

function csvRow({ id, name, firstFlagged, hops, designatedOn, lists, leadDays, timeline }: BacktestParty): string {
  const told = timeline.map((one) => `${one.day}: ${one.hops < 0 ? 'none' : one.hops}`).join('; ')
  const texts = [id, name, firstFlagged ?? '', designatedOn ?? '', (lists ?? []).join('; '), told].map(csvCell)
  const [party, called, first, designated, on, line] = texts
  return `${[party, called, first, hops ?? '', designated, leadDays ?? '', on, line].join(',')}\n`
}

/** A row for each party, those that were designated first. */
function* csvRows({ designated, others }: Backtest): Generator<string> {
  yield 'party_id,party_name,first_flagged,hops,designated_on,lead_days,lists,timeline\n'
  yield* mapped(designated, csvRow)
  yield* mapped(others, csvRow)
}

async function pieces(its: Backtest, format: BacktestFormat, look: Look): Promise<Iterable<Piece>> {
  switch (format) {
    case 'table':
      return typeset(backtestLines(its, look), await typesetterFor(look))
    case 'json':
      return jsonPieces(its)
    case 'csv':
      return csvRows(its)
  }
}

/** The answer of `backtest` in any format, in pieces. */
export async function renderBacktest(its: Backtest, format: BacktestFormat, look: Look): Promise<Iterable<string>> {
  return gathered(await pieces(its, format, look))
}
