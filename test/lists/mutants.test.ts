import { describe, expect, test } from '@jest/globals'
import { MUTATED_FILES } from './mutated-files.js'
import { mutant, readMutant, silence } from './mutants.js'

/** For each file; thousands are made in `bench/mutate-lists.ts`. */
const MUTANTS = 30

describe('never fewer entries in silence', () => {
  test.each(MUTATED_FILES.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    if (!file.there) return
    const bytes = file.bytes()
    const whole = await readMutant(bytes)
    expect(silence(whole, whole, bytes.toString('latin1'), file.count)).toBeUndefined()
    const wrong: string[] = []
    for (let seed = 1; seed <= MUTANTS; seed++) {
      const made = mutant(bytes, seed)
      const found = silence(whole, await readMutant(made.bytes), made.bytes.toString('latin1'), file.count)
      if (found !== undefined) wrong.push(`seed ${seed}, ${made.what}: ${found}`)
    }
    expect(wrong).toEqual([])
  })
})
