import { viaOf } from '../graph/links.js'
import type { ProblemSink } from '../model/problem.js'
import type { Intake } from './intake.js'

/** Takes back rows that can't stand: records with two names under one id, links with an end that fits two parties which contradict each other. */
export function rejectUnresolved(
  intake: Intake,
  rejected: ReadonlySet<number>,
  partyOfEnd: Int32Array,
  problems: ProblemSink,
): void {
  for (const record of rejected) {
    intake.tallies[intake.records.fileOf(record)]?.rejectLater({ row: intake.records.rowOf(record) })
  }
  if (!partyOfEnd.includes(-1)) return
  const { links, ends } = intake
  const fitsTwo = (end: number): boolean => partyOfEnd[end] === -1
  for (let link = 0; link < links.count; link++) {
    const [from, to] = [links.from[link] ?? -1, links.to[link] ?? -1]
    const file = links.file.at(link)
    const tally = intake.tallies[file]
    if (tally === undefined) continue
    const bad = fitsTwo(from) ? { column: 'from', end: from } : fitsTwo(to) ? { column: 'to', end: to } : undefined
    const handler = viaOf(links, link).find(fitsTwo)
    if (bad !== undefined) tally.rejectLater({ row: links.row.at(link) })
    const named = bad ?? (handler === undefined ? undefined : { column: 'via', end: handler })
    if (named === undefined) continue
    problems({
      severity: 'error',
      code: bad === undefined ? 'via-fits-two' : 'row-fits-two',
      message: `expected one party, got ${JSON.stringify(ends.texts.textOf(named.end))}, which fits two parties that contradict each other`,
      hint: 'name the party by its id',
      ...intake.placeOf(link),
      column: named.column,
    })
  }
}
