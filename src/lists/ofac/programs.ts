import type { ListKind } from '../../model/entry.js'

/** The two lists that OFAC publishes in the legacy layout. */
export type OfacList = 'OFAC SDN' | 'OFAC Consolidated'

/**
 * Programme tags of entries whose property is not blocked, as in OFAC's list of sanctions programme tags
 * (ofac.treasury.gov, "Program Tag Definitions for OFAC Sanctions Lists") and its pages on the lists that make up the Consolidated list:
 * - `NS-PLC`: Palestinian Legislative Council, 31 CFR 594.520: transactions are rejected, not blocked;
 * - `CMIC-EO13959`, `NS-CMIC-EO13959`, `NS-CCMC`: Chinese military-industrial companies, no dealing in their securities (EO 13959, as amended by EO 14032);
 * - `FSE-…`: foreign sanctions evaders (EO 13608): no dealings with them, but their property is not blocked;
 * - `561-Related`, `CAPTA-…`: no or only conditional correspondent and payable-through accounts (31 CFR 561);
 * - `SSI-…`: sectoral directives (EO 13662); `NS-MBS-…`, `NS-ISA`: single measures out of a menu, none of them blocking.
 */
const NEVER_BLOCKING: readonly { readonly tag: RegExp; readonly kind: ListKind }[] = [
  { tag: /^NS-PLC$/, kind: 'watch' },
  { tag: /^FSE-/, kind: 'debarment' },
  { tag: /^(?:NS-|CMIC\b|CCMC\b|561|CAPTA\b|SSI\b)/, kind: 'sectoral' },
]

/** Some hundred tags stand in tens of thousands of entries, in a few hundred combinations. */
const kindsOfTags = new Map<string, ListKind | undefined>()
const tagsOfCells = new Map<string, readonly string[]>()

function neverBlocking(tag: string): ListKind | undefined {
  const known = kindsOfTags.get(tag)
  if (known !== undefined || kindsOfTags.has(tag)) return known
  const kind = NEVER_BLOCKING.find((each) => each.tag.test(tag))?.kind
  kindsOfTags.set(tag, kind)
  return kind
}

/** Splits the programme cell, `UKRAINE-EO13662] [RUSSIA-EO14024`. */
export function splitPrograms(cell: string): readonly string[] {
  const known = tagsOfCells.get(cell)
  if (known !== undefined) return known
  const tags = cell
    .split('] [')
    .map((tag) => tag.replace(/^\[|\]$/g, '').trim())
    .filter((tag) => tag !== '')
  tagsOfCells.set(cell, tags)
  return tags
}

/** What decides the kind of a designation. */
export interface Designation {
  readonly programs: readonly string[]
  /** Orders under which its remarks spell out directives or a menu of measures, and no block: `EO14024`, `CAATSA`. */
  readonly directives: readonly string[]
}

function isDirective(tag: string, directives: readonly string[]): boolean {
  return directives.some((order) => tag.startsWith(order) || tag.endsWith(order))
}

/**
 * The kind of a designation. Everything on the SDN list is blocked, but for a tag that never blocks and stands alone. The Consolidated list
 * repeats the tags of a party's SDN designation, so a tag blocks there too, unless the remarks spell out directives under its order:
 * the Central Bank of Russia and VTB both carry `RUSSIA-EO14024` there, and only the second is blocked.
 */
export function kindOf(list: OfacList, { programs, directives }: Designation): ListKind {
  if (programs.length === 0) return list === 'OFAC SDN' ? 'asset-freeze' : 'watch'
  let weight = BY_WEIGHT.length - 1
  for (const tag of programs) {
    const isShort = list === 'OFAC Consolidated' && isDirective(tag, directives)
    const kind = neverBlocking(tag) ?? (isShort ? 'sectoral' : 'asset-freeze')
    weight = Math.min(weight, BY_WEIGHT.indexOf(kind))
  }
  return BY_WEIGHT[weight] ?? 'watch'
}

/** What a party is that has tags of several kinds: the first of them. */
const BY_WEIGHT: readonly ListKind[] = ['asset-freeze', 'debarment', 'sectoral', 'watch']

/**
 * Tells the two lists apart by what their entries are: only the Consolidated list has entries whose tags all never block or are
 * directives, and nearly all entries of the SDN list have neither. Where a file holds as many of both, its name decides, and an unknown
 * file is taken for the list that blocks.
 */
export function tellList(designations: readonly Designation[], baseName: string): OfacList {
  let balance = 0
  for (const { programs, directives } of designations) {
    const short = programs.filter((tag) => neverBlocking(tag) !== undefined || isDirective(tag, directives)).length
    if (short === 0) balance++
    else if (short === programs.length && programs.some((tag) => neverBlocking(tag) !== undefined)) balance--
  }
  if (balance !== 0) return balance > 0 ? 'OFAC SDN' : 'OFAC Consolidated'
  if (/cons/i.test(baseName)) return 'OFAC Consolidated'
  return /sdn/i.test(baseName) || !designations.some(({ directives }) => directives.length > 0)
    ? 'OFAC SDN'
    : 'OFAC Consolidated'
}
