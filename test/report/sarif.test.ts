import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import type { Finding, Report } from '../../src/model/report.js'
import { renderReport } from '../../src/report/render.js'
import { sarifText, sarifUri } from '../../src/report/sarif-place.js'
import { CASE } from './sample-case.js'
import { HOSTILE } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { INCOMPLETE } from './sample-plain.js'
import { SINCE } from './sample-since.js'
import { SAMPLES } from './samples.js'

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region?: { startLine: number }
  }
  readonly message?: { readonly text: string }
}

interface Result {
  readonly ruleId: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Place[]
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly { readonly locations: readonly { location: Place }[] }[]
  }[]
  readonly fingerprints: Readonly<Record<string, string>>
  readonly baselineState?: string
  readonly suppressions?: readonly { readonly justification: string }[]
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { id: string; help: { text: string }; helpUri: string }[] }
    }
    readonly invocations: readonly {
      readonly executionSuccessful: boolean
      readonly toolExecutionNotifications: readonly { level: string; descriptor: { id: string }; locations?: Place[] }[]
    }[]
    readonly results: readonly Result[]
  }[]
}

// The schema as it was published, from a package of matchers; of the package only this file is used.
const packaged = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/jest-sarif'))
const published = readFileSync(join(packaged, 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8')
// It is of draft 4, and uses nothing of it that later drafts read otherwise but the name of its own address.
const { $schema: _, id: __, ...schema } = JSON.parse(published) as Record<string, unknown>
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
  schema,
)

async function log(report: Report): Promise<Log> {
  const text = [...(await renderReport(report, 'sarif', { color: false, verbose: false, quiet: false }))].join('')
  return JSON.parse(text) as Log
}

async function run(report: Report) {
  const [first] = (await log(report)).runs
  if (first === undefined) throw new Error('no run')
  return first
}

const line = (place: Place | undefined) =>
  `${place?.physicalLocation.artifactLocation.uri}:${place?.physicalLocation.region?.startLine}`

describe('sarif', () => {
  test.each([...SAMPLES])('%s is valid by the published schema', async (_name, report) => {
    expect(validate(await log(report)) ? [] : validate.errors).toEqual([])
  })

  test('the schema is one that refuses', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
    expect(validate({ version: '2.0.0', runs: [] })).toBe(false)
  })

  test('each kind has a rule with help and a link', async () => {
    const { tool } = await run(CASE)
    expect(tool.driver.rules.map((rule) => rule.id)).toEqual(['listed', 'owned', 'exposed', 'intermediary', 'routed'])
    for (const rule of tool.driver.rules) {
      expect(rule.help.text.length).toBeGreaterThan(40)
      expect(rule.helpUri).toMatch(/^https:\/\//)
    }
  })

  test('a result stands at the row of its evidence, its chain is a flow, its id its fingerprint', async () => {
    const { results } = await run(CASE)
    const morotack = CASE.findings.find((finding) => finding.party.id === 'morotack')
    const result = results.find((one) => one.fingerprints['hopscreenFinding/v1'] === morotack?.id)
    const rows = (morotack?.chain ?? []).flatMap((step) => step.evidence.map((one) => `${one.file}:${one.line}`))
    expect(rows.length).toBeGreaterThan(1)
    expect(line(result?.locations[0])).toBe(rows[0])
    const flow = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => line(location))
    expect(flow).toEqual(rows)
    expect(result?.message.text).toBe(morotack?.reason)
  })

  test('what was found and what was waived are all there, the waived as suppressions with their reason', async () => {
    const { results } = await run(MIXED)
    expect(results).toHaveLength(MIXED.findings.length + MIXED.waived.length)
    const suppressed = results.filter((one) => one.suppressions !== undefined)
    expect(suppressed).toHaveLength(MIXED.waived.length)
    for (const [at, waived] of MIXED.waived.entries()) {
      expect(suppressed[at]?.suppressions?.[0]?.justification).toContain(waived.decision.reason)
    }
  })

  test('against a baseline what stands as before is told as unchanged, since what is not told counts as mended', async () => {
    const { results } = await run(SINCE)
    const states = results.map((one) => [one.fingerprints['hopscreenFinding/v1'], one.baselineState])
    const expected = ['new', 'updated', ...CASE.findings.slice(2).map(() => 'unchanged')]
    expect(states).toEqual(CASE.findings.map(({ id }, at) => [id, expected[at]]))
  })

  test('a possible match is a warning and never an error', async () => {
    const { results } = await run(MIXED)
    const levels = new Map(results.map((one) => [one.fingerprints['hopscreenFinding/v1'] ?? '', one.level]))
    for (const { id, confidence } of MIXED.findings)
      if (confidence === 'possible') expect(levels.get(id)).toBe('warning')
    expect(levels.get('listed-bank')).toBe('error')
  })

  test('problems are notifications at their place, and an incomplete screening did not succeed', async () => {
    const { invocations } = await run(INCOMPLETE)
    const [invocation] = invocations
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications.map(({ level, descriptor }) => [level, descriptor.id])).toEqual(
      INCOMPLETE.problems.map(({ severity, code }) => [severity, code]),
    )
    expect((await run(CASE)).invocations[0]?.executionSuccessful).toBe(true)
  })

  test('no message holds a link, and every address is one', async () => {
    const text = JSON.stringify(await log(HOSTILE))
    expect(text).not.toMatch(/\]\((?!https:\/\/(?:ofac\.treasury|www\.bis)\.gov\/)/)
    const all = (await run(HOSTILE)).results.flatMap((one: Result) => one.locations)
    for (const place of all)
      expect(() => new URL(place.physicalLocation.artifactLocation.uri, 'file:///folder/')).not.toThrow()
  })

  test.each([
    ['ledger.csv', 'ledger.csv'],
    ['./a b/ü.csv', 'a%20b/%C3%BC.csv'],
    ['/data/x#1?.csv', 'file:///data/x%231%3F.csv'],
    ['..\\lists\\sdn.csv', '../lists/sdn.csv'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['half\ud800', 'half%EF%BF%BD'],
  ])('the path %j is the address %s', (path, uri) => {
    expect(sarifUri(path)).toBe(uri)
  })

  test('a name that is written like a link is none', () => {
    expect(sarifText('[x](https://evil.example)')).toBe('[x] (https://evil.example)')
  })

  test('a party without a row has no place, and is told all the same', async () => {
    const [finding] = CASE.findings
    const bare = { ...(finding as Finding), chain: [], party: { id: 'x', name: 'X', records: [] } }
    expect(validate(await log({ ...CASE, findings: [bare] }))).toBe(true)
    expect((await run({ ...CASE, findings: [bare] })).results[0]?.locations).toEqual([])
  })
})
