import type { ListKind } from '../../model/entry.js'
import { directivesIn } from './directives.js'
import { kindOf, type OfacList } from './programs.js'

/**
 * The lists that OFAC's newer files name for each party, by words of their names. The SDN list stands for itself; the others make up the
 * Consolidated list, and what each does is said where their programmes are (`programs.ts`).
 */
const LISTS: readonly { readonly words: RegExp; readonly list: OfacList; readonly kind: ListKind | undefined }[] = [
  { words: /^SDN List$|^Specially Designated/i, list: 'OFAC SDN', kind: undefined },
  { words: /sectoral|\bSSI\b/i, list: 'OFAC Consolidated', kind: 'sectoral' },
  { words: /CAPTA|correspondent account|\b561\b/i, list: 'OFAC Consolidated', kind: 'sectoral' },
  { words: /menu-based|\bMBS\b/i, list: 'OFAC Consolidated', kind: 'sectoral' },
  { words: /CMIC|military-industrial/i, list: 'OFAC Consolidated', kind: 'sectoral' },
  { words: /\bFSE\b|evader/i, list: 'OFAC Consolidated', kind: 'debarment' },
  { words: /palestinian|\bPLC\b/i, list: 'OFAC Consolidated', kind: 'watch' },
]

export interface OnOfacList {
  readonly list: OfacList
  readonly kind: ListKind
}

/** What being on a list of that name is; `undefined` for the word for all lists but the SDN list, which says nothing beside them. */
export function onOfacList(name: string, programs: readonly string[], remarks: string): OnOfacList | undefined {
  if (/^Consolidated List$/i.test(name)) return undefined
  const found = LISTS.find(({ words }) => words.test(name))
  const list = found?.list ?? 'OFAC Consolidated'
  return { list, kind: found?.kind ?? kindOf(list, { programs, directives: directivesIn(remarks) }) }
}
