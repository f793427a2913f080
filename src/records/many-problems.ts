import type { Problem, ProblemSink } from '../model/problem.js'

/** A person reads a few and a program a few thousand. A file of a hundred million broken lines must not fill the memory with what is said of it. */
const MOST = 100_000

interface Rest {
  /** The first that is not told of by itself. */
  readonly first: Problem
  count: number
}

/** Passes on what is said of the rows of one file; of a kind of trouble that most of them have, the rest as one, counted. */
export interface ManyProblems {
  readonly sink: ProblemSink
  flush(): void
}

export function limitProblems(problems: ProblemSink, most: number = MOST): ManyProblems {
  const told = new Map<string, number>()
  const rest = new Map<string, Rest>()
  return {
    sink(problem) {
      const key = `${problem.severity} ${problem.code}`
      const before = told.get(key) ?? 0
      const held = rest.get(key)
      if (held !== undefined) held.count++
      else if (before === most) rest.set(key, { first: problem, count: 1 })
      else {
        told.set(key, before + 1)
        problems(problem)
      }
    },
    flush() {
      for (const { first, count } of rest.values()) problems(count === 1 ? first : asOne(first, count))
      rest.clear()
    },
  }
}

function asOne(first: Problem, count: number): Problem {
  const others = (count - 1).toLocaleString('en-US')
  return {
    ...first,
    message: `${first.message}; ${others} more of this kind in the rows after it are not told one by one`,
  }
}
