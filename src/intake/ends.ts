import { widenInt32 } from '../columns/widen.js'
import type { Place } from '../model/problem.js'
import { createIdTable, type PackedIds } from '../columns/id-table.js'
import type { Ends } from '../parties/resolve.js'

/** The distinct texts that name ends and handlers, each with the place where it was first read. */
export interface EndTable extends Ends {
  /** The end of this text, a new one where it has none yet. */
  endOf(text: string, file: number, line: number): number
  /** The end of the text; -1 where it never came. */
  find(text: string): number
  /** Takes over what another thread read of a file; gives the end of each of its ids, or nothing where they are the same. */
  takeOver(ids: PackedIds, file: number, lines: Uint32Array): Int32Array | undefined
}

/** Texts that are looked up together. */
const BATCH = 4096

export function createEndTable(pathOf: (file: number) => string): EndTable {
  let texts = createIdTable()
  let count = 0
  let files: Int32Array = new Int32Array(1024)
  let lines: Int32Array = new Int32Array(1024)

  function reach(size: number): void {
    if (size <= files.length) return
    files = widenInt32(files, Math.max(size, files.length * 2))
    lines = widenInt32(lines, files.length)
  }

  function note(end: number, file: number, line: number): void {
    if (end !== count) throw new Error('an end came after the ids of records')
    reach(++count)
    files[end] = file
    lines[end] = line
  }

  return {
    get count() {
      return count
    },
    get texts() {
      return texts
    },
    placeOf: (end): Place => ({ file: pathOf(files[end] ?? -1), line: lines[end] ?? 0 }),
    find: (text) => texts.findText(text),
    endOf(text, file, line) {
      const end = texts.internText(text)
      if (end >= count) note(end, file, line)
      return end
    },
    takeOver(ids, file, linesOf) {
      if (texts.size === 0) {
        texts = createIdTable({ packed: ids })
        count = ids.size
        reach(count)
        files.fill(file, 0, count)
        lines.set(linesOf)
        return undefined
      }
      const { arena, starts } = ids
      const view = new DataView(arena.buffer, arena.byteOffset, arena.byteLength)
      const ends = new Int32Array(ids.size)
      const bounds = new Int32Array(BATCH * 2)
      for (let first = 0; first < ids.size; first += BATCH) {
        const size = Math.min(BATCH, ids.size - first)
        for (let at = 0; at < size; at++) {
          bounds[at * 2] = starts[first + at] ?? 0
          bounds[at * 2 + 1] = starts[first + at + 1] ?? 0
        }
        const its = ends.subarray(first, first + size)
        texts.internAll(arena, view, bounds, size, its)
        its.forEach((end, at) => {
          if (end >= count) note(end, file, linesOf[first + at] ?? 0)
        })
      }
      return ends
    },
  }
}
