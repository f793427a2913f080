import { describe, expect, test } from '@jest/globals'
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

const whole = /^\d+$/u

/**
 * What the two schemas in use ask for, that of Jenkins (junit-10) and the older one of Ant: which elements an element may
 * hold, in which order, and which attributes it must and may have.
 */
const RULES: Readonly<
  Record<string, { children: readonly string[]; must: readonly string[]; may: readonly string[] }>
> = {
  testsuites: { children: ['testsuite'], must: [], may: ['name', 'time', 'tests', 'failures', 'errors', 'disabled'] },
  testsuite: {
    children: ['properties', 'testcase', 'system-out', 'system-err'],
    must: ['id', 'package', 'name', 'timestamp', 'hostname', 'tests', 'failures', 'errors', 'time'],
    may: ['skipped'],
  },
  properties: { children: ['property'], must: [], may: [] },
  property: { children: [], must: ['name', 'value'], may: [] },
  testcase: { children: ['skipped', 'error', 'failure'], must: ['name', 'classname', 'time'], may: [] },
  failure: { children: [], must: ['type'], may: ['message'] },
  error: { children: [], must: ['type'], may: ['message'] },
  skipped: { children: [], must: [], may: ['message'] },
  'system-out': { children: [], must: [], may: [] },
  'system-err': { children: [], must: [], may: [] },
}

function faults(element: Element): string[] {
  const rule = RULES[element.name]
  if (rule === undefined) return [`unknown element ${element.name}`]
  const names = Object.keys(element.attributes)
  const order = element.children.map((child) => rule.children.indexOf(child.name))
  const once = element.name === 'testcase' && element.children.length > 1
  return [
    ...rule.must.filter((name) => !names.includes(name)).map((name) => `${element.name} without ${name}`),
    ...names
      .filter((name) => ![...rule.must, ...rule.may].includes(name))
      .map((name) => `${element.name} with ${name}`),
    ...(order.includes(-1) || order.some((at, index) => at < (order[index - 1] ?? 0))
      ? [`order in ${element.name}`]
      : []),
    ...(once ? ['two outcomes of one case'] : []),
    ...['tests', 'failures', 'errors', 'skipped']
      .filter((name) => names.includes(name) && !whole.test(element.attributes[name] ?? ''))
      .map((name) => `${name} is no number`),
    ...element.children.flatMap(faults),
  ]
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
  test.each([...SAMPLES])('%s keeps to the schemas of those who read it', async (_name, report) => {
    expect(faults(parse(await xmlOf(report)))).toEqual([])
    expect(faults(parse(await xmlOf(report, SCREENED)))).toEqual([])
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
        skipped: count('skipped'),
      })
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
    expect(skipped[0]?.children[0]?.attributes['message']).toContain(waived?.decision.reason)
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
    const root = parse(await xmlOf(HOSTILE, screened))
    expect(faults(root)).toEqual([])
  })
})
