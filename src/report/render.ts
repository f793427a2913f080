import type { FlowingReport } from '../model/report.js'
import { gathered, gatheredPieces, type Piece } from './gather.js'
import type { Look } from './look.js'
import type { Screened } from '../model/screened.js'

/** Formats of every answer; a report has more. */
export const ANSWER_FORMATS = ['table', 'json', 'jsonl', 'csv'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

export const FORMATS = [...ANSWER_FORMATS, 'markdown', 'sarif', 'junit', 'dot'] as const
export type Format = (typeof FORMATS)[number]

async function pieces(
  report: FlowingReport,
  format: Format,
  look: Look,
  screened: Screened | undefined,
): Promise<Iterable<Piece>> {
  switch (format) {
    case 'table':
      return (await import('./table.js')).renderTable(report, look)
    case 'json':
      return (await import('./json.js')).renderJson(report)
    case 'jsonl':
      return (await import('./jsonl.js')).renderJsonl(report)
    case 'csv':
      return (await import('./csv.js')).renderCsv(report)
    case 'markdown':
      return (await import('./markdown.js')).renderMarkdown(report)
    case 'sarif':
      return (await import('./sarif.js')).renderSarif(report)
    case 'junit':
      return (await import('./junit.js')).renderJunit(report, screened)
    case 'dot':
      return (await import('./dot.js')).renderDot(report)
  }
}

/**
 * The report as text, in pieces of a size that is good to write, each made when it is asked for: a million findings are
 * never one string. Only the code of the format asked for is loaded.
 *
 * @param screened every party that was screened, for `junit`, which shows the clear ones too.
 */
export async function renderReport(
  report: FlowingReport,
  format: Format,
  look: Look,
  screened?: Screened,
): Promise<Iterable<string>> {
  return gathered(await pieces(report, format, look, screened))
}

/** The same for who writes it: what is bytes already stays so. */
export async function renderPieces(
  report: FlowingReport,
  format: Format,
  look: Look,
  screened?: Screened,
): Promise<Iterable<Piece>> {
  return gatheredPieces(await pieces(report, format, look, screened))
}
