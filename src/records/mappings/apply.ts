import type { FileShape } from '../columns.js'
import { fieldWord } from '../field-words.js'
import type { Wish } from '../wishes.js'
import type { ReadyMapping } from './mapping.js'

/** Which columns of a header a ready-made mapping takes, and for what. */
export function mappedColumns(shape: FileShape, folded: readonly string[], mapping: ReadyMapping): readonly Wish[] {
  const indexesOf = (words: string): readonly number[] =>
    words.split('|').flatMap((word) => {
      const index = folded.indexOf(word)
      return index === -1 ? [] : [index]
    })
  const wish = (field: string, indexes: readonly number[]): readonly Wish[] => {
    const column = fieldWord(shape, field)
    return column === undefined || indexes.length === 0 ? [] : [{ column, indexes }]
  }
  const single = mapping.columns.flatMap(([field, words]) => wish(field, indexesOf(words).slice(0, 1)))
  const joined = (mapping.joined ?? []).flatMap(([field, words]) => wish(field, indexesOf(words)))
  const ends = new Map(single.map(({ column, indexes }) => [column.field, indexes[0]]))
  // A ledger without a number for the vendor has only the name, which says nothing more of itself.
  return [...single, ...joined].filter(({ column, indexes }) => {
    const role = column.field.endsWith('_name') ? column.field.slice(0, -'_name'.length) : undefined
    return role === undefined || ends.get(role) !== indexes[0]
  })
}
