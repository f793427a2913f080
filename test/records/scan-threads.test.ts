import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scanLinks, type ScannedLinks } from '../../src/records/scan-links.js'
import { fileSource } from '../../src/sources/file.js'
import { unlessLost } from '../../src/sources/scan/stored.js'

const OPTIONS = { asOf: 20_000, laterFlag: 2 }
const ROWS = 140_000

let folder = ''
let path = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-threads-'))
  path = join(folder, 't.csv')
  const row = (at: number): string =>
    `T${at},supply,P${at % 1000},Q${at % 777},2024-02-01,${at}.50,USD,"goods, of some kind and in some number"`
  const rows = Array.from({ length: ROWS }, (_, at) => (at % 10_007 === 0 ? `T${at},gift,A,B,,,,` : row(at)))
  writeFileSync(path, `id,kind,from,to,date,amount,currency,goods\n${rows.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function totals(scanned: ScannedLinks | undefined) {
  const parts = scanned?.parts.map(({ part }) => part) ?? []
  const sum = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((all, part) => all + of(part), 0)
  return {
    facts: scanned?.facts,
    links: sum((part) => part.links),
    rows: sum((part) => part.rows),
    rejected: sum((part) => part.rejected),
    lines: sum((part) => part.lines),
    problems: parts.flatMap((part) => part.problems.map(({ code, message }) => ({ code, message }))),
  }
}

describe('a file that is worth a thread', () => {
  test('is scanned in threads as in one', async () => {
    const alone = totals(await scanLinks(fileSource(path), { ...OPTIONS, parts: 1 }))
    expect(alone.rows).toBe(ROWS)
    expect(alone.rejected).toBe(14)
    expect(totals(await scanLinks(fileSource(path), OPTIONS))).toEqual(alone)
  })

  test.each([
    ['in one part', { parts: 1 }],
    ['in three', { parts: 3 }],
    ['in threads', {}],
    ['in a thread beside a busy one', { beside: 1e9 }],
  ])('%s, it has the hash of all its bytes', async (_, how) => {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    expect(totals(await scanLinks(fileSource(path), { ...OPTIONS, ...how })).facts).toMatchObject({ sha256 })
  })
})

describe('a file that the scanner can not read is left to the reader of texts', () => {
  const withThreads = availableParallelism() > 1 ? test : test.skip
  withThreads('one that is gone when the threads open it', async () => {
    const leaving = join(folder, 'leaving.csv')
    copyFileSync(path, leaving)
    const source = {
      path: 't.csv',
      location: leaving,
      open: () => {
        // Threads take longer to start than this one takes to start them.
        setTimeout(() => rmSync(leaving), 5)
        return Promise.resolve(Readable.from([readFileSync(leaving)]))
      },
    }
    expect(await scanLinks(source, OPTIONS)).toBeUndefined()
  })

  test('what the system says is no error, and what the program says is one', async () => {
    expect(await unlessLost(() => Promise.resolve(openSync(join(folder, 'nowhere'), 'r')))).toBeUndefined()
    expect(await unlessLost(() => Promise.resolve(2))).toBe(2)
    await expect(unlessLost(() => Promise.reject(new RangeError('too many')))).rejects.toThrow('too many')
  })

  test('one of so many rows that no machine has room for their columns', async () => {
    const vast = join(folder, 'vast.csv')
    writeFileSync(vast, `kind,from,to\n${'supply,A,B\n'.repeat(9000)}`)
    truncateSync(vast, 2 ** 42)
    expect(await scanLinks(fileSource(vast), OPTIONS)).toBeUndefined()
    rmSync(vast)
  })
})
