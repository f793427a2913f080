import { describe, expect, test } from '@jest/globals'
import type { Problem } from '../../src/model/problem.js'
import { formatProblem, formatProblems } from '../../src/report/messages.js'

const COUNTRY: Problem = {
  severity: 'error',
  code: 'bad-country',
  message: 'expected an ISO 3166 code or country name, got "Russlannd"',
  hint: 'did you mean "Russland" (RU)?',
  file: 'suppliers.csv',
  line: 14,
  column: 'country',
}

describe('formatProblem', () => {
  test.each<[Problem, string]>([
    [
      COUNTRY,
      'error: suppliers.csv:14: column "country": expected an ISO 3166 code or country name, got "Russlannd"\nhint: did you mean "Russland" (RU)?',
    ],
    [{ severity: 'warning', code: 'x', message: 'no rows', file: 'a.csv' }, 'warning: a.csv: no rows'],
    [{ severity: 'error', code: 'x', message: 'no list at all' }, 'error: no list at all'],
    [{ severity: 'error', code: 'x', message: 'bad', file: '-', line: 3 }, 'error: -:3: bad'],
    [{ severity: 'error', code: 'x', message: 'bad', line: 3, column: 'to' }, 'error: column "to": bad'],
    [
      { severity: 'error', code: 'x', message: 'got "\u001b[31m\n"', hint: '\u202ex', file: 'a\nb', column: '\u0007' },
      String.raw`error: a\nb: column "\u{7}": got "\u{1b}[31m\n"` + '\n' + String.raw`hint: \u{202e}x`,
    ],
  ])('%j', (problem, text) => {
    expect(formatProblem(problem, { color: false })).toBe(text)
  })

  test('colours the words that say how bad it is, nothing else', () => {
    expect(formatProblem(COUNTRY, { color: true })).toBe(
      '\u001b[31m\u001b[1merror:\u001b[22m\u001b[39m suppliers.csv:14: column "country": expected an ISO 3166 code or country name, got "Russlannd"\n\u001b[36mhint:\u001b[39m did you mean "Russland" (RU)?',
    )
  })
})

describe('formatProblems', () => {
  const short = (line: number): Problem => ({
    severity: 'error',
    code: 'row-short',
    message: 'short',
    file: 'a.csv',
    line,
  })
  const many = [...Array.from({ length: 1254 }, (_, at) => short(at + 2)), COUNTRY]

  test('a flood of one kind hides no other, and says how much it held back', () => {
    const lines = formatProblems(many, { color: false, limit: 20 }).split('\n')
    expect(lines).toHaveLength(20 + 2 + 1 + 1)
    expect(lines[20]).toContain('suppliers.csv:14')
    expect(lines[22]).toBe('… and 1,234 more (1,234 row-short; all of them are in the JSON report)')
  })

  test.each([
    [[], ''],
    [[short(2)], 'error: a.csv:2: short\n'],
  ])('%j', (problems, text) => {
    expect(formatProblems(problems, { color: false, limit: 1 })).toBe(text)
  })
})
