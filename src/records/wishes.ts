import type { ColumnMap } from '../model/file-settings.js'
import { nearestWords } from '../model/spelling.js'
import { foldHeader, JOINING } from './columns.js'
import type { Column, FileShape } from './columns.js'
import { fieldWord, fieldWords } from './field-words.js'
import type { LayoutProblem, LayoutRequest } from './layout.js'
import { quote } from './quote.js'

/** A field, and the columns that are to hold it. */
export interface Wish {
  readonly column: Column
  readonly indexes: readonly number[]
}

export interface Wishes {
  readonly wishes: readonly Wish[]
  readonly texts: readonly number[]
  readonly refused?: LayoutProblem
}

/** What the user said of the columns of a file: the command line goes before the config, which goes before everything else. */
export function wishesOf(
  shape: FileShape,
  headers: readonly string[],
  { said, partial = false }: LayoutRequest,
): Wishes {
  if (said === undefined) return { wishes: [], texts: [] }
  const wishes = new Map<string, Wish>()
  const texts: number[] = []
  let refused: LayoutProblem | undefined
  const find = (name: string, field: string): number | undefined => {
    const found = findColumn(headers, name)
    if (typeof found === 'number') return found
    if (found !== undefined || !partial) refused ??= found ?? noColumn(headers, name, field)
    return undefined
  }
  for (const [word, names] of said.columns ?? []) {
    const column = fieldWord(shape, word)
    if (column === undefined) {
      refused ??= unknownField(shape, word)
      continue
    }
    const indexes = names.flatMap((name) => find(name, word) ?? [])
    const other = wishes.get(column.field)
    refused ??= repeated(column, headers, indexes) ?? twice(column, names.length, other !== undefined)
    if (indexes.length > 0) wishes.set(column.field, { column, indexes })
  }
  for (const name of said.text ?? []) {
    const index = find(name, 'text')
    if (index !== undefined) texts.push(index)
  }
  const flagged = flagWishes(shape, headers, said.flags?.columns ?? new Map(), said.flags?.found)
  for (const wish of flagged.wishes) wishes.set(wish.column.field, wish)
  refused ??= flagged.refused
  return { wishes: [...wishes.values()], texts, ...(refused === undefined ? {} : { refused }) }
}

/** A mapping of the command line speaks to all files: those without the field or the column are not meant. */
function flagWishes(
  shape: FileShape,
  headers: readonly string[],
  flags: ColumnMap,
  found: Set<string> | undefined,
): { readonly wishes: readonly Wish[]; readonly refused?: LayoutProblem } {
  const wishes = new Map<string, Wish>()
  let refused: LayoutProblem | undefined
  for (const [word, names] of flags) {
    const column = fieldWord(shape, word)
    if (column === undefined) continue
    const indexes: number[] = []
    for (const name of names) {
      const at = findColumn(headers, name)
      if (at === undefined) continue
      found?.add(name)
      if (typeof at === 'number') indexes.push(at)
      else refused ??= at
    }
    const isTaken = indexes.length > 0 && wishes.has(column.field)
    refused ??= repeated(column, headers, indexes) ?? twice(column, indexes.length, isTaken)
    if (indexes.length > 0) wishes.set(column.field, { column, indexes })
  }
  return { wishes: [...wishes.values()], ...(refused === undefined ? {} : { refused }) }
}

/** Two columns for a field that holds one value; or two words for one field, such as `seller` and `payer`. */
function twice({ field }: Column, columns: number, isTaken: boolean): LayoutProblem | undefined {
  if (!isTaken && (columns < 2 || JOINING.has(field))) return undefined
  const message = `expected one column mapped to "${field}", got several`
  const hint = `only ${[...JOINING].join(', ')} are read from several columns together`
  return { code: 'bad-mapping', message, hint }
}

/** One column twice for one field: the name would be written twice in it. */
function repeated(
  { field }: Column,
  headers: readonly string[],
  indexes: readonly number[],
): LayoutProblem | undefined {
  const again = indexes.find((index, at) => indexes.indexOf(index) !== at)
  if (again === undefined) return undefined
  const message = `expected different columns mapped to "${field}", got ${quote((headers[again] ?? '').trim())} twice`
  return { code: 'bad-mapping', message, hint: 'say each column once' }
}

/**
 * The column of this name: as it is written, else without regard to case, blanks and signs. `Name#2` is the second of two that are called
 * alike.
 */
function findColumn(headers: readonly string[], name: string): number | LayoutProblem | undefined {
  const exact = indexesWhere(headers, (header) => header.trim() === name.trim())
  const folded = exact.length > 0 ? exact : indexesWhere(headers, (header) => foldHeader(header) === foldHeader(name))
  const [only, second] = folded
  if (only !== undefined && second === undefined) return only
  if (only !== undefined) {
    const message = `expected one column ${quote(name)}, got ${folded.length} of that name`
    return {
      code: 'bad-mapping',
      message,
      hint: `say which: ${quote(`${name}#1`)} or ${quote(`${name}#2`)}`,
      column: name,
    }
  }
  const numbered = /^(.*)#([1-9]\d*)$/.exec(name)
  if (numbered === null) return undefined
  const alike = indexesWhere(headers, (header) => foldHeader(header) === foldHeader(numbered[1] ?? ''))
  return alike[Number(numbered[2]) - 1]
}

function indexesWhere(headers: readonly string[], is: (header: string) => boolean): readonly number[] {
  return headers.flatMap((header, index) => (is(header) ? [index] : []))
}

function noColumn(headers: readonly string[], name: string, field: string): LayoutProblem {
  const byFolded = new Map(headers.map((header) => [foldHeader(header), header.trim()]))
  const [near] = nearestWords(foldHeader(name), byFolded.keys())
  const meant = near === undefined ? undefined : byFolded.get(near)
  const message = `expected the column ${quote(name)}, which the mapping takes for "${field}", in the header`
  const hint =
    meant === undefined
      ? `the columns are ${headers.map((header) => quote(header.trim())).join(', ')}`
      : `did you mean ${quote(meant)}?`
  return { code: 'bad-mapping', message, hint, column: name }
}

function unknownField(shape: FileShape, word: string): LayoutProblem {
  const words = fieldWords(shape)
  const [near] = nearestWords(word.toLowerCase(), words)
  const message = `expected a mapping to a field of such a file, got ${quote(word)}`
  return {
    code: 'bad-mapping',
    message,
    hint: near === undefined ? `the fields are ${words.join(', ')}` : `did you mean "${near}"?`,
  }
}
