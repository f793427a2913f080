import type { Problem } from '../model/problem.js'
import type { Input } from '../model/report.js'
import type { Subject } from '../model/subject.js'

/** A name to hold against the lists, with what else is known of who bears it. */
export interface Query {
  /** As it was given. */
  readonly text: string
  readonly subject: Subject
}

export interface ReadQueries {
  readonly queries: readonly Query[]
  /** Of standard input, where its rows are records. */
  readonly inputs: readonly Input[]
}

export function bareQuery(text: string): Query {
  return { text, subject: { names: [text], type: 'unknown', countries: [], identifiers: [], dates: [] } }
}

export function notAName(text: string): Problem {
  return { severity: 'error', code: 'no-name', message: `expected a name, got ${JSON.stringify(text)}` }
}
