import { resolveCountry } from '../model/country.js'
import { formerCountry } from '../model/former-country.js'

/** Lists name some 200 countries in a hundred thousand places; looking a name up folds it, which is worth doing once. */
const known = new Map<string, string | undefined>()

/** As many names as lists could have; a file of nonsense must not fill the memory. */
const MOST_REMEMBERED = 20_000

/** What publishers write behind a country's name: `CONGO, Democratic Republic of (was Zaire)`, `Iran (Islamic Republic of)`. */
const BEHIND = /\s*(?:\((?:was|also|formerly)\b[^()]*\)|\. Previously\b[^.]*\.?)\s*$/i

/** A slip of OFSI's that a reader mends without a doubt. */
const SLIPS: ReadonlyMap<string, string> = new Map([['Trinadad and Tobago', 'TT']])

/**
 * ISO 3166 alpha-2 of a country as a list writes it, a name or a code, of a state of old its own; `undefined` where it names none, as the EU's
 * `00` (unknown), or more than one.
 */
export function countryOf(text: string): string | undefined {
  const name = text.trim()
  if (name === '') return undefined
  if (known.has(name)) return known.get(name)
  const code = read(name.replaceAll(/\s+/g, ' '))
  if (known.size < MOST_REMEMBERED) known.set(name, code)
  return code
}

function read(name: string): string | undefined {
  return resolveCountry(name) ?? formerCountry(name) ?? SLIPS.get(name) ?? resolveCountry(name.replace(BEHIND, ''))
}
