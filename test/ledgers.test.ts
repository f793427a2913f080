import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ScreenInputs } from '../src/screen-inputs.js'
import type { FileSettings } from '../src/model/file-settings.js'
import type { Report } from '../src/model/report.js'
import { screen } from '../src/screen.js'
import { fileSource } from '../src/sources/file.js'
import type { Source } from '../src/sources/source.js'
import { DEFAULTS } from './inputs.js'

const FOLDER = 'fixtures/ledgers/'

interface Ledger {
  readonly file: string
  readonly role: 'entities' | 'transactions'
  /** Codes of what is said of how it was understood, in any order. */
  readonly told: readonly string[]
  readonly said?: FileSettings
  /** Who buys, where the ledger does not say it. */
  readonly self?: string
}

const LEDGERS: readonly Ledger[] = [
  { file: 'excel-german.csv', role: 'entities', told: ['encoding-guessed'] },
  { file: '1c-russian.csv', role: 'entities', told: ['encoding-guessed', 'title-rows', 'total-row'] },
  { file: 'unicode-text.txt', role: 'entities', told: ['encoding-guessed'] },
  { file: 'mac.csv', role: 'entities', told: [] },
  { file: 'vendors.xlsx', role: 'entities', told: ['sheets-left', 'title-rows', 'total-row', 'unknown-columns'] },
  { file: 'ledger.xlsx', role: 'transactions', told: ['total-row'] },
  { file: 'report.csv', role: 'transactions', told: ['title-rows', 'total-row'] },
  { file: 'customs-chinese.csv', role: 'transactions', told: ['encoding-guessed', 'unknown-columns'] },
  { file: 'bank.txt', role: 'transactions', told: ['encoding-guessed'] },
  {
    file: 'erp-german.csv',
    role: 'transactions',
    told: ['encoding-guessed', 'total-row'],
    said: { dateFormat: 'DD.MM.YYYY', decimalComma: true, thousandSeparator: '.' },
  },
  {
    file: 'sap-lfa1.txt',
    role: 'entities',
    told: ['encoding-guessed', 'mapping-taken', 'title-rows', 'unknown-columns'],
  },
  {
    file: 'sap-ledger.xls',
    role: 'transactions',
    told: ['encoding-guessed', 'mapping-taken', 'title-rows', 'total-row', 'unknown-columns'],
    said: { dateFormat: 'DD.MM.YYYY', decimalComma: true, thousandSeparator: '.' },
    self: 'Green Cycle Energy',
  },
  { file: 'bill-of-lading.csv', role: 'transactions', told: ['mapping-taken', 'unknown-columns'] },
  { file: 'pain.001.xml', role: 'transactions', told: [] },
  { file: 'camt.053.xml', role: 'transactions', told: [] },
]

const cleanOf = (file: string): string => file.replace(/\.\w+$/, '.clean.csv')

function source(file: string, said?: FileSettings): Source {
  const its = fileSource(FOLDER + file)
  return said === undefined ? its : { ...its, said }
}

function screened({ role, self }: Pick<Ledger, 'role' | 'self'>, ledger: Source): Promise<Report> {
  const inputs: ScreenInputs = {
    entities: [role === 'entities' ? ledger : source('vendors.clean.csv')],
    transactions: [role === 'transactions' ? ledger : source('supplies.csv')],
    relations: [],
    lists: [{ path: `${FOLDER}list.csv`, source: source('list.csv') }],
  }
  return screen(inputs, self === undefined ? DEFAULTS : { ...DEFAULTS, self })
}

/** A report but for where things stand in files, and for what is said of them. */
function withoutPlaces({ inputs, problems, ...report }: Report): unknown {
  const plain: unknown = JSON.parse(
    JSON.stringify(report, (key, value: unknown) => (key === 'file' || key === 'line' ? undefined : value)),
  )
  const counts = inputs.map(({ role, rows, accepted, rejected, degraded }) => ({
    role,
    rows,
    accepted,
    rejected,
    degraded,
  }))
  return { plain, counts, errors: problems.filter(({ severity }) => severity === 'error') }
}

describe('a ledger as a system writes it gives the report of its clean twin', () => {
  test.each(LEDGERS.map((ledger) => [ledger.file, ledger] as const))('%s', async (file, ledger) => {
    const { told, said } = ledger
    const report = await screened(ledger, source(file, said))
    const twin = await screened(ledger, source(cleanOf(file)))
    expect(withoutPlaces(report)).toEqual(withoutPlaces(twin))
    expect(report.complete).toBe(true)
    expect(report.findings.length).toBeGreaterThan(1)
    const codes = report.problems.filter((problem) => problem.file?.startsWith(FOLDER + file)).map(({ code }) => code)
    expect(codes.toSorted()).toEqual(told)
  })

  test('every ledger is here, and every twin has one', () => {
    const files = readdirSync(FOLDER).filter((file) => !['README.md', 'list.csv', 'supplies.csv'].includes(file))
    const expected = LEDGERS.flatMap(({ file }) => [file, cleanOf(file)])
    expect(files.toSorted()).toEqual([...new Set(expected)].toSorted())
  })

  test('places in a workbook name the sheet', async () => {
    const { findings } = await screened({ role: 'transactions' }, source('ledger.xlsx'))
    const files = findings.flatMap(({ chain }) =>
      chain.flatMap((step) => step.evidence.map(({ file, line }) => `${file}:${line}`)),
    )
    expect(new Set(files)).toEqual(
      new Set([2, 3, 4].map((line) => `${FOLDER}ledger.xlsx!Sheet1:${line}`).filter((place) => files.includes(place))),
    )
    expect(files.length).toBeGreaterThan(0)
  })
})
