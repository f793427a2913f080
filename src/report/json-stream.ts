import type { Piece } from './gather.js'
import { arrayText, INDENT, jsonText } from './json-text.js'
import { writerOf, type Arrange, type ArrangeObject } from './key-order.js'
import { written, type Write } from './sheet.js'

/** A field of a streamed object: its value whole, or an array whose items are written one by one. */
export type Field =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: Iterable<Piece> }

/** A field whose items are written one by one. */
export function itemsField<T>(key: string, items: Iterable<T>, arrange: Arrange<T>): Field {
  return { key, items: arrayPieces(items, writerOf(arrange, ITEM_MARGIN)) }
}

/** The margin of the items of a field. */
export const ITEM_MARGIN = INDENT.repeat(2)

/** An array of a field, whose items are written one by one. */
export function* arrayPieces<T>(items: Iterable<T>, write: Write<T>): Generator<Piece> {
  const text = arrayText(INDENT)
  let before = text.open
  yield* written(items, (item: T, sheet) => {
    sheet.text(before)
    write(item, sheet)
    before = text.between
  })
  yield before === text.open ? '[]' : text.close
}

/** A JSON array with two blanks of indent, an item a piece; without a line break at its end. */
export function* jsonArray<T>(items: Iterable<T>, arrange: (item: T) => unknown): Generator<string> {
  const { open, between, close } = arrayText('')
  let before = open
  for (const item of items) {
    yield before + jsonText(arrange(item), INDENT)
    before = between
  }
  yield before === open ? '[]' : close
}

/** A JSON object with two blanks of indent, in pieces, and a line break at its end. */
export function* jsonObject(fields: Iterable<Field>): Generator<Piece> {
  let before = '{'
  for (const field of fields) {
    if ('value' in field && field.value === undefined) continue
    yield `${before}\n${INDENT}${JSON.stringify(field.key)}: `
    before = ','
    if ('items' in field) yield* field.items
    else yield jsonText(field.value, INDENT)
  }
  yield before === '{' ? '{}\n' : '\n}\n'
}

/** One value as a line of JSON Lines. */
export function jsonLine(value: unknown): string {
  return `${jsonText(value, undefined)}\n`
}

/** Lines of JSON Lines, each of which begins with its type. None of the values is empty, so that a comma comes after the type. */
export function typedLines<T extends object>(
  type: string,
  values: Iterable<T>,
  arrange: ArrangeObject<T>,
): Generator<Uint8Array> {
  return linesOf(values, typedWriter(type, arrange))
}

export function typedWriter<T extends object>(type: string, arrange: ArrangeObject<T>): Write<T> {
  return arrange.writerAt(undefined, `{"type":"${type}",`)
}

export function linesOf<T>(values: Iterable<T>, write: Write<T>): Generator<Uint8Array> {
  return written(values, (value: T, sheet) => {
    write(value, sheet)
    sheet.text('\n')
  })
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}
