import { createEndTable, type EndTable } from '../../src/intake/ends.js'
import type { EntityRecord } from '../../src/model/record.js'
import { createEntityTable, type EntityTable } from '../../src/parties/entity-table.js'

export function tableOf(records: readonly EntityRecord[]): EntityTable {
  const table = createEntityTable()
  for (const [row, record] of records.entries()) table.add(record, 0, row)
  return table
}

export function endsOf(texts: readonly string[]): EndTable {
  const ends = createEndTable(() => 'links.csv')
  for (const [at, text] of texts.entries()) ends.endOf(text, 0, at + 2)
  return ends
}
