import type { LinkKind } from '../model/record.js'

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
export type Field = EntityField | TransactionField | RelationField

/** What a column of a known name holds. */
export interface Column {
  /** The canonical name, or the identifier scheme of a column of its own. */
  readonly field: string
  /** The kind of link that the column's name gives: `seller` makes a supply. */
  readonly implies?: LinkKind
  readonly identifier?: IdentifierColumn
}

export interface IdentifierColumn {
  readonly scheme: string
  /** The country whose register it is; `row` where that is the country of the row's party. */
  readonly country?: string
}

/** The columns that a kind of file knows, by their folded names. */
export interface FileShape {
  readonly columns: ReadonlyMap<string, Column>
  /** Names to suggest to who misspelt one, as they are documented. */
  readonly documented: readonly string[]
  /** Fields in which names stand: those of rejected rows are screened all the same. */
  readonly nameFields: readonly Field[]
  /** An identifier's column that is not in the table, such as `by_unp`. */
  readonly identifierColumns: boolean
}

/** A column's name without case, blanks, `_` and `-`. */
export function foldHeader(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '')
}

/** Columns that stand for the ends of a link and give its kind: seller, payer, maker, owner first. */
const PAIRS: readonly (readonly [from: string, to: string, kind: LinkKind, file: 'transactions' | 'relations'])[] = [
  ['seller', 'buyer', 'supply', 'transactions'],
  ['supplier', 'customer', 'supply', 'transactions'],
  ['exporter', 'importer', 'supply', 'transactions'],
  ['shipper', 'consignee', 'supply', 'transactions'],
  ['payer', 'payee', 'payment', 'transactions'],
  ['originator', 'beneficiary', 'payment', 'transactions'],
  ['maker', 'integrator', 'component', 'transactions'],
  ['owner', 'owned', 'owns', 'relations'],
  ['member', 'group', 'member-of', 'relations'],
  ['officer', 'company', 'officer-of', 'relations'],
]

/** Identifiers that may have a column of their own. National ones carry the country whose register gives them. */
const IDENTIFIERS: readonly (readonly [names: string, scheme: string, country?: string])[] = [
  ['lei lei_code', 'lei'],
  ['swift swift_code swift_bic', 'swift'],
  ['bic bic_code', 'bic'],
  ['imo imo_number', 'imo'],
  ['mmsi', 'mmsi'],
  ['duns duns_number', 'duns'],
  ['tax_id tax_number tin', 'tax_id'],
  ['vat vat_id vat_number', 'vat'],
  ['registration_number registration_no reg_number company_number', 'registration_number'],
  ['eori', 'eori'],
  ['inn', 'inn'],
  ['unp', 'unp', 'BY'],
  ['ogrn', 'ogrn', 'RU'],
  ['uscc', 'uscc', 'CN'],
]

function shape(
  documented: string,
  nameFields: readonly Field[],
): FileShape & { readonly columns: Map<string, Column> } {
  const fields = documented.split(' ')
  const columns = new Map<string, Column>(fields.map((field) => [foldHeader(field), { field }]))
  return { columns, documented: fields, nameFields, identifierColumns: false }
}

function linkShape(file: 'transactions' | 'relations', documented: string): FileShape {
  const made = shape(documented, ['from', 'to', 'via'])
  const names = [...made.documented]
  for (const [from, to, implies, of] of PAIRS) {
    if (of !== file) continue
    made.columns.set(from, { field: 'from', implies })
    made.columns.set(to, { field: 'to', implies })
    names.push(from, to)
  }
  return { ...made, documented: names }
}

function entityShape(): FileShape {
  const made = shape('id name type country aliases identifiers address founded', ['name', 'aliases'])
  const names = [...made.documented]
  for (const [spellings, scheme, country] of IDENTIFIERS) {
    const identifier = country === undefined ? { scheme } : { scheme, country }
    for (const name of spellings.split(' ')) made.columns.set(foldHeader(name), { field: foldHeader(name), identifier })
    names.push(scheme)
  }
  return { ...made, documented: names, identifierColumns: true }
}

export const ENTITY_SHAPE: FileShape = entityShape()
export const TRANSACTION_SHAPE: FileShape = linkShape(
  'transactions',
  'id kind from to date amount currency goods hs_code quantity via source known_on',
)
export const RELATION_SHAPE: FileShape = linkShape(
  'relations',
  'id kind from to percent basis since until source known_on',
)

const NATIONAL =
  /^([a-z]{2})[\s_-]+(unp|inn|ogrn|uscc|vat|tin|tax|tax[\s_-]?id|crn|brn|reg|hrb|siren|siret|nip|regon|krs|kvk|edrpou|bin|okpo)$/

/** The column of a header's name; `undefined` where the file has no such field. */
export function columnOf(shapeOf: FileShape, header: string): Column | undefined {
  const known = shapeOf.columns.get(foldHeader(header))
  if (known !== undefined || !shapeOf.identifierColumns) return known
  const national = NATIONAL.exec(header.trim().toLowerCase())
  if (national?.[1] === undefined || national[2] === undefined) return undefined
  const scheme = `${national[1]}-${national[2].replaceAll(/[\s_]/g, '-')}`
  return { field: scheme, identifier: { scheme, country: national[1].toUpperCase() } }
}
