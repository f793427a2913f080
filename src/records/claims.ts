import type { LinkKind } from '../model/record.js'
import { columnOf, foldHeader } from './columns.js'
import type { Column, FileShape, IdentifierColumn } from './columns.js'
import type { LayoutProblem, LayoutRequest } from './layout.js'
import { mappedColumns } from './mappings/apply.js'
import { findMapping, recogniseMapping, type ReadyMapping } from './mappings/registry.js'
import { quote } from './quote.js'
import { wishesOf, type Wish } from './wishes.js'

/** Which columns hold a field, and what the word for it implies. */
export interface Claim {
  readonly indexes: readonly number[]
  readonly implies?: LinkKind
}

export interface Claims {
  readonly fields: ReadonlyMap<string, Claim>
  readonly identifiers: readonly (IdentifierColumn & { readonly index: number })[]
  readonly texts: readonly number[]
  readonly unknown: readonly string[]
  readonly kind?: LinkKind
  readonly recognised?: { readonly name: string; readonly title: string }
  readonly refused?: LayoutProblem
}

/** Fields of which no column is chosen among several: a wrong choice would screen the wrong party. */
const ESSENTIAL: ReadonlySet<string> = new Set(['name', 'from', 'to'])

/**
 * Gives the columns of a header to fields: first those that the user named, then those of a ready-made mapping, then every other by its
 * own name, where a documented name goes before its synonyms.
 */
export function claimColumns(shape: FileShape, headers: readonly string[], request: LayoutRequest): Claims {
  const { said, role } = request
  const wished = wishesOf(shape, headers, request)
  const known = headers.map((header) => columnOf(shape, header))
  const claimed = new Map<string, Wish>()
  for (const wish of wished.wishes) claimed.set(wish.column.field, wish)

  const named = said?.mapping === undefined ? undefined : findMapping(said.mapping)
  const folded = headers.map(foldHeader)
  const recognised = named === undefined && role !== undefined ? recogniseMapping(role, new Set(folded)) : undefined
  const mapping = named ?? recognised
  const documented = new Set(known.flatMap((column) => (column?.rank === undefined ? (column?.field ?? []) : [])))
  for (const wish of mapping === undefined ? [] : mappedColumns(shape, folded, mapping)) {
    const { field } = wish.column
    // What calls itself by the documented name is that, unless the user said that the file is such an export.
    const isFree = named !== undefined || field === 'via' || !documented.has(field)
    if (isFree && !claimed.has(field)) claimed.set(field, wish)
  }

  const taken = new Set([...claimed.values()].flatMap((wish) => wish.indexes))
  const ends = ['from', 'to'].flatMap((field) => claimed.get(field)?.indexes ?? []).map((index) => folded[index] ?? '')
  const free = known.map((column, index) => (isAbout(ends, folded[index] ?? '') ? undefined : column))
  const byName = claimByName(free, headers, claimed, taken)
  const all = [...claimed.values(), ...byName.wishes]
  const used = new Set([...all.flatMap((wish) => wish.indexes), ...wished.texts, ...byName.clashing])
  const left = new Set(mapping?.left?.split('|'))
  const refused = misused(named, role) ?? wished.refused ?? byName.refused
  return {
    fields: new Map(all.map(({ column, indexes }) => [column.field, claimOf(column, indexes)])),
    identifiers: all.flatMap(identifierIn).toSorted((a, b) => a.index - b.index),
    texts: wished.texts,
    unknown: headers.filter((_, index) => !used.has(index) && !left.has(folded[index] ?? '')),
    ...(mapping?.kind === undefined ? {} : { kind: mapping.kind }),
    ...(recognised === undefined ? {} : { recognised: { name: recognised.name, title: recognised.title } }),
    ...(refused === undefined ? {} : { refused }),
  }
}

/** A mapping is for one kind of file: of another it would take hardly a column, and nobody would be told. */
function misused(named: ReadyMapping | undefined, role: LayoutRequest['role']): LayoutProblem | undefined {
  const its = role === 'only' ? 'entities' : role
  if (named === undefined || its === undefined || named.role === its) return undefined
  const message = `expected a mapping for ${its}, got ${quote(named.name)}, which is for ${named.role}`
  return { code: 'bad-mapping', message }
}

/** Where an end is read from `originator_bank_id`, `originator_bank` is about that end, and no handler. */
function isAbout(ends: readonly string[], header: string): boolean {
  return header !== '' && ends.some((end) => end !== header && end.startsWith(header))
}

function claimOf({ implies }: Column, indexes: readonly number[]): Claim {
  return implies === undefined ? { indexes } : { indexes, implies }
}

function identifierIn({ column, indexes }: Wish): readonly (IdentifierColumn & { readonly index: number })[] {
  const { identifier } = column
  return identifier === undefined ? [] : indexes.map((index) => ({ ...identifier, index }))
}

/** The columns that nobody spoke of, each for the field that its own name gives. */
function claimByName(
  known: readonly (Column | undefined)[],
  headers: readonly string[],
  claimed: ReadonlyMap<string, Wish>,
  taken: ReadonlySet<number>,
): { readonly wishes: readonly Wish[]; readonly clashing: readonly number[]; readonly refused?: LayoutProblem } {
  const clashing: number[] = []
  const found = new Map<string, { readonly column: Column; readonly indexes: readonly number[] }>()
  let refused: LayoutProblem | undefined
  for (const [index, column] of known.entries()) {
    if (column === undefined || taken.has(index) || claimed.has(column.field)) continue
    const before = found.get(column.field)
    const choice = before === undefined ? 'new' : choose(column, before.column)
    if (before === undefined || choice === 'new') found.set(column.field, { column, indexes: [index] })
    else if (choice === 'both') found.set(column.field, { column: before.column, indexes: [...before.indexes, index] })
    else if (choice === 'neither') {
      clashing.push(index)
      refused ??= doubled(column.field, headers[before.indexes[0] ?? 0] ?? '', headers[index] ?? '')
    }
  }
  const wishes = [...found.values()]
  return refused === undefined ? { wishes, clashing } : { wishes, clashing, refused }
}

/** Of two columns for one field: the documented name before a synonym, the better synonym before the other. */
function choose(column: Column, before: Column): 'new' | 'old' | 'both' | 'neither' {
  if ((column.rank === undefined) !== (before.rank === undefined)) return column.rank === undefined ? 'new' : 'old'
  if (column.rank === undefined || before.rank === undefined) return 'neither'
  if (column.field === 'via') return 'both'
  if (ESSENTIAL.has(column.field)) return 'neither'
  return column.rank < before.rank ? 'new' : 'old'
}

function doubled(field: string, first: string, second: string): LayoutProblem {
  const message = `expected one column for "${field}", got ${quote(first)} and ${quote(second)}`
  const same = foldHeader(first) === foldHeader(second)
  const which = same ? `${field}=${first.trim()}#1` : `${field}=${second.trim()}`
  return {
    code: 'doubled-column',
    message,
    hint: `say which it is, as in --map ${JSON.stringify(which)}`,
    column: second,
  }
}
