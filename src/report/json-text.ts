import { jsonSafe } from './sanitise.js'

/** What a line of indented JSON begins with; absent where all is on one line. */
export type Margin = string | undefined

export const INDENT = '  '

export function deeper(margin: Margin): Margin {
  return margin === undefined ? undefined : `${margin}${INDENT}`
}

// Most texts are such: to test is a quarter of the work of serialising.
const PLAIN = /^[ !#-[\]-~]*$/

/** Whether the text stands in JSON as it is. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

function quoted(text: string): string {
  return isPlain(text) ? `"${text}"` : jsonSafe(JSON.stringify(text))
}

/** Any value as JSON that is safe to show. */
export function jsonText(value: unknown, margin: Margin): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  if (margin === undefined) return jsonSafe(JSON.stringify(value))
  // A serialised text holds no line break of its own: every one is between tokens.
  return jsonSafe(JSON.stringify(value, null, INDENT)).replaceAll('\n', `\n${margin}`)
}

/** Items as an array. Sums of texts, not joins: only what is written at last need be one piece. */
export function arrayText<T>(items: readonly T[], write: (item: T, at: number) => string, margin: Margin): string {
  const inner = margin === undefined ? '' : `\n${margin}${INDENT}`
  let text = ''
  for (const [at, item] of items.entries()) text += `${at === 0 ? '' : ','}${inner}${write(item, at)}`
  return text === '' ? '[]' : `[${text}${margin === undefined ? '' : `\n${margin}`}]`
}
