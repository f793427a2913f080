import { describe, expect, test } from '@jest/globals'
import {
  DEFAULT_THRESHOLDS,
  FORMATS,
  renderReport,
  screen,
  type Finding,
  type Format,
  type Report,
  type Screened,
  type ScreenHooks,
  type ScreenInputs,
  type ScreenOptions,
} from '../src/index.js'
import { DEFAULTS, csv, inputsOf } from './inputs.js'

// Held by the compiler: each line compiles only as long as the type is what a program was told it is.
type Same<A, B> = [A, B] extends [B, A] ? true : false
const asReport: Same<Awaited<ReturnType<typeof screen>>, Report> = true
const asInputs: Same<Parameters<typeof screen>[0], ScreenInputs> = true
const asOptions: Same<Parameters<typeof screen>[1], ScreenOptions> = true
const asHooks: Same<NonNullable<Parameters<typeof screen>[2]>, ScreenHooks> = true
const asKinds: Same<Finding['kind'], 'listed' | 'owned' | 'exposed' | 'intermediary' | 'routed'> = true
const asFormats: Same<Format, 'table' | 'json' | 'jsonl' | 'csv' | 'markdown' | 'sarif' | 'junit' | 'dot'> = true
// @ts-expect-error a report is read, and never changed
const change = (report: Report) => (report.complete = true)
// @ts-expect-error no word of ours
const unknown: Format = 'html'

const INPUTS = () =>
  inputsOf({
    entities: csv('id,name,country', ['a,Alpha Works,CN', 'b,Quiet Mill,FI']),
    transactions: csv('kind,from,to', ['supply,a,Northern Sight Works']),
    list: csv('id,list,name', ['N1,House,Northern Sight Works']),
  })

describe('what a program imports', () => {
  test('has the types that it was told', () => {
    expect([asReport, asInputs, asOptions, asHooks, asKinds, asFormats].every(Boolean)).toBe(true)
    expect([typeof change, unknown]).toEqual(['function', 'html'])
    expect(DEFAULT_THRESHOLDS.minScore).toBeLessThan(1)
  })

  test('gives the same report twice, at once too: nothing is kept', async () => {
    const [one, two] = await Promise.all([screen(INPUTS(), DEFAULTS), screen(INPUTS(), DEFAULTS)])
    expect(one).toEqual(two)
    expect(one.findings.map(({ kind, party }) => `${kind} ${party.id}`)).toEqual([
      'listed Northern Sight Works',
      'exposed a',
    ])
  })

  test('tells of its stages, and of every party that was screened', async () => {
    const stages: string[] = []
    let screened: Screened = []
    await screen(INPUTS(), DEFAULTS, {
      progress: (stage) => stages.push(stage),
      screened: (parties) => void (screened = parties),
    })
    expect(stages.slice(0, 2)).toEqual(['reading records', 'reading lists'])
    expect(stages).toContain('walking')
    const names = [...screened].map(({ id, name, country }) => [id, name, country])
    expect(names).toEqual([
      ['Northern Sight Works', 'Northern Sight Works', undefined],
      ['a', 'Alpha Works', 'CN'],
      ['b', 'Quiet Mill', 'FI'],
    ])
    // Each reading gives them anew.
    expect([...screened]).toHaveLength(3)
  })

  test('ends when the signal says so, with its reason', async () => {
    await expect(screen(INPUTS(), DEFAULTS, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    )
    const control = new AbortController()
    const stages: string[] = []
    const progress = (stage: string) => {
      stages.push(stage)
      if (stage === 'bringing parties together') control.abort(new Error('enough'))
    }
    await expect(screen(INPUTS(), DEFAULTS, { signal: control.signal, progress })).rejects.toThrow('enough')
    expect(stages.at(-1)).toBe('bringing parties together')
  })

  test('ends in whichever stage the signal comes, the last among them', async () => {
    const stages = new Set<string>()
    await screen(INPUTS(), DEFAULTS, { progress: (stage) => void stages.add(stage) })
    expect(stages.size).toBeGreaterThan(4)
    for (const ending of stages) {
      const control = new AbortController()
      const progress = (stage: string) => {
        if (stage === ending) control.abort(new Error(`enough of ${ending}`))
      }
      await expect(screen(INPUTS(), DEFAULTS, { signal: control.signal, progress })).rejects.toThrow(ending)
    }
  })

  test('a signal that says nothing changes nothing', async () => {
    const { signal } = new AbortController()
    expect(await screen(INPUTS(), DEFAULTS, { signal })).toEqual(await screen(INPUTS(), DEFAULTS))
  })

  test.each(FORMATS)('renders a report as %s', async (format) => {
    const report = await screen(INPUTS(), DEFAULTS)
    const look = { color: false, quiet: false, verbose: false }
    expect([...(await renderReport(report, format, look))].join('')).toContain('Alpha Works')
  })
})
