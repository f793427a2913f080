import { ENTITY_SHAPE, foldHeader, type Column, type FileShape } from '../../records/columns.js'

/** The fields of a user's own list, as documented. */
export const OWN_FIELDS = [
  'id',
  'list',
  'regime',
  'kind',
  'name',
  'type',
  'country',
  'aliases',
  'identifiers',
  'programs',
  'listed_on',
  'delisted_on',
  'url',
] as const

/** Columns for identifiers are the same as in a file of entities. */
const IDENTIFIER_COLUMNS = [...ENTITY_SHAPE.columns].filter(([, column]) => column.identifier !== undefined)

export const OWN_SHAPE: FileShape = {
  columns: new Map<string, Column>([
    ...IDENTIFIER_COLUMNS,
    ...OWN_FIELDS.map((field): [string, Column] => [foldHeader(field), { field }]),
  ]),
  documented: OWN_FIELDS,
  nameFields: ['name', 'aliases'],
  identifierColumns: true,
}

/** Fields that only a list has, and those that only a file of entities has. */
const OF_LISTS = folded(['list', 'regime', 'kind', 'programs', 'listed_on', 'delisted_on', 'url'])
const OF_ENTITIES = folded(['address', 'founded'])

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(foldHeader))
}

/** Whether a header, or the keys of a JSON record, are those of an own list: it has names, or would be one if it had. */
export function isOwnHeader(names: readonly string[]): boolean {
  const fields = names.map(foldHeader)
  return fields.includes('name') || fields.filter((name) => OF_LISTS.has(name)).length >= 2
}

/** Whether a header is rather that of a file of entities: the two share their other fields. */
export function isLikeEntities(names: readonly string[]): boolean {
  const fields = names.map(foldHeader)
  return fields.some((name) => OF_ENTITIES.has(name)) && !fields.some((name) => OF_LISTS.has(name))
}
