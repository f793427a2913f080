import type { IdTable } from '../columns/id-table.js'
import { formTable } from './legal-forms.js'
import { startNameBatch } from './name-batch.js'

/** Folds names of plain ASCII by the thousand, without a string a word: kernel/forms.ts. Of a million names most are such. */
export interface NameFold {
  /** The cores, from where `bounds` says that each begins to where it ends; they hold until the next call. */
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly bounds: Int32Array
  /** Takes names of a table, from one on, and gives how many: none where that one is too long. */
  take(names: IdTable, from: number): number
  takeOne(bytes: Uint8Array, start: number, end: number): number
  /**
   * Folds names that were taken, from a place among them on, up to the first whose core `foldName` may see in more ways than one, or that words may
   * part into several names; how many.
   */
  fold(from: number, taken: number): number
}

const PLAIN = /^[a-z0-9]+$/
const AS = 'as'

/** @param parting words that may part a cell into several names; `trading` does so before an `as` alone. */
export function createNameFold(parting: readonly string[]): NameFold {
  const batch = startNameBatch()
  const { kernel, bytes } = batch
  const most = kernel.at('MOST_NAMES')
  const which = new Int32Array(most)
  const { classes, leading, firstWords, lastWords } = formTable()
  const roles: readonly (readonly [string, Iterable<string>])[] = [
    ['PHRASE', classes.keys()],
    ['LEADING', leading],
    ['FIRST', firstWords],
    ['LAST', lastWords],
    ['PARTS', parting.filter((word) => word !== TRADING)],
    ['TRADING', [TRADING]],
    ['AS', [AS]],
  ]
  for (const [role, texts] of roles)
    batch.tell(
      [...texts].filter((text) => PLAIN.test(text)),
      'know',
      kernel.at(role),
    )

  return {
    bytes,
    view: new DataView(bytes.buffer),
    bounds: new Int32Array(kernel.memory, kernel.at('CORES'), most * 2),
    take(names, from) {
      const count = Math.min(names.size - from, most)
      for (let at = 0; at < count; at++) which[at] = from + at
      return batch.take(names, which.subarray(0, count), 0)
    },
    takeOne: batch.takeOne,
    fold: kernel.functionOf('fold'),
  }
}

const TRADING = 'trading'
