import { describe, expect, test } from '@jest/globals'
import { countsAs, exitCode, type ExitPolicy } from '../../src/cli/exit-code.js'
import { FAIL_ON, type FailOn } from '../../src/model/options.js'
import type { Problem } from '../../src/model/problem.js'
import type { Finding, Input, Report } from '../../src/model/report.js'

function finding(over: Partial<Finding>): Finding {
  return {
    id: 'f',
    kind: 'exposed',
    party: { id: 'a', name: 'A', records: [] },
    hops: 2,
    confidence: 'confirmed',
    target: { party: { id: 'z', name: 'Z' }, matches: [] },
    chain: [],
    afterDesignation: 'undecided',
    reason: 'A is near Z.',
    ...over,
  }
}

function input(over: Partial<Input>): Input {
  return {
    role: 'entities',
    path: 'a.csv',
    format: 'csv',
    sha256: '',
    bytes: 1,
    rows: 10,
    accepted: 10,
    rejected: 0,
    degraded: 0,
    ...over,
  }
}

function report(over: Partial<Report>): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'hopscreen', version: '0' },
    complete: true,
    asOf: '2024-07-24',
    options: {
      hops: 4,
      direction: 'both',
      chronological: false,
      minScore: 0.8,
      confirmScore: 0.9,
      spread: 'confirmed',
      kinds: [],
      minStake: '10',
      exactNames: false,
      failOn: 'any',
      maxBad: '0',
      strict: false,
    },
    inputs: [input({}), input({ role: 'list', path: 'l.csv' })],
    problems: [],
    signals: [],
    hubs: [],
    stops: [],
    summary: {
      parties: 1,
      implicitParties: 0,
      mergedRecords: 0,
      links: 0,
      steps: 0,
      listEntries: 1,
      namesScreened: 1,
      findings: { listed: 0, owned: 0, exposed: 0, intermediary: 0, routed: 0 },
      byHops: {},
      waived: 0,
      notFollowed: 0,
    },
    findings: [],
    waived: [],
    ...over,
  }
}

const policy = (over: Partial<ExitPolicy> = {}): ExitPolicy => ({ failOn: 'any', maxBad: '0', strict: false, ...over })

/** One row a finding; the columns in the order of FAIL_ON: any, all, confirmed, listed, none. */
const CELLS: readonly (readonly [string, Partial<Finding>, readonly (0 | 1)[]])[] = [
  ['listed, confirmed', { kind: 'listed', hops: 0 }, [1, 1, 1, 1, 0]],
  ['listed, possible', { kind: 'listed', hops: 0, confidence: 'possible' }, [1, 1, 0, 1, 0]],
  ['owned, confirmed', { kind: 'owned', hops: 0 }, [1, 1, 1, 1, 0]],
  ['owned, possible', { kind: 'owned', hops: 0, confidence: 'possible' }, [1, 1, 0, 1, 0]],
  ['exposed, confirmed', {}, [1, 1, 1, 0, 0]],
  ['exposed, possible', { confidence: 'possible' }, [1, 1, 0, 0, 0]],
  ['exposed before the designation', { afterDesignation: 'no' }, [1, 1, 1, 0, 0]],
  ['intermediary, confirmed', { kind: 'intermediary' }, [0, 1, 0, 0, 0]],
  ['intermediary, possible', { kind: 'intermediary', confidence: 'possible' }, [0, 1, 0, 0, 0]],
  ['routed after', { kind: 'routed', hops: 1, afterDesignation: 'yes' }, [1, 1, 1, 0, 0]],
  ['routed, undecided', { kind: 'routed', hops: 1, afterDesignation: 'undecided' }, [1, 1, 1, 0, 0]],
  ['routed wholly before', { kind: 'routed', hops: 1, afterDesignation: 'no' }, [0, 1, 0, 0, 0]],
  [
    'routed possible, after',
    { kind: 'routed', hops: 1, confidence: 'possible', afterDesignation: 'yes' },
    [1, 1, 0, 0, 0],
  ],
]

const table = CELLS.flatMap(([what, over, codes]) =>
  FAIL_ON.map((failOn, column): [string, FailOn, Partial<Finding>, number] => [
    what,
    failOn,
    over,
    codes[column] ?? -1,
  ]),
)

