import type { ScannedWords } from './entity-row-scanner.js'
import type { Reading } from './values.js'

/** Cells of a column that holds one of a few words: each word is judged once, as a text. */
export interface CellWords<Word> {
  /** The place in `words` of the cell in this row of those that the scanner took last; -1 where it can't be remembered. */
  placeOf(row: number): number
  /** What each means; `undefined` where it is for the reader of texts. */
  readonly words: readonly (Word | undefined)[]
}

/** Different words of a column that are remembered; a column of more is no column of words. */
const MOST_WORDS = 10_000

/** @param empty what an empty cell means. */
export function createCellWords<Word>(
  { bounds, found, note }: ScannedWords,
  empty: Word,
  textOf: (start: number, end: number) => string,
  read: (text: string) => Reading<Word>,
): CellWords<Word> {
  const known = new Map<string, number>([['', 0]])
  const words: (Word | undefined)[] = [empty]

  function search(start: number, end: number): number {
    const text = textOf(start, end)
    let place = known.get(text)
    if (place === undefined) {
      if (words.length === MOST_WORDS) return -1
      const reading = read(text)
      place = words.push(reading.ok ? reading.value : undefined) - 1
      known.set(text, place)
    }
    note(start, end, place)
    return place
  }

  return {
    words,
    placeOf(row) {
      const place = found[row] ?? -1
      return place === -1 ? search(bounds[row * 2] ?? 0, bounds[row * 2 + 1] ?? 0) : place
    },
  }
}
