import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { entryOf, settingsOf } from '../../src/config/file-settings.js'
import { readMapFlag } from '../../src/config/map-flag.js'
import { typedOptions } from '../../src/config/option-flags.js'
import { readConfig } from '../../src/config/read.js'
import { configSchema, type Config } from '../../src/config/schema.js'
import { memorySource } from '../sources/memory-source.js'

const read = (text: string) => readConfig(memorySource(text, 'c.json'))

describe('a config', () => {
  test('that is right is an input with its hash', async () => {
    const { config, input, problems } = await read(
      '\uFEFF{ "hops": 3, "files": { "a.csv": { "dateFormat": "DD.MM.YYYY" } } }',
    )
    expect(problems).toEqual([])
    expect(config).toEqual({ hops: 3, files: { 'a.csv': { dateFormat: 'DD.MM.YYYY' } } })
    expect(input).toMatchObject({ role: 'config', path: 'c.json', format: 'json', rows: 0 })
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['{\n"hopps": 3 }', 2, 'unknown key "hopps"', 'did you mean "hops"?'],
    ['{ "names": { "stopwords": ["a"] } }', 1, 'unknown key "stopwords" in "names"', 'did you mean "stopWords"?'],
    ['{ "names": { "weights": { "plaec": 1 } } }', 1, 'unknown key "plaec"', 'did you mean "place"?'],
    ['{ "min-score": 1 }', 1, 'unknown key "min-score"', 'did you mean "minScore"?'],
    [
      '{ "files": {\n "a.csv": { "dateformat": "DD" } } }',
      2,
      'unknown key "dateformat" in "files.a.csv"',
      'did you mean "dateFormat"?',
    ],
    [
      '{ "files": { "a": {\n "columns": { "nmae": "x" } } } }',
      2,
      '"files.a": unknown field "nmae"',
      'did you mean "name"?',
    ],
    ['{ "files": { "a": { "mapping": "sap" } } }', 1, 'expected one of "sap-lfa1"', undefined],
    ['{ "sources": {\n "un": { "fils": {} } } }', 2, 'unknown key "fils" in "sources.un"', 'did you mean "files"?'],
    ['{ "sources": { "un": { "files": {} } } }', 1, 'expected a file and its address', undefined],
    ['{ "sources": { "un": { "files": { "a.xml": "ftp://x/a" } } } }', 1, 'begins with https://', undefined],
    ['{ "sources": { "un": { "files": { "../a": "https://x/a" } } } }', 1, '"sources.un.files', undefined],
    ['{ "sources": { "un": { "files": { "version.json": "https://x/a" } } } }', 1, '"sources.un.files', undefined],
    ['{ "sources": { "Big List": {} } }', 1, '"sources', undefined],
    ['{ "files": { "a": { "dateFormat": "DD.MM" } } }', 1, 'expected a form of dates, got "DD.MM"', 'each once'],
    ['{ "files": { "a": { "thousandSeparator": "." } } }', 1, 'stand between thousands', '"decimalComma": true'],
    [
      '{ "files": { "a": { "delimiter": ";;" } } }',
      1,
      '"files.a.delimiter": expected a text of 1 character, got ";;"',
      undefined,
    ],
    ['{ "hops": 0 }', 1, '"hops": expected a number of 1 or more, got 0', undefined],
    ['{ "hops": "3" }', 1, '"hops": expected a number, got "3"', undefined],
    ['{ "hops": 2.5 }', 1, '"hops": expected a whole number, got 2.5', undefined],
    ['{ "minScore": 2 }', 1, '"minScore": expected a number of at most 1, got 2', undefined],
    ['{ "lists": "sdn.csv" }', 1, '"lists": expected a list, got "sdn.csv"', undefined],
    ['{ "lists": [1] }', 1, '"lists.0": expected a text, got 1', undefined],
    ['{ "kinds": [] }', 1, '"kinds": expected a list of 1 or more, got an empty list', undefined],
    ['{ "self": "" }', 1, '"self": expected a text of 1 or more characters, got ""', undefined],
    ['{ "strict": null }', 1, '"strict": expected true or false, got null', undefined],
    ['{ "failOn": "each" }', 1, '"confirmed", "listed", "none", got "each"', undefined],
    ['{ "maxBad": "x" }', 1, '"maxBad": expected a number of rows or a percentage such as 2%, got "x"', undefined],
    ['{ "__proto__": { "hops": 1 } }', 1, 'unknown key "__proto__"', undefined],
    ['[]', undefined, 'the config: expected an object, got an empty list', undefined],
    ['{ "hops": 3,\n }', 2, 'expected JSON', undefined],
    ['', 1, 'expected JSON', undefined],
  ])('%s is refused', async (text, line, message, hint) => {
    const { config, problems } = await read(text)
    expect(config).toBeUndefined()
    expect(problems[0]).toMatchObject({ severity: 'error', code: 'bad-config', file: 'c.json' })
    expect(problems[0]?.line).toBe(line)
    expect(problems[0]?.message).toContain(message)
    if (hint !== undefined) expect(problems[0]?.hint).toContain(hint)
  })

  test('its schema is a JSON Schema, and takes what is read', () => {
    const valid = new Ajv2020({ strict: false }).compile(z.toJSONSchema(configSchema))
    expect(valid({ hops: 3, files: { 'a.csv': { mapping: 'sap-lfa1', columns: { name: ['a', 'b'] } } } })).toBe(true)
    expect(valid({ hopps: 3 })).toBe(false)
  })
})

