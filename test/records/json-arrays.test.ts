import { describe, expect, test } from '@jest/globals'
import { screen } from '../../src/screen.js'
import { csv, DEFAULTS, textSource } from '../inputs.js'

const LIST = { path: 'list.csv', source: textSource('list.csv', csv('id,name', ['1,Omega Delta'])) }

function run(text: string, role: 'entities' | 'transactions') {
  const inputs = { entities: [], transactions: [], relations: [], lists: [LIST], [role]: [textSource('a.jsonl', text)] }
  return screen(inputs, DEFAULTS)
}

describe('an array where a field holds one value', () => {
  test.each([['to'], ['from']])('is no end of a link: %s', async (field) => {
    const link = { kind: 'supply', from: 'Alpha', to: 'Beta', [field]: ['Omega Delta', 'Gamma'] }
    const report = await run(`${JSON.stringify(link)}\n`, 'transactions')
    expect(report.inputs[0]).toMatchObject({ rows: 1, accepted: 0, rejected: 1 })
    expect(report.complete).toBe(false)
    // What could be read is screened all the same.
    expect(report.findings.map((finding) => finding.party.name)).toEqual(['Omega Delta'])
  })
  test('is no name', async () => {
    const report = await run('{"id":"q","name":["Omega Delta","Alpha"]}\n', 'entities')
    expect(report.inputs[0]).toMatchObject({ rejected: 1 })
  })
  test('of one value is that value', async () => {
    const report = await run('{"kind":"supply","from":["Alpha"],"to":"Beta"}\n', 'transactions')
    expect(report.inputs[0]).toMatchObject({ accepted: 1, degraded: 0 })
  })
  test('is right where a field holds several', async () => {
    const report = await run('{"name":"Alpha","aliases":["Omega Delta","Gamma"]}\n', 'entities')
    expect(report.findings).toHaveLength(1)
    expect(report.inputs[0]).toMatchObject({ accepted: 1, degraded: 0 })
  })
})
