import { expect, test } from '@jest/globals'
import type { EntityRecord } from '../../src/model/record.js'
import { createEntityTable } from '../../src/parties/entity-table.js'

const record = (name: string): EntityRecord => ({
  name,
  type: 'unknown',
  aliases: [],
  identifiers: [],
  place: { file: 'entities.csv', line: 2 },
})

test('a file of more bytes than there is room for as many names is not refused for that: wide rows are few', () => {
  const table = createEntityTable()
  table.add(record('Peleng'), 0, 0)
  table.expect(2 ** 31)
  table.add(record('BelOMO'), 0, 1)
  table.add(record('Peleng'), 0, 2)
  expect([0, 1, 2].map((at) => table.names.textOf(table.nameAt(at)))).toEqual(['Peleng', 'BelOMO', 'Peleng'])
  expect(table.names.size).toBe(2)
})
