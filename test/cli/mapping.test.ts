import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { DryRun } from '../../src/model/dry-run.js'
import { asReport, makePlace, type Place } from './binary.js'

const LIST = 'id,list,name,type,country,listed_on\n33395,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n'
const VENDORS = 'Nr;Firma;Land\nv1;Diaproektor;Belarus\nv2;Peleng;BY\n'
const LEDGER = 'Beleg;Von;An;Datum;Betrag;Währung\nB1;v1;v2;03.04.2024;1.234,50;EUR\n'

let place: Place
afterEach(() => place.remove())

const WORDS = ['vendors.csv', '-t', 'ledger.csv', '-l', 'list.csv', '-q'] as const
const MAP = ['--map', 'id=Nr,name=Firma,country=Land', '--map', 'seller=Von,buyer=An,id=Beleg'] as const
const CONFIG = {
  files: {
    'vendors.csv': { columns: { id: 'Nr' } },
    'ledger.csv': {
      columns: { id: 'Beleg', seller: 'Von', buyer: 'An' },
      dateFormat: 'DD.MM.YYYY',
      decimalComma: true,
      thousandSeparator: '.',
    },
  },
}

function start(more: Readonly<Record<string, string>> = {}): Place {
  place = makePlace({ 'vendors.csv': VENDORS, 'ledger.csv': LEDGER, 'list.csv': LIST, ...more })
  return place
}

describe('--map', () => {
  test('screens what it maps; --delimiter and --encoding may be said beside it', () => {
    const ended = start().run([...WORDS, ...MAP, '--delimiter', ';', '--encoding', 'utf-8', '-f', 'json'])
    expect(ended.status).toBe(1)
    const report = asReport(ended.stdout)
    expect(report.findings.map(({ kind, party, hops }) => [kind, party.id, hops])).toEqual([
      ['listed', 'v2', 0],
      ['exposed', 'v1', 1],
    ])
    expect(report.inputs.map(({ degraded }) => degraded)).toEqual([0, 1, 0])
  })

  test.each([
    [['--map', 'nmae=Firma'], 'error: --map: unknown field "nmae"\nhint: did you mean "name"?'],
    [
      [...MAP, '--map', 'country=Firma'],
      'error: vendors.csv:1: expected one column mapped to "country", got several\nhint: only name, aliases,',
    ],
    [['--map', 'seller=Von,from=An'], 'error: ledger.csv:1: expected one column mapped to "from", got several'],
    [
      [...MAP, '--map', 'address=Ort'],
      'error: column "Ort": no file has the column "Ort", which --map takes for "address"',
    ],
    [['--delimiter', 'ab'], 'error: --delimiter: expected one character, or "tab", got "ab"'],
    [['--config', 'nothing.json'], "error: nothing.json: the file can't be read: no such file"],
  ])('%j ends in 2', (words, message) => {
    const ended = start().run([...WORDS, ...words])
    expect(ended.status).toBe(2)
    expect(ended.stderr).toContain(message)
  })
})

describe('a config', () => {
  test('in the working directory is read, and is an input of the report', () => {
    const ended = start({ 'hopscreen.config.json': JSON.stringify({ ...CONFIG, lists: ['list.csv'], hops: 1 }) }).run([
      'vendors.csv',
      '-t',
      'ledger.csv',
      '-q',
      '-f',
      'json',
    ])
    expect(ended).toMatchObject({ status: 1, stderr: '' })
    const report = asReport(ended.stdout)
    expect(report.options.hops).toBe(1)
    expect(report.findings).toHaveLength(1)
    expect(report.inputs.map(({ role, path, degraded }) => [role, path, degraded])).toEqual([
      ['entities', 'vendors.csv', 0],
      ['transactions', 'ledger.csv', 0],
      ['list', 'list.csv', 0],
      ['config', 'hopscreen.config.json', 0],
    ])
  })

  test('the command line goes before it, and its values are the evidence', () => {
    const files = { 'c.json': JSON.stringify({ ...CONFIG, hops: 1 }) }
    const ended = start(files).run([...WORDS, '--config', 'c.json', '--hops', '4', '-f', 'json'])
    const exposed = asReport(ended.stdout).findings.find((finding) => finding.kind === 'exposed')
    expect(exposed?.chain[0]?.evidence).toMatchObject([
      { id: 'B1', date: '2024-04-03', amount: '1234.50', currency: 'EUR' },
    ])
  })

  test.each([
    ['{ "hopps": 1 }', 'error: c.json:1: unknown key "hopps"\nhint: did you mean "hops"?\n'],
    ['{ "files": ', 'error: c.json:1: expected JSON'],
  ])('%s ends in 2, and nothing else is said', (config, message) => {
    const ended = start({ 'c.json': config }).run(['vendors.csv', '--config', 'c.json'])
    expect([ended.status, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr.startsWith(message)).toBe(true)
    expect(ended.stderr.match(/error:/g)).toHaveLength(1)
  })

  test('that speaks of no file that is given is said to be unused', () => {
    const files = { 'c.json': '{ "files": { "legder.csv": { "decimalComma": true } } }' }
    const ended = start(files).run(['vendors.csv', '-l', 'list.csv', '--map', 'id=Nr', '--config', 'c.json'])
    expect(ended.status).toBe(1)
    expect(ended.stderr).toContain('warning: c.json: no entry of "files" fits a file that was given')
  })

  test('with a mapping for another kind of file refuses it', () => {
    const files = { 'c.json': '{ "files": { "ledger.csv": { "mapping": "sap-lfa1" } } }' }
    const ended = start(files).run([...WORDS, '--config', 'c.json'])
    expect(ended.status).toBe(2)
    expect(ended.stderr).toContain('expected a mapping for transactions, got "sap-lfa1", which is for entities')
  })

  test('an encoding that nobody knows is an error', () => {
    const ended = start({ 'c.json': '{ "files": { "*.csv": { "encoding": "klingon" } } }' }).run([
      ...WORDS,
      '--config',
      'c.json',
    ])
    expect(ended.status).toBe(2)
    expect(ended.stderr).toContain('klingon')
  })

  test('has a schema', () => {
    const ended = start().run(['schema', 'config'])
    expect(ended.status).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ type: 'object', additionalProperties: false })
  })
})

