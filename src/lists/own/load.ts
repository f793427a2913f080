import { basename } from 'node:path'
import { compareCodePoints } from '../../model/order.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { createRowCheck } from '../../records/row-check.js'
import { readTable } from '../../records/table.js'
import { beginList } from '../list-reading.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { mergeRows, type OwnRow } from './merge.js'
import { readOwnEntry } from './row.js'
import { isLikeEntities, OWN_SHAPE } from './shape.js'

/** Reads a user's own list: CSV with a header, JSON Lines or a JSON array, with the columns of CLI.md. */
export async function loadOwnList(
  file: ListFile,
  problems: ProblemSink,
  header: readonly string[],
): Promise<LoadedList> {
  const fileName = nameOf(file.path)
  if (isLikeEntities(header)) problems(likeEntities(file.path))
  const rows: OwnRow[] = []
  const reading = beginList(file, problems)
  const sink: ProblemSink = (problem) => {
    // Records without a row are a warning, a list without entries is an error, which is said below.
    if (problem.code !== 'no-rows') reading.problems(problem)
  }
  const next = createRowCheck(file.path, sink)
  const { said } = file.source
  const tally = await readTable(
    file.source,
    {
      role: 'list',
      shape: OWN_SHAPE,
      ...(said === undefined ? {} : { said }),
      needed: () => ['name'],
      row(row, counted) {
        const check = next(row)
        const entry = readOwnEntry(check, fileName)
        if (entry === undefined) counted.reject()
        else rows.push({ entry, row: counted.accept(check.degraded) })
      },
      rejectedNames() {
        // A rejected row of a list is an error; its names are nobody's that the user deals with.
      },
    },
    sink,
  )
  const entries = mergeRows(rows, tally, sink)
  if (entries.length === 0 && reading.errors() === 0) sink(noEntries(file.path))
  const name = [...new Set(entries.map((entry) => entry.list))].sort(compareCodePoints).join(', ') || fileName
  return reading.end({ name, day: undefined, entries, whole: true }, tally)
}

function nameOf(path: string): string {
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/(?<=.)\.[^.]*$/, '')
}

function noEntries(file: string): Problem {
  return { severity: 'error', code: 'list-empty', message: 'expected a list, got a header and no entries', file }
}

function likeEntities(file: string): Problem {
  const message =
    'the file has the columns of a file of entities and none that only a list has; every party in it is taken as listed'
  return {
    severity: 'warning',
    code: 'list-like-entities',
    message,
    hint: 'give your own parties as [entities…], not as --list',
    file,
  }
}
