import type { FreeText } from '../model/record.js'
import { isName, textAt, type Row } from './row.js'

/** The cells in which names are to be looked for; `undefined` where there are none. */
export function freeTexts(row: Row): readonly FreeText[] | undefined {
  const { texts, headers } = row.layout
  if (texts === undefined) return undefined
  const found = texts.map((index) => ({ column: (headers[index] ?? '').trim(), text: textAt(row, index) }))
  const some = found.filter(({ text }) => isName(text))
  return some.length === 0 ? undefined : some
}
