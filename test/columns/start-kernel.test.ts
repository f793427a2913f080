import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { startNameBatch } from '../../src/match/name-batch.js'
import { startRowKernel } from '../../src/records/start-row-kernel.js'

test.each(['src/records/row-kernel.ts', 'src/match/name-kernel.ts', 'src/columns/id-kernel.ts'])(
  '%s is what its source says: else run scripts/kernel.js',
  (path) => {
    const compiled = execFileSync(process.execPath, ['scripts/kernel.js', '--print', path], { encoding: 'utf8' })
    expect(readFileSync(path, 'utf8')).toBe(compiled)
  },
)

test.each([
  ['rows', startRowKernel(), 'END'],
  ['names', startNameBatch().kernel, 'LISTS'],
])('the kernel of %s has all the memory that it uses', (_, { memory, at }, end) => {
  expect(memory.byteLength).toBeGreaterThanOrEqual(at(end))
})
