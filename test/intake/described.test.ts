import { describe, expect, test } from '@jest/globals'
import { screen } from '../../src/screen.js'
import type { FileSettings } from '../../src/model/file-settings.js'
import { DEFAULTS, inputsOf, type Texts } from '../inputs.js'

const said: FileSettings = {
  columns: new Map([
    ['payer', ['p']],
    ['from_name', ['p_name']],
    ['from_country', ['p_country']],
    ['payee', ['r']],
    ['to_name', ['r_name']],
    ['beneficiary_bank', ['bank']],
    ['beneficiary_bank_bic', ['bic']],
  ]),
}
const HEADER = 'p,p_name,p_country,r,r_name,bank,bic'
const LIST =
  'id,list,name,type,country,identifiers\n1,OFAC SDN,PELENG,company,BY,\n2,OFAC SDN,VTB BANK PJSC,bank,RU,swift:VTBRRUMM\n'

async function screened(rows: readonly string[], more: Partial<Texts> = {}) {
  const inputs = inputsOf({ list: LIST, transactions: [HEADER, ...rows, ''].join('\n'), ...more })
  const transactions = inputs.transactions.map((source) => ({ ...source, said }))
  return screen({ ...inputs, transactions }, DEFAULTS)
}

const told = (report: Awaited<ReturnType<typeof screened>>) =>
  report.findings.map(({ kind, confidence, party }) => `${kind} ${confidence} ${party.id} ${party.name}`)

describe('what transactions say of the parties that they name', () => {
  test('a country beside a name confirms it, as a record of the party would', async () => {
    const report = await screened(['Peleng,,BY,Bakery,,,'])
    expect(told(report)).toEqual(['listed confirmed Peleng Peleng', 'exposed confirmed Bakery Bakery'])
    expect(report.summary).toMatchObject({ parties: 2, implicitParties: 2, mergedRecords: 0 })
  })

  test('an id has the name that stands beside it, and every spelling is looked up', async () => {
    const report = await screened(['p1,Optics,BY,Bakery,,,', 'p1,Peleng,BY,Bakery,,,'])
    expect(told(report)).toEqual(['listed confirmed p1 Optics', 'exposed confirmed Bakery Bakery'])
    expect(report.problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })

  test('a bank is known by its code, whatever it is called', async () => {
    const report = await screened(['Alpha,,,Bakery,,Our house bank,VTBRRUMM', 'Alpha,,,Beta,,,VTBRRUMM'])
    expect(told(report)).toContain('listed confirmed Our house bank Our house bank')
    expect(told(report).filter((line) => line.startsWith('routed'))).toHaveLength(3)
  })

  test("a master record's name and country stand, and the ledger's name for it is looked up as well", async () => {
    const entities = 'id,name,country\nv1,Optics Works,BY\n'
    const report = await screened(['v1,Peleng,,Bakery,,,'], { entities })
    expect(told(report)[0]).toBe('listed confirmed v1 Optics Works')
    expect(report.summary.implicitParties).toBe(1)
  })

  test('two countries for one name give it none: no link is refused for what it says itself', async () => {
    const report = await screened(['Alpha,,DE,Bakery,,,', 'ALPHA,,FR,Bakery,,,'])
    expect(report.inputs[0]).toMatchObject({ accepted: 2, rejected: 0 })
    expect(report.summary.parties).toBe(2)
    const entities = 'name,country\nAlpha,RU\n'
    const beside = await screened(['Alpha,,DE,Bakery,,,'], { entities })
    expect(beside.inputs.map(({ rejected }) => rejected)).toEqual([0, 0, 0])
  })

  test('the order of rows does not show', async () => {
    const rows = ['p1,Optics,BY,Bakery,,VTB,', 'p1,Peleng,,Bakery,Backstube,,VTBRRUMM', 'Peleng,,BY,p1,,,']
    const one = await screened(rows)
    const other = await screened(rows.toReversed())
    const plain = (report: typeof one) =>
      JSON.stringify(report.findings, (key, value: unknown) => (key === 'line' ? undefined : value))
    expect(plain(other)).toBe(plain(one))
  })
})
