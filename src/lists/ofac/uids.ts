import type { ProblemSink } from '../../model/problem.js'
import type { OfacRow, OfacRows } from './read.js'
import { isKnownType } from './rows.js'

type Cells = readonly string[]

/**
 * Counts the rows of the main file and gives those that make entries. A uid is one party's: the same row again is counted once, and
 * rows that say different things of one uid are all rejected, because nobody can tell which is right.
 */
export function settleUids(main: OfacRows<Cells>, problems: ProblemSink): readonly OfacRow<Cells>[] {
  const path = main.tally.path
  const firsts = new Map<string, OfacRow<Cells>>()
  const clashing = new Map<string, number[]>()
  for (const row of main.rows) {
    const { uid } = row
    const first = firsts.get(uid)
    if (first === undefined) firsts.set(uid, row)
    else if (row.said.some((cell, at) => cell.trim() !== first.said[at]?.trim())) {
      clashing.set(uid, [...(clashing.get(uid) ?? [first.line]), row.line])
    } else {
      const message = `the entry ${uid} is there twice, the same as in line ${first.line}; it counts once`
      problems({ severity: 'warning', code: 'uid-repeated', message, file: path, line: row.line })
    }
  }
  for (const [uid, lines] of clashing) {
    const message = `expected one row for the uid ${uid}, got different ones in lines ${lines.join(', ')}; none is used`
    for (const line of lines) problems({ severity: 'error', code: 'uid-twice', message, file: path, line })
  }
  for (const row of main.rows) {
    if (clashing.has(row.uid)) main.tally.reject()
    else main.tally.accept(row.line === main.brokenOff || !isKnownType(row.said[2]))
  }
  const all = [...firsts.values()]
  return clashing.size === 0 ? all : all.filter((row) => !clashing.has(row.uid))
}
