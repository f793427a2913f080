import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { renderComparison } from '../../src/report/comparison.js'
import { renderExplanation } from '../../src/report/explanation.js'
import type { Look } from '../../src/report/look.js'
import { renderMatches } from '../../src/report/query-matches.js'
import { renderReport } from '../../src/report/render.js'
import type { Format } from '../../src/report/render.js'
import { COMPARISON, EXPLANATION, QUERIES } from './sample-answers.js'
import { SAMPLES } from './samples.js'

// Tests run compiled, from the root of the project; the goldens stand beside their sources.
const FOLDER = join(process.cwd(), 'test', 'report', 'golden')
const UPDATING = process.env['UPDATE_GOLDEN'] === '1'

const PLAIN: Look = { color: false, verbose: false, quiet: false }

type Render = (look: Look) => Promise<Iterable<string>>

const report =
  (sample: string, format: Format): Render =>
  async (look) => {
    const found = SAMPLES.get(sample)
    if (found === undefined) throw new Error(`no sample ${sample}`)
    return renderReport(found, format, look)
  }

const GOLDENS: readonly (readonly [string, Render, Partial<Look>])[] = [
  ['screen case.txt', report('case', 'table'), {}],
  ['screen case (80 columns).txt', report('case', 'table'), { width: 80 }],
  ['screen case (120 columns) --color.txt', report('case', 'table'), { width: 120, color: true }],
  ['screen case --verbose.txt', report('case', 'table'), { verbose: true }],
  ['screen case --quiet (80 columns).txt', report('case', 'table'), { width: 80, quiet: true }],
  ['screen case --format json.json', report('case', 'json'), {}],
  ['screen case --format jsonl.jsonl', report('case', 'jsonl'), {}],
  ['screen case --format csv.csv', report('case', 'csv'), {}],
  ['screen hostile.txt', report('hostile', 'table'), {}],
  ['screen hostile (80 columns) --color.txt', report('hostile', 'table'), { width: 80, color: true }],
  ['screen hostile --format json.json', report('hostile', 'json'), {}],
  ['screen hostile --format jsonl.jsonl', report('hostile', 'jsonl'), {}],
  ['screen hostile --format csv.csv', report('hostile', 'csv'), {}],
  ['screen clear (80 columns) --color.txt', report('clear', 'table'), { width: 80, color: true }],
  ['screen clear --quiet.txt', report('clear', 'table'), { quiet: true }],
  ['screen clear --format csv.csv', report('clear', 'csv'), {}],
  ['screen incomplete.txt', report('incomplete', 'table'), {}],
  ['screen incomplete (80 columns) --color.txt', report('incomplete', 'table'), { width: 80, color: true }],
  ['screen incomplete --quiet.txt', report('incomplete', 'table'), { quiet: true }],
  ['screen mixed.txt', report('mixed', 'table'), {}],
  ['screen mixed (80 columns) --color.txt', report('mixed', 'table'), { width: 80, color: true }],
  ['screen mixed --verbose (120 columns).txt', report('mixed', 'table'), { width: 120, verbose: true }],
  ['screen mixed --format json.json', report('mixed', 'json'), {}],
  ['screen mixed --format csv.csv', report('mixed', 'csv'), {}],
  ['screen case --format markdown.md', report('case', 'markdown'), {}],
  ['screen hostile --format markdown.md', report('hostile', 'markdown'), {}],
  ['screen incomplete --format markdown.md', report('incomplete', 'markdown'), {}],
  ['screen mixed --format markdown.md', report('mixed', 'markdown'), {}],
  ['screen clear --format markdown.md', report('clear', 'markdown'), {}],
  ['screen case --format sarif.sarif', report('case', 'sarif'), {}],
  ['screen hostile --format sarif.sarif', report('hostile', 'sarif'), {}],
  ['screen mixed --format sarif.sarif', report('mixed', 'sarif'), {}],
  ['screen incomplete --format sarif.sarif', report('incomplete', 'sarif'), {}],
  ['screen case --format junit.xml', report('case', 'junit'), {}],
  ['screen hostile --format junit.xml', report('hostile', 'junit'), {}],
  ['screen mixed --format junit.xml', report('mixed', 'junit'), {}],
  ['screen incomplete --format junit.xml', report('incomplete', 'junit'), {}],
  ['screen case --format dot.dot', report('case', 'dot'), {}],
  ['screen hostile --format dot.dot', report('hostile', 'dot'), {}],
  ['screen mixed --format dot.dot', report('mixed', 'dot'), {}],
  ['screen since.txt', report('since', 'table'), {}],
  ['screen since --format markdown.md', report('since', 'markdown'), {}],
  ['screen since --format junit.xml', report('since', 'junit'), {}],
  ['screen since --format jsonl.jsonl', report('since', 'jsonl'), {}],
  ['match.txt', (look) => renderMatches(QUERIES, 'table', look), {}],
  ['match (80 columns) --color.txt', (look) => renderMatches(QUERIES, 'table', look), { width: 80, color: true }],
  ['match --format json.json', (look) => renderMatches(QUERIES, 'json', look), {}],
  ['match --format jsonl.jsonl', (look) => renderMatches(QUERIES, 'jsonl', look), {}],
  ['match --format csv.csv', (look) => renderMatches(QUERIES, 'csv', look), {}],
  ['compare (80 columns).txt', (look) => renderComparison(COMPARISON, 'table', look), { width: 80 }],
  ['compare --verbose.txt', (look) => renderComparison(COMPARISON, 'table', look), { verbose: true }],
  ['compare --format json.json', (look) => renderComparison(COMPARISON, 'json', look), {}],
  ['compare --format jsonl.jsonl', (look) => renderComparison(COMPARISON, 'jsonl', look), {}],
  ['compare --format csv.csv', (look) => renderComparison(COMPARISON, 'csv', look), {}],
  ['explain.txt', (look) => renderExplanation(EXPLANATION, 'table', look), {}],
  [
    'explain (80 columns) --color.txt',
    (look) => renderExplanation(EXPLANATION, 'table', look),
    { width: 80, color: true },
  ],
  ['explain --format json.json', (look) => renderExplanation(EXPLANATION, 'json', look), {}],
]

describe('what a person or a program sees, byte for byte', () => {
  test.each(GOLDENS)('%s', async (name, render, look) => {
    const text = [...(await render({ ...PLAIN, ...look }))].join('')
    const path = join(FOLDER, name)
    if (UPDATING) writeFileSync(path, text)
    expect(text).toBe(readFileSync(path, 'utf8'))
  })

  test('every golden is used', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(GOLDENS.map(([name]) => name).toSorted())
  })
})
