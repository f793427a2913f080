import { existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { append } from '../model/append.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import type { Input } from '../model/report.js'
import { isName } from '../records/row.js'
import type { OpenPath } from './inputs.js'
import { usage } from './usage.js'
import { bareQuery, notAName, type Query, type ReadQueries } from './query.js'

const NOTHING: Problem = {
  severity: 'error',
  code: 'nothing-screened',
  message: 'there is no name to match',
  hint: 'give names, or one a line on standard input',
}

/** A file taken for a name would have no candidate, and its names would be cleared unread. */
export function filesAmong(words: readonly string[]): readonly Problem[] {
  const files = words.filter((word) => extname(word) !== '' && existsSync(word) && statSync(word).isFile())
  return files.map((file) =>
    usage(
      `expected a name, got ${JSON.stringify(file)}, which is a file`,
      `names are read from standard input: hopscreen match - < ${file}; records are screened: hopscreen screen ${file}`,
    ),
  )
}

async function readWord(word: string, open: OpenPath, problems: ProblemSink): Promise<ReadQueries> {
  if (word === '-') {
    // All that reads records is loaded with it; a name that is typed needs nothing of that.
    const { readStreamed } = await import('./streamed-queries.js')
    return readStreamed(open(word), problems)
  }
  if (isName(word)) return { queries: [bareQuery(word)], inputs: [] }
  problems(notAName(word))
  return { queries: [], inputs: [] }
}

/** The names of a command line, in their order; `-` stands for those on standard input. */
export async function readQueries(
  words: readonly string[],
  open: OpenPath,
  problems: ProblemSink,
): Promise<ReadQueries> {
  const queries: Query[] = []
  const inputs: Input[] = []
  for (const word of words) {
    const read = await readWord(word, open, problems)
    append(queries, read.queries)
    append(inputs, read.inputs)
  }
  if (queries.length === 0) problems(NOTHING)
  return { queries, inputs }
}
