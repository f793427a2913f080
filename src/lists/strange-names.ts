import type { Problem } from '../model/problem.js'

/** Names in a list that its format does not know: whatever a publisher renames would otherwise be lost without a word. */
export interface StrangeNames {
  note(this: void, name: string, line: number): void
  /** One for each name, in the order in which they were met. */
  problems(): readonly Omit<Problem, 'file'>[]
}

/** As many as a new schema could bring; a broken file must fill neither the report nor the memory. */
const MOST_NAMED = 10

/** @param saying how a name is said, such as `the element "alias"`. */
export function createStrangeNames(code: string, saying: (name: string) => string): StrangeNames {
  const met = new Map<string, { readonly line: number; times: number }>()
  return {
    note(name, line) {
      const before = met.get(name)
      if (before !== undefined) before.times++
      else if (met.size < MOST_NAMED) met.set(name, { line, times: 1 })
    },
    problems: () =>
      [...met].map(([name, { line, times }]) => ({
        severity: 'warning',
        code,
        message: `${saying(name)} is not known and is left out, ${times === 1 ? 'once' : `${times} times`}; what stands there is not screened`,
        hint: 'the publisher may have changed the format; look for a newer version of this tool',
        line,
      })),
  }
}
