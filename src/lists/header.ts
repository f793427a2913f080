import { readJsonRecords } from '../sources/json.js'
import { textSource, type ListHead } from './head.js'

/** The names of a file's fields: the first row of a CSV, the keys of the first JSON record. */
export async function headerOf(head: ListHead): Promise<readonly string[]> {
  if (head.kind === 'csv') return head.rows[0] ?? []
  if (head.kind === 'xml') return []
  const { jsonCells } = await import('../records/json-cells.js')
  let keys: readonly string[] | undefined
  await readJsonRecords(textSource(head.text), {
    kind: head.kind,
    ...(head.within === undefined ? {} : { within: head.within }),
    onRecord: (value) => {
      keys ??= jsonCells(value)?.keys
    },
    onBroken() {
      // The head may end within a record.
    },
  })
  return keys ?? []
}