describe('which entry speaks of a file', () => {
  const config: Config = {
    files: {
      'a/*.csv': { sheet: 'star' },
      'ledger*.csv': { sheet: 'name' },
      'a/b.csv': { sheet: 'exact' },
      '**/deep/*.xlsx': { sheet: 'deep' },
      'f?.csv': { sheet: 'one' },
    },
  }
  test.each([
    ['a/b.csv', 'exact'],
    ['./a/b.csv', 'exact'],
    ['a/c.csv', 'star'],
    ['a/x/c.csv', undefined],
    ['x/ledger-1.csv', 'name'],
    ['x/y/deep/z.xlsx', 'deep'],
    ['f1.csv', 'one'],
    ['f12.csv', undefined],
    ['a.csv', undefined],
  ])('%s: %s', (path, sheet) => {
    expect(entryOf(path, config)?.sheet).toBe(sheet)
  })

  test('the command line goes before it; a file of which nothing is said has no settings', () => {
    const own: Config = { files: { 'a.csv': { encoding: 'windows-1251', delimiter: ';' } } }
    expect(settingsOf('a.csv', own, { encoding: 'utf-8' })).toEqual({ encoding: 'utf-8', delimiter: ';' })
    expect(settingsOf('b.csv', own, {})).toBeUndefined()
  })
})

describe('--map', () => {
  test.each<[readonly string[], Record<string, string[]>]>([
    [['name=Company,country=Land'], { name: ['Company'], country: ['Land'] }],
    [['name=Company, legal,country=Land'], { name: ['Company, legal'], country: ['Land'] }],
    [['name=NAME1', 'name=NAME2'], { name: ['NAME1', 'NAME2'] }],
    [['amount=A=B'], { amount: ['A=B'] }],
    [['payer=Zahler,payee=Empfänger'], { payer: ['Zahler'], payee: ['Empfänger'] }],
  ])('%j', (texts, columns) => {
    const { map, troubles } = readMapFlag(texts)
    expect(troubles).toEqual([])
    expect(Object.fromEntries(map.columns)).toEqual(columns)
  })

  test.each([
    ['nmae=x', 'unknown field "nmae"'],
    ['name', 'expected field=column, got "name"'],
    ['name=', 'expected field=column, got "name="'],
  ])('%s: %s', (text, message) => {
    expect(readMapFlag([text]).troubles.map((trouble) => trouble.message)).toEqual([message])
  })
})

test('options are read as if typed, and paths from the folder of the config', () => {
  const typed = typedOptions(
    {
      hops: 3,
      minStake: 12.5,
      exactNames: true,
      kinds: ['supply', 'owns'],
      lists: ['l.csv@2024-01-01', '/abs/x'],
      decisions: 'd.json',
      baseline: '/abs/b.json',
      files: {},
    },
    'conf/c.json',
  )
  expect(typed).toEqual({
    hops: '3',
    minStake: '12.5',
    exactNames: true,
    kinds: 'supply,owns',
    list: ['conf/l.csv@2024-01-01', '/abs/x'],
    decisions: 'conf/d.json',
    baseline: '/abs/b.json',
  })
})
