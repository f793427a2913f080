import { describe, expect, test } from '@jest/globals'
import { MUTATED_FILES } from './mutated-files.js'
import { judgeOf, mutant, readMutant, silence } from './mutants.js'

/** For each file; thousands are made in `bench/mutate-lists.ts`. */
const MUTANTS = 30

describe('never fewer entries in silence', () => {
  test.each(MUTATED_FILES.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    if (!file.there) return
    const bytes = file.bytes()
    const whole = await readMutant(bytes, file.beside)
    const judge = judgeOf(whole, bytes.toString('latin1'), file.read, file.count)
    expect(silence(judge, whole, bytes.toString('latin1'))).toBeUndefined()
    expect(whole.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const wrong: string[] = []
    for (let seed = 1; seed <= MUTANTS; seed++) {
      const made = mutant(bytes, seed)
      const found = silence(judge, await readMutant(made.bytes, file.beside), made.bytes.toString('latin1'))
      if (found !== undefined) wrong.push(`seed ${seed}, ${made.what}: ${found}`)
    }
    expect(wrong).toEqual([])
  })
})
