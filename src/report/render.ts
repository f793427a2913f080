import type { Report } from '../model/report.js'
import { gathered } from './gather.js'
import type { Look } from './look.js'

export const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const
export type Format = (typeof FORMATS)[number]

async function pieces(report: Report, format: Format, look: Look): Promise<Iterable<string>> {
  switch (format) {
    case 'table':
      return (await import('./table.js')).renderTable(report, look)
    case 'json':
      return (await import('./json.js')).renderJson(report)
    case 'jsonl':
      return (await import('./jsonl.js')).renderJsonl(report)
    case 'csv':
      return (await import('./csv.js')).renderCsv(report)
  }
}

/**
 * The report as text, in pieces of a size that is good to write, each made when it is asked for: a million findings are
 * never one string. Only the code of the format asked for is loaded.
 */
export async function renderReport(report: Report, format: Format, look: Look): Promise<Iterable<string>> {
  return gathered(await pieces(report, format, look))
}
