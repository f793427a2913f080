import { describe, expect, test } from '@jest/globals'
import type { Finding, Report, Step } from '../../src/model/report.js'
import type { Look } from '../../src/report/look.js'
import { renderReport } from '../../src/report/render.js'
import { groupByTarget } from '../../src/report/target-group.js'
import { CASE } from './sample-case.js'
import { MIXED } from './sample-mixed.js'
import { party, REPORT } from './sample-parts.js'
import { CLEAR, INCOMPLETE } from './sample-plain.js'

const LOOK: Look = { color: false, verbose: false, quiet: false }

async function table(report: Report, look: Partial<Look> = {}): Promise<string> {
  return [...(await renderReport(report, 'table', { ...LOOK, ...look }))].join('')
}

describe('the verdict', () => {
  test.each<[string, Report, RegExp]>([
    ['says clear of a complete screening', CLEAR, /^CLEAR /u],
    ['never says clear where something is missing', INCOMPLETE, /^NOT COMPLETE [^]*NOTHING FOUND/u],
    ['says what is missing before what was found', { ...CASE, complete: false }, /^NOT COMPLETE [^]*\nFLAGGED /u],
    ['counts parties and kinds', CASE, /^FLAGGED +9 of 9 parties .*: 1 listed, 7 exposed and 1 intermediary\./u],
    [
      'says that all is only possible',
      { ...MIXED, findings: MIXED.findings.slice(1, 2) },
      /^FLAGGED .*, only possible\./u,
    ],
    [
      'does not call waived findings clear',
      { ...CLEAR, summary: { ...CLEAR.summary, waived: 2 } },
      /^NOTHING NEW .* but for 2 findings/u,
    ],
  ])('%s', async (_name, report, verdict) => {
    expect(await table(report)).toMatch(verdict)
  })

  test('is followed by what clear means: names, lists with their days, hops', async () => {
    expect(await table(CLEAR)).toContain(
      'This means: 341 names were held against OFAC SDN of 2023-12-28 (14,321 entries), and no chain of fewer than 4 hops',
    )
  })
})

describe('groups', () => {
  test('every finding stands in one group, a possible target after the others', () => {
    const groups = groupByTarget(MIXED.findings)
    expect(groups.map((group) => group.party.id)).toEqual(['bank', 'leasing', 'optics'])
    const all = groups.flatMap((group) => [...(group.own === undefined ? [] : [group.own]), ...group.findings])
    expect(new Set(all)).toEqual(new Set(MIXED.findings))
    expect(all).toHaveLength(MIXED.findings.length)
  })

  test('every chain stands on a line of its own, as the records point', async () => {
    const lines = (await table(CASE)).split('\n').map((text) => text.trim())
    expect(lines).toContain('Green Cycle Energy ─supply→ BelOMO Holding ←member-of─ Diaproektor ─supply→ Peleng')
    expect(lines).toContain('Russian military ←supply─ Peleng')
  })
})

describe('how much is said', () => {
  test.each([{}, { width: 80 }])('quiet ends with the findings: %j', async (look) => {
    const quiet = await table(MIXED, { ...look, quiet: true })
    expect(quiet).not.toMatch(/What was read|Signals|Waived|could not be read/u)
    for (const finding of MIXED.findings) expect(quiet).toContain(finding.party.name)
  })

  test('evidence beyond five pieces is counted, and shown whole with --verbose', async () => {
    expect(await table(MIXED)).toMatch(/O4 · ledger.csv:24\n.*… and 2 more pieces of evidence/u)
    const verbose = await table(MIXED, { verbose: true })
    expect(verbose).toContain('O6 · ledger.csv:26')
    expect(verbose).not.toContain('more pieces')
  })

  test('a long explanation is cut on a terminal alone, and not with --verbose', async () => {
    const end = 'get the registration number before deciding.'
    const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ')
    expect(flat(await table(MIXED, { width: 80 }))).not.toContain(end)
    expect(flat(await table(MIXED, { width: 80, verbose: true }))).toContain(end)
    expect(await table(MIXED)).toContain(end)
  })

  test('colour is there only when it was asked for', async () => {
    expect(await table(CASE, { color: true })).toContain('\u001b[31m')
    expect(await table(CASE)).not.toContain('\u001b')
  })
})

/** `flagged` parties, the i-th of which reaches the target through one of ten others. */
function crowd(flagged: number, parties: number): Report {
  const step = (from: string, to: string): Step => {
    return { from, to, fromName: `Name of ${from}`, toName: `Name of ${to}`, along: true, kind: 'supply', evidence: [] }
  }
  const [own, second] = CASE.findings
  if (own === undefined || second === undefined) throw new Error('the case has findings')
  const findings = Array.from({ length: flagged }, (_, at): Finding => {
    const middle = `middle-${Math.floor(Math.sqrt(at)) % 10}`
    const chain = [step(`p${at}`, middle), step(middle, 'peleng')]
    return { ...second, id: `f${at}`, party: party(`p${at}`, `P ${at}`, 2), hops: 2, chain }
  })
  const summary = { ...CASE.summary, parties, findings: { ...CASE.summary.findings, exposed: flagged } }
  return { ...REPORT, summary, findings }
}

describe('where very many are flagged', () => {
  test.each([
    [21, 100, true],
    [20, 100, false],
    [60, 99, false],
    [201, 1000, true],
  ])('%i of %i: five parties are named: %s', async (flagged, parties, named) => {
    const shown = await table(crowd(flagged, parties))
    expect(shown.includes('Most chains run through:')).toBe(named)
  })

  test('they are those with most chains, and the target is none of them', async () => {
    const shown = await table(crowd(100, 200))
    const after = shown.slice(shown.indexOf('Most chains run through:')).split('\n').slice(1, 6)
    expect(after.map((text) => /\((.*)\) (\d+) chain/u.exec(text)?.slice(1))).toEqual([
      ['middle-9', '19'],
      ['middle-8', '17'],
      ['middle-7', '15'],
      ['middle-6', '13'],
      ['middle-5', '11'],
    ])
  })

  test('the notice that one party is an end of most links is told by itself, once', async () => {
    const shown = await table(INCOMPLETE)
    expect(shown.match(/Acme GmbH is an end of/gu)).toHaveLength(1)
    expect(shown).toMatch(/^NOTE Acme GmbH .*--self/mu)
  })
})
