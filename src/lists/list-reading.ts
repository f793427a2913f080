import { parsePartialDate, type PartialDate } from '../model/date.js'
import type { ListEntry } from '../model/entry.js'
import type { ProblemSink } from '../model/problem.js'
import type { Tally } from '../records/tally.js'
import { otherDay } from './list-day.js'
import type { ListFile, LoadedList } from './loaded.js'

/** A list file while it is read: every format begins and ends in the same way. */
export interface ListReading {
  /** Where problems go, which counts the errors among them. */
  readonly problems: ProblemSink
  readonly errors: () => number
  end(list: ReadList, tally: Tally): LoadedList
}

export interface ReadList {
  readonly name: string
  /** The day in the file. */
  readonly day: PartialDate | undefined
  readonly entries: readonly ListEntry[]
  /** Whether the file could be read to its end. */
  readonly whole: boolean
}

export function beginList(file: ListFile, problems: ProblemSink): ListReading {
  let errors = 0
  const sink: ProblemSink = (problem) => {
    if (problem.severity === 'error') errors++
    problems(problem)
  }
  return {
    problems: sink,
    errors: () => errors,
    end({ name, day: inFile, entries, whole }, tally) {
      if (whole && inFile !== undefined && file.day !== undefined && file.day !== inFile.text)
        sink(otherDay(file.path, inFile.text, file.day))
      const day = inFile ?? parsePartialDate(file.day ?? '')
      const dated = day === undefined ? { list: name } : { list: name, publishedOn: day.text }
      const input = tally.input({ ...dated, entries: entries.length })
      // Every rejected row has said one error; any other means that the file is refused or could not be read to its end.
      const complete = whole && entries.length > 0 && errors === tally.rejected
      return { name, ...(day === undefined ? {} : { day }), entries, inputs: [input], complete }
    },
  }
}
