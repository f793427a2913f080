import { jsonSafe } from './sanitise.js'
import type { Sheet, Write } from './sheet.js'

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

/** A text as it stands between the quotes. */
export function textInside(text: string): string {
  return isPlain(text) ? text : quoted(text).slice(1, -1)
}

/** Any value as JSON that is safe to show. */
export function jsonText(value: unknown, margin: Margin): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (margin === undefined) return jsonSafe(JSON.stringify(value))
  // A serialised text holds no line break of its own: every one is between tokens.
  return jsonSafe(JSON.stringify(value, null, INDENT)).replaceAll('\n', `\n${margin}`)
}

/** What stands around the items of an array. */
export interface ArrayText {
  readonly open: string
  readonly between: string
  readonly close: string
}

export function arrayText(margin: Margin): ArrayText {
  const inner = margin === undefined ? '' : `\n${margin}${INDENT}`
  return { open: `[${inner}`, between: `,${inner}`, close: margin === undefined ? ']' : `\n${margin}]` }
}

export function writeArray<T>(items: readonly T[], write: Write<T>, text: ArrayText, sheet: Sheet): void {
  if (items.length === 0) return sheet.text('[]')
  let before = text.open
  for (const item of items) {
    sheet.text(before)
    write(item, sheet)
    before = text.between
  }
  sheet.text(text.close)
}
