import { columnOf, DETAILS, ROLES } from './columns.js'
import type { Column, FileShape } from './columns.js'

/** Fields of a transaction that no column has by its own name: what a row says of the parties that it names, and banks by their place. */
const DETAIL_FIELDS: readonly string[] = ROLES.flatMap((role, at) => [
  ...(at < 2 ? [] : [role]),
  ...DETAILS.map((detail) => `${role}_${detail}`),
])

/** What a mapping means by a word: a field, a word for an end that gives the kind as well, an identifier, or a detail of a party. */
export function fieldWord(shape: FileShape, word: string): Column | undefined {
  if (hasDetails(shape) && DETAIL_FIELDS.includes(word)) return { field: word }
  const column = columnOf(shape, word)
  return column?.rank === undefined ? column : undefined
}

/** All words that a mapping of such a file may use. */
export function fieldWords(shape: FileShape): readonly string[] {
  return hasDetails(shape) ? [...shape.documented, ...DETAIL_FIELDS] : shape.documented
}

/** Only transactions tell of their parties; a relation's are told of by entities. */
function hasDetails(shape: FileShape): boolean {
  return shape.documented.includes('via')
}
