import { expect, test } from '@jest/globals'
import type { Problem } from '../../src/model/problem.js'
import { limitProblems } from '../../src/records/many-problems.js'
import { entities } from './reading.js'

test('what most rows have is told by itself up to a number, and the rest counted', () => {
  const told: Problem[] = []
  const { sink, flush } = limitProblems((problem) => told.push(problem), 2)
  const problem = (code: string, line: number): Problem => ({
    severity: 'error',
    code,
    message: 'bad',
    file: 'f',
    line,
  })
  for (const line of [1, 2, 3, 4, 5]) sink(problem('short', line))
  for (const line of [6, 7, 8]) sink(problem('long', line))
  flush()
  flush()
  expect(told.map(({ code, line, message }) => `${code} ${line} ${message}`)).toEqual([
    'short 1 bad',
    'short 2 bad',
    'long 6 bad',
    'long 7 bad',
    'short 3 bad; 2 more of this kind in the rows after it are not told one by one',
    'long 8 bad',
  ])
})

test('every row is counted, however many are bad', async () => {
  const { problems, tally } = await entities(`id,name\n${'x\n'.repeat(150_000)}`)
  expect(tally.rejected).toBe(150_000)
  expect(problems).toHaveLength(100_001)
  expect(problems.at(-1)).toMatchObject({ code: 'row-short', line: 100_002 })
})
