import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { exitCode } from '../../src/cli/exit-code.js'
import { FAIL_ON } from '../../src/model/options.js'
import type { Finding, Report } from '../../src/model/report.js'
import { CASE } from '../report/sample-case.js'

const EXPOSED = CASE.findings.find(({ kind }) => kind === 'exposed') as Finding
const some = (more: Partial<Finding>): Finding => ({ ...EXPOSED, hops: 1, afterDesignation: 'undecided', ...more })

/** A report for each row of the table, by what the row is called. */
const ROWS: Readonly<Record<string, Partial<Report>>> = {
  ...Object.fromEntries(
    (['listed', 'owned', 'exposed', 'routed', 'intermediary'] as const).flatMap((kind) =>
      (['confirmed', 'possible'] as const).map((confidence) => [
        `${kind}, ${confidence}`,
        { findings: [some({ kind, confidence })] },
      ]),
    ),
  ),
  'exposed, as far as `--fail-hops` or further': { findings: [some({ hops: 2 })] },
  'routed, wholly before the designation': { findings: [some({ kind: 'routed', afterDesignation: 'no' })] },
  'waived, or with `--baseline` neither new nor worse': {
    findings: [],
    waived: [{ ...some({ kind: 'listed' }), decision: { reason: 'x', expires: '2030-01-01' } }],
  },
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const [, table = ''] = /## What makes the exit code 1\n\n([\s\S]*?)\n\n/.exec(readFileSync('README.md', 'utf8')) ?? []
const [head = '', , ...lines] = table.split('\n')
const columns = cells(head)
  .slice(1)
  .map((cell) => cell.replaceAll('`', ''))

describe('the table of exit codes in the README', () => {
  test('has a column for each word of --fail-on, and a row for each kind', () => {
    expect(columns).toEqual([...FAIL_ON])
    for (const kind of ['listed', 'owned', 'exposed', 'routed', 'intermediary']) expect(table).toContain(`| ${kind}, `)
  })

  const all = lines.flatMap((line) => {
    const [name = '', ...codes] = cells(line)
    return codes.map((code, at) => [name, FAIL_ON[at] ?? 'any', Number(code)] as const)
  })

  test.each(all)('%s with --fail-on %s: %i', (name, failOn, code) => {
    const report = { ...CASE, problems: [], waived: [], ...ROWS[name] }
    expect(ROWS[name]).toBeDefined()
    expect(exitCode(report, { failOn, failHops: 2, maxBad: '0', strict: false })).toBe(code)
  })

  test.each(all)('%s with --fail-on %s in a report that is not complete: 2, not %i', (name, failOn) => {
    const problems = [{ severity: 'error', code: 'unreadable', message: 'x' }] as const
    const report = { ...CASE, waived: [], ...ROWS[name], problems }
    expect(exitCode(report, { failOn, failHops: 2, maxBad: '0', strict: false })).toBe(2)
  })
})
