import type { LinkKind } from '../model/record.js'
import type { Problem } from '../model/problem.js'
import { nearestWords } from '../model/spelling.js'
import { columnOf, foldHeader } from './columns.js'
import type { Field, FileShape, IdentifierColumn } from './columns.js'
import { quote } from './quote.js'

/** Which cell of a row holds which field: a header, or the keys of a JSON object, once they are understood. */
export interface Layout {
  /** As the file writes them. */
  readonly headers: readonly string[]
  readonly at: ReadonlyMap<string, number>
  readonly identifiers: readonly (IdentifierColumn & { readonly index: number })[]
  /** The kind of link that the names of its ends give, where they agree. */
  readonly implied?: LinkKind
  /** Whether the names of the two ends give different kinds. */
  readonly torn: boolean
  readonly unknown: readonly string[]
  /** Why the file, or the JSON record, can't be taken: a known column is there twice. */
  readonly doubled?: LayoutProblem
}

export type LayoutProblem = Pick<Problem, 'code' | 'message' | 'hint' | 'column'>

export function createLayout(shape: FileShape, headers: readonly string[]): Layout {
  const at = new Map<string, number>()
  const identifiers: (IdentifierColumn & { readonly index: number })[] = []
  const kinds = new Set<LinkKind>()
  const unknown: string[] = []
  let doubled: LayoutProblem | undefined
  for (const [index, header] of headers.entries()) {
    const column = columnOf(shape, header)
    if (column === undefined) {
      unknown.push(header)
      continue
    }
    const first = at.get(column.field)
    if (first !== undefined) {
      const message = `expected one column for "${column.field}", got ${quote(headers[first] ?? '')} and ${quote(header)}`
      doubled ??= { code: 'doubled-column', message, column: header }
      continue
    }
    at.set(column.field, index)
    if (column.implies !== undefined) kinds.add(column.implies)
    if (column.identifier !== undefined) identifiers.push({ ...column.identifier, index })
  }
  const [implied] = kinds
  return {
    headers,
    at,
    identifiers,
    torn: kinds.size > 1,
    unknown,
    ...(implied === undefined || kinds.size > 1 ? {} : { implied }),
    ...(doubled === undefined ? {} : { doubled }),
  }
}

/** The documented column that a name may be a misspelling of, of those that the file does not have. */
export function nearestColumn(shape: FileShape, layout: Layout, name: string): string | undefined {
  const missing = shape.documented.filter((field) => !layout.at.has(field))
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
      ? `the columns of such a file are ${shape.documented.join(', ')}`
      : `did you mean "${field}" where it says ${quote(near)}?`
  return {
    code: 'missing-column',
    message: `expected a column "${field}" in the header, got ${got}`,
    hint,
    column: field,
  }
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
