import { createTally } from '../records/tally.js'
import { readBytes } from '../sources/bytes.js'
import type { ListFile, LoadedList } from './loaded.js'

/** A file that is no list, with its hash all the same: the report says of every input which bytes it was. */
export async function unusable(file: ListFile): Promise<LoadedList> {
  const tally = createTally('list', file.path)
  const { facts } = await readBytes(file.source, { write: () => undefined, end: () => undefined })
  tally.finish('unknown', facts)
  return { name: file.path, entries: [], inputs: [tally.input({ entries: 0 })], complete: false }
}
