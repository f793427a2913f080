import { jsonSafe } from './sanitise.js'

/** A field of a streamed object: its value whole, or the items of an array that is never held as one text. */
export type Field =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: Iterable<unknown> }

const INDENT = '  '

function pretty(value: unknown, depth: number): string {
  // A serialised text holds no line break of its own: every one is between tokens.
  return jsonSafe(JSON.stringify(value, null, INDENT)).replaceAll('\n', `\n${INDENT.repeat(depth)}`)
}

/** A JSON array with two blanks of indent, an item a piece; without a line break at its end. */
export function* jsonArray(items: Iterable<unknown>, depth = 0): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${INDENT.repeat(depth + 1)}${pretty(item, depth + 1)}`
    before = ','
  }
  yield before === '[' ? '[]' : `\n${INDENT.repeat(depth)}]`
}

/** A JSON object with two blanks of indent, in pieces, and a line break at its end. */
export function* jsonObject(fields: Iterable<Field>): Generator<string> {
  let before = '{'
  for (const field of fields) {
    if ('value' in field && field.value === undefined) continue
    yield `${before}\n${INDENT}${JSON.stringify(field.key)}: `
    before = ','
    if ('items' in field) yield* jsonArray(field.items, 1)
    else yield pretty(field.value, 1)
  }
  yield before === '{' ? '{}\n' : '\n}\n'
}

/** One value as a line of JSON Lines. */
export function jsonLine(value: unknown): string {
  return `${jsonSafe(JSON.stringify(value))}\n`
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}
