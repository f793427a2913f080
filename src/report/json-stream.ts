import { INDENT, jsonText } from './json-text.js'
import { textOf, type Arrange } from './key-order.js'

/** A field of a streamed object: its value whole, or the items of an array, already as JSON, that is never held as one text. */
export type Field =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: Iterable<string> }

/** A field whose items are written one by one. */
export function itemsField<T>(key: string, items: Iterable<T>, arrange: Arrange<T>): Field {
  return { key, items: mapped(items, textOf(arrange, INDENT.repeat(2))) }
}

/** A JSON array with two blanks of indent, an item a piece; without a line break at its end. */
export function jsonArray<T>(items: Iterable<T>, arrange: Arrange<T>): Generator<string> {
  return arrayOf(mapped(items, textOf(arrange, INDENT)), 0)
}

function* arrayOf(items: Iterable<string>, depth: number): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${INDENT.repeat(depth + 1)}${item}`
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
    if ('items' in field) yield* arrayOf(field.items, 1)
    else yield jsonText(field.value, INDENT)
  }
  yield before === '{' ? '{}\n' : '\n}\n'
}

/** One value as a line of JSON Lines. */
export function jsonLine(value: unknown): string {
  return `${jsonText(value, undefined)}\n`
}

/** Lines of JSON Lines, each of which begins with its type. */
export function* typedLines<T extends object>(
  type: string,
  values: Iterable<T>,
  arrange: Arrange<T>,
): Generator<string> {
  const write = textOf(arrange, undefined)
  // None of them is empty, so that a comma comes after the type.
  for (const value of values) yield `{"type":"${type}",${write(value).slice(1)}\n`
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}
