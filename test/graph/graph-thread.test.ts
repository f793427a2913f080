import { availableParallelism } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import { buildGraph } from '../../src/graph/adjacency.js'
import { buildGraphBeside } from '../../src/graph/graph-thread.js'
import { addLink, adoptColumns, createLinkTable, LEFT_OUT, WEAK_STAKE, type LinkTable } from '../../src/graph/links.js'
import { countSteps } from '../../src/graph/stops.js'
import { LINK_KINDS } from '../../src/model/record.js'
import { makeColumns } from '../../src/records/scan-columns.js'

const PARTIES = 5000
const LINKS = 1_100_000

/** Links in shared memory, by seed: of all kinds, some left out, some weak stakes, some to oneself. */
function manyLinks(): LinkTable {
  const columns = makeColumns(LINKS)
  let seed = 7
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 8) % limit
  }
  for (let link = 0; link < LINKS; link++) {
    columns.from[link] = below(PARTIES)
    columns.to[link] = below(PARTIES)
    columns.kind[link] = below(LINK_KINDS.length)
    columns.flags[link] = below(20) === 0 ? LEFT_OUT : below(10) === 0 ? WEAK_STAKE : 0
  }
  const table = createLinkTable()
  adoptColumns(table, columns, LINKS)
  return table
}

describe('a graph that another thread builds', () => {
  test('is the one that this thread builds, with as many steps', async () => {
    if (availableParallelism() === 1) {
      console.warn('skipped: a graph beside other work needs a second core')
      return
    }
    const links = manyLinks()
    const kinds = LINK_KINDS.filter((kind) => kind !== 'member-of')
    const beside = buildGraphBeside(links, PARTIES, kinds)
    const built = await beside?.graph
    const graph = buildGraph(links, PARTIES, kinds)
    expect(await beside?.steps).toBe(countSteps(graph))
    expect(built?.links).toBe(links)
    expect(built?.kinds).toEqual(graph.kinds)
    for (const relation of ['goods', 'corporate', 'weakStakes'] as const) {
      for (const way of ['along', 'against'] as const) {
        for (const column of ['offsets', 'parties', 'links'] as const) {
          const its = built?.[relation][way][column] ?? new Int32Array(0)
          expect(Buffer.compare(Buffer.from(its.buffer), Buffer.from(graph[relation][way][column].buffer))).toBe(0)
        }
      }
    }
  })

  test('is not begun for few links, nor for columns that threads cannot share', () => {
    const few = createLinkTable()
    addLink(few, { from: 0, to: 1, kind: 'supply', file: 0, row: 0, line: 1 })
    expect(buildGraphBeside(few, 2, LINK_KINDS)).toBeUndefined()
    const links = manyLinks()
    const own = { ...links, from: Int32Array.from(links.from) }
    expect(buildGraphBeside(own, PARTIES, LINK_KINDS)).toBeUndefined()
  })
})
