import type { Layout } from './layout.js'
import { textAt, type Row } from './row.js'
import type { TableReader } from './table-reader.js'

/** Rows of which the values are shown. */
const SAMPLES = 3

/** How the columns of a file were understood, with values of its first rows. */
export interface SampledLayout {
  readonly fields: readonly {
    readonly field: string
    readonly columns: readonly string[]
    readonly samples: readonly string[]
  }[]
  readonly leftAlone: readonly string[]
  readonly kind?: string
  readonly recognisedAs?: string
}

/** A reader that does as the given one, and keeps the first rows to show. */
export function sampling(reader: TableReader): { readonly reader: TableReader; readonly sampled: () => SampledLayout } {
  const rows: Row[] = []
  const row: TableReader['row'] = (its, tally) => {
    if (rows.length < SAMPLES) rows.push(its)
    reader.row(its, tally)
  }
  return { reader: { ...reader, row }, sampled: () => sampledLayout(rows) }
}

function sampledLayout(rows: readonly Row[]): SampledLayout {
  const layout = rows[0]?.layout
  if (layout === undefined) return { fields: [], leftAlone: [] }
  const fields = [...columnsOf(layout)].map(([field, indexes]) => ({
    field,
    columns: indexes.map((index) => (layout.headers[index] ?? '').trim()),
    samples: rows.map((row) =>
      indexes
        .map((index) => textAt(row, index))
        .filter((text) => text !== '')
        .join(' + '),
    ),
  }))
  return {
    fields,
    leftAlone: layout.unknown.map((name) => name.trim()),
    ...(layout.implied === undefined ? {} : { kind: layout.implied }),
    ...(layout.recognised === undefined ? {} : { recognisedAs: layout.recognised.name }),
  }
}

function columnsOf(layout: Layout): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, readonly number[]>()
  const schemes = new Map(layout.identifiers.map(({ scheme, index }) => [index, scheme]))
  for (const [field, index] of layout.at) {
    columns.set(schemes.get(index) ?? field, layout.joined?.get(field) ?? [index])
  }
  if (layout.texts !== undefined) columns.set('text', layout.texts)
  return columns
}
