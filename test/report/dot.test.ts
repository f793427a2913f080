import { describe, expect, test } from '@jest/globals'
import { instance } from '@viz-js/viz'
import type { Report } from '../../src/model/report.js'
import { renderReport } from '../../src/report/render.js'
import { CASE } from './sample-case.js'
import { HOSTILE } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { CLEAR } from './sample-plain.js'
import { SAMPLES } from './samples.js'

async function dot(report: Report): Promise<string> {
  return [...(await renderReport(report, 'dot', { color: false, verbose: false, quiet: false }))].join('')
}

interface Drawn {
  readonly objects?: readonly { readonly name: string; readonly label: string }[]
  readonly edges?: readonly { readonly tail: number; readonly head: number }[]
}

const graphviz = await instance()

function drawn(text: string): Drawn {
  return graphviz.renderJSON(text)
}

describe('dot', () => {
  test.each([...SAMPLES])('%s is drawn by Graphviz without a complaint', async (_name, report) => {
    const result = graphviz.render(await dot(report), { format: 'dot' })
    // It warns of fonts that this build of it does not hold.
    expect(result.errors.filter((error) => error.level !== 'warning')).toEqual([])
    expect(result.status).toBe('success')
  })

  test.each([
    ['case', CASE],
    ['mixed', MIXED],
    ['hostile', HOSTILE],
  ])('%s: a node for each party, an edge for each step, and none beside', async (_name, report) => {
    const { findings } = report
    const parties = new Set(
      findings.flatMap(({ party, target, chain }) => [
        party.id,
        target.party.id,
        ...chain.flatMap((step) => [step.from, step.to]),
      ]),
    )
    const steps = new Set(
      findings.flatMap(({ chain }) => chain.map(({ from, to, kind }) => JSON.stringify([from, to, kind]))),
    )
    const { objects = [], edges = [] } = drawn(await dot(report))
    expect(objects.map((node) => node.name).toSorted()).toEqual([...parties].toSorted())
    expect(edges).toHaveLength(steps.size)
  })

  test('edges run as the records do', async () => {
    const { objects = [], edges = [] } = drawn(await dot(CASE))
    const ends = edges.map(({ tail, head }) => [objects[tail]?.name, objects[head]?.name])
    expect(ends).toContainEqual(['morotack', 'diaproektor'])
    expect(ends).not.toContainEqual(['diaproektor', 'morotack'])
  })

  test('nothing found is an empty graph that says what was looked at', async () => {
    const text = await dot(CLEAR)
    expect(drawn(text).objects ?? []).toEqual([])
    expect(text).toContain('341 names were held against')
  })
})
