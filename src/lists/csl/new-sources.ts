import type { Problem } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import type { CslRecord } from './entry.js'
import { cslSource } from './sources.js'

export interface NewSources {
  look(record: CslRecord): void
  problems(): readonly Omit<Problem, 'file'>[]
}

/** Remembers sources that the table of kinds does not have: whether such a list freezes or not nobody has told us. */
export function newSources(): NewSources {
  const met = new Map<string, number>()
  return {
    look(record) {
      const text = record.text('source')
      if (cslSource(text) === undefined && !met.has(text)) met.set(text, record.line)
    },
    problems: () =>
      [...met].map(([text, line]) => ({
        severity: 'warning',
        code: 'source-unknown',
        message: `expected one of the lists that are known, got the source ${quote(text)}; its entries are taken as export controls`,
        hint: 'look for a newer version of this tool, which knows what the list does',
        line,
      })),
  }
}
