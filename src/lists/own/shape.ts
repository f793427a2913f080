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

/** Fields that a file of entities does not have: two of them show an own list whose names are missing. */
const LIST_FIELDS: ReadonlySet<string> = new Set(
  ['list', 'regime', 'kind', 'aliases', 'identifiers', 'programs', 'listed_on', 'delisted_on'].map(foldHeader),
)

/** Whether a header, or the keys of a JSON record, are those of an own list. */
export function isOwnHeader(names: readonly string[]): boolean {
  const folded = names.map(foldHeader)
  return folded.includes('name') || folded.filter((name) => LIST_FIELDS.has(name)).length >= 2
}
