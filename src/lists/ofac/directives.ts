/** Directives and menus of measures short of a block, as remarks announce them, and the words that say a party is blocked after all. */
const MEASURE =
  /(?:^|; )(?:alt\.? )?(?:Executive Order (\d+) (?:Directive|Determination|information\b)|(CAATSA|PEESA)(?: Section 235)? Information)([^;]*)/gi
const BLOCKED_UNDER = /Section 11 of Executive Order (\d+)/gi

/**
 * Orders, such as `EO14024` or `CAATSA`, under which remarks spell out directives or a menu of measures, and no block. A party that is blocked
 * under EO 14024 as well is marked by the secondary-sanctions risk of its section 11 (measured on the list of December 2025: of 93 entries
 * with that order's tag the mark tells the blocked ones without an error).
 */
export function directivesIn(remarks: string): readonly string[] {
  if (!/Executive Order|CAATSA|PEESA/i.test(remarks)) return NONE
  const directives = new Set<string>()
  const blocks = new Set<string>()
  for (const [, number, act, words = ''] of remarks.matchAll(MEASURE)) {
    const order = number === undefined ? (act ?? '') : `EO${number}`
    directives.add(order)
    if (/BLOCKING PROPERTY/i.test(words)) blocks.add(order)
  }
  if (directives.size === 0) return NONE
  for (const [, order] of remarks.matchAll(BLOCKED_UNDER)) blocks.add(`EO${order ?? ''}`)
  return [...directives].filter((order) => !blocks.has(order))
}

const NONE: readonly never[] = []
