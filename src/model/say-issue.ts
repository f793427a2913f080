import type { z } from 'zod'

export type SchemaIssue = z.core.$ZodIssue

/** What a schema calls a type, as a person calls it. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'an object'],
])

const LONGEST = 80

function limit(words: string, origin: string): string {
  if (origin === 'string') return `a text of ${words === '1' ? '1 character' : `${words} characters`}`
  return `${origin === 'array' ? 'a list' : 'a number'} of ${words}`
}

function expectedBy(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES.get(issue.expected) ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      return limit(issue.exact === true ? `${issue.minimum}` : `${issue.minimum} or more`, issue.origin)
    case 'too_big':
      return limit(issue.exact === true ? `${issue.maximum}` : `at most ${issue.maximum}`, issue.origin)
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([first]) => (first === undefined ? [] : [expectedBy(first)])))].join(
        ' or ',
      )
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return issue.message.replace(/^(?:Invalid \w+: must match pattern|expected) /, '')
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return value
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What a schema expected at the place of an issue, and what stood there in the whole that it was asked about. */
export function sayIssue(issue: SchemaIssue, root: unknown): string {
  if (issue.code === 'invalid_key') return `${shown(issue.path.at(-1))} can't be a key here`
  return `expected ${expectedBy(issue)}, got ${shown(valueAt(root, issue.path))}`
}
