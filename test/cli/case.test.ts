import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Finding, Report } from '../../src/model/report.js'
import { asReport, hopscreen } from './binary.js'

const CASE = resolve('fixtures/belomo-peleng')

function screened(words: readonly string[]): { readonly report: Report; readonly status: number | null } {
  const { stdout, status } = hopscreen([...words, '--as-of', '2024-07-24', '-f', 'json'], { cwd: CASE })
  return { report: asReport(stdout), status }
}

/** Links of a step, by their ids; steps by `>`. */
const chainOf = (finding: Finding) =>
  finding.chain
    .map((step) =>
      step.evidence
        .map((one) => one.id ?? '')
        .toSorted()
        .join('+'),
    )
    .join(' > ')

const told = (report: Report) =>
  report.findings.map((finding) => [finding.kind, finding.party.id, finding.hops, chainOf(finding)])

const RECORDS = ['entities.csv', '-t', 'transactions.csv', '-r', 'relations.csv'] as const
const PELENG_ALONE = [...RECORDS, '-l', 'list.csv@2024-07-24'] as const

/** By hops, then kind, then party id. */
const ALL: readonly (readonly [string, string, number, string])[] = [
  ['listed', 'peleng', 0, ''],
  ['exposed', 'diaproektor', 1, 'T6'],
  ['exposed', 'russian-military', 1, 'T7'],
  ['exposed', 'belomo', 2, 'R1 > T6'],
  ['exposed', 'morotack', 2, 'T3 > T6'],
  ['exposed', 'precision-laser', 2, 'T4 > T6'],
  ['intermediary', 'vtb-shanghai', 2, 'R1 > T6'],
  ['exposed', 'green-cycle', 3, 'T1+T2 > R1 > T6'],
  ['exposed', 'haucore', 3, 'T5 > T4 > T6'],
]

describe('with Peleng as the only listed party', () => {
  test.each([4, 3, 2, 1])('--hops %i flags who is nearer', (hops) => {
    const { report, status } = screened([...PELENG_ALONE, '--hops', String(hops)])
    const expected = ALL.filter(([, , at]) => at < hops).map(([kind, id, at]) => [kind, id, at])
    expect(told(report).map(([kind, id, at]) => [kind, id, at])).toEqual(expected)
    expect(status).toBe(1)
    expect(report.complete).toBe(true)
  })

  test('the chains are those of the case, and the two sides of one deal are one step', () => {
    const { report } = screened(PELENG_ALONE)
    expect(told(report)).toEqual(ALL)
  })

  test('Peleng is listed on both lists, as one target', () => {
    const { report } = screened(PELENG_ALONE)
    const listed = report.findings.find((finding) => finding.kind === 'listed')
    expect(listed?.target.matches.map((match) => match.regime).toSorted()).toEqual(['uk', 'us'])
    expect(listed?.confidence).toBe('confirmed')
  })

  test('suppliers alone leave out who bought from it', () => {
    const { report } = screened([...PELENG_ALONE, '--direction', 'suppliers'])
    const ids = report.findings.map((finding) => finding.party.id)
    expect(ids).not.toContain('russian-military')
    expect(ids).toContain('haucore')
  })

  test('the bank that handled a deal is an intermediary, with the hops of the nearer end', () => {
    const { report } = screened(PELENG_ALONE)
    const bank = report.findings.find((finding) => finding.party.id === 'vtb-shanghai')
    expect(bank).toMatchObject({ kind: 'intermediary', hops: 2, handled: [expect.objectContaining({ id: 'T2' })] })
  })

  test('the same records as JSON Lines give the same findings', () => {
    const lines = ['entities.jsonl', '-t', 'transactions.jsonl', '-r', 'relations.jsonl', '-l', 'list.csv@2024-07-24']
    expect(told(screened(lines).report)).toEqual(told(screened(PELENG_ALONE).report))
  })
})

const LATER = ['-t', 'transactions.csv', '-t', 'contract-2024-02-16.csv', '-r', 'relations.csv'] as const

describe('with BelOMO Holding and VTB listed too', () => {
  const byKind = (report: Report) =>
    Object.fromEntries(report.findings.map((finding) => [`${finding.party.id} ${finding.kind}`, finding.hops]))

  test('records that carry numbers confirm it, and its suppliers are at 1', () => {
    const { report } = screened(['entities-with-numbers.csv', ...LATER, '-l', 'list-2024.csv@2023-12-28'])
    expect(byKind(report)).toMatchObject({
      'peleng listed': 0,
      'belomo listed': 0,
      'vtb-shanghai listed': 0,
      'green-cycle exposed': 1,
      'green-cycle routed': 1,
      'diaproektor exposed': 1,
      'russian-military exposed': 1,
      'morotack exposed': 2,
      'precision-laser exposed': 2,
      'haucore exposed': 3,
    })
    const belomo = report.findings.filter((finding) => finding.party.id === 'belomo')
    expect(belomo.map((finding) => [finding.kind, finding.confidence])).toEqual([['listed', 'confirmed']])
    const diaproektor = report.findings.find((finding) => finding.party.id === 'diaproektor')
    expect(diaproektor?.chain.map((step) => step.kind)).toEqual(['supply'])
  })

  test('its name alone is possible: then it is exposed too, and says whom it would expose', () => {
    const { report } = screened(['entities.csv', ...LATER, '-l', 'list-2024.csv@2023-12-28'])
    expect(byKind(report)).toMatchObject({
      'belomo listed': 0,
      'belomo exposed': 2,
      'belomo routed': 1,
      'green-cycle exposed': 3,
      'green-cycle routed': 1,
    })
    const listed = report.findings.find((finding) => finding.kind === 'listed' && finding.party.id === 'belomo')
    expect(listed?.confidence).toBe('possible')
    expect(listed?.wouldExpose).toBeGreaterThan(0)
  })

  test.each<[string, readonly string[], string]>([
    ['T8 is after the designation', ['contract-2024-02-16.csv'], 'yes'],
    ['T1 is four days before it', ['transactions.csv'], 'no'],
  ])('%s', (_, transactions, afterDesignation) => {
    const files = transactions.flatMap((file) => ['-t', file])
    const words = ['entities-with-numbers.csv', ...files, '-r', 'relations.csv', '-l', 'list-2024.csv@2023-12-28']
    const found = screened([...words, '--kinds', 'supply']).report.findings
    const green = found.find((finding) => finding.party.id === 'green-cycle' && finding.kind === 'exposed')
    expect(green).toMatchObject({ hops: 1, afterDesignation })
  })
})