describe('--fail-on', () => {
  test.each(table)('%s under --fail-on %s', (_, failOn, over, code) => {
    expect(exitCode(report({ findings: [finding(over)] }), policy({ failOn }))).toBe(code)
  })

  test.each(FAIL_ON.map((failOn) => [failOn]))('nothing found is 0 under %s', (failOn) => {
    expect(exitCode(report({}), policy({ failOn }))).toBe(0)
  })

  test('a waived finding counts for nothing', () => {
    const waived = [{ ...finding({}), decision: { reason: 'known', expires: '2030-01-01' } }]
    expect(exitCode(report({ waived }), policy({ failOn: 'all' }))).toBe(0)
  })
})

describe('--fail-hops', () => {
  test.each<[Partial<Finding>, number, boolean]>([
    [{ hops: 1 }, 2, true],
    [{ hops: 2 }, 2, false],
    [{ hops: 3 }, 2, false],
    [{ hops: 1 }, 1, false],
    [{ kind: 'listed', hops: 0 }, 1, true],
    [{ kind: 'owned', hops: 0 }, 1, true],
    [{ kind: 'routed', hops: 1 }, 1, true],
  ])('%j under --fail-hops %i', (over, failHops, counts) => {
    expect(countsAs(finding(over), policy({ failHops }))).toBe(counts)
  })

  test('all leaves out the far exposed ones too', () => {
    expect(countsAs(finding({ hops: 3 }), policy({ failOn: 'all', failHops: 2 }))).toBe(false)
  })
})

const rowError: Problem = { severity: 'error', code: 'row-short', message: 'short', file: 'a.csv', line: 2 }
const rejected = (count: number, over: Partial<Input> = {}) => input({ rejected: count, accepted: 10 - count, ...over })
const list = input({ role: 'list', path: 'l.csv', rows: 90, accepted: 90 })

describe('what can not be trusted is 2, and wins over 1', () => {
  const found = [finding({ kind: 'listed', hops: 0 })]

  test.each<[string, Partial<Report>, Partial<ExitPolicy>, number]>([
    ['an error that is no row', { problems: [{ severity: 'error', code: 'list-empty', message: '' }] }, {}, 2],
    [
      'the same, whatever is allowed',
      { problems: [{ severity: 'error', code: 'list-empty', message: '' }] },
      { maxBad: '100%' },
      2,
    ],
    ['a warning', { problems: [{ severity: 'warning', code: 'list-undated', message: '' }] }, {}, 1],
    ['a rejected row', { complete: false, problems: [rowError], inputs: [rejected(1), list] }, {}, 2],
    ['one allowed', { complete: false, problems: [rowError], inputs: [rejected(1), list] }, { maxBad: '1' }, 1],
    ['one too many', { complete: false, problems: [rowError], inputs: [rejected(2), list] }, { maxBad: '1' }, 2],
    [
      'in two files together',
      { complete: false, problems: [rowError], inputs: [rejected(1), rejected(1), list] },
      { maxBad: '1' },
      2,
    ],
    ['a tenth allowed', { complete: false, problems: [rowError], inputs: [rejected(1), list] }, { maxBad: '10%' }, 1],
    ['over a tenth', { complete: false, problems: [rowError], inputs: [rejected(2), list] }, { maxBad: '10%' }, 2],
    [
      'a half of a list',
      { complete: false, problems: [rowError], inputs: [input({}), rejected(5, { role: 'list' })] },
      { maxBad: '10%' },
      2,
    ],
    ['a degraded row', { inputs: [input({ degraded: 1 }), list] }, {}, 1],
    ['a degraded row, strictly', { inputs: [input({ degraded: 1 }), list] }, { strict: true }, 2],
    ['a degraded row, strictly, allowed', { inputs: [input({ degraded: 1 }), list] }, { strict: true, maxBad: '1' }, 1],
    [
      'a degraded row with --fail-on none',
      { inputs: [input({ degraded: 1 }), list] },
      { strict: true, failOn: 'none' },
      2,
    ],
  ])('%s', (_, over, how, code) => {
    expect(exitCode(report({ findings: found, ...over }), policy(how))).toBe(code)
  })
})
