import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Problem } from '../../src/model/problem.js'
import type { LinkRecord } from '../../src/model/record.js'
import { readBackLinks, readLinks } from '../../src/records/links.js'
import type { ReadBackOptions } from '../../src/records/links.js'
import { gzipped, memorySource } from '../sources/memory-source.js'

async function readBack(content: string | Buffer, wanted: readonly number[], options: ReadBackOptions = {}) {
  const found = new Map<number, LinkRecord>()
  const problem = await readBackLinks(memorySource(content), 'transactions', options, wanted, (row, link) =>
    found.set(row, link),
  )
  return { found, problem }
}

async function readOnce(content: string | Buffer, self?: string) {
  const links = new Map<number, LinkRecord>()
  const problems: Problem[] = []
  const sink = {
    link: (link: LinkRecord, { row }: { readonly row: number }) => void links.set(row, link),
    rejectedNames: () => {},
  }
  const tally = await readLinks(
    memorySource(content),
    'transactions',
    self === undefined ? {} : { self },
    sink,
    (problem) => problems.push(problem),
  )
  return { links, tally }
}

const word = fc.string({ unit: fc.constantFrom('a', 'я', '"', ',', '\n', ' '), maxLength: 4 })
const rows = fc.array(fc.tuple(fc.constantFrom('supply', 'payment', 'bogus', ''), word, word, word), {
  minLength: 1,
  maxLength: 20,
})

function csv(cells: readonly (readonly string[])[]): string {
  const quoted = cells.map((row) =>
    row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
  )
  return ['kind,from,to,goods', ...quoted, 'too,short', ''].join('\n')
}

function jsonLines(cells: readonly (readonly string[])[]): string {
  return [...cells.map(([kind, from, to, goods]) => JSON.stringify({ kind, from, to, goods })), '{"kind":'].join('\n')
}

describe('what is read back is what was read', () => {
  test('of any rows, from CSV, JSON Lines and gzip', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.func(fc.boolean()),
        fc.constantFrom(csv, jsonLines),
        fc.boolean(),
        async (cells, isWanted, write, zip) => {
          const content = zip ? gzipped(write(cells)) : write(cells)
          const { links, tally } = await readOnce(content, 'ME')
          const wanted = [...links.keys()].filter(isWanted)
          const { found, problem } = await readBack(content, wanted, { self: 'ME', facts: tally.facts })
          expect(problem).toBeUndefined()
          expect([...found]).toEqual(wanted.map((row) => [row, links.get(row)]))
        },
      ),
    )
  })
})

describe('a file that is no longer what it was', () => {
  const before = 'seller,buyer,goods\nA,B,x\nC,D,y\n'
  test.each([
    ['shorter', 'seller,buyer,goods\nA,B,x\n'],
    ['a row that has become bad', 'seller,buyer,goods\nA,B,x\nC,,y\n'],
    ['other goods', 'seller,buyer,goods\nA,B,x\nC,D,z\n'],
    ['empty', ''],
    ['another kind', '<a/>'],
  ])('%s', async (_, after) => {
    const { tally } = await readOnce(before)
    const { problem } = await readBack(after, [0, 1], { facts: tally.facts })
    expect(problem).toMatchObject({ severity: 'error', code: 'file-changed', file: 'test.csv' })
  })

  test('a row that is gone is told without the facts too', async () => {
    expect((await readBack(before, [0, 7])).problem?.code).toBe('file-changed')
    expect((await readBack(before, [0, 1])).problem).toBeUndefined()
  })

  test('a change after the last wanted row is seen all the same', async () => {
    const { tally } = await readOnce(before)
    const padding = 'A,B,x\n'.repeat(100_000)
    expect((await readBack(before + padding, [0], { facts: tally.facts })).problem?.code).toBe('file-changed')
  })
})
