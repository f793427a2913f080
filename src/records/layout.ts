import type { FileSettings } from '../model/file-settings.js'
import type { LinkKind } from '../model/record.js'
import type { InputRole } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import { nearestWords } from '../model/spelling.js'
import { claimColumns } from './claims.js'
import { BANKS, columnOf, DETAILS, foldHeader, ROLES } from './columns.js'
import type { Field, FileShape, IdentifierColumn, PartyDetail, Role } from './columns.js'
import { quote } from './quote.js'

/** Which cell of a row holds which field: a header, or the keys of a JSON object, once they are understood. */
export interface Layout {
  /** As the file writes them. */
  readonly headers: readonly string[]
  readonly at: ReadonlyMap<string, number>
  /** Fields that are read from several cells together, in this order. */
  readonly joined?: ReadonlyMap<string, readonly number[]>
  /** What else a row says of the parties that it names. */
  readonly details?: readonly RoleDetails[]
  /** Columns in whose text names are looked for. */
  readonly texts?: readonly number[]
  readonly identifiers: readonly (IdentifierColumn & { readonly index: number })[]
  /** The kind of link that the names of its ends give, where they agree. */
  readonly implied?: LinkKind
  /** Whether the names of the two ends give different kinds. */
  readonly torn: boolean
  readonly unknown: readonly string[]
  /** The ready-made mapping that was taken because the header is that of such an export. */
  readonly recognised?: { readonly name: string; readonly title: string }
  /** Why the file, or the JSON record, can't be taken: a known column is there twice, or what a mapping names is not. */
  readonly refused?: LayoutProblem
}

export interface RoleDetails {
  readonly role: Role
  readonly at: ReadonlyMap<PartyDetail, number>
}

export type LayoutProblem = Pick<Problem, 'code' | 'message' | 'hint' | 'column'>

export interface LayoutRequest {
  readonly role?: InputRole
  readonly said?: FileSettings
  /** The keys of one JSON record need not name all that the file has. */
  readonly partial?: boolean
}

export function createLayout(shape: FileShape, headers: readonly string[], request: LayoutRequest = {}): Layout {
  const claims = claimColumns(shape, headers, request)
  const at = new Map<string, number>()
  const joined = new Map<string, readonly number[]>()
  const kinds = new Set<LinkKind>(claims.kind === undefined ? [] : [claims.kind])
  for (const [field, { indexes, implies }] of claims.fields) {
    const [first] = indexes
    if (first === undefined) continue
    at.set(field, first)
    if (indexes.length > 1) joined.set(field, indexes)
    if (implies !== undefined) kinds.add(implies)
  }
  const identifiers = claims.identifiers
  const details = detailsIn(at)
  const [implied] = kinds
  return {
    headers,
    at,
    identifiers,
    torn: kinds.size > 1,
    unknown: claims.unknown,
    ...(joined.size === 0 ? {} : { joined }),
    ...(details.length === 0 ? {} : { details }),
    ...(claims.texts.length === 0 ? {} : { texts: claims.texts }),
    ...(implied === undefined || kinds.size > 1 ? {} : { implied }),
    ...(claims.recognised === undefined ? {} : { recognised: claims.recognised }),
    ...(claims.refused === undefined ? {} : { refused: claims.refused }),
  }
}

function detailsIn(at: ReadonlyMap<string, number>): readonly RoleDetails[] {
  return ROLES.flatMap((role): RoleDetails[] => {
    const its = DETAILS.flatMap((detail): (readonly [PartyDetail, number])[] => {
      const index = at.get(`${role}_${detail}`)
      return index === undefined ? [] : [[detail, index]]
    })
    const isBank = BANKS.includes(role) && at.has(role)
    return its.length === 0 && !isBank ? [] : [{ role, at: new Map(its) }]
  })
}

/** The documented column that a name may be a misspelling of, of those that the file does not have. */
export function nearestColumn(shape: FileShape, layout: Layout, name: string): string | undefined {
  const missing = shape.documented.filter((field) => !layout.at.has(columnOf(shape, field)?.field ?? field))
  const byFolded = new Map(missing.map((field) => [foldHeader(field), field]))
  const [near] = nearestWords(foldHeader(name), byFolded.keys())
  return near === undefined ? undefined : byFolded.get(near)
}

/** Why a file with this header is refused: a column that every row needs is missing. */
export function missingColumn(shape: FileShape, layout: Layout, needed: readonly Field[]): LayoutProblem | undefined {
  const field = needed.find((name) => !layout.at.has(name))
  if (field === undefined) return undefined
  const got = layout.headers.map((header) => quote(header.trim())).join(', ')
  const near = layout.unknown.find((header) => nearestColumn(shape, layout, header) === field)
  const hint =
    near === undefined
      ? `the columns of such a file are ${shape.documented.join(', ')}; ${mapHint(field, layout)}`
      : `did you mean "${field}" where it says ${quote(near)}?`
  return {
    code: 'missing-column',
    message: `expected a column "${field}" in the header, got ${got}`,
    hint,
    column: field,
  }
}

function mapHint(field: string, layout: Layout): string {
  if (field === 'kind')
    return 'say which columns are the ends by words that give the kind, as in --map "seller=…,buyer=…" or --map "payer=…,payee=…"'
  const oneEnd = (field === 'from' || field === 'to') && layout.at.has(field === 'from' ? 'to' : 'from')
  const say = `say which it is with --map "${field}=…"`
  return oneEnd ? `${say}, or give your own company with --self where it is the other end of every row` : say
}

/** One sentence for all the columns of a file that are not known; nothing where there are none. */
export function unknownColumns(shape: FileShape, layout: Layout, unknown: Iterable<string>): LayoutProblem | undefined {
  const names = [...new Set(unknown)].map((header) => header.trim())
  if (names.length === 0) return undefined
  const listed = names.map((name) => (name === '' ? 'one without a name' : quote(name))).join(', ')
  const hints = names.flatMap((name) => {
    const near = nearestColumn(shape, layout, name)
    return near === undefined ? [] : [`"${near}" where it says ${quote(name)}`]
  })
  const message = `columns that are not known are left alone: ${listed}`
  return {
    code: 'unknown-columns',
    message,
    ...(hints.length === 0 ? {} : { hint: `did you mean ${hints.join(', ')}?` }),
  }
}
