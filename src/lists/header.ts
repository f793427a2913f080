import { Readable } from 'node:stream'
import { jsonCells } from '../records/json-cells.js'
import { readJsonRecords } from '../sources/json.js'
import type { ListHead } from './head.js'

/** The names of a file's fields: the first row of a CSV, the keys of the first JSON record. */
export async function headerOf(head: ListHead): Promise<readonly string[]> {
  if (head.kind === 'csv') return head.rows[0] ?? []
  if (head.kind === 'xml') return []
  let keys: readonly string[] | undefined
  const source = {
    path: '',
    open: () => Promise.resolve(Readable.from([Buffer.from(head.text)], { objectMode: false })),
  }
  await readJsonRecords(source, {
    kind: head.kind,
    onRecord: (value) => {
      keys ??= jsonCells(value)?.keys
    },
    onBroken() {
      // The head may end within a record.
    },
  })
  return keys ?? []
}
