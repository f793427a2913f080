import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readJsonRecords } from '../../src/sources/json.js'
import type { ReadOutcome } from '../../src/sources/outcome.js'
import { gzipped, memorySource } from './memory-source.js'

interface Reading {
  readonly records: (readonly [value: unknown, line: number])[]
  readonly broken: (readonly [line: number, text: string])[]
  readonly outcome: ReadOutcome
}

async function read(content: string | Buffer, kind: 'json' | 'jsonl', chunkSize?: number): Promise<Reading> {
  const records: Reading['records'] = []
  const broken: Reading['broken'] = []
  const outcome = await readJsonRecords(memorySource(content, 'test.json', chunkSize), {
    kind,
    onRecord: (value, line) => records.push([value, line]),
    onBroken: (line, _, text) => broken.push([line, text]),
  })
  return { records, broken, outcome }
}

describe('JSON Lines', () => {
  test('a broken line is one broken record, blank lines are none', async () => {
    const { records, broken, outcome } = await read('{"a":"1"}\n\n{"a":\r\n  {"a":"2"}  \r\n{"name":"Pel', 'jsonl')
    expect(records).toEqual([
      [{ a: '1' }, 1],
      [{ a: '2' }, 4],
    ])
    expect(broken).toEqual([
      [3, '{"a":\r'],
      [5, '{"name":"Pel'],
    ])
    expect(outcome.failure).toBeUndefined()
  })

  test.each([
    ['{"a":12345678901234567890.12}', '12345678901234567890.12'],
    ['{"a": 0.10 }', '0.10'],
    ['{"a":-5}', '-5'],
    ['{"a":1e3}', '1000'],
    ['{"a":1.25E-2}', '0.0125'],
    ['{"a":-5.56e6}', '-5560000'],
    ['{"a":1e400}', '1e400'],
    ['{"a":"1e3"}', '1e3'],
    ['{"a":"say \\"12\\": 13"}', 'say "12": 13'],
  ])('numbers keep every digit: %s', async (text, value) => {
    expect((await read(text, 'jsonl')).records).toEqual([[{ a: value }, 1]])
  })

  test.each([
    '{"a":01}',
    '{1:2}',
    '{"a":1.}',
    '{"a":+1}',
    '{"a":NaN}',
    "{'a':1}",
    '{"a":"1","a":"2"}',
    '{"b":{"a":1,"a":1}}',
  ])('no JSON, or a field twice: %s', async (text) => {
    expect((await read(text, 'jsonl')).broken).toEqual([[1, text]])
  })

  test('__proto__ is a key like any other', async () => {
    const { records } = await read('{"__proto__":{"name":"x"},"name":"Peleng"}', 'jsonl')
    expect(Object.keys(records[0]?.[0] ?? {})).toEqual(['__proto__', 'name'])
  })
})

describe('a JSON array', () => {
  test('one broken element leaves the others', async () => {
    const text = '[\n  {"a": [1, {"b": "]}"}]},\n  {"a": },\n\n  {\n    "a": "\\"[,"\n  }, 7\n]\n'
    const { records, broken, outcome } = await read(text, 'json')
    expect(records).toEqual([
      [{ a: ['1', { b: ']}' }] }, 2],
      [{ a: '"[,' }, 5],
      ['7', 7],
    ])
    expect(broken.map(([line]) => line)).toEqual([3])
    expect(outcome.failure).toBeUndefined()
  })

  test.each([
    ['[]', 0],
    [' [ \n ] ', 0],
    ['[{}]', 0],
    ['[{},]', 1],
    ['[,{}]', 1],
    ['[{},,{}]', 1],
  ])('commas: %s', async (text, count) => {
    const { broken, outcome } = await read(text, 'json')
    expect(broken).toHaveLength(count)
    expect(outcome.failure).toBeUndefined()
  })

  test.each([
    ['[{"a":1},\n{"a":2', 1, 1, 2],
    ['[{"a":1},\n{"a":2}', 2, 0, 2],
    ['[\n', 0, 0, 1],
    ['[{"a":1}]\n\nmore', 1, 0, 3],
    ['[{"a":1}] [', 1, 0, 1],
  ])('broken off or with something after it: %j', async (text, records, broken, line) => {
    const reading = await read(text, 'json')
    expect(reading.records).toHaveLength(records)
    expect(reading.broken).toHaveLength(broken)
    expect(reading.outcome.failure).toMatchObject({ code: 'broken-json', line, file: 'test.json' })
  })
})

test('whatever JSON.stringify writes is read, on its line, array or lines, in any chunks, gzip or not', async () => {
  const value = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(null), fc.array(fc.string())),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(value),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(0, 2),
      async (values, size, indent) => {
        const lines = values.map((its) => JSON.stringify(its)).join('\n')
        const fromLines = await read(lines, 'jsonl', size)
        expect(fromLines.records.map(([its]) => JSON.stringify(its))).toEqual(values.map((its) => JSON.stringify(its)))
        expect(fromLines.records.map(([, line]) => line)).toEqual(values.map((_, index) => index + 1))
        const array = JSON.stringify(values, undefined, indent)
        const fromArray = await read(gzipped(array), 'json', size)
        expect(fromArray.outcome.failure).toBeUndefined()
        expect(fromArray.broken).toEqual([])
        expect(fromArray.records.map(([its]) => JSON.stringify(its))).toEqual(values.map((its) => JSON.stringify(its)))
      },
    ),
  )
})
