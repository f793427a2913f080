import type { Identifier } from '../model/identifier.js'

/** What stands beside a name and is no part of it. */
export interface Aside {
  readonly kind: 'number' | 'former-name' | 'later-name' | 'address' | 'state'
  readonly text: string
}

/** A name without what stands beside it, and the names that it says it had before. */
export interface BareName {
  readonly name: string
  readonly asides: readonly Aside[]
  readonly former: readonly string[]
}

const NUMBER = /[\s,;([-]*\b(?:(?:IMO|MMSI)[\s.:#-]*(?:no|nr|number)?[\s.:#-]*\d{7}(?:\d{2})?)\b[)\]]?/iu
const FORMER =
  /\s*[([（]\s*(?:ex|formerly|former(?:\s+name)?|previously|f\.?k\.?a\.?|f\/k\/a|vormals|früher|anciennement|ранее|бывш\p{L}*)(?=[\s.:-])[\s.:-]*([^()[\]（）]{2,})[)\]）]/iu
// `M/s` is how ledgers of India and its neighbours write Messrs.
const ADDRESS = /^\s*(?:M\/s|Messrs)\.?\s+(?=\S)/iu
const STATES =
  'in (?:(?:voluntary|compulsory|provisional|creditors voluntary) )?(?:liquidation|administration|receivership|bankruptcy|insolvency)|under (?:liquidation|administration)|en (?:liquidation|liquidaci[oó]n)|in liquidazione|em liquida[cç][aã]o|in vereffening|w (?:likwidacji|upad[lł]o[sś]ci)|u (?:likvidaciji|ste[cč]aju)|v likvid[aá]ci[ie]?|в (?:стадии )?ликвидации|у стані припинення|dissolved|struck off'
const STATE = new RegExp(`(?:[\\s,;-]+(?:${STATES})|\\s*[([]\\s*(?:${STATES})\\s*[)\\]])\\s*$`, 'iu')
/** `i. L.`, in Liquidation: the small letter tells it from an acronym. */
const GERMAN_STATE = /[\s,(]+i\.\s?(?:L|Liq)\.?\)?\s*$/u

// What knows all letters is slow to start: the patterns took 4 ms of a small screening, and few names have a sign or word that each needs one of. The long
// s and the Kelvin sign are `s` and `k` to a pattern that knows all letters.
const MAY_HAVE_ASIDES =
  /[(（[/\u017f\u212a]|imo|mmsi|messrs|i\.|liquid|likw|likv|administration|receivership|bankruptcy|insolvency|vereffening|upad|ste[cč]aju|dissolved|struck|ликвид|припинення/i

const PATTERNS: readonly (readonly [Aside['kind'], RegExp])[] = [
  ['number', NUMBER],
  ['former-name', FORMER],
  ['address', ADDRESS],
  ['state', STATE],
  ['state', GERMAN_STATE],
]

/** The words of which one stands in whatever is set aside of a name in plain letters that has no brackets, slash or letters one by one. */
export const ASIDE_WORDS: ReadonlySet<string> = new Set(
  'imo mmsi messrs liquidation administration receivership bankruptcy insolvency liquidacion liquidazione liquidacao vereffening likwidacji upadlosci likvidaciji stecaju likvidacii likvidaci dissolved struck liq'.split(
    ' ',
  ),
)

/** Takes away a ship's number, a former name in brackets, `M/s` and the state that a company is in; `undefined` where nothing or all would go. */
export function bareName(text: string): BareName | undefined {
  if (!MAY_HAVE_ASIDES.test(text)) return undefined
  let name = text
  const asides: Aside[] = []
  const former: string[] = []
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(name)
    if (found === null) continue
    name = `${name.slice(0, found.index)} ${name.slice(found.index + found[0].length)}`.trim()
    asides.push({ kind, text: found[0].replace(/^[\s,;([（-]+|[\s)\]）]+$/gu, '') })
    if (found[1] !== undefined) former.push(found[1].trim())
  }
  return asides.length === 0 || !/[\p{L}\p{N}]/u.test(name) ? undefined : { name, asides, former }
}

/** Whether each of two names had a number beside it and they are not one: then it is no less part of the name than any other. */
export function numbersDiffer(some: readonly Aside[], others: readonly Aside[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  const digits = (asides: readonly Aside[]): string[] =>
    asides.flatMap(({ kind, text }) => (kind === 'number' ? [text.replace(/\D/g, '')] : []))
  const known = digits(some)
  return known.length > 0 && digits(others).some((number) => !known.includes(number))
}

const IMO = /\bIMO[\s.:#-]*(?:no|nr|number)?[\s.:#-]*(\d{7})\b/iu

/** The IMO number that a name carries: a ship keeps it through all its names and owners. */
export function shipNumberIn(name: string): Identifier | undefined {
  const value = IMO.exec(name)?.[1]
  return value === undefined ? undefined : { scheme: 'imo', value }
}
