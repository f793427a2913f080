import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync } from 'node:fs'
import { MAX_DEPTH } from '../../src/graph/walk.js'
import { hopsOf, sketch, walkFrom } from './sketch.js'

// Published answers, kept outside the repository: where they are not there, these tests say so by name.
const GRAPHS = '../shared/data/graphs'
const isThere = existsSync(GRAPHS)
const published = isThere ? test : test.skip
if (!isThere) console.warn(`${GRAPHS} is missing: the walk was not held against the LDBC and FinCEN graphs`)
const UNREACHABLE = '9223372036854775807'

function words(file: string): string[][] {
  const lines = readFileSync(`${GRAPHS}/${file}`, 'utf8').split('\n')
  return lines.map((line) => line.trim().split(/\s+/)).filter(([first]) => first !== '')
}

function answers(rows: readonly (readonly string[])[]): Record<string, number> {
  const reached = rows.filter(([, hops]) => hops !== UNREACHABLE).map(([party = '', hops]) => [party, Number(hops)])
  return Object.fromEntries(reached)
}

describe('breadth-first search of the LDBC Graphalytics validation graphs', () => {
  const edges = (file: string) => words(file).map(([from = '', to = '']) => [from, to])
  const adjacency = (file: string) => words(file).flatMap(([from = '', ...others]) => others.map((to) => [from, to]))

  published.each([
    ['example-directed', edges, 'example-directed.e', 'example-directed-BFS', 'supply', '1'],
    ['example-undirected', edges, 'example-undirected.e', 'example-undirected-BFS', 'acts-with', '2'],
    ['bfs-dir', adjacency, 'bfs-dir-input', 'bfs-dir-output', 'supply', '1'],
    ['bfs-undir', adjacency, 'bfs-undir-input', 'bfs-undir-output', 'acts-with', '1'],
  ] as const)('%s', (_, read, input, output, kind, source) => {
    const drawn = sketch(read(`ldbc/${input}`).map(([from, to]) => `${from} ${kind} ${to}`))
    const reached = hopsOf(drawn, walkFrom(drawn, [source], 'customers', MAX_DEPTH))
    expect(reached).toEqual(answers(words(`ldbc/${output}`)))
    expect(Object.keys(reached).length).toBeGreaterThan(3)
  })
})

describe('hops of the FinCEN sample', () => {
  const rows = (file: string): string[][] => parse(readFileSync(`${GRAPHS}/fincen/${file}`, 'utf8'), { from_line: 2 })

  // Money that goes forward goes from a buyer to its seller: up the supply chain.
  published.each([
    ['forward', 'payment', 'suppliers'],
    ['backward', 'payment', 'customers'],
    ['either', 'acts-with', 'suppliers'],
  ] as const)('%s', (way, kind, direction) => {
    const drawn = sketch(rows('transactions-sample-200.csv').map((row) => `${row[6]} ${kind} ${row[10]}`))
    const reached = hopsOf(drawn, walkFrom(drawn, ['sberbank-of-russia'], direction, MAX_DEPTH))
    expect(reached).toEqual(answers(rows(`expected-sberbank-of-russia-${way}.csv`)))
  })
})
