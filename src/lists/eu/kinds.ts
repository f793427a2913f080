import type { ListKind } from '../../model/entry.js'

/**
 * Regulations in the file that freeze nothing. The Financial Sanctions File holds the persons and bodies whose funds are frozen, each under
 * the regulation of its regime; Regulation (EU) No 833/2014 forbids exports to the military end users of its Annex IV (Articles 2(7), 2a, 2b)
 * and loans to the banks of Annex III (Article 5), and freezes nobody's funds.
 */
const NOT_FREEZING: readonly { readonly title: RegExp; readonly kind: ListKind }[] = [
  { title: /\b833\/2014\b/, kind: 'export-control' },
]

/** The kind of an entry by the regulations that it rests on: an asset freeze unless all of them freeze nothing. */
export function kindOfRegulations(titles: readonly string[]): ListKind {
  const kinds = titles.map((title) => NOT_FREEZING.find((each) => each.title.test(title))?.kind ?? 'asset-freeze')
  return kinds.find((kind) => kind === 'asset-freeze') ?? kinds[0] ?? 'asset-freeze'
}
