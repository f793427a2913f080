import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { ENTITY_SHAPE, RELATION_SHAPE, TRANSACTION_SHAPE } from '../../src/records/columns.js'
import { entityFields, relationFields, transactionFields } from '../../src/records/schema.js'
import { entities, links } from './reading.js'

describe.each([
  ['entities', entityFields, ENTITY_SHAPE],
  ['transactions', transactionFields, TRANSACTION_SHAPE],
  ['relations', relationFields, RELATION_SHAPE],
] as const)('the schema of %s', (_, fields, shape) => {
  test('has every field that is read, under its name', () => {
    const canonical = shape.documented.filter((name) => {
      const column = shape.columns.get(name.replace('_', ''))
      return column?.field === name && column.identifier === undefined
    })
    expect(Object.keys(fields.shape).toSorted()).toEqual(canonical.toSorted())
  })

  test('is a JSON Schema', () => {
    expect(new Ajv2020({ strict: false }).compile(z.toJSONSchema(fields))).toBeInstanceOf(Function)
  })
})

const validEntity = new Ajv2020({ strict: false }).compile(z.toJSONSchema(entityFields))
const validTransaction = new Ajv2020({ strict: false }).compile(z.toJSONSchema(transactionFields))

test.each([
  { name: 'Peleng' },
  {
    id: 1,
    name: 'Peleng',
    type: 'company',
    country: 'BY',
    aliases: ['a'],
    identifiers: 'unp:1;lei:2',
    founded: '1974-05',
  },
  { name: 'Peleng', type: 'firm' },
  { name: 'Peleng', founded: '1.5.1974' },
  { id: 'x' },
])('a record is valid just when it is read without a word: %j', async (record) => {
  const { problems } = await entities(JSON.stringify([record]))
  expect(problems.length === 0).toBe(validEntity(record))
})

test.each([
  { kind: 'supply', from: 'A', to: 'B', amount: 5.5, date: '2024', via: ['C'], hs_code: '854141' },
  { kind: 'gift', from: 'A', to: 'B' },
  { kind: 'supply', from: 'A', to: 'B', amount: '1,000' },
  { kind: 'supply', from: 'A', to: 'B', currency: 'yuan' },
  { kind: 'supply', from: 'A' },
])('a transaction is valid just when it is read without a word: %j', async (record) => {
  const { problems } = await links(JSON.stringify([record]))
  expect(problems.length === 0).toBe(validTransaction(record))
})
