import type { Problem, ProblemSink } from '../model/problem.js'

/** How the hint for a value in a form that nobody stated begins: such values are told of once a column. */
const SAY = 'say the form in the config, as in '

/** The hint that names the forms in which a value may be written; of several, none is guessed. */
export function sayForm(forms: readonly string[]): string | undefined {
  return forms.length === 0 ? undefined : `${SAY}${forms.join(' or ')}`
}

interface Column {
  readonly first: Problem
  count: number
  /** Where all values but the ambiguous ones have one form, that is it. */
  readonly hints: Set<string>
}

/** Holds back the values of unstated form of one file; `flush` tells of them, once a column. */
export interface UnstatedForms {
  readonly sink: ProblemSink
  flush(): void
}

export function collectUnstated(problems: ProblemSink): UnstatedForms {
  const columns = new Map<string, Column>()
  return {
    sink(problem) {
      if (problem.hint?.startsWith(SAY) !== true) return problems(problem)
      const key = problem.column ?? ''
      const known = columns.get(key)
      if (known === undefined) columns.set(key, { first: problem, count: 1, hints: new Set([problem.hint]) })
      else {
        known.count++
        known.hints.add(problem.hint)
      }
    },
    flush() {
      for (const column of columns.values()) problems(told(column))
      columns.clear()
    },
  }
}

function told({ first, count, hints }: Column): Problem {
  if (count === 1) return first
  const what = first.code === 'bad-date' ? 'dates' : 'numbers'
  const message = `${first.message}; ${count} ${what} of this column are in a form that is not stated, and were dropped`
  const hint = formOfAll(hints)
  return { ...first, message, ...(hint === undefined ? {} : { hint }) }
}

/** The one form that is sure, or the one that says all that the others say; else whatever comes first. */
function formOfAll(hints: ReadonlySet<string>): string | undefined {
  const sure = [...hints].filter((hint) => !hint.includes(' or ')).toSorted((a, b) => b.length - a.length)
  const [fullest] = sure
  const isAll = fullest !== undefined && sure.every((hint) => fullest.includes(hint.slice(SAY.length)))
  return isAll ? fullest : [...hints].toSorted()[0]
}
