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
  const know = kernel.functionOf('know')
  const fold = kernel.functionOf('fold')
  const place = kernel.at('NAMES')
  const most = kernel.at('MOST_NAMES')
  const which = new Int32Array(most)

  function knowAll(texts: Iterable<string>, what: string): void {
    const role = kernel.at(what)
    for (const text of texts) {
      if (!PLAIN.test(text)) continue
      for (let at = 0; at < text.length; at++) bytes[place + at] = text.charCodeAt(at)
      if (know(text.length, role) === 0) throw new RangeError('more legal forms than the kernel has room for')
    }
  }
  const { classes, leading, firstWords, lastWords } = formTable()
  knowAll(classes.keys(), 'PHRASE')
  knowAll(leading, 'LEADING')
  knowAll(firstWords, 'FIRST')
  knowAll(lastWords, 'LAST')
  knowAll(
    parting.filter((word) => word !== TRADING),
    'PARTS',
  )
  knowAll([TRADING], 'TRADING')
  knowAll([AS], 'AS')

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
    fold,
  }
}

const TRADING = 'trading'
