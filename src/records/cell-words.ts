import { createIdTable } from '../columns/id-table.js'
import type { Reading } from './values.js'

/** Cells of a column that holds one of a few words: each word is judged once, as a text. */
export interface CellWords<Word> {
  /** Writes the place in `words` of each of `count` cells; -1 of one that can't be remembered. */
  placesOf(bytes: Uint8Array, view: DataView, bounds: Int32Array, count: number, into: Int32Array): void
  /** What each means; `undefined` where it is for the reader of texts. */
  readonly words: readonly (Word | undefined)[]
}

/** Different words of a column that are remembered, and those of one more call; a column of more is no column of words. */
const MOST_WORDS = 10_000

/** @param empty what an empty cell means. */
export function createCellWords<Word>(empty: Word, read: (text: string) => Reading<Word>): CellWords<Word> {
  const known = createIdTable()
  known.internText('')
  const words: (Word | undefined)[] = [empty]
  return {
    words,
    placesOf(bytes, view, bounds, count, into) {
      if (known.size < MOST_WORDS) known.internAll(bytes, view, bounds, count, into)
      else
        for (let at = 0; at < count; at++)
          into[at] = known.find(bytes, view, bounds[at * 2] ?? 0, bounds[at * 2 + 1] ?? 0)
      while (words.length < known.size) {
        const reading = read(known.textOf(words.length))
        words.push(reading.ok ? reading.value : undefined)
      }
    },
  }
}