describe('--dry-run', () => {
  test('says what was understood, with sample rows, and screens nothing', () => {
    const ended = start().run([...WORDS, ...MAP, '--dry-run'])
    expect(ended.status).toBe(0)
    expect(ended.stdout).toContain('vendors.csv · entities · csv · 2 rows')
    expect(ended.stdout).toMatch(/name +from Firma: Diaproektor \| Peleng/)
    expect(ended.stdout).toContain('Nothing was screened.')
    expect(ended.stdout).not.toContain('33395')
  })

  test('as JSON', () => {
    const ended = start().run([...WORDS, ...MAP, '--dry-run', '-f', 'json'])
    const run = JSON.parse(ended.stdout) as DryRun
    expect(run).toMatchObject({ complete: true, wouldScreen: { records: 2, links: 1, names: 2, listEntries: 1 } })
    expect(run.inputs[1]).toMatchObject({ path: 'ledger.csv', kind: 'supply', degraded: 1 })
    expect(run.inputs[1]?.mapping).toContainEqual({ field: 'from', columns: ['Von'], samples: ['v1'] })
  })

  test('ends in 2 where a file can not be read', () => {
    const ended = start().run([...WORDS, '--dry-run'])
    expect(ended.status).toBe(2)
    expect(ended.stdout).toContain('Not all that was given can be read')
    expect(ended.stderr).toContain('ledger.csv:1: column "from": expected a column "from" in the header')
  })

  test.each(['csv', 'jsonl'])('has no format %s', (format) => {
    expect(start().run([...WORDS, '--dry-run', '-f', format]).status).toBe(2)
  })
})

const FINCEN = resolve('../shared/data/graphs/fincen')
const BOL = resolve('../shared/data/graphs/bol/internet-archive-bills-of-lading.csv')
const there = (path: string) => (existsSync(path) ? test : test.skip)

describe('published exports, by a config of at most ten lines', () => {
  const banks = `{ "files": { "*.csv": {
    "columns": {
      "payer": "originator_bank_id", "from_name": "originator_bank", "from_country": "originator_iso",
      "payee": "beneficiary_bank_id", "to_name": "beneficiary_bank", "to_country": "beneficiary_iso",
      "date": "begin_date", "amount": "amount_transactions"
    },
    "dateFormat": "MMM DD, YYYY", "exponents": true
  } } }`
  const ids =
    '{ "files": { "*.csv": { "columns": { "payer": "originator_bank_id", "payee": "beneficiary_bank_id" } } } }'
  const list = 'id,list,name,country,listed_on\n1,Own,Sberbank of Russia,RU,2014-01-01\n'
  const words = [
    '-t',
    `${FINCEN}/transactions-sample-200.csv`,
    '-l',
    'list.csv',
    '--hops',
    '20',
    '-f',
    'json',
    '--config',
  ]

  there(FINCEN)(`payments of banks, with their names (${FINCEN}, skipped where it is missing)`, () => {
    expect(banks.split('\n').length).toBeLessThanOrEqual(10)
    const ended = start({ 'fincen.json': banks, 'list.csv': list }).run([...words, 'fincen.json'])
    const report = asReport(ended.stdout)
    expect(report.inputs[0]).toMatchObject({ rows: 200, accepted: 200, rejected: 0, degraded: 0 })
    const listed = report.findings.filter((finding) => finding.kind === 'listed' && finding.confidence === 'confirmed')
    expect(listed).toMatchObject([{ party: { id: 'sberbank-of-russia', name: 'Sberbank of Russia', country: 'RU' } }])
    // What transactions say of a party makes it no less known from links alone.
    expect(report.summary.implicitParties).toBe(report.summary.parties)
  })

  there(FINCEN).each([
    ['suppliers', 'forward'],
    ['customers', 'backward'],
  ])(
    `by ids alone, the hops of %s are those published as %s (${FINCEN}, skipped where it is missing)`,
    (direction, file) => {
      const ended = start({ 'ids.json': ids, 'list.csv': list }).run([...words, 'ids.json', '--direction', direction])
      const found = asReport(ended.stdout).findings.filter((finding) => finding.confidence === 'confirmed')
      const published = readFileSync(`${FINCEN}/expected-sberbank-of-russia-${file}.csv`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
      expect(found.map(({ party, hops }) => `${party.id},${hops}`).toSorted()).toEqual(published.toSorted())
    },
  )

  there(BOL)(`bills of lading (${BOL}, skipped where it is missing)`, () => {
    const config = '{ "files": { "*.csv": { "mapping": "bill-of-lading", "columns": { "consignee": "company" } } } }'
    const listed = 'id,list,name,country\n1,Own,Datum Data Co Ltd,CN\n'
    const ended = start({ 'bol.json': config, 'list.csv': listed }).run([
      ...['-t', BOL, '-l', 'list.csv', '--config', 'bol.json', '-f', 'json'],
    ])
    const report = asReport(ended.stdout)
    expect(report.inputs[0]).toMatchObject({ rows: 83, accepted: 83, rejected: 0, degraded: 0 })
    expect(report.findings.map(({ kind, party }) => [kind, party.name])).toContainEqual(['exposed', 'Internet Archive'])
  })
})
