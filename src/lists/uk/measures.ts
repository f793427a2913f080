import type { ListKind } from '../../model/entry.js'

/**
 * What the measures of a UK designation do, under the Sanctions and Anti-Money Laundering Act 2018, sections 3 to 7, and the regulations of
 * each regime. The first that fits decides, so that an asset freeze is one whatever else is imposed beside it.
 * - asset freeze (s. 3): funds and economic resources are frozen, owned or controlled entities included;
 * - trade, arms and technical assistance (s. 5), which are about goods: an export control;
 * - trust services, business arrangements, ships and aircraft (ss. 3(1)(c), 6, 7): single services, nothing is frozen;
 * - director disqualification (s. 3A): the person may not run a company;
 * - travel ban (s. 4): immigration alone.
 */
export const UK_MEASURES: readonly { readonly words: RegExp; readonly kind: ListKind }[] = [
  { words: /asset freeze/i, kind: 'asset-freeze' },
  { words: /arms|trade|export|technical assistance/i, kind: 'export-control' },
  {
    words: /ship|port|flag|crew|charter|aircraft|trust services|business arrangement|financial|invest/i,
    kind: 'sectoral',
  },
  { words: /disqualification/i, kind: 'debarment' },
  { words: /travel ban|representative office/i, kind: 'watch' },
]

/** The kind of a designation by the measures it imposes; one without any that is known is held to be an asset freeze, which most are. */
export function kindOfMeasures(measures: readonly string[]): ListKind {
  const known = UK_MEASURES.find(({ words }) => measures.some((measure) => words.test(measure)))
  return known?.kind ?? 'asset-freeze'
}
