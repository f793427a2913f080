import type { ListEntry } from '../model/entry.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import { quote } from '../records/quote.js'
import type { RowRef, Tally } from '../records/tally.js'

/** Takes the entries of a list that is no table of rows: each is a row of its own in the counts. */
export interface Collector {
  /** Counts the entry; one without a name or a key is rejected, which is said. */
  add(entry: ListEntry, degraded?: boolean): void
  reject(problem: Pick<Problem, 'code' | 'message' | 'hint'>, line: number): void
  /** After the last: the entries that count. */
  finish(): readonly ListEntry[]
}

interface Kept {
  readonly entry: ListEntry
  readonly row: RowRef
  /** Made when the key is met again. */
  content?: string
}

/** What tells two entries apart, wherever they stand. */
function contentOf(entry: ListEntry): string {
  const { place: _, ...content } = entry
  return JSON.stringify(content)
}

function isSame(before: Kept, entry: ListEntry): boolean {
  before.content ??= contentOf(before.entry)
  return before.content === contentOf(entry)
}

/**
 * An entry that is there again with the same content counts once, with one warning for the file. Entries that say different things under
 * one key are all rejected, since nobody can tell which is right.
 */
export function createCollector(tally: Tally, problems: ProblemSink): Collector {
  const kept = new Map<string, Kept>()
  const clashing = new Map<string, ListEntry>()
  let firstList: string | undefined
  let repeated = 0
  let firstRepeated: ListEntry | undefined

  function reject({ code, message, hint }: Pick<Problem, 'code' | 'message' | 'hint'>, line: number): void {
    tally.reject()
    const more = hint === undefined ? {} : { hint }
    problems({ severity: 'error', code, message, ...more, file: tally.path, line })
  }

  function clash(key: string, entry: ListEntry): void {
    const first = kept.get(key)
    if (first !== undefined) {
      kept.delete(key)
      clashing.set(key, first.entry)
      tally.rejectLater(first.row)
      problems(twice(first.entry))
    }
    tally.reject()
    problems(twice(entry))
  }

  const twice = (entry: ListEntry): Problem => ({
    severity: 'error',
    code: 'uid-twice',
    message: `expected one entry ${quote(entry.entryId)}, got different ones; none is used`,
    file: tally.path,
    line: entry.place.line,
  })

  return {
    add(entry, degraded = false) {
      if (entry.entryId === '') {
        reject({ code: 'bad-uid', message: "expected the list's own key of an entry, got none" }, entry.place.line)
        return
      }
      if (entry.names.length === 0) {
        reject(
          { code: 'no-name', message: `expected a name of the entry ${quote(entry.entryId)}, got none` },
          entry.place.line,
        )
        return
      }
      firstList ??= entry.list
      // Nearly all files are of one list, and a text put together is one more to hash and to keep.
      const key = entry.list === firstList ? entry.entryId : `${entry.entryId}\0${entry.list}`
      const before = kept.get(key)
      if (clashing.has(key) || (before !== undefined && !isSame(before, entry))) clash(key, entry)
      else if (before !== undefined) {
        tally.accept(false)
        repeated++
        firstRepeated ??= entry
      } else kept.set(key, { entry, row: tally.accept(degraded) })
    },
    reject,
    finish() {
      if (firstRepeated !== undefined) {
        const message = `${repeated} entries are there more than once with the same content, the first of them ${quote(firstRepeated.entryId)}; each counts once`
        const { line } = firstRepeated.place
        problems({ severity: 'warning', code: 'uid-repeated', message, file: tally.path, line })
      }
      return [...kept.values()].map(({ entry }) => entry)
    },
  }
}
