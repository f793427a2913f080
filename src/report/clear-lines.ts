import type { Input, FlowingReport } from '../model/report.js'
import { prose } from './line.js'
import type { Line } from './line.js'
import { counted, grouped, listed } from './wording.js'

function listText(input: Input): string {
  const day = input.publishedOn === undefined ? 'of unknown day' : `of ${input.publishedOn}`
  return `${input.list ?? input.path} ${day} (${counted(input.entries ?? 0, 'entry', 'entries')})`
}

function walkText({ options, waived }: FlowingReport): string {
  if (options.hops === 1) return 'nothing was walked, since only listed and owned parties were asked for (--hops 1)'
  const sides = options.direction === 'both' ? 'suppliers and customers' : options.direction
  return `no chain of fewer than ${grouped(options.hops)} hops through ${sides} leads to a listed party${waived.length === 0 ? '' : ', but for what is waived'}`
}

/** What it means that nothing was found, and what it does not mean. */
export function clearLines(report: FlowingReport): Line[] {
  if (report.findings.length > 0 || (report.baseline?.standing.length ?? 0) > 0) return []
  const { namesScreened } = report.summary
  const lists = report.inputs.filter((input) => input.role === 'list' && input.entries !== undefined)
  const against = lists.length === 0 ? 'no list at all' : listed(lists.map(listText))
  const names = `${counted(namesScreened, 'name was', 'names were')} held against ${against}`
  const text = `This means: ${names}, and ${walkText(report)}. Of links that the records do not hold it says nothing.`
  return [prose(0, text)]
}
