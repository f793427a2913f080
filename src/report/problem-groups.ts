import type { Problem } from '../model/problem.js'

/** Problems of one kind in one file. */
export interface ProblemGroup {
  /** The first of them, in the order in which they were found. */
  readonly first: Problem
  readonly count: number
}

/** Code of the notice that one party is an end of most links: it is told by itself, not among what could not be read. */
export const STAR = 'star'

// A code is a plain word and a path holds no NUL, so that no two kinds share a key.
function keyOf(problem: Problem): string {
  return `${problem.severity}\0${problem.code}\0${problem.file ?? ''}`
}

/** Problems by kind and file, errors before warnings, else in the order in which each kind was first found. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, { readonly first: Problem; count: number }>()
  for (const problem of problems) {
    const key = keyOf(problem)
    const group = groups.get(key) ?? { first: problem, count: 0 }
    group.count += 1
    groups.set(key, group)
  }
  const all = [...groups.values()]
  const errors = all.filter((group) => group.first.severity === 'error')
  return [...errors, ...all.filter((group) => group.first.severity === 'warning')]
}
