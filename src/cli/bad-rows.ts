import type { Input } from '../model/report.js'
import { usage } from './usage.js'
import type { ValueReader } from './option-values.js'

/** `n` rows, or `n%` of the rows. */
export const readMaxBad: ValueReader<string> = (option, text, problems) => {
  const share = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)
  if (/^\d{1,9}$/.test(text) || (share !== null && Number(share[1]) <= 100)) return text
  problems(usage(`${option}: expected a number of rows or a percentage such as 2%, got ${JSON.stringify(text)}`))
  return undefined
}

interface Tally {
  readonly rows: number
  readonly bad: number
}

function tally(inputs: readonly Input[], strict: boolean): Tally {
  let rows = 0
  let bad = 0
  for (const input of inputs) {
    rows += input.rows
    bad += input.rejected + (strict ? input.degraded : 0)
  }
  return { rows, bad }
}

/**
 * Whether the bad rows are few enough for the screening to be acceptable. With `strict` a degraded row is as bad as a
 * rejected one. A percentage is held for records and for lists apart: the thousands of rows of a good list must not
 * hide that half of a short vendor file could not be read.
 */
export function badRowsAllowed(inputs: readonly Input[], maxBad: string, strict: boolean): boolean {
  if (!maxBad.endsWith('%')) return tally(inputs, strict).bad <= Number(maxBad)
  const percent = Number(maxBad.slice(0, -1))
  const lists = inputs.filter((input) => input.role === 'list')
  const records = inputs.filter((input) => input.role !== 'list')
  return [lists, records].every((group) => {
    const { rows, bad } = tally(group, strict)
    return bad * 100 <= percent * rows
  })
}
