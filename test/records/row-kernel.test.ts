import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { startRowKernel } from '../../src/records/start-row-kernel.js'

test('the compiled kernel is what its source says: else run scripts/kernel.js', () => {
  const compiled = execFileSync(process.execPath, ['scripts/kernel.js', '--print'], { encoding: 'utf8' })
  expect(readFileSync('src/records/row-kernel.ts', 'utf8')).toBe(compiled)
})

test('the kernel has all the memory that it uses', () => {
  const { memory, at } = startRowKernel()
  expect(memory.byteLength).toBeGreaterThanOrEqual(at('END'))
})
