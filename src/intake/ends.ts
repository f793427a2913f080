import { createInterner } from '../graph/intern.js'
import type { Place } from '../model/problem.js'
import type { Ends } from '../parties/resolve.js'

/** The distinct texts that name ends and handlers, each with the place where it was first read. */
export interface EndTable extends Ends {
  /** The end of this text, a new one where it has none yet. */
  endOf(text: string, file: number, line: number): number
}

export function createEndTable(pathOf: (file: number) => string): EndTable {
  const texts = createInterner()
  const files: number[] = []
  const lines: number[] = []
  return {
    get count() {
      return texts.size
    },
    textOf: texts.textOf,
    placeOf: (end): Place => ({ file: pathOf(files[end] ?? -1), line: lines[end] ?? 0 }),
    endOf(text, file, line) {
      const end = texts.idOf(text)
      if (end === files.length) {
        files.push(file)
        lines.push(line)
      }
      return end
    },
  }
}
