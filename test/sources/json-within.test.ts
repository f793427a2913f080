import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWithin } from '../../src/sources/json-within.js'
import { readJsonRecords } from '../../src/sources/json.js'
import { memorySource } from './memory-source.js'

async function read(content: string, chunkSize?: number) {
  const records: unknown[] = []
  const lines: number[] = []
  const broken: number[] = []
  let around: unknown
  const { failure } = await readJsonRecords(memorySource(content, 'test.json', chunkSize), {
    kind: 'json',
    within: 'results',
    onRecord: (value, line) => {
      records.push(value)
      lines.push(line)
    },
    onBroken: (line) => broken.push(line),
    onAround: (value) => {
      around = value
    },
  })
  return { records, lines, broken, around, failure: failure?.message }
}

describe('an array that is a field of an object', () => {
  test('on one line', async () => {
    expect(await read('{"total":2,"sources":["a"],"results":[{"a":"1"},{"a":"2"}],"more":{"b":[]}}')).toMatchObject({
      records: [{ a: '1' }, { a: '2' }],
      around: { total: '2', sources: ['a'], results: [], more: { b: [] } },
      failure: undefined,
    })
  })

  test('over lines, each record with the line on which it begins', async () => {
    const text = '{\n  "total": 2,\n  "results": [\n    {\n      "a": "1"\n    },\n    {"a": "}]"}\n  ]\n}\n'
    expect(await read(text)).toMatchObject({
      records: [{ a: '1' }, { a: '}]' }],
      lines: [4, 7],
      around: { total: '2' },
    })
  })

  test.each([
    ['one of that name deeper in', '{"a":{"results":[{"x":"1"}]},"results":[]}', 0],
    ['the name as a text', '{"a":"\\"results\\":[","results":[{"x":"1"}]}', 1],
    ['none in it', '{"results":[]}', 0],
  ])('%s', async (_, text, count) => {
    const { records, failure } = await read(text)
    expect(records).toHaveLength(count)
    expect(failure).toBeUndefined()
  })

  test.each([
    ['cut off within a record', '{"total":2,"results":[{"a":"1"},{"a', /broken off/],
    ['cut off after a record', '{"total":2,"results":[{"a":"1"}', /broken off/],
    ['cut off after the array', '{"total":2,"results":[{"a":"1"}]', /./],
    ['something after the end', '{"results":[{"a":"1"}]} x', /./],
    ['two of the name', '{"results":[{"a":"1"}],"results":[{"a":"2"}]}', /another/],
    ['no such array', '{"total":2}', /got one without/],
  ])('%s is a failure', async (_, text, message) => {
    expect((await read(text)).failure).toMatch(message)
  })

  test('a broken record is one, and the rest goes on', async () => {
    expect(await read('{"results":[{"a":"1"},\n{"a":},\n{"a":"3"}]}')).toMatchObject({
      records: [{ a: '1' }, { a: '3' }],
      broken: [2],
      failure: undefined,
    })
  })

  test('any records around which anything stands are read as JSON.parse does, whatever the chunks', async () => {
    const value = fc.jsonValue({ maxDepth: 2 }).filter((each) => !/\d/.test(JSON.stringify(each)))
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 4 }),
        value,
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (records, other, chunk, wide) => {
          const text = JSON.stringify({ other, results: records, z: other }, undefined, wide ? 1 : 0)
          const got = await read(text, chunk)
          expect(got.failure).toBeUndefined()
          expect(JSON.stringify(got.records)).toBe(JSON.stringify(records))
          expect(JSON.stringify(got.around)).toBe(JSON.stringify({ other, results: [], z: other }))
        },
      ),
    )
  })
})

test.each([
  ['{"total":2,"results":[', true],
  ['{\n "total": 2,\n "results": [\n  {', true],
  ['{"name":"results"}\n{"name":"x"}', false],
  ['{"a":{"results":[]}}', false],
  ['[{"results":[]}]', false],
])('%j begins as one: %s', (head, expected) => {
  expect(isWithin('results', head)).toBe(expected)
})
