import type { LinkKind } from '../model/record.js'
import { END_WORDS, type EndWords } from './end-words.js'
import { ENTITY_WORDS, IDENTIFIER_WORDS, RELATION_WORDS, TRANSACTION_WORDS, type HeaderWords } from './header-words.js'

export type EntityField = 'id' | 'name' | 'type' | 'country' | 'aliases' | 'identifiers' | 'address' | 'founded'
export type TransactionField =
  | 'id'
  | 'kind'
  | 'from'
  | 'to'
  | 'date'
  | 'amount'
  | 'currency'
  | 'goods'
  | 'hs_code'
  | 'quantity'
  | 'via'
  | 'source'
  | 'known_on'
export type RelationField =
  | 'id'
  | 'kind'
  | 'from'
  | 'to'
  | 'percent'
  | 'basis'
  | 'since'
  | 'until'
  | 'source'
  | 'known_on'
/** What else a row of transactions may say of a party that it names: only a mapping fills these. */
export type PartyDetail = 'name' | 'country' | 'bic' | 'lei' | 'tax_id'
export type Field = EntityField | TransactionField | RelationField

/** Parties of a transaction that may have details. The banks handled it. */
export const ROLES = ['from', 'to', 'originator_bank', 'beneficiary_bank', 'intermediary_bank'] as const
export type Role = (typeof ROLES)[number]
export const BANKS: readonly Role[] = ROLES.slice(2)
export const DETAILS: readonly PartyDetail[] = ['name', 'country', 'bic', 'lei', 'tax_id']

/** Fields for which several columns are read together: a name in four parts, several handlers. */
export const JOINING: ReadonlySet<string> = new Set(['name', 'aliases', 'identifiers', 'address', 'goods', 'via'])

/** What a column of a known name holds. */
export interface Column {
  /** The canonical name, or the identifier scheme of a column of its own. */
  readonly field: string
  /** The kind of link that the column's name gives: `seller` makes a supply. */
  readonly implies?: LinkKind
  readonly identifier?: IdentifierColumn
  /** Of a synonym: of several columns for one field the lowest is taken. The documented names have none, and two of them refuse a file. */
  readonly rank?: number
}

export interface IdentifierColumn {
  readonly scheme: string
  /** The country whose register it is; `row` where that is the country of the row's party. */
  readonly country?: string
}

/** The columns that a kind of file knows, by their folded names. */
export interface FileShape {
  readonly columns: ReadonlyMap<string, Column>
  /** The same for what exports call them; made when a header first needs it: folding a thousand words takes ten milliseconds. */
  readonly synonyms?: () => ReadonlyMap<string, Column>
  /** Names to suggest to who misspelt one, as they are documented. */
  readonly documented: readonly string[]
  /** Fields in which names stand: those of rejected rows are screened all the same. */
  readonly nameFields: readonly Field[]
  /** An identifier's column that is not in the table, such as `by_unp`. */
  readonly identifierColumns: boolean
}

/** A column's name as letters and digits alone, in lower case: `HS-Code`, `hs_code` and `HS code` are one. */
export function foldHeader(name: string): string {
  // Most names are ASCII, and what knows all scripts is slow to start.
  if (/^[ -~]*$/.test(name))
    return name
      .toLowerCase()
      .replaceAll('%', 'percent')
      .replaceAll(/[^a-z0-9]+/g, '')
  const folded = name.normalize('NFKC').toLowerCase().replaceAll('%', 'percent').replaceAll('ё', 'е')
  // So are nearly all others letters of these.
  if (/^[ -~°’ß-öø-ÿа-я一-鿿]*$/.test(folded)) return folded.replaceAll(/[^a-z0-9ß-öø-ÿа-я一-鿿]+/g, '')
  return folded.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

type Columns = Map<string, Column>

function addWords(columns: Columns, words: HeaderWords): void {
  for (const [field, spellings] of words) {
    for (const [rank, word] of spellings.split('|').entries()) addSynonym(columns, word, { field, rank })
  }
}

/** A word that stands for two fields is the one that comes first. */
function addSynonym(columns: Columns, word: string, column: Column): void {
  const key = foldHeader(word)
  if (key !== '' && !columns.has(key)) columns.set(key, column)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function documentedColumns(documented: string): Columns {
  return new Map(documented.split(' ').map((field) => [foldHeader(field), { field }]))
}

function linkShape(file: EndWords['file'], documented: string, words: HeaderWords): FileShape {
  const columns = documentedColumns(documented)
  const names = documented.split(' ')
  const ends = END_WORDS.filter((end) => end.file === file)
  for (const { from, to, kind: implies, documented: isDocumented } of ends) {
    if (implies === undefined || isDocumented === undefined) continue
    columns.set(foldHeader(from), { field: 'from', implies })
    columns.set(foldHeader(to), { field: 'to', implies })
    names.push(from, to)
  }
  const synonyms = once(() => {
    const made: Columns = new Map()
    for (const end of ends.filter((one) => one.documented === undefined)) {
      const implied = end.kind === undefined ? {} : { implies: end.kind }
      for (const field of ['from', 'to'] as const)
        for (const word of end[field].split('|')) addSynonym(made, word, { field, rank: 0, ...implied })
    }
    addWords(made, words)
    return made
  })
  return { columns, synonyms, documented: names, nameFields: ['from', 'to', 'via'], identifierColumns: false }
}

function entityShape(): FileShape {
  const documented = 'id name type country aliases identifiers address founded'
  const columns = documentedColumns(documented)
  const names = documented.split(' ')
  for (const [spellings, scheme, country] of IDENTIFIER_WORDS) {
    const identifier = country === undefined ? { scheme } : { scheme, country }
    for (const name of spellings.split('|')) {
      const field = foldHeader(name)
      if (!columns.has(field)) columns.set(field, { field, identifier })
    }
    names.push(scheme)
  }
  const synonyms = once(() => {
    const made: Columns = new Map()
    addWords(made, ENTITY_WORDS)
    return made
  })
  return { columns, synonyms, documented: names, nameFields: ['name', 'aliases'], identifierColumns: true }
}

export const ENTITY_SHAPE: FileShape = entityShape()
export const TRANSACTION_SHAPE: FileShape = linkShape(
  'transactions',
  'id kind from to date amount currency goods hs_code quantity via source known_on',
  TRANSACTION_WORDS,
)
export const RELATION_SHAPE: FileShape = linkShape(
  'relations',
  'id kind from to percent basis since until source known_on',
  RELATION_WORDS,
)

const NATIONAL =
  /^([a-z]{2})[\s_-]+(unp|inn|ogrn|uscc|vat|tin|tax|tax[\s_-]?id|crn|brn|reg|hrb|siren|siret|nip|regon|krs|kvk|edrpou|bin|okpo)$/

/** The column of a header's name; `undefined` where the file has no such field. */
export function columnOf(shapeOf: FileShape, header: string): Column | undefined {
  const folded = foldHeader(header)
  const known = shapeOf.columns.get(folded)
  if (known !== undefined) return known
  const national = shapeOf.identifierColumns ? NATIONAL.exec(header.trim().toLowerCase()) : null
  if (national?.[1] === undefined || national[2] === undefined) return shapeOf.synonyms?.().get(folded)
  const scheme = `${national[1]}-${national[2].replaceAll(/[\s_]/g, '-')}`
  return { field: scheme, identifier: { scheme, country: national[1].toUpperCase() } }
}
