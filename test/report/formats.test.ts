import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import type { Finding, Report } from '../../src/model/report.js'
import type { Look } from '../../src/report/look.js'
import { FORMATS, renderReport } from '../../src/report/render.js'
import type { Format } from '../../src/report/render.js'
import { CASE } from './sample-case.js'
import { HOSTILE, HOSTILE_NAMES } from './sample-hostile.js'
import { SAMPLES } from './samples.js'

const LOOK: Look = { color: false, verbose: false, quiet: false }

async function text(report: Report, format: Format): Promise<string> {
  return [...(await renderReport(report, format, LOOK))].join('')
}

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, turned(field)]),
  )
}

const samples = [...SAMPLES]

describe('json', () => {
  test.each(samples)('%s is the report, whole', async (_name, report) => {
    expect(JSON.parse(await text(report, 'json'))).toEqual(report)
  })

  test.each(samples)('%s has its keys in one order, however it was built', async (_name, report) => {
    for (const format of ['json', 'jsonl'] as const) {
      expect(await text(turned(report) as Report, format)).toBe(await text(report, format))
    }
  })

  test('is indented by two blanks as JSON.stringify does it', async () => {
    const json = await text(CASE, 'json')
    expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`)
  })
})

describe('jsonl', () => {
  test.each(samples)('%s: every line has a type, and the summary with the rest comes last', async (_name, report) => {
    const { findings, waived, problems, signals, ...rest } = report
    const typed = (type: string) => (value: object) => ({ type, ...value })
    const lines = (await text(report, 'jsonl')).trimEnd().split('\n')
    expect(lines.map((entry) => JSON.parse(entry) as unknown)).toEqual([
      ...findings.map(typed('finding')),
      ...waived.map(typed('waived')),
      ...problems.map(typed('problem')),
      ...signals.map(typed('signal')),
      { type: 'summary', ...rest },
    ])
    expect(lines.at(-1)).toMatch(/^\{"type":"summary","complete":/u)
  })
})

describe('csv', () => {
  test.each(samples)('%s: one finding a row, under a header', async (_name, report) => {
    const csv = await text(report, 'csv')
    const rows: unknown[] = parse(csv, { columns: true })
    expect(rows).toMatchObject(report.findings.map(({ id, kind, hops }) => ({ id, kind, hops: String(hops) })))
    expect(csv.split('\n')).toHaveLength(report.findings.length + 2)
  })

  test('no cell runs', async () => {
    const rows: string[][] = parse(await text(HOSTILE, 'csv'))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u)
  })
})

describe('every format', () => {
  test.each(FORMATS)('%s shows no raw control, escape or direction mark of a name', async (format) => {
    const shown = await text(HOSTILE, format)
    expect(shown.replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
    )
    const plain = ['markdown', 'junit'].includes(format) ? /^[A-Za-z ]+$/u : /^[\w <>()/|]+$/u
    for (const name of HOSTILE_NAMES.filter((known) => plain.test(known))) expect(shown).toContain(name)
  })

  test.each(FORMATS)('%s gives its first piece before it has looked at all findings', async (format) => {
    // What is grouped by party, by target or drawn is known only when all of it is.
    if (['table', 'markdown', 'junit', 'dot'].includes(format)) return
    let asked = 0
    const [, finding] = CASE.findings
    const findings: Finding[] = Array.from({ length: 50_000 }, () => finding as Finding)
    const counted = new Proxy(findings, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/u.test(key)) asked += 1
        return Reflect.get(target, key) as unknown
      },
    })
    const pieces = await renderReport({ ...CASE, findings: counted }, format, LOOK)
    const each = pieces[Symbol.iterator]()
    // What stands before the findings may come by itself.
    const isBegun = (): boolean => asked > 0
    while (!isBegun()) expect(each.next().done).toBe(false)
    expect(asked).toBeLessThan(1000)
  })
})
