import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import type { FileSettings } from '../../src/model/file-settings.js'
import { brief, entities, links } from './reading.js'

describe('sap-lfa1', () => {
  const file =
    'LIFNR;NAME1;NAME2;NAME3;LAND1;STCD1;STCEG;LOEVM;SPERR;XCPDK\n' +
    '1;PELENG;JSC;;BY;100230519;;X;;\n2;ZENIT;;;BY;;BY7;;X;\n3;CPD;;;DE;;;;;X\n'

  test('is recognised, and deleted, blocked and one-time vendors are read like all', async () => {
    const { records, problems } = await entities(file)
    expect(problems.map(brief)).toEqual(['warning:1 mapping-taken'])
    expect(records.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'PELENG JSC'],
      ['2', 'ZENIT'],
      ['3', 'CPD'],
    ])
    expect(records[0]).toMatchObject({ country: 'BY', identifiers: [{ scheme: 'tax_id', value: '100230519' }] })
  })
})

describe('purchase-ledger', () => {
  const file = 'BELNR;LIFNR;NAME1;BLDAT;WRBTR;WAERS\n5;1;PELENG;2024-04-03;10.00;EUR\n'

  test('needs to know who buys', async () => {
    const { records, problems } = await links(file, 'transactions', { self: 'Us' })
    expect(problems.map(brief)).toEqual(['warning:1 mapping-taken'])
    expect(records[0]).toMatchObject({ kind: 'supply', from: '1', to: 'Us', parties: [{ text: '1', name: 'PELENG' }] })
    const without = await links(file)
    expect(without.problems.find((problem) => problem.severity === 'error')).toMatchObject({
      code: 'missing-column',
      column: 'to',
    })
    expect(without.problems.find((problem) => problem.severity === 'error')?.hint).toContain('--self')
  })
})

test('bill-of-lading: the notify party handled the goods', async () => {
  const { records, problems } = await links(
    'Bill of Lading,Shipper Name,Consignee,Notify Party,Shipper Country,Arrival Date,HS Code\nB1,Maker,Buyer,Agent,CN,2024-01-02,854141\n',
  )
  expect(problems.map(brief)).toEqual(['warning:1 mapping-taken'])
  expect(records[0]).toMatchObject({ id: 'B1', kind: 'supply', from: 'Maker', to: 'Buyer', via: ['Agent'] })
  expect(records[0]?.parties).toMatchObject([{ text: 'Maker', country: 'CN' }])
})

test('bank-payments: banks are known by name and code', async () => {
  const { records } = await links(
    'Ordering customer,Beneficiary,Ordering bank,Beneficiary bank,Beneficiary bank BIC,Amount,Currency\nA,B,Alfa,VTB,VTBRRUMM,5,EUR\n',
  )
  expect(records[0]).toMatchObject({ kind: 'payment', from: 'A', to: 'B', via: ['Alfa', 'VTB'] })
  expect(records[0]?.parties).toContainEqual({
    text: 'VTB',
    type: 'bank',
    identifiers: [{ scheme: 'swift', value: 'VTBRRUMM' }],
  })
})

const SHARED = '../shared/data/graphs'
const BOL = `${SHARED}/bol/internet-archive-bills-of-lading.csv`
const FINCEN = `${SHARED}/fincen/transactions-sample-200.csv`
const there = (path: string) => (existsSync(path) ? test : test.skip)

describe('published exports are read, every row accounted for', () => {
  there(BOL)(`bills of lading (${BOL}, skipped where it is missing)`, async () => {
    const said: FileSettings = { mapping: 'bill-of-lading', columns: new Map([['consignee', ['company']]]) }
    const { records, tally, problems } = await links(readFileSync(BOL), 'transactions', {}, { said })
    expect(tally.input()).toMatchObject({ rows: 83, accepted: 83, rejected: 0, degraded: 0 })
    expect(problems.map((problem) => problem.code)).toEqual(['unknown-columns'])
    expect(
      records.every(({ kind, to, date }) => kind === 'supply' && to === 'Internet Archive' && date !== undefined),
    ).toBe(true)
  })

  there(FINCEN)(`payments of banks (${FINCEN}, skipped where it is missing)`, async () => {
    const columns = {
      payer: ['originator_bank_id'],
      from_name: ['originator_bank'],
      from_country: ['originator_iso'],
      payee: ['beneficiary_bank_id'],
      to_name: ['beneficiary_bank'],
      to_country: ['beneficiary_iso'],
      date: ['begin_date'],
      amount: ['amount_transactions'],
    }
    const said: FileSettings = {
      columns: new Map(Object.entries(columns)),
      dateFormat: 'MMM DD, YYYY',
      exponents: true,
    }
    const { records, tally, problems } = await links(readFileSync(FINCEN), 'transactions', {}, { said })
    expect(tally.input()).toMatchObject({ rows: 200, accepted: 200, rejected: 0, degraded: 0 })
    expect(problems.map((problem) => problem.code)).toEqual(['unknown-columns'])
    expect(records.filter(({ date }) => date !== undefined).length).toBeGreaterThan(190)
    expect(records.every(({ amount }) => amount !== undefined)).toBe(true)
  })
})
